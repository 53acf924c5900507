"""Identifiers: which type a number has, and whether its format, date and check digit hold (S13).

Codes of units by GB 32100-2015, resident identity numbers by GB 11643-1999. The place in a number is historic and never
a reason to refuse it. Kept equal to python-stdnum by a test; written out because importing that costs each start 30 ms.
"""

from __future__ import annotations

import re
from datetime import date

from ..diagnostics.diagnostic import Level
from ..diagnostics.shown import masked
from ..source.rows import NamedTuple
from ..source.values import IdType, Kind

_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC = re.compile(f"[{_USCC_ALPHABET}]{{18}}")
_USCC_PLACES = re.compile(f"[0-9A-HJ-NP-RT-UW-Y]{{2}}[0-9]{{6}}[{_USCC_ALPHABET}]{{10}}")
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_RESIDENT = re.compile(r"[0-9]{17}[0-9X]")
_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_CHECKS = "10X98765432"
_EARLIEST_BIRTH = date(1850, 1, 1)

KINDS_OF_CODE: dict[str, tuple[Kind, ...]] = {
    "11": ("state-organ",),
    "12": ("public-institution",),
    "13": ("social-organisation", "state-organ", "public-institution"),
    "51": ("social-organisation",),
    "52": ("social-organisation", "unincorporated-organisation"),
    "53": ("social-organisation",),
    "91": ("enterprise", "unincorporated-organisation"),
    "92": ("individually-owned-business",),
    "93": ("cooperative",),
}
"""Registering department and category (the first two characters) -> the kinds that it registers."""


class IdFinding(NamedTuple):
    """What is wrong with an identifier: code, values of its sentence, level."""

    code: str
    values: dict[str, str]
    level: Level = "error"


def tell_id_type(id: str, kind: Kind | None) -> IdType | None:
    """The type that the shape of ``id`` and the ``kind`` of its holder tell; None where they leave it open.

    A natural person's 17 digits and digit or X are a resident identity number. A unit's 18 characters of the code
    alphabet are a unified social credit code, unless they could as well be a person's number. Case is overlooked.
    """
    number = id.upper()
    if kind == "natural-person":
        return "resident-id" if _RESIDENT.fullmatch(number) else None
    if not _USCC.fullmatch(number):
        return None
    if not _RESIDENT.fullmatch(number) or _birth_date(number) is None:
        return "uscc"
    if resident_check(number) == number[17] or uscc_check(number) != number[17]:
        return None
    return "uscc"


def check_identity(id: str, id_type: IdType | None, kind: Kind | None) -> list[IdFinding]:
    """What is wrong with ``id``; nothing for types that have no check, such as a passport.

    ``id_type`` None: told from the id; ``kind`` None: not known. Codes: ``id-type-unclear``, ``id-blank``,
    ``id-lower-case``, ``uscc-malformed``, ``uscc-check-digit``, ``resident-id-malformed``, ``resident-id-date``,
    ``resident-id-check-digit``; the warning ``kind-does-not-fit-code``.
    """
    values = {"id": shown_id(id, kind)}
    if id != id.strip() or not id.strip():
        return [IdFinding("id-blank", values)]
    number = id.upper()
    told = id_type or tell_id_type(id, kind)
    if told is None:
        if kind is None:
            return []
        return [IdFinding("id-type-unclear", {**values, "kind": kind})]
    if told not in ("uscc", "resident-id"):
        return []
    found = []
    if number != id:
        found.append(IdFinding("id-lower-case", {**values, "upper": shown_id(number, kind)}))
    return found + (_check_uscc(number, kind, values) if told == "uscc" else _check_resident(number, values))


def birth_date_of(resident_id: str) -> date | None:
    """The day of birth that a resident identity number states; None where it is no such number."""
    return _birth_date(resident_id) if _RESIDENT.fullmatch(resident_id) else None


def uscc_check(code: str) -> str:
    """The check character that belongs to the first 17 characters of a unified social credit code."""
    total = sum(_USCC_ALPHABET.index(c) * w for c, w in zip(code[:17], _USCC_WEIGHTS, strict=True))
    return _USCC_ALPHABET[-total % 31]


def resident_check(number: str) -> str:
    """The check character that belongs to the first 17 digits of a resident identity number (ISO 7064 MOD 11-2)."""
    return _RESIDENT_CHECKS[sum(int(c) * w for c, w in zip(number[:17], _RESIDENT_WEIGHTS, strict=True)) % 11]


def mask(id: str) -> str:
    """A natural person's number as output for people shows it: ``1101************2X`` (S28)."""
    return masked(id)


def shown_id(id: str, kind: Kind | None) -> str:
    """An id as output for people shows it: a person's masked, a unit's code in full; in doubt masked (S28)."""
    if kind == "natural-person" or (kind is None and _RESIDENT.fullmatch(id.upper())):
        return masked(id)
    return id if len(id) <= 60 else f"{id[:59]}…"


def _check_uscc(code: str, kind: Kind | None, values: dict[str, str]) -> list[IdFinding]:
    if not _USCC_PLACES.fullmatch(code):
        return [IdFinding("uscc-malformed", values)]
    if uscc_check(code) != code[17]:
        return [IdFinding("uscc-check-digit", values)]
    fitting = KINDS_OF_CODE.get(code[:2])
    if kind is not None and (kind == "natural-person" or (fitting is not None and kind not in fitting)):
        said = {**values, "kind": kind, "start": code[:2], "known": "|".join(fitting or ())}
        return [IdFinding("kind-does-not-fit-code", said, "warning")]
    return []


def _check_resident(number: str, values: dict[str, str]) -> list[IdFinding]:
    if not _RESIDENT.fullmatch(number):
        return [IdFinding("resident-id-malformed", values)]
    if _birth_date(number) is None:
        return [IdFinding("resident-id-date", values)]
    if resident_check(number) != number[17]:
        return [IdFinding("resident-id-check-digit", values)]
    return []


def _birth_date(number: str) -> date | None:
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    return born if born >= _EARLIEST_BIRTH else None
