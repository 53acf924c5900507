"""Days, amounts and counts as the whole numbers that the network compares.

durable-rules compares values of different types as text and reads no exponents, so nothing but whole numbers is sent.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_FLOOR, Context, Decimal

NO_DAY = 0
"""Before every day."""
FAR = 10_000_000
"""After every day: a period that does not end."""
GREATEST = 2**62
"""No number sent is greater; one that would be is cut down to it, for no bound lies beyond."""


def day_number(day: date | None, absent: int = NO_DAY) -> int:
    """The number of a day, 1 for 0001-01-01; ``absent`` where there is none."""
    return absent if day is None else day.toordinal()


def halves(value: Decimal | int, places: int) -> int:
    """Twice an amount in its smallest unit (fen with two ``places``), and one more where it lies between two units.

    So every amount keeps its order beside the bounds, which are whole units, however many digits it has.
    """
    exact = Decimal(value)
    if exact.adjusted() > 40:
        return GREATEST if exact > 0 else -GREATEST
    if exact.adjusted() < -40:
        return (exact > 0) - (exact < 0)
    context = Context(prec=len(exact.as_tuple().digits) + 128)
    scaled = context.scaleb(exact, places)
    floor = scaled.to_integral_value(ROUND_FLOOR, context)
    return cut(2 * int(floor) + (floor != scaled))


def cut(number: int) -> int:
    """The number itself, or the greatest that is sent."""
    return max(-GREATEST, min(GREATEST, number))


def places_of(value: Decimal | int) -> int:
    """How many decimals an amount is written with."""
    exponent = Decimal(value).normalize(Context(prec=64)).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
