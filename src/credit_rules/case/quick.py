"""A case of JSON that is right, read at once: without places, and without a word on what is wrong.

Whoever sends case after case sends them right. What this refuses is read again by the readers that know every place
and say why; a test holds the two to the same cases.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..source.marks import FORBIDDEN
from ..source.number import exact_number
from ..source.strict import Unfit, read_strict
from .model import Case

LONGEST = 65536
"""Longer texts are read with all limits in force."""


def read_quickly(data: bytes | str) -> Case | None:
    """The case that a JSON text holds; ``None`` where it is no such text, or anything about it wants a closer look."""
    if len(data) > LONGEST:
        return None
    try:
        text = data.decode() if isinstance(data, bytes) else data
        if text.lstrip()[:1] != "{" or "\\" in text or FORBIDDEN.search(text):
            return None
        plain = json.loads(text, object_pairs_hook=_each_once, parse_float=_number, parse_int=_number)
        return read_strict(Case, plain)
    except (ValueError, RecursionError, Unfit):
        return None


def _each_once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unfit
    return found


def _number(text: str) -> Any:
    value = exact_number(text)
    if value is None:
        raise Unfit
    return value
