"""The order in which the registry is written: what an entry is, its period, what it says, and last where it was read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel

from ..pack.write import keys_of as keys_of_pack
from ..registry import model as of
from ..registry.department_model import Department
from ..registry.duty_model import DutyEntry
from ..registry.entry import Entry
from ..source.key_order import written_keys

NAMED = ("id", "title", "title_en")
READ = ("provenance", "source", "note")
"""What begins and what ends every entry."""
BEFORE_PERIOD: Mapping[type[BaseModel], tuple[str, ...]] = MappingProxyType(
    {
        Department: ("body", "remedy", "part_of"),
        DutyEntry: ("code", "trigger", "place"),
        of.Procedure: ("place",),
        of.Provision: ("instrument", "article"),
    }
)
"""What says of an entry which one it is, and so stands above its period."""
FIRST: Mapping[type[BaseModel], tuple[str, ...]] = MappingProxyType(
    {
        DutyEntry: ("lists", "classes", "determined_by", "acts", "kinds", "documents", "not_tiers"),
        of.Exit: ("from", "until", "way", "through", "conditions", "earliest", "within"),
        of.Instrument: ("number", "issuer"),
        of.ListEntry: ("class", "family", "field", "place", "determined_by", "criteria", "publicity_window"),
        of.ListTerm: ("from", "until", "cases", "otherwise", "on_repetition"),
    }
)
"""What stands first of what a part says, where that is not the order of its fields."""


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a part of a registry file, in the order in which they are written."""
    own = keys_of_pack(model)
    if issubclass(model, Entry):
        period = tuple(key for key in written_keys(Entry) if key not in NAMED + READ)
        said = [key for key in own if key not in NAMED + READ + period]
        above = BEFORE_PERIOD.get(model, ())
        return (*NAMED, *above, *period, *_first(model, [key for key in said if key not in above]), *READ)
    return _first(model, list(own))


def _first(model: type[BaseModel], keys: list[str]) -> tuple[str, ...]:
    first = FIRST.get(model, ())
    return (*first, *(key for key in keys if key not in first))
