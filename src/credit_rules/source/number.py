"""JSON numbers, read exactly."""

from __future__ import annotations

import re
from decimal import Decimal

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_LONGEST = 40
_GREATEST_EXPONENT = 40


def exact_number(text: str) -> int | Decimal | None:
    """The number that ``text`` (a JSON number) writes, never through a float.

    None where it has more than 40 characters or an exponent beyond 40, so that ``1e999999999`` costs nothing.
    """
    if len(text) > _LONGEST:
        return None
    mantissa, _, exponent = text.lower().partition("e")
    if exponent:
        if abs(int(exponent)) > _GREATEST_EXPONENT:
            return None
        return Decimal(text)
    return Decimal(mantissa) if "." in mantissa else int(mantissa)
