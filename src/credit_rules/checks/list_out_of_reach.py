"""A list that counts nowhere in the place of the document, or on no day of it: its records trigger nothing (S2, S3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.effective import effective_from
from ..registry.model import ListEntry, Place
from ..registry.places import contains
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.conditions import every_part, named_lists, written_conditions


def list_out_of_reach(checked: Checked) -> Iterable[Diagnostic]:
    """A named list whose place, with those that recognise it, lies apart from that of the pack; or whose period does."""
    head = checked.loaded.pack.memorandum
    start, end = effective_from(checked.loaded.pack), head.until
    for whole in written_conditions(checked):
        for part in every_part(whole):
            for name, path in named_lists(part):
                entry = checked.registry.lists.get(name)
                if entry is None:
                    continue
                if not any(_meet(place, head.place, checked.registry.places) for place in _places(entry, checked)):
                    yield checked.finding("list-out-of-reach", path, found=name, place=entry.place)
                elif not _overlap(entry, start, end):
                    period = f"{entry.from_ or ''}–{entry.until or ''}"
                    yield checked.finding("list-out-of-time", path, found=name, period=period)


def _places(entry: ListEntry, checked: Checked) -> list[str]:
    return [entry.place, *(row.place for row in checked.registry.recognitions.values() if row.list == entry.id)]


def _meet(one: str, other: str, places: dict[str, Place]) -> bool:
    """Whether one place lies in the other, under its present code or the one before."""
    pairs = ((one, other), (_newest(one, places), _newest(other, places)))
    return any(contains(a, b) or contains(b, a) for a, b in pairs)


def _newest(code: str, places: dict[str, Place]) -> str:
    seen = {code}
    while (entry := places.get(code)) is not None and entry.renumbered_to and entry.renumbered_to not in seen:
        code = entry.renumbered_to
        seen.add(code)
    return code


def _overlap(entry: ListEntry, start: date | None, end: date | None) -> bool:
    if start is None:
        return True
    return (entry.until is None or start < entry.until) and (entry.from_ is None or end is None or entry.from_ < end)


CHECK = Check(
    find=list_out_of_reach,
    rules=("S2", "S3", "LF 8b.30"),
    reason=Words(
        "只在一地有效的名单，在别处不算数，除非有文件规定互认；文件适用期间不存在的名单也触发不了什么。",
        "A list of one place counts nowhere else unless a text recognises it; a list that does not exist while the document applies triggers nothing either.",
    ),
    codes=(
        Code(
            id="list-out-of-reach",
            said=Sentence(
                "名单“{found}”只在 {place} 有效，在该文件适用的地区不算数",
                "the list “{found}” counts in {place} only, and not where this document applies",
                "请换用另一个名单；另有文件规定互认的，请在 recognitions 登记。",
                "Name another list; where a text recognises it here, register that under recognitions.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_list: ‸faraway-list}
            """,
            good="""
                measures:
                  - triggered_by: {on_list: faraway-list}
                ---
                recognitions:
                  - {id: recognised, title: 示例互认, list: faraway-list, place: "360300"}
            """,
        ),
        Code(
            id="list-out-of-time",
            said=Sentence(
                "名单“{found}”（{period}）在该文件适用期间不存在",
                "the list “{found}” ({period}) does not exist while this document applies",
                "请核对名单的 from、until 和文件的日期。",
                "Check from and until of the list and the days of the document.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_list: [tax-violation, ‸former-list]}
            """,
            good="""
                measures:
                  - triggered_by: {on_list: [tax-violation, judgment-debtor]}
            """,
        ),
    ),
)
