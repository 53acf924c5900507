"""A list that counts nowhere in the place of the document, or on no day of it: its records trigger nothing (S2, S3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..diagnostics.diagnostic import Diagnostic
from ..pack.condition import AfterExit, Count, OnList
from ..pack.effective import effective_from
from ..registry.model import ListEntry, Place
from ..registry.places import contains
from .check import Checked
from .conditions import At, every_part, written_conditions


def list_out_of_reach(checked: Checked) -> Iterable[Diagnostic]:
    """A named list whose place, with those that recognise it, lies apart from that of the pack; or whose period does."""
    head = checked.loaded.pack.memorandum
    start, end = effective_from(checked.loaded.pack), head.until
    for whole in written_conditions(checked):
        for part in every_part(whole):
            for name, path in _named(part):
                entry = checked.registry.lists.get(name)
                if entry is None:
                    continue
                if not any(_meet(place, head.place, checked.registry.places) for place in _places(entry, checked)):
                    yield checked.finding("list-out-of-reach", path, found=name, place=entry.place)
                elif not _overlap(entry, start, end):
                    period = f"{entry.from_ or ''}–{entry.until or ''}"
                    yield checked.finding("list-out-of-time", path, found=name, period=period)


def _named(part: At) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for form, key in ((OnList, "on_list"), (AfterExit, "after_exit"), (Count, "count")):
        if isinstance(part.condition, form):
            yield from ((name, (*part.path, key, index)) for index, name in enumerate(getattr(part.condition, key)))


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
