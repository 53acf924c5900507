"""What the strategies draw is valid: nothing that a reader would refuse, and numbers that check."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from credit_rules import Engine
from tests.generators.people import BY_ID, Person
from tests.generators.search import searched
from tests.generators.world import World


@pytest.mark.parametrize("person", BY_ID.values(), ids=BY_ID)
def test_numbers_have_valid_check_digits(person: Person) -> None:
    if person.id_type is None:
        assert (ric if person.kind == "natural-person" else uscc).is_valid(person.id)


@searched()
def test_cases_are_valid(world: World, data: st.DataObject) -> None:
    Engine(world.plan).read(world.case)
