"""How many conducts, and how many fields with a conduct of their own, records stand for (S16, S19)."""

from __future__ import annotations

import pytest

from credit_rules.situation.fields import conducts, fields, same_conduct
from credit_rules.situation.model import RecordState
from tests.generators.example import case, record, world
from tests.generators.people import Plain

IN_2014 = {"from": "2014-01-01", "until": "2014-12-31"}
IN_2015 = {"from": "2015-01-01", "until": "2015-12-31"}
FROM_2014 = {"from": "2014-01-01"}


def states(*records: Plain) -> tuple[RecordState, ...]:
    return world(case(*records)).situation().records


def record_of(id: str, list: str, conduct: Plain | None, number: str | None = None) -> Plain:
    return record(id, list, conduct=conduct, document={"number": number or id})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (IN_2014, IN_2014, True),
        (IN_2014, IN_2015, False),
        (IN_2014, None, None),
        (None, None, None),
        (IN_2014, {"until": "2014-12-31"}, None),
        (FROM_2014, {"from": "2015-01-01"}, False),
    ],
)
def test_two_records_tell_of_one_conduct(one: Plain | None, other: Plain | None, same: bool | None) -> None:
    assert same_conduct(*states(record_of("a", "debts", one), record_of("b", "taxes", other))) is same


def test_one_document_is_one_conduct() -> None:
    pair = states(record_of("a", "debts", IN_2014, "1"), record_of("b", "taxes", IN_2015, "1"))
    assert same_conduct(*pair) is True
    assert fields(pair) == (1, 1)


def test_a_conduct_of_unknown_end_may_be_the_one_that_begins_with_it() -> None:
    """Else leaving out the last day makes one conduct two, and S19 punishes on missing data."""
    pair = states(record_of("a", "debts", IN_2014), record_of("b", "taxes", FROM_2014))
    assert same_conduct(*pair) is None
    assert fields(pair) == (1, 2)


@pytest.mark.parametrize(
    ("records", "counted"),
    [
        ([], (0, 0)),
        ([("debts", IN_2014)], (1, 1)),
        ([("debts", IN_2014), ("taxes", IN_2014)], (1, 1)),
        ([("debts", IN_2014), ("taxes", IN_2015)], (2, 2)),
        ([("debts", IN_2014), ("taxes", None)], (1, 2)),
        ([("debts", None), ("taxes", None), ("wages", None)], (1, 3)),
        ([("taxes", IN_2014), ("local-taxes", IN_2015)], (1, 1)),  # two conducts in one field
    ],
)
def test_fields_with_a_conduct_of_their_own(records: list[tuple[str, Plain | None]], counted: tuple[int, int]) -> None:
    found = states(*(record_of(str(number), list, conduct) for number, (list, conduct) in enumerate(records)))
    assert fields(found) == counted


def test_a_conduct_in_two_fields_serves_for_either() -> None:
    """2014 touches courts and taxation, 2015 taxation alone: a field each."""
    found = states(record_of("a", "debts", IN_2014), record_of("b", "taxes", IN_2014), record_of("c", "taxes", IN_2015))
    assert fields(found) == (2, 2)
    assert conducts(found) == (2, 2)


def test_a_record_of_unknown_conduct_does_not_make_two_conducts_one() -> None:
    """Else a punishment appears when such a record leaves its list."""
    sure = record_of("a", "debts", IN_2014), record_of("b", "taxes", IN_2015)
    assert fields(states(*sure))[0] == 2
    found = states(*sure, record_of("c", "wages", None))
    assert conducts(found)[0] == 2
    assert fields(found)[0] == 2
