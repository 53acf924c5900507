"""Scalars that cases and packs share: days and names, read strictly."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from .days import DAY_PATTERN, parse_day

Day = Annotated[date, BeforeValidator(parse_day), WithJsonSchema({"type": "string", "pattern": DAY_PATTERN})]
Text = Annotated[str, Field(min_length=1)]


def _day_or_id(value: Any) -> Any:
    """What begins with a letter is an id; all else is read as a day."""
    return value if isinstance(value, str) and value[:1].isalpha() else parse_day(value)


DayOrReform = Annotated[
    date | str,
    BeforeValidator(_day_or_id),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}),
]
"""A day, or the id of a reform in which things changed on different days at different places."""

__all__ = ["DAY_PATTERN", "Day", "DayOrReform", "Text", "parse_day"]
