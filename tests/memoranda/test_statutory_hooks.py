"""The measures that stand on statute today: each on its own article, none on the folder that collects them (S22, S23)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from credit_rules import Decision, Engine, Options
from credit_rules.registry.citations import resolve
from credit_rules.source.tree import cases_of, tree_of
from credit_rules.toolbox.case_file import read_case_file
from tests.generators.world import World, shipped_plan

PACK = "statutory-hooks"
TODAY = date(2026, 6, 1)
PLAN = Engine.bundled().plan
RULES = {rule.id: rule for rule in PLAN.rules if rule.pack == PACK}
FILES = cases_of(next(pack for pack in tree_of().packs if pack.parent.name == PACK))
CASES = tuple(case for file in FILES for case in read_case_file(file).cases)
PERSON = "11010519900307101X"


def sources(day: date | None, **modes: Any) -> dict[str, set[str]]:
    """What standing each measure of the pack has, over all its cases, decided for ``day`` or for their own days."""
    found: dict[str, set[str]] = {}
    for case in CASES:
        options = Options(**{**dict(case.written.options), "as_of": day, **modes})
        decision = Engine.bundled().evaluate(case.node.to_plain(), options)
        for measure in decision.measures:
            for source in measure.sources:
                if source.pack == PACK:
                    found.setdefault(source.id, set()).add(source.standing)
    return found


@pytest.fixture(scope="module")
def today() -> dict[str, set[str]]:
    return sources(TODAY)


def test_every_measure_in_force_stands_sufficient_today(today: Mapping[str, set[str]]) -> None:
    lasting = {id for id, rule in RULES.items() if rule.until is None}
    assert len(RULES) == 59
    assert {id for id in RULES if id not in lasting} == {
        f"{PACK}/company-post-2018",
        f"{PACK}/company-post-removal-2018",
    }
    assert {id: today.get(id) for id in lasting} == {id: {"sufficient"} for id in lasting}


def test_none_is_taken_out_where_only_sufficient_standing_is_asked_for(today: Mapping[str, set[str]]) -> None:
    assert sources(TODAY, standing="withhold").keys() == today.keys()


def test_every_measure_stands_sufficient_on_the_days_of_its_cases() -> None:
    own = sources(None)
    assert own.keys() == RULES.keys()
    assert {value for values in own.values() for value in values} == {"sufficient"}


@pytest.mark.parametrize("day", [date(2020, 12, 6), date(2020, 12, 7), TODAY])
def test_without_its_article_no_measure_that_reduces_a_right_stands(day: date) -> None:
    """The folder is no document: neither its rank nor the practice of its time carries anything."""
    rules = tuple(rule._replace(basis=()) if rule.pack == PACK else rule for rule in PLAN.rules)
    bare = replace(PLAN, rules=rules)
    reducing = 0
    for case in CASES:
        decision = World(bare, case.node.to_plain()).decide(as_of=day)
        for measure in decision.measures:
            for source in measure.sources:
                if source.pack == PACK and RULES[source.id].impact == "reduces-right":
                    reducing += 1
                    assert source.standing == "insufficient", (source.id, day)
    assert reducing


def test_each_measure_begins_when_the_version_read_was_in_force() -> None:
    for rule in RULES.values():
        for cited in rule.basis:
            entry = PLAN.vocabulary.instrument[cited.instrument]
            version = resolve(cited, entry, rule.from_, rule.from_).version
            assert version is not None, rule.id
            assert version.version == cited.version, rule.id
            assert entry.rank in ("law", "administrative-regulation"), rule.id


# --- 公司法 146(5) of 2018, 178(5) of 2023 ----------------------------------------------------------------------------


def debtor(
    as_of: str, list: str, *, large: bool | None, overdue: bool | None, kind: str = "natural-person"
) -> Decision:
    subject = {"id": PERSON, "kind": kind} if kind == "natural-person" else {"id": "91110105MA01TT001R", "kind": kind}
    record = {
        "id": "r1", "list": list, "determined_by": "示例市示例区人民法院", "document": {"number": "（2023）示0105执示例1号"},
        "decided_on": "2023-05-01", "served": True,
        "facts": {"ground": "able-but-refuses", "debt-large": large, "debt-overdue": overdue},
    }  # fmt: skip
    context = {"as_of": as_of, "region": "110105", "matter": "company-appointment"}
    return World(shipped_plan(), {"subject": subject, "records": [record], "context": context}).decide()


def outcome(decision: Decision) -> str:
    """Whether the bar from company posts is issued, open, or neither."""
    if any(measure.act == "bar-company-post" for measure in decision.measures):
        return "issued"
    open_ = {id for item in decision.undetermined for id in item.ids}
    return "undetermined" if open_ & {f"{PACK}/company-post", f"{PACK}/company-post-2018"} else "no"


UNLISTED, LISTED = "unperformed-judgment", "dishonest-judgment-debtor"


@pytest.mark.parametrize(
    ("as_of", "list", "expected"),
    [
        ("2024-06-30", UNLISTED, "issued"),
        ("2024-07-01", UNLISTED, "no"),
        ("2024-06-30", LISTED, "issued"),
        ("2024-07-01", LISTED, "issued"),
        ("2026-06-01", LISTED, "issued"),
    ],
)
def test_from_july_2024_the_court_must_have_listed_the_debtor(as_of: str, list: str, expected: str) -> None:
    decision = debtor(as_of, list, large=True, overdue=True)
    assert outcome(decision) == expected
    assert decision.indication is not None
    assert decision.indication.result == ("prohibit" if expected == "issued" else "neutral")


@pytest.mark.parametrize("as_of", ["2024-06-30", "2024-07-01"])
@pytest.mark.parametrize(
    ("large", "overdue", "kind", "expected"),
    [
        (True, True, "natural-person", "issued"),
        (False, True, "natural-person", "no"),
        (True, False, "natural-person", "no"),
        (True, True, "enterprise", "no"),
        (None, True, "natural-person", "undetermined"),
        (True, None, "natural-person", "undetermined"),
        (False, None, "natural-person", "no"),
    ],
)
def test_each_of_the_other_elements_is_needed(
    as_of: str, large: bool | None, overdue: bool | None, kind: str, expected: str
) -> None:
    decision = debtor(as_of, LISTED, large=large, overdue=overdue, kind=kind)
    assert outcome(decision) == expected


@pytest.mark.parametrize(
    ("as_of", "act", "article"),
    [
        ("2024-06-30", "bar-company-post", "146(5)"),
        ("2024-07-01", "bar-company-post", "178(5)"),
        ("2023-12-31", "record-in-credit-reporting", "262"),
        ("2024-01-01", "record-in-credit-reporting", "266"),
    ],
)
def test_the_article_shown_is_that_of_the_day(as_of: str, act: str, article: str) -> None:
    (measure,) = [m for m in debtor(as_of, LISTED, large=True, overdue=True).measures if m.act == act]
    assert not isinstance(measure.legal_basis, str)
    assert [basis.article for basis in measure.legal_basis if basis.rank == "law"] == [article]
