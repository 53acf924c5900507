"""Why measures are given and why others are not, as a page (S25)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..case.decision import ReasonView
from .measure_entry import reason_line
from .sheet import Entry, Section, Sheet, rows
from .view import View

_OUTCOMES = ("hit", "withheld", "undetermined", "miss", "not-in-force")


class Explained(Protocol):
    """What the engine says of one measure and one possible bearer."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def clause(self) -> str: ...
    @property
    def document_no(self) -> str | None: ...
    @property
    def pack(self) -> str: ...
    @property
    def bearer(self) -> str | None: ...
    @property
    def outcome(self) -> str: ...
    @property
    def reasons(self) -> tuple[ReasonView, ...]: ...


def why_sheet(explanations: Sequence[Explained], asked: str | None, view: View) -> Sheet:
    """Every explanation by outcome: what is given first, then what is undetermined, then what is not given."""
    say = view.say
    sections = []
    for outcome in _OUTCOMES:
        entries = tuple(_entry(each, view) for each in explanations if each.outcome == outcome)
        if entries:
            sections.append(
                Section(
                    say(
                        f"{view.label('outcome', outcome)}：{len(entries)} 项",
                        f"{view.label('outcome', outcome)}: {len(entries)}",
                    ),
                    entries=entries,
                )
            )
    empty = say(
        f"措施 {asked} 在本案中没有可能的承受人。", f"In this case nobody could bear the measure {asked}."
    ) if asked else say("没有可以说明的措施。", "There is no measure to explain.")  # fmt: skip
    notes = (say("本说明不是行政决定。", "This explanation is not an administrative decision."),)
    return Sheet(
        say("为什么发出、为什么不发出", "Why given, why not given"),
        notes if sections else (*notes, empty),
        sections=tuple(sections),
    )


def _entry(explained: Explained, view: View) -> Entry:
    say = view.say
    document = explained.document_no or explained.pack
    return Entry(
        explained.title,
        rows(
            (say("标识", "Id"), explained.id),
            (say("条款", "Clause"), f"{document} {explained.clause}"),
            (say("承受人", "Bearer"), explained.bearer and view.named(explained.bearer)),
            (say("条件", "Conditions"), tuple(reason_line(reason, view) for reason in explained.reasons)),
        ),
    )
