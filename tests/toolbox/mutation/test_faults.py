"""Which faults are planted in a pack, and where: each bound, list, role, day, department and joint once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from credit_rules.pack.condition import Fact
from credit_rules.pack.loaded import LoadedPack
from credit_rules.pack.model import Measure
from credit_rules.pack.period import Period
from credit_rules.toolbox.mutation.every import every_mutant
from credit_rules.toolbox.mutation.mutant import FAULT_WORDS, FAULTS, Mutant
from credit_rules.toolbox.mutation.planted import plant
from credit_rules.toolbox.mutation.thresholds import of_fact
from credit_rules.toolbox.mutation.validity import refused
from credit_rules.toolbox.mutation.windows import of_period
from tests.toolbox.mutation.small import read_clean

FAULTS_OF_CITY = Path(__file__).with_name("faults-of-the-city.txt")
READ, CITY = read_clean()
MUTANTS = every_mutant(CITY, READ.registry)


def names(mutant: Mutant, loaded: LoadedPack = CITY) -> str:
    return ", ".join(loaded.pack.measures[index].id for index, _ in mutant.measures) or "memorandum"


def lines() -> Iterator[str]:
    for mutant in MUTANTS:
        yield f"{mutant.span.line}:{mutant.span.column} {mutant.fault} of {names(mutant)}: {mutant.said[1]}"


def test_every_fault_of_the_small_pack_stands_where_it_is_written() -> None:
    """The list is read when it changes: write ``lines()`` into the file."""
    assert "\n".join(lines()) + "\n" == FAULTS_OF_CITY.read_text(encoding="utf-8")


def test_every_kind_of_fault_has_words_and_all_but_matters_stand_in_the_small_pack() -> None:
    assert set(FAULT_WORDS) == set(FAULTS)
    assert {mutant.fault for mutant in MUTANTS} == set(FAULTS) - {"matter"}


def test_each_mutant_says_in_both_languages_what_is_wrong_and_which_case_to_write() -> None:
    for mutant in MUTANTS:
        assert all(mutant.said)
        assert all(mutant.wanted)
        assert mutant.said[0] != mutant.said[1]


def test_of_an_adopted_measure_only_what_the_pack_says_itself_is_otherwise() -> None:
    of_adopted = {mutant.fault for mutant in MUTANTS if names(mutant) == "tax-supervision"}
    assert of_adopted == {"department"}


def fact(form: str, bound: object) -> Fact:
    return Fact.model_validate({"fact": form.partition(" ")[0], form.partition(" ")[2]: bound})


@pytest.mark.parametrize(
    ("form", "bound", "faults"),
    [
        ("subject.staff at_least", 20, ["more_than: 20", "at_least: 19"]),
        ("subject.staff more_than", 20, ["at_least: 20", "more_than: 21"]),
        ("subject.staff at_most", 20, ["less_than: 20", "at_most: 21"]),
        ("subject.staff less_than", 20, ["at_most: 20", "less_than: 19"]),
        ("record.amount at_least", "100000", ["more_than: 100000", "at_least: 99999.99"]),
        ("relation.share less_than", "5 %", ["at_most: 5 %", "less_than: 4.99 %"]),
        ("subject.listed-company is", True, ["not being true"]),
        ("subject.industry is", "food", ["not being food", "also be drugs"]),
        ("subject.industry one_of", ["food", "drugs"], ["lacks food", "lacks drugs"]),
    ],
)  # fmt: skip
def test_a_bound_is_moved_to_its_other_side_and_by_one_step(form: str, bound: object, faults: list[str]) -> None:
    found = [change.said[1] for change in of_fact(fact(form, bound), ("when",), READ.registry)]
    assert len(found) == len(faults)
    assert all(said.endswith(fault) for said, fault in zip(found, faults, strict=True))


def test_the_author_is_told_the_value_to_write() -> None:
    wanted = [
        change.wanted[1] for change in of_fact(fact("record.amount at_least", "100000"), ("when",), READ.registry)
    ]
    assert wanted == [
        "no case stands at the threshold 100000: write one with 100000 (金额)",
        "no case stands beside the threshold 100000: write one with 99999.99 (金额)",
    ]


def test_a_period_is_one_longer_one_shorter_or_of_another_unit() -> None:
    assert [str(wrong) for wrong, _, _ in of_period(Period(3, "years"))] == ["4 years", "2 years", "3 months"]
    assert [str(wrong) for wrong, _, _ in of_period(Period(1, "months"))] == ["2 months", "1 day"]


# --- what counts as a mutant -------------------------------------------------------------------------------------------


def mutant(**fields: object) -> Mutant:
    first = CITY.pack.measures[0]
    assert isinstance(first, Measure)
    span = CITY.node.span
    return Mutant(0, "bearer", (), span, ("", ""), ("", ""), ((0, first.model_copy(update=fields)),))


def test_what_the_checks_refuse_is_no_mutant() -> None:
    unlisted = Fact.model_validate({"fact": "subject.listed-company", "is": True})
    assert refused(mutant(triggered_by=unlisted), CITY, READ.packs, READ.registry)
    assert not refused(mutant(force="recommended"), CITY, READ.packs, READ.registry)


def test_the_checks_refuse_punishments_without_a_list_ratings_and_bearers_that_never_fit() -> None:
    found = [each for each in MUTANTS if refused(each, CITY, READ.packs, READ.registry)]
    assert [f"{each.span.line} {each.said[1]}" for each in found] == [
        "36 not is written before “on_list tax-violation”",
        "37 not is written before “all of 2”",
        "37 all becomes any",
        "38 the condition “on_lists serious” is left out",
        "38 not is written before “on_lists serious”",
        "40 not is written before “count tax-violation, judgment-debtor”",
        "50 legal-representative bears it too",
        "80 the list tax-rating is named too",
    ]


def test_another_order_and_other_words_are_the_same_pack() -> None:
    first = CITY.pack.measures[0]
    assert isinstance(first, Measure)
    for fields in ({"wording": "禁止"}, {"note": "…"}, {"bearers": first.bearers}):
        planted = plant(READ.packs, READ.registry, "city-2017", [mutant(**fields)])
        assert not planted.differs(0)
    assert plant(READ.packs, READ.registry, "city-2017", [mutant(force="recommended")]).differs(0)
