"""Faults in the head of a document: it applies a day early or late, in too wide a place, beside what it supersedes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ...pack.effective import effective_from
from ...pack.model import Pack
from ...registry.places import NATIONWIDE
from ...source.node import Path
from .attributes import DAY
from .mutant import Change, Sentence

HERE: Path = ("memorandum",)


def of_head(pack: Pack) -> Iterator[Change]:
    """The faults in the head of a published pack; ``new`` is the pack."""
    head = pack.memorandum
    start = effective_from(pack)
    if start is None:
        return
    for wrong in (start - DAY, start + DAY):
        path, update = (
            ((*HERE, "from"), {"from_": wrong})
            if isinstance(head.from_, date)
            else (
                (*HERE, "proven_by", "day"),
                {"proven_by": None if head.proven_by is None else head.proven_by.model_copy(update={"day": wrong})},
            )
        )
        yield _change(
            pack,
            path,
            update,
            (f"自 {start} 起适用，写成 {wrong}", f"it applies from {start}, written {wrong}"),
            _decided(min(start, wrong)),
        )
    if head.until is not None:
        for wrong in (head.until - DAY, head.until + DAY):
            said = (f"until: {head.until} 写成 {wrong}", f"until: {head.until} becomes {wrong}")
            yield _change(pack, (*HERE, "until"), {"until": wrong}, said, _decided(min(head.until, wrong)))
    if head.place != NATIONWIDE:
        yield _place(pack)
    for index, older in enumerate(head.supersedes):
        rest = tuple(each for each in head.supersedes if each != older)
        yield _change(
            pack,
            (*HERE, "supersedes", index),
            {"supersedes": rest},
            (f"没有写它取代 {older}", f"it does not say that it supersedes {older}"),
            (
                f"写一个 {older} 本来会发出措施、如今不发出的案例",
                f"write a case in which {older} would have issued a measure and does no more",
            ),
            fault="day",
        )


def _place(pack: Pack) -> Change:
    """The place one level wider: a city's document for the province, a province's for the country."""
    place = pack.memorandum.place
    wider = place[:2] + "0000" if place[2:] != "0000" else NATIONWIDE
    if place[4:] != "00":
        wider = place[:4] + "00"
    return _change(
        pack,
        (*HERE, "place"),
        {"place": wider},
        (f"适用地区 {place} 写成 {wider}", f"the place {place} becomes {wider}"),
        (
            f"写一个 context.region 在 {wider} 之内、{place} 之外的案例，不发出",
            f"write a case with context.region inside {wider} and outside {place}, in which nothing is issued",
        ),
        fault="place",
    )


def _change(
    pack: Pack, path: Path, update: dict[str, Any], said: Sentence, wanted: Sentence, fault: Any = "day"
) -> Change:
    head = pack.memorandum.model_copy(update=update)
    return Change(path, fault, pack.model_copy(update={"memorandum": head}), said, wanted)


def _decided(day: date) -> Sentence:
    return (f"写一个决定日为 {day} 的案例", f"write a case decided for {day}")
