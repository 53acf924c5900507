"""Packs to a plan: ordered, equal conditions shared, indexed by list (architecture.md, "Stages")."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credit_rules import Plan
from credit_rules.plan.conditions import AllOf, Compare, InFields, OnList
from credit_rules.plan.model import Rule
from tests.generators.example import JIA, measure, pack
from tests.generators.packs import plan_of
from tests.generators.people import Plain
from tests.generators.world import shipped_plan

DEBTS, TAXES = {"on_list": "debts"}, {"on_list": "taxes"}


def rule(*measures: Plain, **pack_fields: Any) -> Rule:
    return plan_of([pack(*measures, **pack_fields)]).rules[0]


def index(triggered_by: Plain, when: Plain | None = None) -> tuple[set[str], bool]:
    """The lists under which the one measure is found, and whether it is judged always."""
    plan = plan_of([pack(measure(triggered_by=triggered_by, **({} if when is None else {"when": when})))])
    return set(plan.by_list), plan.always == (0,)


class TestOrder:
    def test_packs_stand_by_id_and_measures_as_in_the_text(self) -> None:
        one = pack(measure("z"), measure("a"), id="b-pack")
        other = pack(measure("m"), id="a-pack")
        plan = plan_of([one, other])
        assert [rule.id for rule in plan.rules] == ["a-pack/m", "b-pack/z", "b-pack/a"]
        assert plan_of([other, one]).json == plan.json

    def test_a_draft_is_left_out(self) -> None:
        plan = plan_of([pack(measure(), id="draft", status="draft", **{"from": "unknown"}), pack(measure())])
        assert [info.id for info in plan.packs] == ["pack"]
        assert {rule.pack for rule in plan.rules} == {"pack"}

    def test_an_undated_document_applies_from_the_day_that_proves_it(self) -> None:
        proven = {"day": "2018-03-30", "source": "倡议书"}
        plan = plan_of([pack(measure(), **{"from": "unknown"}, proven_by=proven)])
        assert plan.packs[0].from_ == plan.rules[0].from_ == date(2018, 3, 30)

    def test_a_superseded_document_ends_where_the_next_begins(self) -> None:
        plan = plan_of(
            [pack(measure(), id="old"), pack(measure(), id="young", **{"from": "2019-01-01"}, supersedes=["old"])]
        )
        assert [info.until for info in plan.packs] == [date(2019, 1, 1), None]
        assert [rule.until for rule in plan.rules] == [date(2019, 1, 1), None]


class TestConditions:
    def test_equal_conditions_are_shared(self) -> None:
        plan = plan_of(
            [pack(measure("a", when=TAXES), measure("b", when=TAXES), measure("c")), pack(measure("d"), id="other")]
        )
        assert len([condition for condition in plan.conditions if isinstance(condition, OnList)]) == 2
        assert len([condition for condition in plan.conditions if isinstance(condition, AllOf)]) == 1
        asked = {rule.id: rule.condition for rule in plan.rules}
        assert asked["pack/a"] == asked["pack/b"] != asked["pack/c"] == asked["other/d"]

    def test_no_condition_stands_twice(self) -> None:
        conditions = shipped_plan().conditions
        assert len(set(conditions)) == len(conditions)

    def test_parts_stand_before_what_they_are_parts_of(self) -> None:
        for number, condition in enumerate(shipped_plan().conditions):
            assert all(part < number for part in getattr(condition, "parts", ()))

    def test_bounds_written_otherwise_keep_their_words(self) -> None:
        """1000000 and 1000000.00 yuan are one amount, but reasons quote the text."""
        bounds = (
            {"fact": "record.amount", "at_least": "1000000"},
            {"fact": "record.amount", "at_least": "1000000.00 yuan"},
        )
        plan = plan_of(
            [
                pack(
                    *(
                        measure(f"m{i}", triggered_by={"on_list": "debts", "where": bound})
                        for i, bound in enumerate(bounds)
                    )
                )
            ]
        )
        compared = [condition for condition in plan.conditions if isinstance(condition, Compare)]
        assert [condition.text for condition in compared] == ["金额以上（含）1000000", "金额以上（含）1000000.00 yuan"]

    def test_true_and_one_are_two_bounds(self) -> None:
        plan = plan_of(
            [
                pack(
                    measure("a", when={"fact": "subject.listed", "is": True}),
                    measure("b", when={"fact": "subject.staff", "is": 1}),
                )
            ]
        )
        compared = [condition.comparison.bounds for condition in plan.conditions if isinstance(condition, Compare)]
        assert [type(bound) for (bound,) in compared] == [bool, int]

    def test_several_bounds_on_one_fact_hold_together(self) -> None:
        plan = plan_of([pack(measure(when={"fact": "subject.staff", "at_least": 1, "at_most": 2}))])
        assert sorted(c.comparison.operator for c in plan.conditions if isinstance(c, Compare)) == [
            "at_least",
            "at_most",
        ]

    @pytest.mark.parametrize(
        ("name", "fields", "lists"),
        [
            ("serious", None, ("debts", "local-taxes", "taxes", "wages")),
            ("negative", None, ("debts", "local-taxes", "penalties", "prices", "taxes", "wages")),
            ("dishonesty", None, ("prices",)),
            ("serious", ["taxation", "wages"], ("local-taxes", "taxes", "wages")),
            ("red", None, ("local-models", "models")),
        ],
    )
    def test_a_class_is_its_lists(self, name: str, fields: list[str] | None, lists: tuple[str, ...]) -> None:
        form = {"on_lists": name} | ({} if fields is None else {"of_fields": fields})
        plan = plan_of([pack(measure(triggered_by=form))])
        assert next(condition.lists for condition in plan.conditions if isinstance(condition, OnList)) == lists
        counted = plan_of([pack(measure(triggered_by={**form, "fields": {"at_least": 2}}))])
        assert next(condition.lists for condition in counted.conditions if isinstance(condition, InFields)) == lists

    def test_windows_are_those_that_conditions_ask_for(self) -> None:
        rewards = [
            measure(f"m{i}", "honour", direction="incentive", triggered_by={"clean_for": period})
            for i, period in enumerate(("3 years", "1 year", "3 years"))
        ]
        assert [str(period) for period in plan_of([pack(*rewards)]).windows] == ["1 year", "3 years"]


class TestIndex:
    @pytest.mark.parametrize(
        ("triggered_by", "lists", "always"),
        [
            (DEBTS, {"debts"}, False),
            ({"on_list": ["debts", "taxes"]}, {"debts", "taxes"}, False),
            ({"any": [DEBTS, TAXES]}, {"debts", "taxes"}, False),
            ({"all": [{"on_list": ["debts", "taxes"]}, TAXES]}, {"taxes"}, False),
            ({"all": [DEBTS, {"clean_for": "1 year"}]}, {"debts"}, False),
            ({"any": [DEBTS, {"count": "taxes", "within": "1 year", "at_least": 1}]}, set(), True),
            ({"on_list": "debts", "held_by": ["director"]}, set(), True),
            ({"count": "debts", "within": "1 year", "at_least": 2}, set(), True),
            ({"on_lists": "serious", "fields": {"at_least": 2}}, set(), True),
            ({"after_exit": "debts"}, set(), True),
        ],
    )
    def test_a_measure_is_found_under_the_lists_it_needs(
        self, triggered_by: Plain, lists: set[str], always: bool
    ) -> None:
        assert index(triggered_by) == (lists, always)

    def test_what_is_denied_is_not_needed(self) -> None:
        assert index(DEBTS, {"not": TAXES}) == ({"debts"}, False)
        assert index({"not": DEBTS}) == (set(), True)

    def test_every_measure_is_in_the_index(self) -> None:
        plan: Plan = shipped_plan()
        assert {*plan.always, *(number for numbers in plan.by_list.values() for number in numbers)} == set(
            range(len(plan.rules))
        )


class TestMeasures:
    def test_the_registry_of_acts_says_the_rest(self) -> None:
        found = rule(measure(act="undo-post"))
        assert (found.title, found.effect, found.impact, found.once, found.matters) == (
            "免去职务",
            "revoke",
            "reduces-right",
            True,
            ("posts",),
        )

    def test_what_autonomous_bodies_do_is_recommended(self) -> None:
        assert rule(measure(actor="autonomous", force="mandatory")).force == "recommended"

    @pytest.mark.parametrize(
        ("own", "default", "force"),
        [(None, None, "mandatory"), (None, "recommended", "recommended"), ("mandatory", "recommended", "mandatory")],
    )
    def test_force_is_the_measures_own_then_the_packs(self, own: str | None, default: str | None, force: str) -> None:
        fields = {} if own is None else {"force": own}
        assert rule(measure(**fields), defaults={} if default is None else {"force": default}).force == force

    def test_a_measures_period_lies_in_its_documents(self) -> None:
        found = rule(measure(**{"from": "2010-01-01", "until": "2030-01-01"}), until="2020-01-01")
        assert (found.from_, found.until) == (date(2014, 1, 1), date(2020, 1, 1))
        found = rule(measure(**{"from": "2015-01-01", "until": "2016-01-01"}))
        assert (found.from_, found.until) == (date(2015, 1, 1), date(2016, 1, 1))

    def test_incentives_have_no_category(self) -> None:
        assert (
            rule(measure(act="green-channel", direction="incentive", triggered_by={"on_list": "models"})).category
            is None
        )

    @pytest.mark.parametrize(
        ("kinds", "meant"),
        [
            (None, ()),
            ("enterprise", ("enterprise",)),
            (
                ["market-entities", "natural-person"],
                ("enterprise", "individually-owned-business", "cooperative", "natural-person"),
            ),
            (
                ["market-entities", "units"],
                (
                    "enterprise",
                    "individually-owned-business",
                    "cooperative",
                    "public-institution",
                    "social-organisation",
                ),
            ),
        ],
    )
    def test_sets_of_kinds_are_opened(self, kinds: Any, meant: tuple[str, ...]) -> None:
        assert rule(measure(**({} if kinds is None else {"listed_kinds": kinds}))).listed_kinds == meant

    def test_only_what_rests_on_others_records_is_reverse(self) -> None:
        held = {"on_list": "debts", "held_by": ["director"]}
        assert rule(measure(triggered_by=held)).reverse
        assert not rule(measure(triggered_by=DEBTS)).reverse
        assert not rule(measure(triggered_by={"any": [DEBTS, held]})).reverse
        assert not rule(
            measure(triggered_by={"all": [held, {"count": "taxes", "within": "1 year", "at_least": 1}]})
        ).reverse

    @pytest.mark.parametrize(
        ("written", "provenance"), [(None, "text"), ("unverified", "unverified"), ({"secondary": "转引"}, "secondary")]
    )
    def test_provenance_is_the_documents_unless_the_measure_says_less(self, written: Any, provenance: str) -> None:
        assert rule(measure(**({} if written is None else {"provenance": written}))).provenance == provenance

    def test_departments_are_resolved_as_printed(self) -> None:
        found = rule(
            measure(departments=["省国税局", {"name": "市法院", "part": "lead"}]),
            defaults={"part": "responsible"},
            place=JIA,
        )
        assert [(spec.id, spec.printed, spec.level, spec.part) for spec in found.departments] == [
            ("tax-office", "省国税局", "province", "responsible"),
            ("court", "市法院", "city", "lead"),
        ]
