"""Conditions that generated packs seldom hold: one inside the other, negated, counted, of records and of relations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import ibis
import pytest

from credit_rules import Options, Plan
from credit_rules.batch.duck_store import DuckStore
from credit_rules.batch.match.layers import Unsupported
from credit_rules.batch.match.units import units_of
from tests.batch.compared import differences, rows_of
from tests.batch.decided import by_matcher, by_tables, expect_equal
from tests.batch.varied import drawn
from tests.generators.example import measure, pack
from tests.generators.packs import plan_of
from tests.generators.people import Plain

EVASION = {"fact": "record.ground", "is": "evasion"}
SHARE = {"fact": "relation.share", "at_least": "5 %"}
CONDITIONS: tuple[Plain, ...] = (
    {"on_list": "debts", "where": {"exists": ["director"], "where": SHARE}},
    {
        "on_list": ["debts", "taxes"],
        "where": {
            "all": [{"not": {"on_list": "taxes", "where": EVASION}}, {"not": {"fact": "record.amount", "is": "0"}}]
        },
    },
    {
        "on_list": "debts",
        "where": {
            "any": [
                {"clean_for": "1 year"},
                {
                    "count": ["taxes", "debts"],
                    "within": "3 years",
                    "distinct": "conduct",
                    "at_least": 2,
                    "where": EVASION,
                },
            ]
        },
    },
    {"count": ["debts", "taxes", "wages"], "within": "18 months", "distinct": "conduct", "at_least": 1, "at_most": 2},
    {
        "count": ["debts", "taxes", "wages", "penalties"],
        "within": "3 years",
        "distinct": "field",
        "more_than": 1,
        "where": {"on_lists": "serious", "fields": {"at_least": 1}},
    },
    {"all": [{"on_list": "debts"}, {"on_lists": "serious", "fields": {"at_least": 2, "less_than": 4}}]},
    {"on_list": ["debts", "taxes"], "held_by": ["director"], "at": "conduct", "where": EVASION},
    {
        "all": [
            {"on_list": ["debts", "wages"]},
            {
                "any": [
                    {"on_list": "debts", "held_by": ["director"], "at": "listing"},
                    {"exists": ["legal-representative"], "where": {"on_list": "debts"}},
                ]
            },
        ]
    },
    {
        "all": [
            {"on_list": "prices"},
            {"not": {"not": {"exists": ["director"]}}},
            {"not": {"all": [{"fact": "subject.listed", "is": True}, {"on_lists": "dishonesty"}]}},
        ]
    },
    {"any": [{"after_exit": ["debts", "taxes"]}, {"all": [{"on_list": "taxes"}, {"on_list": "taxes"}]}]},
)
ROLES = {"roles": ["director", "legal-representative"], "at": "conduct"}
ASKED_OF_ROLES = {
    "roles": ["director"],
    "at": "listing",
    "when": {"any": [SHARE, {"exists": ["legal-representative"], "where": {"not": SHARE}}]},
}
BEARERS: tuple[list[Any], ...] = (
    ["subject"],
    [ROLES],
    ["subject", ASKED_OF_ROLES],
    [{"roles": ["directly-responsible"], "at": "as-of", "responsible": True}],
)
PUNISHING = ("bar-bids", "restrict-funds", "publicise", "undo-post", "supervise")
REWARDING = ("green-channel", "favour-funds", "honour")


def plan(every: int = 1) -> Plan:
    """Each condition under a punishment and under an incentive, for bearers of every kind."""
    measures = []
    for number, condition in enumerate(CONDITIONS[::every]):
        reverse = "held_by" in condition
        measures.append(
            measure(
                id=f"m{number}",
                triggered_by=condition,
                act=PUNISHING[number % 5],
                bearers=BEARERS[0 if reverse else number % 4],
                **({"term": {"period": "2 years"}} if number % 3 == 0 else {}),
            )
        )
        measures.append(
            measure(id=f"i{number}", triggered_by=condition, direction="incentive", act=REWARDING[number % 3])
        )
    return plan_of([pack(*measures)])


class Spoken(DuckStore):
    """A store that also says every stage as another engine would."""

    def keep(self, table: ibis.Table) -> ibis.Table:
        assert ibis.to_sql(table, dialect="pyspark")
        return super().keep(table)


def test_conditions_inside_others() -> None:
    expect_equal(plan(every=5), drawn(plan(every=5), 120, start=3))


@pytest.mark.long
def test_the_stages_can_be_said_in_the_words_of_spark() -> None:
    cases = drawn(plan(), 150, start=3)
    wanted = rows_of(by_matcher(plan(), cases))
    assert all(len(rows) > 20 for rows in wanted.values())
    assert differences(by_tables(plan(), cases, kind=Spoken), wanted) == []


@pytest.mark.long
@pytest.mark.parametrize("options", [Options(), Options(standing="withhold", evidence="strict")])
def test_conditions_inside_others_in_thousands_of_cases(options: Options) -> None:
    expect_equal(plan(), drawn(plan(), 3000, start=11), options, parts=2)


def test_a_role_that_asks_for_records_of_the_listed_one_is_refused_by_name() -> None:
    """Such a bearer would be asked for by its own answer; packs cannot say it, a plan in a file might."""
    written = plan_of([pack(measure(bearers=[ROLES]))])
    (rule,) = written.rules
    asking = replace(written, rules=(rule._replace(bearers=(rule.bearers[0]._replace(when=rule.condition),)),))
    with pytest.raises(Unsupported, match="asks for records"):
        assert units_of(asking, []).layer
