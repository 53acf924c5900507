"""Places by their GB/T 2260 code: which contains which (S2)."""

from __future__ import annotations

import re

NATIONWIDE = "000000"
_CODE = re.compile(r"[0-9]{6}")


def is_place_code(text: str) -> bool:
    """Whether ``text`` has the form of a place code: six digits."""
    return _CODE.fullmatch(text) is not None


def contains(outer: str, inner: str) -> bool:
    """Whether the place ``inner`` is ``outer`` or lies in it: 360000 contains 360321; 000000 contains all."""
    return inner.startswith(outer[: 2 * narrowness(outer)])


def applies(place: str, region: str | None, renumbered: dict[str, str]) -> bool:
    """Whether what holds in ``place`` applies in ``region``; without a region only what is nationwide does.

    A renumbered code is contained where its successor is (S2).
    """
    if place == NATIONWIDE or region is None:
        return place == NATIONWIDE
    return contains(place, region) or contains(_newest(place, renumbered), _newest(region, renumbered))


def _newest(code: str, renumbered: dict[str, str]) -> str:
    seen = {code}
    while (successor := renumbered.get(code)) and successor not in seen:
        code = successor
        seen.add(code)
    return code


def narrowness(place: str) -> int:
    """How many pairs of digits a code fixes: 0 nationwide, 1 province, 2 city, 3 county."""
    if place.endswith("00"):
        return 0 if place == NATIONWIDE else 1 if place.endswith("0000") else 2
    return 3


def parents(place: str) -> tuple[str, ...]:
    """The place and those that contain it, narrowest first, without the nation: 360321, 360300, 360000."""
    chain = (place, f"{place[:4]}00", f"{place[:2]}0000")
    return tuple(dict.fromkeys(code for code in chain if code != NATIONWIDE))
