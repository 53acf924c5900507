"""Conditions of a plan: names resolved, bounds typed, children referred to by number, equal ones shared.

``text`` says the condition in the words of the field, for reasons (S25).
"""

from typing import Literal

from ..pack.period import Period
from ..registry.operators import Comparison
from ..source.rows import NamedTuple
from ..source.values import Grade, Reckoned

Bound = tuple[str, int]
"""An operator of ``registry/operators.py`` and a whole number."""


class AllOf(NamedTuple):
    """Every part holds."""

    parts: tuple[int, ...]
    text: str
    op: Literal["all"] = "all"


class AnyOf(NamedTuple):
    """At least one part holds."""

    parts: tuple[int, ...]
    text: str
    op: Literal["any"] = "any"


class NotThat(NamedTuple):
    """The part does not hold."""

    part: int
    text: str
    op: Literal["not"] = "not"


class OnList(NamedTuple):
    """The listed one stands on one of the lists, in one of the grades, its record as ``where`` says (S5)."""

    lists: tuple[str, ...]
    grades: tuple[Grade, ...]
    where: int | None
    text: str
    op: Literal["on_list"] = "on_list"


class HeldBy(NamedTuple):
    """A person in one of the roles of the bearer, reckoned on a day, stands on one of the lists (S12)."""

    lists: tuple[str, ...]
    grades: tuple[Grade, ...]
    where: int | None
    roles: tuple[str, ...]
    at: Reckoned
    text: str
    op: Literal["held_by"] = "held_by"


class InFields(NamedTuple):
    """In how many fields an enterprise stands on the lists for distinct conduct (S19)."""

    lists: tuple[str, ...]
    bounds: tuple[Bound, ...]
    text: str
    op: Literal["fields"] = "fields"


class AfterExit(NamedTuple):
    """A record left one of the lists by rectification and is still monitored (S10)."""

    lists: tuple[str, ...]
    text: str
    op: Literal["after_exit"] = "after_exit"


class CleanFor(NamedTuple):
    """No bad record in the period up to the as-of day (S18)."""

    period: Period
    text: str
    op: Literal["clean_for"] = "clean_for"


class Compare(NamedTuple):
    """A fact compared with a bound (S16, S16a)."""

    comparison: Comparison
    text: str
    op: Literal["compare"] = "compare"


class CountRecords(NamedTuple):
    """How many records on the lists were decided in the window up to the as-of day (S5, S16)."""

    lists: tuple[str, ...]
    grades: tuple[Grade, ...]
    where: int | None
    within: Period
    distinct: Literal["record", "conduct", "field"]
    bounds: tuple[Bound, ...]
    text: str
    op: Literal["count"] = "count"


class HasRelation(NamedTuple):
    """Somebody holds one of the roles in the bearer on the as-of day, as ``where`` says (S16)."""

    roles: tuple[str, ...]
    where: int | None
    text: str
    op: Literal["exists"] = "exists"


Condition = (
    AllOf | AnyOf | NotThat | OnList | HeldBy | InFields | AfterExit | CleanFor | Compare | CountRecords | HasRelation
)
