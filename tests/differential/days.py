"""The days on which a case is asked about: those on which something in it happens, and those beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.generators.lives import shifted
from tests.generators.people import TURNS, Plain

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BESIDE = (0, 0, 1, -1, 30, 366, 3 * 365)
_KNOWN = (None, None, None, 0, 1, -1, 60, -400)
"""What was known by then, in days after the day decided for; ``None`` where the case does not say."""


def on_another_day(case: Plain, chance: Random) -> Plain:
    """The case decided for a day on which one of its records or relations changes, or beside it, or when law changes;
    and sometimes by what was known on some such day."""
    happened = sorted({*_days(case["records"]), *_days(case["relations"])})
    chosen = chance.choice(happened) if happened and chance.random() < 0.8 else chance.choice(TURNS)
    context = {**case["context"], "as_of": shifted(chosen, chance.choice(_BESIDE))}
    context.pop("known_at", None)
    after = chance.choice(_KNOWN)
    if after is not None:
        by = chance.choice(happened) if happened and chance.random() < 0.5 else context["as_of"]
        context["known_at"] = shifted(by, after)
    return {**case, "context": context}


def _days(value: Any) -> Iterator[str]:
    """Every day that stands anywhere in a value."""
    if isinstance(value, str):
        if _DAY.fullmatch(value):
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _days(part)
    elif isinstance(value, list):
        for part in value:
            yield from _days(part)
