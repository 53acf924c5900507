"""Departments by their function: dated names, printed names, who succeeded them, and the reforms in which they changed.

Registry files hold these under ``departments`` and ``reforms`` (S24).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..pack.base import Levels, PackModel
from ..source.scalars import Day, DayOrReform, Text
from ..source.values import Body, Level, Provenance, Remedy
from .entry import Entry


class DepartmentName(PackModel):
    """The name at some levels in a period.

    ``{place}`` stands for the place's name (萍乡市), ``{short}`` for the name without 省, 市, 县 or 区 (萍乡),
    ``{district}`` for that of a district after its city (九江市柴桑区). ``from`` and ``until`` are days, or the id of
    the reform in which the name came or went; between ``earliest`` and ``from`` nobody has checked which name holds.
    Where ``provenance`` is absent, that of the department holds.
    """

    level: Levels
    name: Text
    place: Text | None = None
    from_: DayOrReform | None = Field(None, alias="from")
    until: DayOrReform | None = None
    earliest: Day | None = None
    provenance: Provenance | None = None
    source: str | None = None


class Printed(PackModel):
    """A name as a text prints it, and the level that it means there; ``place`` where only that place prints it so.

    Without a level it means that of the place whose text prints it: 人民法院 in a text of a city is the city's.
    """

    name: Text
    level: Level | None = None
    place: Text | None = None


class Successor(PackModel):
    """Who does the work from a day or a reform on, at some levels (all, where none is named) and in a place.

    Several for one level and place share the work. Between ``earliest`` and ``from`` nobody has checked who does it.
    """

    id: Text
    from_: DayOrReform = Field(alias="from")
    level: Levels | None = None
    place: Text | None = None
    earliest: Day | None = None
    provenance: Provenance | None = None
    source: str | None = None


class Department(Entry):
    """An organ, body or kind of body by its function (S24).

    ``until`` is the day on which the last level of it had gone. ``short`` are the names that texts print after 省, 市,
    县 or 区 or the name of a place. A ``part_of`` another department is one of several functions of it: it bears its
    names until it is succeeded, and is meant by them only where a pack names the function.
    """

    body: Body = "state"
    remedy: Remedy = "administrative"
    names: tuple[DepartmentName, ...] = ()
    short: tuple[Text, ...] = ()
    printed: tuple[Printed, ...] = ()
    successors: tuple[Successor, ...] = ()
    part_of: Text | None = None


class ReformDay(PackModel):
    """The day by which a reform was carried out at some levels of a place, and the earliest that it can have been."""

    level: Levels
    place: Text = "000000"
    from_: Day = Field(alias="from")
    earliest: Day | None = None
    provenance: Provenance | None = None
    source: str | None = None


class Reform(Entry):
    """A reform in which departments changed on different days at different levels and places (S24)."""

    days: Annotated[tuple[ReformDay, ...], Field(min_length=1)]
