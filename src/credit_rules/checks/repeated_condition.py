"""A part that stands twice under ``all`` or ``any``, or a denial denied: the second says nothing."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.condition import All, Any_, Not
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.conditions import every_part, parts_of, written_conditions


def repeated_condition(checked: Checked) -> Iterable[Diagnostic]:
    """Equal parts side by side, and ``not`` of ``not``."""
    for whole in written_conditions(checked):
        for part in every_part(whole):
            if isinstance(part.condition, Not) and isinstance(part.condition.not_, Not):
                yield checked.finding("double-not", (*part.path, "not"))
            if isinstance(part.condition, All | Any_):
                parts = list(parts_of(part))
                for index, one in enumerate(parts):
                    if any(one.condition == other.condition for other in parts[:index]):
                        yield checked.finding("repeated-condition", one.path)


CHECK = Check(
    find=repeated_condition,
    rules=("S16",),
    reason=Words(
        "并列写两次的条件，或者否定的否定，什么也没有说；多半本来要写另一个条件。",
        "A condition written twice side by side, or a denial denied, says nothing; most often another one was meant.",
    ),
    codes=(
        Code(
            id="repeated-condition",
            said=Sentence(
                "同一个条件在这里写了两次",
                "the same condition stands here twice",
                "请只保留一个；本来要写另一个条件的，请更正。",
                "Keep one of them, or write the one that was meant.",
            ),
            bad="""
                measures:
                  - when:
                      any:
                        - {fact: subject.industry, is: food}
                        - ‸{fact: subject.industry, is: food}
            """,
            good="""
                measures:
                  - when:
                      any:
                        - {fact: subject.industry, is: food}
                        - {fact: subject.industry, is: drugs}
            """,
        ),
        Code(
            id="double-not",
            said=Sentence(
                "not 里面又是 not，等于没有写",
                "not of not says nothing",
                "请两个都删去。",
                "Delete both.",
            ),
            bad="""
                measures:
                  - when: {not: ‸{not: {exists: shareholder}}}
            """,
            good="""
                measures:
                  - when: {not: {exists: shareholder}}
            """,
        ),
    ),
)
