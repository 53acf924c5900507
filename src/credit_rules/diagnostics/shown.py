"""How a word of the input is quoted in a message: on one line, short, identity numbers masked (S28)."""

from __future__ import annotations

import re

_LONGEST = 60
_RESIDENT_ID = re.compile(
    r"(?<![0-9A-Za-z])[0-9]{6}(?:1[6-9]|2[0-9])[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
    r"(?![0-9A-Za-z])"
)


def shown(value: object) -> str:
    """``value`` as a message may quote it: at most 60 characters, no line break, no whole resident identity number."""
    text = _RESIDENT_ID.sub(lambda found: masked(found[0]), " ".join(str(value).split()))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def masked(number: str) -> str:
    """The first four and last two characters of a person's number, stars between; all stars where it is short."""
    if len(number) < 10:
        return "*" * len(number)
    return f"{number[:4]}{'*' * (len(number) - 6)}{number[-2:]}"
