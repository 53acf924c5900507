"""A condition of a plan in words, as a tree: what must hold together, and what is enough alone."""

from __future__ import annotations

from ...plan.conditions import AllOf, AnyOf, NotThat
from ...plan.model import Plan
from ...render.language import Say
from .page import Line, line


def condition_line(number: int, plan: Plan, say: Say) -> Line:
    """The condition; its parts stand under it where it has several. The words are those of reasons (S25)."""
    condition = plan.conditions[number]
    if isinstance(condition, AllOf | AnyOf):
        together = isinstance(condition, AllOf)
        head = say("同时符合：", "all of these:") if together else say("符合之一：", "any of these:")
        return line(head, under=[condition_line(part, plan, say) for part in condition.parts])
    if isinstance(condition, NotThat):
        return line(say("不符合：", "not:"), under=[condition_line(condition.part, plan, say)])
    return line(condition.text)
