"""Days: ``YYYY-MM-DD`` and nothing else."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def parse_day(value: Any) -> date:
    """A day written ``YYYY-MM-DD``; anything else, or a day that no calendar has, is a ``ValueError``."""
    if type(value) is date:
        return value
    if not isinstance(value, str) or not _DAY.match(value):
        raise ValueError("day")
    return date.fromisoformat(value)
