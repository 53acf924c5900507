"""Since when places have had their codes, by the dated table of python-stdnum (S13)."""

from __future__ import annotations

import re

NUMBERS_SINCE = 1984
"""Resident identity numbers were first given in this year, so an older place tells nothing."""
_SINCE = re.compile(r"\[([0-9]{4})-[0-9]*\]")


def founding_years() -> dict[str, int]:
    """For each six-digit code that has not always been in use, the year since when; from the first of several uses.

    A resident identity number whose place is younger than its holder is worth a warning, never an error: numbers are
    given again, and tables of places are not complete.
    """
    from stdnum import numdb

    years: dict[str, int] = {}
    for _, province, _, _, counties in numdb.get("cn/loc").prefixes:
        for _, county, _, names, _ in counties:
            starts = [_start(name) for name in names.get("county", "").split(",")]
            if starts and None not in starts and min(year or 0 for year in starts) > NUMBERS_SINCE:
                years[province + county] = min(year for year in starts if year is not None)
    return dict(sorted(years.items()))


def _start(name: str) -> int | None:
    found = _SINCE.match(name)
    return int(found[1]) if found else None
