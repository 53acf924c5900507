"""Scalars that cases and packs share: days and names, read strictly."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from .days import DAY_PATTERN, parse_day

Day = Annotated[date, BeforeValidator(parse_day), WithJsonSchema({"type": "string", "pattern": DAY_PATTERN})]
Text = Annotated[str, Field(min_length=1)]

__all__ = ["DAY_PATTERN", "Day", "Text", "parse_day"]
