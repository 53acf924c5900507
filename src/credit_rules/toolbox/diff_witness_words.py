"""What was found of the changes of a difference: as JSON, as a line beside each change, and the cases themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..render.language import Say
from .diff import Diff
from .diff_witness import Effect, Example, Witnessed, Witnesses
from .diff_words import STATES
from .proofs.report import as_yaml

Shown = Mapping[tuple[str, str], Witnessed]
"""What was found, by kind and id of the change."""
_EFFECTS: dict[Effect, tuple[str, str]] = {
    "lost": ("新规则不再发出", "the new rules no longer issue it"),
    "gained": ("新规则才发出", "only the new rules issue it"),
    "unsettled": ("都不发出，但只有一边未确定", "neither issues it, but only one leaves it open"),
    "changed": ("都发出，但内容不同", "both issue it, but not the same"),
}


def look(found: Diff, witnesses: Witnesses, advance: Callable[[], None] = lambda: None) -> Shown:
    """What there is to show of every change; ``advance`` is called after each."""
    shown = {}
    for change in found.changes:
        witnessed = witnesses.of(change)
        if witnessed is not None:
            shown[change.of, change.id] = witnessed
        advance()
    return shown


def witnessed_json(found: Witnessed | None) -> dict[str, Any] | None:
    """What was found of one change, with each case as ``evaluate`` takes it."""
    if found is None:
        return None
    return {
        "outcome": found.outcome,
        "bounds": found.bounds._asdict(),
        "registry": list(found.registry),
        "cases": [_example(each) for each in found.examples],
    }


def numbered(shown: Shown) -> dict[tuple[str, str], list[tuple[int, Example]]]:
    """The examples of each change with their numbers on the page."""
    number = 0
    found: dict[tuple[str, str], list[tuple[int, Example]]] = {}
    for key, witnessed in shown.items():
        for example in witnessed.examples:
            number += 1
            found.setdefault(key, []).append((number, example))
    return found


def told(found: Witnessed, examples: list[tuple[int, Example]], say: Say) -> tuple[str, ...]:
    """The lines beside a change: its cases by number, or that there is none within the bounds."""
    lines = [_line(number, example, say) for number, example in examples]
    bounds = found.bounds
    zh, en = (
        f"（界限：每份名单 {bounds.records} 条记录、每个角色 {bounds.holders} 人）",
        f" (bound: {bounds.records} records a list, {bounds.holders} holders a role)",
    )
    if found.outcome == "same-meaning":
        lines.append(say(f"写法不同，意思相同{zh}", f"same meaning{en}"))
    elif found.outcome == "undecided":
        lines.append(say("没有找到两边决定都证实的案例", "no case was found that both decisions confirm"))
    if found.registry:
        names = say("、", ", ").join(found.registry)
        lines.append(say(f"所用的登记内容也有改动：{names}", f"what it looks at differs in the registry too: {names}"))
    return tuple(lines)


def cases_page(shown: Shown, say: Say, *, markdown: bool) -> str:
    """Every case in full, to be copied and decided; nothing where there is none."""
    title = say(
        "案例（人物均为虚构，可以交给 evaluate --include-unverified 核对）",
        "Cases (everybody in them invented; evaluate --include-unverified decides them)",
    )
    blocks = []
    for (_, id), examples in numbered(shown).items():
        for number, example in examples:
            about = f"{id}，{example.measure}" if id != example.measure else id
            lines = [say(f"# 案例 {number}：{about}", f"# case {number}: {about}"), *as_yaml(example.case)]
            text = "".join(f"{line}\n" for line in lines)
            blocks.append(f"```yaml\n{text}```\n" if markdown else text)
    if not blocks:
        return ""
    head = f"## {title}\n" if markdown else f"{title}\n"
    return "\n".join(("", head, *blocks))


def _line(number: int, example: Example, say: Say) -> str:
    old, new = say(*STATES[example.old]), say(*STATES[example.new])
    effect = say(*_EFFECTS[example.effect])
    fields = say("、", ", ").join(example.fields)
    inside = say(f"旧 {old}，新 {new}", f"old {old}, new {new}") if example.effect != "changed" else fields
    left = say("、", ", ").join(example.left_out)
    aside = say(f"；一边不认识 {left}", f"; one side does not know {left}") if left else ""
    return say(f"案例 {number}：{effect}（{inside}{aside}）", f"case {number}: {effect} ({inside}{aside})")


def _example(each: Example) -> dict[str, Any]:
    return {
        "effect": each.effect,
        "measure": each.measure,
        "bearer": each.bearer,
        "old": each.old,
        "new": each.new,
        "fields": list(each.fields),
        "left_out": list(each.left_out),
        "case": each.case,
    }
