"""What every type of a pack has in common."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from ..source.scalars import Text
from ..source.values import Level, Provenance
from .period import Period


class PackModel(BaseModel):
    """Frozen, unknown keys refused, no coercion of one type to another."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)


def _tuple_of_one(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _period(value: Any) -> Period:
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise ValueError("period")
    try:
        return Period.parse(value)
    except ValueError:
        raise ValueError("period") from None


OneOrMore = Annotated[tuple[Text, ...], BeforeValidator(_tuple_of_one), Field(min_length=1)]
Levels = Annotated[tuple[Level, ...], BeforeValidator(_tuple_of_one), Field(min_length=1)]
PeriodText = Annotated[
    Period,
    BeforeValidator(_period),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^[1-9][0-9]{0,3} (year|month|day|working day)s?$"}),
]


class Citation(PackModel):
    """An article of an instrument; the version is told by the day decided for, unless one is named (S22)."""

    instrument: Text
    article: Text
    version: Text | None = None
    provenance: Provenance = "text"
