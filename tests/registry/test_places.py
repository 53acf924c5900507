"""Which place contains which (S2)."""

from __future__ import annotations

import pytest

from credit_rules.registry.places import contains, is_place_code, narrowness


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("000000", "360321", True), ("360000", "360321", True), ("360300", "360321", True), ("360321", "360321", True),
        ("360321", "360300", False), ("360300", "360400", False), ("360000", "000000", False), ("320000", "360000", False),
    ],
)  # fmt: skip
def test_a_place_contains_what_begins_with_its_digits(outer: str, inner: str, holds: bool) -> None:
    assert contains(outer, inner) is holds


def test_levels() -> None:
    assert [narrowness(code) for code in ("000000", "360000", "360300", "360321")] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("360300", True),
        ("36030", False),
        ("3603000", False),
        ("36030a", False),
        ("３６０３００", False),
        ("360300\n", False),
    ],
)
def test_a_code_has_six_digits(text: str, holds: bool) -> None:
    assert is_place_code(text) is holds
