"""Duties as data: what somebody owes, or may do by when, once something has happened (S7, S8, S26)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..case.decision import DutyCode
from ..pack.base import Citation, OneOrMore, PeriodText
from ..source.scalars import Text
from ..source.values import Direction, DocumentKind, DutyTrigger, LeftBy, ListClass, Tier
from .entry import Entry

RECORD_KEYS = ("lists", "classes", "determined_by", "kinds", "not_tiers")
"""What may narrow a duty that something which happened to a record brings about."""
NARROWING: dict[DutyTrigger, tuple[str, ...]] = {
    "decision-made": (*RECORD_KEYS, "documents"),
    "found-wrong": RECORD_KEYS,
    "found-right": RECORD_KEYS,
    "document-revoked": (*RECORD_KEYS, "documents"),
    "left-list": (*RECORD_KEYS, "ways"),
    "repaired": RECORD_KEYS,
    "repairable": RECORD_KEYS,
    "measure": ("lists", "kinds", "acts", "directions", "each_quarter_by"),
    "matter": ("lists", "kinds", "matters"),
}
"""Which keys may narrow a duty of each trigger; any other would say nothing."""
OWNERS = ("determining-authority", "implementing-departments", "deciding-department", "subject", "public")
"""Who may owe a duty or be owed it, told by the case; else a department's id, or words in Chinese."""


class DutyEntry(Entry):
    """A duty, or a time limit of a right, and what brings it about.

    The last day to act is counted from the day of the trigger, that day not counted, unless ``counted_from`` names
    another beginning, of which no case tells: then no day is given and the decision says the period in words. Without
    ``period`` the text sets none. ``each_quarter_by`` is the day of the first month of a quarter by which the quarter
    before is reported.
    """

    provenance: Literal["text", "secondary"]
    code: DutyCode
    trigger: DutyTrigger
    place: Text = "000000"
    lists: tuple[Text, ...] = ()
    classes: tuple[ListClass, ...] = ()
    determined_by: tuple[Text, ...] = ()
    kinds: OneOrMore | None = None
    not_tiers: tuple[Tier, ...] = ()
    documents: tuple[DocumentKind, ...] = ()
    ways: tuple[LeftBy, ...] = ()
    acts: tuple[Text, ...] = ()
    directions: tuple[Direction, ...] = ("punishment",)
    matters: tuple[Text, ...] = ()
    owed_by: Text
    to: Text = "subject"
    period: PeriodText | None = None
    counted_from: Text | None = None
    each_quarter_by: Annotated[int, Field(ge=1, le=28)] | None = None
    basis: Annotated[tuple[Citation, ...], Field(min_length=1)]
