"""Which place holds which, and whose rule is the most local (S2)."""

from __future__ import annotations

from datetime import date

import pytest

from credit_rules.registry.places import applies
from credit_rules.situation.places import level_of, most_local, reaches
from tests.generators.packs import small_registry

WORDS = small_registry().vocabulary
RENUMBERED = {"360421": "360404", "990121": "990102"}
DAY = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("place", "region", "inside"),
    [
        ("000000", "360302", True),
        ("360000", "360302", True),
        ("360300", "360302", True),
        ("360302", "360302", True),
        ("360300", "360300", True),
        ("360300", "360000", False),
        ("360302", "360300", False),
        ("360300", "360400", False),
        ("360000", "000000", False),
        ("360404", "360421", True),  # renumbered: contained where its successor is
        ("360421", "360404", True),
        ("360400", "360421", True),
        ("360421", "360400", False),
        ("110000", "110101", True),
        ("110100", "110101", True),
    ],
)
def test_a_place_holds_a_region(place: str, region: str, inside: bool) -> None:
    assert applies(place, region, RENUMBERED) is inside
    assert applies(place, region, RENUMBERED) is inside


def test_without_a_region_only_what_is_nationwide_applies() -> None:
    assert applies("000000", None, RENUMBERED)
    assert not applies("360000", None, RENUMBERED)


def test_a_chain_or_a_ring_of_new_codes_ends() -> None:
    assert applies("990103", "990121", {"990121": "990102", "990102": "990103"})
    assert not applies("880000", "990121", {"990121": "990102", "990102": "990121"})


def test_the_most_local_rule_comes_first() -> None:
    def found(region: str | None, day: date = DAY) -> list[str]:
        return [row.id for row in most_local(WORDS.procedures, region, day, WORDS.renumbered)]

    assert found("990121") == ["jia-city", "jia"]
    assert found("990000") == ["jia"]
    assert found("990100", date(2018, 3, 29)) == ["jia"]
    assert found("980100") == ["yi"]
    assert found(None) == []


def test_a_local_list_counts_inside_its_place_and_where_it_is_recognised() -> None:
    def counts(region: str | None, day: date = DAY) -> bool:
        return reaches(WORDS.list["local-taxes"], region, day, WORDS.recognitions, WORDS.renumbered)

    assert counts("980100")
    assert counts("990102")
    assert not counts("990102", date(2018, 12, 31))
    assert counts("990102", date(2019, 1, 1))
    assert not counts("360300")
    assert not counts(None)


@pytest.mark.parametrize(
    ("region", "level"),
    [
        (None, "national"),
        ("000000", "national"),
        ("360000", "province"),
        ("360300", "city"),
        ("360302", "county"),
        ("110100", "city"),
    ],
)
def test_the_level_of_a_code(region: str | None, level: str) -> None:
    assert level_of(region) == level
