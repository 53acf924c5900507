"""Which conditions the cases of a pack see true, false and unknown, as the matcher itself judges them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from credit_rules.matcher.match import match
from credit_rules.plan.compile import compile
from credit_rules.plan.conditions import AllOf, AnyOf, NotThat
from credit_rules.toolbox.case_trees import read_case_trees
from credit_rules.toolbox.leaf_coverage import LeafCoverage, SeenLeaf, every_leaf_coverage, values_in
from credit_rules.toolbox.leaf_report import as_plain, as_text
from credit_rules.toolbox.leaves import watch
from credit_rules.toolbox.prepared_cases import prepare
from tests.toolbox.mutation.small import DIRECTOR, WEAK, record, tree

REGIONAL = Path(__file__).parents[2] / "memoranda" / "regional"


def city(folder: Path, cases: str = WEAK) -> LeafCoverage:
    (found,) = every_leaf_coverage([tree(folder, cases)])
    return found


def seen(found: LeafCoverage) -> dict[tuple[int, str], str]:
    """Line and key of each leaf, with the values seen."""

    def values(each: SeenLeaf) -> str:
        marks = (each.true, "T"), (each.false, "F"), (each.unknown, "U")
        return "".join(mark for here, mark in marks if here)

    return {(each.leaf.span.line, str(each.leaf.path[-1])): values(each) for each in found.leaves}


def one(case: str) -> str:
    return f"  - name: one\n    case: {case}\n"


def test_every_leaf_stands_at_its_place_with_what_the_cases_saw_of_it(tmp_path: Path) -> None:
    assert seen(city(tmp_path)) == {
        (12, "triggered_by"): "TF",  # the pack's own, of all measures without one
        (26, "when"): "",  # nobody holds a role
        (36, "0"): "TF",
        (36, "where"): "TF",
        (38, "0"): "F",
        (39, "not"): "F",
        (39, "where"): "",
        (40, "2"): "F",
        (41, "when"): "T",
        (42, "listed_kinds"): "T",
        (49, "triggered_by"): "U",  # nobody asked who heads the unit
        (51, "bearer_kinds"): "T",
        (80, "0"): "TF",
        (80, "1"): "FU",
        (82, "0"): "F",
    }


def test_a_case_outside_the_place_of_the_pack_sees_nothing(tmp_path: Path) -> None:
    found = city(tmp_path, one("{context: {region: '360100'}}"))
    assert found.seen == 0
    assert found.wanted == 3 * 11 + 2 * 4
    assert city(tmp_path / "with", WEAK).percent > 0


@pytest.mark.parametrize(
    ("amount", "value"), [("'2000000.00'", "T"), ("'5.00'", "F"), (None, "U")], ids=["more", "less", "not said"]
)
def test_a_condition_on_a_record_is_seen_where_the_matcher_looks_at_the_record(
    tmp_path: Path, amount: str | None, value: str
) -> None:
    facts = "" if amount is None else f", facts: {{amount: {amount}}}"
    found = seen(city(tmp_path, one(f"{{records: [{record('r1', 'tax-violation', more=facts)}]}}")))
    assert found[36, "where"] == value
    assert found[36, "0"] == value


@pytest.mark.parametrize(("share", "value"), [("'5'", "T"), ("'4'", "F"), (None, "U")])
def test_a_condition_on_a_relation_is_seen_for_each_who_may_bear(tmp_path: Path, share: str | None, value: str) -> None:
    facts = "" if share is None else f", facts: {{share: {share}}}"
    relation = f"{{id: '{DIRECTOR}', kind: natural-person, role: shareholder, since: 2015-01-01{facts}}}"
    found = city(tmp_path, one(f"{{records: [{record('r1', 'judgment-debtor')}], relations: [{relation}]}}"))
    assert seen(found)[26, "when"] == value


def test_what_can_never_be_unknown_says_why(tmp_path: Path) -> None:
    known = {(each.leaf.span.line, str(each.leaf.path[-1])): each.leaf.known for each in city(tmp_path).leaves}
    assert {place for place, why in known.items() if why is not None} == {
        (42, "listed_kinds"),
        (51, "bearer_kinds"),
        (80, "0"),
        (82, "0"),
    }
    assert all(len(why) == 2 for why in known.values() if why is not None)


def test_a_list_that_hinders_an_incentive_is_seen_hindering(tmp_path: Path) -> None:
    class_a, debtor = record("a1", "tax-a"), record("r1", "judgment-debtor")
    assert seen(city(tmp_path / "clean", one(f"{{records: [{class_a}]}}")))[82, "0"] == "F"
    assert seen(city(tmp_path / "listed", one(f"{{records: [{class_a}, {debtor}]}}")))[82, "0"] == "T"


def test_measures_are_hit_by_a_case_that_issues_them_and_missed_by_one_that_names_them(tmp_path: Path) -> None:
    found = {each.id: (each.hit, each.missed) for each in city(tmp_path).measures}
    assert found["procurement"] == (True, True)
    assert found["large-amounts"] == (True, True)
    assert found["green-channel"] == (True, False)
    assert found["headed-units"] == (False, False)


def test_what_is_missing_is_told_with_place_and_share(tmp_path: Path) -> None:
    found = city(tmp_path)
    text = as_text([found], "en")
    assert f"pack.yaml:49:19: no case sees “{found.leaves[10].leaf.text}” true" in text
    assert "no case issues headed-units" in text
    assert text.splitlines()[-1].endswith(f"{found.percent:.1f} %")
    plain = json.loads(json.dumps(as_plain([found], "zh")))["packs"][0]
    assert sum(len(each["missing"]) for each in plain["leaves"]) == found.wanted - found.seen


def test_a_measure_of_one_leaf_hits_and_misses_as_the_leaf_is_seen() -> None:
    """The value noted for a leaf is the one that the matcher decides by."""
    (whole,) = read_case_trees([REGIONAL / "410000-joint-measures-2016"])
    (pack,) = whole.packs
    plan = compile(whole.read.packs, whole.read.registry, "")
    cases = list(prepare(pack.files, plan))[::3]
    decided = [match(plan, case.for_plan(plan).situation, every=True) for case in cases]
    compared = 0
    for watched in watch(pack.loaded, plan):
        rule = watched.rule
        single = not isinstance(plan.conditions[plan.rules[watched.number].condition], AllOf | AnyOf | NotThat)
        if not single or len(watched.paths) != 1 or rule.listed_kinds or rule.bearer_kinds:
            continue
        for case, results in zip(cases, decided, strict=True):
            noted = {value for path, value in values_in(watched, 0, case) if path == watched.paths[0]}
            assert noted == {each.readings[0] for each in results if each.rule == watched.number}
            compared += bool(noted)
    assert compared >= len(cases)


def test_the_shipped_regional_packs_are_seen_nearly_in_full() -> None:
    for found in every_leaf_coverage([REGIONAL]):
        assert [each.id for each in found.measures if not (each.hit and each.missed)] == []
        assert found.percent >= 99, (found.pack, [str(each.leaf.span) for each in found.leaves if each.missing])
