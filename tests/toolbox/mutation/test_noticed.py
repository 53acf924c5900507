"""A fault that the cases let pass is told, and the case that is asked for notices it."""

from __future__ import annotations

from pathlib import Path

import pytest

from credit_rules.cli.shards import tried_on
from credit_rules.toolbox.case_trees import read_case_trees
from credit_rules.toolbox.mutation.every import every_mutant
from credit_rules.toolbox.mutation.result import PackResult, Verdict
from credit_rules.toolbox.mutation.run import mutate
from credit_rules.toolbox.mutation.shard import Shard, try_shard
from tests.toolbox.mutation.small import DIRECTOR, UNIT, WEAK, of_the_city, record, tree
from tests.toolbox.proofs.proved import SOLVER


def city(pack: Path) -> PackResult:
    (result,) = mutate([pack])
    return result


MUTANTS = {(each.span.line, each.said[1]): each.number for each in of_the_city()}


def verdict(pack: Path, line: int, said: str) -> Verdict:
    """What becomes of one fault."""
    number = MUTANTS[line, said]
    return try_shard(Shard(pack.parent, pack / "pack.yaml", number, number + 1)).judged[0].verdict


DEBTOR = record("r1", "judgment-debtor")


def firm(records: str, relations: str = "", issued: str = "", more: str = "") -> str:
    return f"  - name: asked for\n    case: {{records: [{records}], relations: [{relations}]}}\n    issued: [{issued}]\n{more}"


def role(name: str, since: str = "2015-01-01", more: str = "") -> str:
    return f"{{id: '{DIRECTOR}', kind: natural-person, role: {name}, since: {since}{more}}}"


AMOUNT = "amount: '1000000.00'"
LAST_DAY = record("r1", "judgment-debtor", decided="2015-05-10", more=", expires_on: 2017-06-01")
ASKED_FOR = [
    (36, "more_than: 1000000.00 becomes at_least: 1000000.00",
     firm(record("r1", "tax-violation", more=f", facts: {{{AMOUNT}}}"), issued="tax-supervision")),
    (26, "at_least: 5 % becomes more_than: 5 %",
     firm(DEBTOR, role("shareholder", more=", facts: {share: '5'}"),
          f"{{id: procurement, bearer: '{UNIT}'}}, {{id: procurement, bearer: '{DIRECTOR}'}}, subsidy, credit")),
    (26, "the role director is named too",
     firm(DEBTOR, role("director", more=", facts: {share: '5'}"), f"{{id: procurement, bearer: '{UNIT}'}}, subsidy, credit")),
    (20, "mandatory becomes recommended", firm(DEBTOR, issued="{id: procurement, force: mandatory}, subsidy, credit")),
    (27, "the department 市法院 is left out", firm(DEBTOR, issued="{id: procurement, departments: 市法院}, subsidy, credit")),
    (29, "the term is left out", firm(DEBTOR, issued="{id: procurement, until: 2021-01-11}, subsidy, credit")),
    (29, "it ends with the listing (outlasts is left out)", firm(LAST_DAY, issued="procurement")),
    (82, "the list judgment-debtor hinders it no more",
     firm(f"{record('a1', 'tax-a')}, {DEBTOR}", issued="procurement, subsidy, credit",
          more="    withheld: [{id: green-channel, reason: listed-elsewhere}]\n")),
    (41, "subject.industry may also be drugs",
     firm(record("r1", "tax-violation", more=", facts: {amount: '2000000.00'}"), issued="tax-supervision").replace(
         "case: {", "case: {subject: {facts: {industry: drugs}}, ")),
    (9, "it applies from 2017-03-28, written 2017-03-27",
     firm(record("r1", "judgment-debtor", decided="2017-01-10")).replace("case: {", "case: {context: {as_of: 2017-03-27}, ")),
    (8, "the place 360300 becomes 360000", firm(DEBTOR).replace("case: {", "case: {context: {region: '360100'}, ")),
    (68, "legal-representative bears it too", firm(DEBTOR, role("legal-representative", "2015-01-01"),
     f"{{id: procurement, bearer: '{UNIT}'}}, {{id: subsidy, bearer: '{UNIT}'}}, {{id: credit, bearer: '{UNIT}'}}").replace(
         "issued:", "undetermined: [procurement]\n    issued:")),
    (59, "the department 市税务局 is left out", firm(DEBTOR, issued="{id: subsidy, departments: 市税务局}, procurement, credit")),
]  # fmt: skip
"""Where, which fault, and the case that its report asks for."""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (80, "any becomes all"),
        (41, "subject.industry being food becomes not being food"),
        (25, "the bearer subject is left out"),
    ],
)
def test_the_weak_cases_notice_what_they_tell(tmp_path: Path, line: int, said: str) -> None:
    assert verdict(tree(tmp_path), line, said) == "killed"


@pytest.mark.parametrize(("line", "said", "case"), ASKED_FOR, ids=[f"{line} {said}" for line, said, _ in ASKED_FOR])
def test_the_case_asked_for_notices_the_fault(tmp_path: Path, line: int, said: str, case: str) -> None:
    assert verdict(tree(tmp_path / "weak"), line, said) == "survived"
    assert verdict(tree(tmp_path / "strong", WEAK + case), line, said) == "killed"


def test_a_pack_whose_cases_fail_anyhow_is_not_tried(tmp_path: Path) -> None:
    result = city(tree(tmp_path, WEAK.replace("issued: [green-channel]", "issued: []")))
    assert [case.name for case in result.failing] == ["class A"]
    assert result.mutants == ()


def test_a_draft_and_a_pack_without_cases_are_not_tried(tmp_path: Path) -> None:
    pack = tree(tmp_path)
    file = pack / "pack.yaml"
    (pack / "cases.yaml").unlink()
    assert (city(pack).draft, city(pack).mutants) == (False, ())
    file.write_text(file.read_text("utf-8").replace("  restates:", "  status: draft\n  restates:"), encoding="utf-8")
    assert (city(pack).draft, city(pack).mutants) == (True, ())


def test_when_the_time_is_over_what_is_left_is_counted_apart(tmp_path: Path) -> None:
    (result,) = mutate([tree(tmp_path)], tried_on(1, lambda done: False))
    assert (result.counted, result.count("not-run")) == (0, len(result.mutants))
    assert result.mutants


def test_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = tree(tmp_path)
    monkeypatch.setattr("credit_rules.toolbox.mutation.shard.MOST", 30)
    told: list[int] = []
    together = mutate([pack], tried_on(2, lambda done: told.append(done) is None))
    assert together == mutate([pack])
    assert told[-1] == len(together[0].mutants)


def test_a_file_of_cases_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    pack = tree(tmp_path)
    before = city(pack)
    with (pack / "cases.yaml").open("a", encoding="utf-8") as file:
        file.write(firm(DEBTOR, issued="{id: procurement, force: mandatory}, subsidy, credit"))
    assert city(pack).killed > before.killed


@pytest.mark.needs(*SOLVER)
def test_the_solver_gives_a_case_that_notices_what_none_does(tmp_path: Path) -> None:
    pack = tree(tmp_path)
    number = MUTANTS[41, "subject.industry may also be drugs"]
    (told,) = try_shard(Shard(pack.parent, pack / "pack.yaml", number, number + 1, tell=True)).judged
    assert told.verdict == "survived"
    assert told.case is not None
    assert told.case["subject"]["facts"] == {"industry": "drugs"}


@pytest.mark.needs(*SOLVER)
def test_what_no_case_can_tell_apart_says_the_same(tmp_path: Path) -> None:
    """Every case of the pack is one of a unit of another kind only where its kind is asked."""
    pack = tree(tmp_path)
    file = pack / "pack.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "    listed_kinds: units\n", "    listed_kinds: units\n    bearer_kinds: units\n"
    )
    file.write_text(text, encoding="utf-8")
    (tree_,) = read_case_trees([pack])
    found = every_mutant(tree_.packs[0].loaded, tree_.read.registry)
    number = next(each.number for each in found if each.path[-1:] == ("bearer_kinds",) and each.path[1] == 1)
    verdicts = [
        try_shard(Shard(pack.parent, file, number, number + 1, tell)).judged[0].verdict for tell in (False, True)
    ]
    assert verdicts == ["survived", "same"]
