"""The terms of the solver say what the plain code says: three values, counts of conducts and of fields, days."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.registry.truth import Truth, all_of, any_of, negate
from credit_rules.toolbox.proofs.kleene import FALSE, TRUE, UNKNOWN, Value, every, opposite, some
from credit_rules.toolbox.proofs.settings import latest_start
from credit_rules.toolbox.proofs.solver import Solver, bit, conj, disj, neg, put, total, whole
from tests.toolbox.proofs.proved import SOLVER

pytestmark = pytest.mark.needs(*SOLVER)
OF: dict[Truth, Value] = {True: TRUE, False: FALSE, None: UNKNOWN}


@pytest.mark.parametrize(("one", "other"), list(product((True, False, None), repeat=2)))
def test_three_values_join_as_the_matcher_joins_them(one: Truth, other: Truth) -> None:
    assert every((OF[one], OF[other])) == OF[all_of((one, other))]
    assert some((OF[one], OF[other])) == OF[any_of((one, other))]
    assert opposite(OF[one]) == OF[negate(one)]


def test_what_is_certain_never_reaches_the_solver() -> None:
    free = bit("free")
    assert conj(True, True) is True
    assert conj(free, False) is False
    assert disj(free, True) is True
    assert neg(False) is True
    assert total([True, False, True]) == 2
    assert conj(True, free) is free
    assert put(conj(free, bit("other")), [(free, False)]) is False


def test_a_wish_is_kept_where_it_can_be() -> None:
    number, small = whole("number"), bit("small")
    solver = Solver((number > 3, disj(neg(small), number < 10)))
    model = solver.simpler((small, number == 100, number == 7))
    assert model is not None
    assert model.holds(small)
    assert model.number(number) == 7
    assert Solver((number > 3, number < 4)).model() is None
    assert Solver((False,)).model() is None


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 800))
def test_the_latest_start_is_the_last_from_which_the_time_is_over(as_of: date, days: int) -> None:
    def ends(start: date) -> date:
        return date.fromordinal(start.toordinal() + days)

    last = date.fromordinal(latest_start(ends, as_of))
    assert ends(last) <= as_of < ends(date.fromordinal(last.toordinal() + 1))
