"""Invented units and persons for a generated population: numbers with right check digits that nobody has.

Units have codes of invented organisations, persons passports; no resident identity number is made up.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ..case.identity import uscc_check
from ..source.values import Kind
from .impact_draw import Draw

Plain = dict[str, Any]
UNITS: tuple[Kind, ...] = (
    "enterprise", "individually-owned-business", "cooperative", "social-organisation", "public-institution",
    "state-organ", "unincorporated-organisation",
)  # fmt: skip
_PREFIX = {
    "enterprise": "91", "individually-owned-business": "92", "cooperative": "93", "social-organisation": "51",
    "public-institution": "12", "state-organ": "11", "unincorporated-organisation": "91",
}  # fmt: skip
"""The first characters of the code of a unit of a kind (GB 32100-2015)."""
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_EACH = 32
"""How many parties the case of one subject may have."""


def party(subject: int, place: int, kind: Kind, draw: Draw, as_of: date) -> Plain:
    """The party ``place`` of the case of a subject, as the case describes it."""
    number = subject * _EACH + place
    if kind != "natural-person":
        return {"id": _code(kind, number), "kind": kind, "name": f"示例单位{number}"}
    born = as_of - timedelta(days=draw.between(16 if draw.chance(3) else 25, 60) * 366)
    found = {"id": f"E{number % 10**8:08d}", "kind": kind, "id_type": "passport", "name": f"示例人员{number}"}
    return found if draw.chance(5) else {**found, "birth_date": born.isoformat()}


def _code(kind: Kind, number: int) -> str:
    digits = ""
    for _ in range(6):
        number, digit = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    code = f"{_PREFIX[kind]}360302MEX{digits}"
    return code + uscc_check(code)
