"""What each form of condition says, in three values and in three readings (S5, S10-S12, S16, S19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credit_rules.plan.results import RuleResult
from tests.generators.example import YI, case, event, measure, opened, pack, record, relation, world
from tests.generators.people import ADULT, FIRM, HOSPITAL, MINOR, OTHER_FIRM, TRAVELLER, Plain

TWO = {"count": ["debts", "taxes"], "within": "2 years", "at_least": 2}
REDUCED = [event("repair-approved", "2018-03-01", effect="reduce")]
LEFT = [
    event("rectified", "2018-03-20", within_time=True, monitoring_until="2018-07-01"),
    event("delisted", "2018-04-01", ground="rectified"),
]


def result(case: Plain, **fields: Any) -> RuleResult:
    """What the matcher says of one measure for the first possible bearer."""
    return world(case, pack(measure(**fields))).results(every=True)[0]


def outcome(case: Plain, condition: Plain, **fields: Any) -> str:
    return result(case, triggered_by=condition, **fields).outcome


class TestReadings:
    """All that is seen; without what an open verification suspends; without what repair reduced too."""

    @pytest.mark.parametrize(
        ("records", "readings"),
        [
            ([record()], (True, True, True)),
            ([record(events=REDUCED)], (True, True, False)),
            ([record(events=[opened("2018-05-01")])], (True, False, False)),
            ([record("a", events=[opened("2018-05-01")]), record("b", events=REDUCED)], (True, True, False)),
            ([record("a", events=REDUCED), record("b")], (True, True, True)),
            ([record(events=[event("delisted", "2018-05-01", ground="performed")])], (False, False, False)),
            ([], (False, False, False)),
        ],
    )
    def test_of_a_record(self, records: list[Plain], readings: tuple[bool, bool, bool]) -> None:
        assert result(case(*records)).readings == readings

    def test_records_and_time_are_those_of_the_strictest_true_one(self) -> None:
        contested = record("a", decided="2017-06-01", expires_on="2030-01-01", events=[opened("2018-05-01")])
        found = result(case(contested, record("b", expires_on="2019-01-01")))
        assert (found.records, found.since, found.until) == (("b",), date(2018, 1, 8), date(2019, 1, 1))

    def test_a_disputed_relation_suspends_for_that_person(self) -> None:
        borne = {"bearers": [{"roles": ["director"], "at": "as-of"}]}
        assert result(case(record(), relations=[relation(status="disputed")]), **borne).readings == (True, False, False)
        assert result(case(record(), relations=[relation()]), **borne).readings == (True, True, True)


class TestOnList:
    def test_a_grade_absent_on_a_graded_list_is_unknown(self) -> None:
        graded = {"on_list": "debts", "grade": ["serious", "heavier"]}
        for grade, found in (("serious", "hit"), ("heavier", "hit"), ("general", "miss"), (None, "undetermined")):
            assert outcome(case(record(grade=grade)), graded) == found

    def test_one_sure_record_settles_what_another_leaves_open(self) -> None:
        graded = {"on_list": "debts", "grade": "serious"}
        assert outcome(case(record("a"), record("b", grade="serious")), graded) == "hit"
        assert outcome(case(record("a"), record("b", grade="general")), graded) == "undetermined"

    def test_a_condition_on_the_records_own_facts(self) -> None:
        large = {"on_list": "debts", "where": {"fact": "record.amount", "at_least": "1000000 yuan"}}
        for amount, found in (("1000000.00", "hit"), ("999999.99", "miss"), (None, "undetermined")):
            assert outcome(case(record(facts={"ground": "refusal", "amount": amount})), large) == found

    def test_grade_and_facts_must_be_those_of_one_record(self) -> None:
        both = {"on_list": "debts", "grade": "serious", "where": {"fact": "record.amount", "at_least": "1"}}
        of_one = (
            record("a", grade="serious", facts={"amount": "0"}),
            record("b", grade="general", facts={"amount": "5"}),
        )
        assert outcome(case(*of_one), both) == "miss"

    def test_somebody_elses_record_does_not_count(self) -> None:
        assert outcome(case(record(subject=OTHER_FIRM.id)), {"on_list": "debts"}) == "miss"

    def test_reasons_do_not_name_a_record_that_never_was(self) -> None:
        """Looked at in vain, in the branch of an alternative that is false."""
        either = {"any": [{"on_list": "debts"}, {"on_list": "taxes"}]}
        wrong = record("wrong", "taxes", events=[event("document-revoked", "2018-05-01")])
        (found,) = world(case(record(), wrong), pack(measure(triggered_by=either))).decide().measures
        assert "wrong" not in {use for reason in found.reasons for use in reason.uses}


class TestCount:
    """Records decided in a window up to the as-of day, whatever became of them, save annulled and pending ones."""

    @pytest.mark.parametrize(
        ("decided", "found"), [("2016-05-10", "miss"), ("2016-05-11", "hit"), ("2018-05-10", "hit")]
    )
    def test_the_window(self, decided: str, found: str) -> None:
        assert outcome(case(record("a"), record("b", decided=decided)), TWO) == found

    @pytest.mark.parametrize(
        "events",
        [
            [event("delisted", "2018-04-01", ground="performed")],
            [event("repair-approved", "2018-04-01", effect="lift")],
            [event("stayed", "2018-04-01")],
        ],
    )
    def test_what_left_its_list_still_counts(self, events: list[Plain]) -> None:
        assert outcome(case(record("a"), record("b", events=events)), TWO) == "hit"

    def test_annulled_and_pending_records_do_not(self) -> None:
        assert outcome(case(record("a"), record("b", events=[event("document-revoked", "2018-04-01")])), TWO) == "miss"
        assert outcome(case(record("a"), record("b", "taxes", published_on=None)), TWO) == "miss"

    def test_a_doubtful_one_makes_a_range(self) -> None:
        doubtful = record("b", decided="2020-12-10", notified=False, served=False)
        assert outcome(case(record("a", decided="2020-12-01"), doubtful, as_of="2021-01-01"), TWO) == "undetermined"

    @pytest.mark.parametrize(("distinct", "found"), [("record", "hit"), ("conduct", "miss"), ("field", "hit")])
    def test_what_is_counted(self, distinct: str, found: str) -> None:
        """Two records of one conduct in two fields."""
        year = {"from": "2016-01-01", "until": "2016-12-31"}
        pair = record("a", conduct=year), record("b", "taxes", conduct=year)
        assert outcome(case(*pair), {**TWO, "distinct": distinct}) == found

    @pytest.mark.parametrize(
        ("grades", "found"),
        [(("serious", "serious"), "hit"), (("serious", "general"), "miss"), (("serious", None), "undetermined")],
    )
    def test_only_records_of_a_grade(self, grades: tuple[str, str | None], found: str) -> None:
        pair = [record(str(number), grade=grade) for number, grade in enumerate(grades)]
        assert outcome(case(*pair), {**TWO, "grade": "serious"}) == found

    @pytest.mark.parametrize(("amount", "found"), [("5", "hit"), ("4.99", "miss"), (None, "undetermined")])
    def test_only_records_with_a_property(self, amount: str | None, found: str) -> None:
        pair = record("a", facts={"amount": "7"}), record("b", facts={"amount": amount})
        assert outcome(case(*pair), {**TWO, "where": {"fact": "record.amount", "at_least": "5"}}) == found

    def test_a_minor_is_not_punished_for_a_number_of_records(self) -> None:
        """Of full age only from 2023-06-11 (S11)."""
        young = [record(id, decided=decided) for id, decided in (("a", "2022-07-01"), ("b", "2022-08-01"))]
        assert outcome(case(*young, subject=MINOR, as_of="2023-07-01"), TWO) == "miss"
        assert outcome(case(*young, subject=ADULT, as_of="2023-07-01"), TWO) == "hit"

    def test_unknown_age_leaves_it_open(self) -> None:
        assert outcome(case(record("a"), record("b"), subject=TRAVELLER, about={}), TWO) == "undetermined"

    def test_a_role_given_up_before_bears_nothing(self) -> None:
        borne = {"bearers": [{"roles": ["director"], "at": "listing"}]}
        former = relation(until="2017-12-31")
        assert outcome(case(record("a"), record("b"), relations=[former]), TWO, **borne) == "miss"
        assert outcome(case(record("a"), record("b"), relations=[relation()]), TWO, **borne) == "hit"

    def test_it_holds_from_the_record_that_reached_the_number(self) -> None:
        found = result(
            case(record("a"), record("b", decided="2018-02-01"), record("c", decided="2018-03-01")), triggered_by=TWO
        )
        assert found.since == date(2018, 2, 1)

    def test_it_ends_when_the_window_has_passed(self) -> None:
        """Decided 2018-01-08 and 2018-02-01: from 2020-01-08 only one lies within two years."""
        found = result(case(record("a"), record("b", decided="2018-02-01")), triggered_by=TWO)
        assert found.until == date(2020, 1, 8)
        assert outcome(case(record("a"), record("b", decided="2018-02-01"), as_of="2020-01-07"), TWO) == "hit"
        assert outcome(case(record("a"), record("b", decided="2018-02-01"), as_of="2020-01-08"), TWO) == "miss"


class TestAfterExit:
    """Monitored: it left by rectification, and the period that the authority set still runs (S10)."""

    AFTER = {"after_exit": "debts"}

    @pytest.mark.parametrize(
        ("as_of", "found"),
        [("2018-03-31", "miss"), ("2018-04-01", "hit"), ("2018-06-30", "hit"), ("2018-07-01", "miss")],
    )
    def test_only_while_the_period_runs(self, as_of: str, found: str) -> None:
        assert outcome(case(record(events=LEFT), as_of=as_of), self.AFTER) == found

    @pytest.mark.parametrize("ground", ["performed", "expired", "repaired", "other"])
    def test_only_after_rectification(self, ground: str) -> None:
        events = [LEFT[0], {**LEFT[1], "ground": ground}]
        assert outcome(case(record(events=events)), self.AFTER) == "miss"

    def test_rectified_in_time_is_an_exit_where_the_place_says_so(self) -> None:
        events = [event("rectified", "2018-04-01", within_time=True, monitoring_until="2018-07-01")]
        wide = pack(measure(triggered_by=self.AFTER), place="000000")
        for region, found in ((YI, "hit"), ("990000", "miss")):
            assert world(case(record(events=events), region=region), wide).results()[0].outcome == found

    def test_the_person_must_hold_the_role(self) -> None:
        borne = {"bearers": [{"roles": ["director"], "at": "listing"}]}
        for since, found in (("2018-01-08", "hit"), ("2018-01-09", "miss")):
            assert outcome(case(record(events=LEFT), relations=[relation(since=since)]), self.AFTER, **borne) == found


class TestFields:
    """In how many fields an enterprise stands for distinct conduct (S19)."""

    IN_TWO = {"on_lists": "serious", "fields": {"at_least": 2}}
    ONE, OTHER = {"from": "2014-01-01", "until": "2014-12-31"}, {"from": "2015-01-01", "until": "2015-12-31"}

    @pytest.mark.parametrize(
        ("conducts", "found"),
        [((ONE, OTHER), "hit"), ((ONE, ONE), "miss"), ((ONE, None), "undetermined"), ((None, None), "undetermined")],
    )
    def test_distinct_conduct(self, conducts: tuple[Plain | None, Plain | None], found: str) -> None:
        pair = [
            record(str(i), list, conduct=conduct)
            for i, (list, conduct) in enumerate(zip(("debts", "taxes"), conducts, strict=True))
        ]
        assert outcome(case(*pair), self.IN_TWO) == found

    def test_only_of_an_enterprise(self) -> None:
        pair = record("a", conduct=self.ONE), record("b", "taxes", conduct=self.OTHER)
        assert outcome(case(*pair, subject=HOSPITAL), self.IN_TWO) == "miss"

    def test_from_the_day_on_which_enough_count_to_that_on_which_they_no_longer_do(self) -> None:
        pair = (
            record("a", conduct=self.ONE, decided="2018-01-08", expires_on="2020-01-01"),
            record("b", "taxes", conduct=self.OTHER, decided="2018-03-01", expires_on="2019-01-01"),
        )
        found = result(case(*pair), triggered_by=self.IN_TWO)
        assert (found.since, found.until) == (date(2018, 3, 1), date(2019, 1, 1))

    def test_an_unknown_unit_without_records_stands_in_no_field(self) -> None:
        borne = {"bearers": [{"roles": ["director"], "at": "as-of"}]}
        of_another = case(subject=ADULT, relations=[relation(of=OTHER_FIRM)])
        assert outcome(of_another, self.IN_TWO, **borne) == "miss"


class TestHeldBy:
    """A listed person in a role of the unit; finding none says something only where one has looked (S12)."""

    REVERSE = {"on_list": "debts", "held_by": ["director", "legal-representative"]}
    SEARCHED = {"records_of": [FIRM.id, ADULT.id], "roles": ["director", "legal-representative"]}

    def found(
        self, *records: Plain, at: str = "as-of", relations: tuple[Plain, ...] = (relation(),), **parts: Any
    ) -> str:
        return outcome(case(*records, relations=list(relations), **parts), {**self.REVERSE, "at": at})

    def test_a_listed_director_is_enough(self) -> None:
        assert self.found(record(subject=ADULT.id)) == "hit"

    @pytest.mark.parametrize(
        ("inquiry", "value"),
        [
            (None, "undetermined"),
            (SEARCHED, "miss"),
            ({**SEARCHED, "roles": ["director"]}, "undetermined"),
            ({**SEARCHED, "records_of": [FIRM.id]}, "undetermined"),
            ({**SEARCHED, "registers": ["taxes"]}, "undetermined"),
            ({**SEARCHED, "registers": ["debts"]}, "miss"),
        ],
    )
    def test_nobody_listed(self, inquiry: Plain | None, value: str) -> None:
        assert self.found(inquiry=inquiry) == value

    @pytest.mark.parametrize(
        ("at", "until", "value"),
        [
            ("as-of", "2018-05-10", "miss"),
            ("as-of", "2018-05-11", "hit"),
            ("listing", "2018-01-08", "miss"),
            ("listing", "2018-01-09", "hit"),
        ],
    )
    def test_the_role_is_reckoned_on_its_day(self, at: str, until: str, value: str) -> None:
        assert (
            self.found(record(subject=ADULT.id), at=at, relations=(relation(until=until),), inquiry=self.SEARCHED)
            == value
        )

    def test_the_unit_is_affected_never_listed(self) -> None:
        found = result(case(record(subject=ADULT.id), relations=[relation()]), triggered_by=self.REVERSE)
        assert (found.bearer, found.roles) == (FIRM.id, ("affected-unit",))


class TestBearers:
    """Persons in named roles of the listed unit, each on the day on which the clause reckons the role (S11)."""

    CONDUCT = {"from": "2016-03-01", "until": "2016-09-30"}

    def found(self, at: str, since: str, until: str | None, responsible: bool = False, **fields: Any) -> str:
        bearers = [{"roles": ["director"], "at": at, "responsible": responsible}]
        held = relation(since=since, until=until, **fields)
        return result(case(record(conduct=self.CONDUCT), relations=[held]), bearers=bearers).outcome

    @pytest.mark.parametrize(
        ("at", "since", "until", "value"),
        [
            ("conduct", "2016-09-30", None, "hit"),
            ("conduct", "2016-10-01", None, "miss"),
            ("conduct", "2010-01-01", "2016-03-01", "miss"),
            ("conduct", "2010-01-01", "2016-03-02", "hit"),
            ("listing", "2018-01-08", None, "hit"),
            ("listing", "2018-01-09", None, "miss"),
            ("listing", "2010-01-01", "2018-01-08", "miss"),
            ("as-of", "2018-05-10", None, "hit"),
            ("as-of", "2010-01-01", "2018-05-10", "miss"),
        ],
    )
    def test_the_day_reckoned(self, at: str, since: str, until: str | None, value: str) -> None:
        assert self.found(at, since, until) == value

    def test_direct_responsibility_is_a_finding_about_records(self) -> None:
        for named, value in ((["r1"], "hit"), ([], "miss"), (["r2"], "miss"), (None, "undetermined")):
            assert self.found("listing", "2010-01-01", None, responsible=True, responsible_for=named) == value

    def test_an_unknown_day_of_conduct_leaves_it_open_where_it_matters(self) -> None:
        bearers = [{"roles": ["director"], "at": "conduct"}]
        for since, value in (("2010-01-01", "undetermined"), ("2018-02-01", "miss")):
            assert result(case(record(), relations=[relation(since=since)]), bearers=bearers).outcome == value

    @pytest.mark.parametrize(("decided", "value"), [("2023-06-10", "miss"), ("2023-06-11", "hit")])
    def test_no_punishment_on_a_minor(self, decided: str, value: str) -> None:
        bearers = [{"roles": ["director"], "at": "listing"}]
        young = case(record(decided=decided, notified=True), relations=[relation(person=MINOR)], as_of="2023-07-01")
        assert result(young, bearers=bearers).outcome == value

    def test_the_dead_and_the_deregistered_bear_nothing(self) -> None:
        gone = case(record(), about={"status": "deregistered"})
        assert world(gone).results(every=True) == ()


class TestUnknown:
    """A missing fact never decides against anyone, nor for (S16)."""

    FACT = {"fact": "subject.listed", "is": True}

    @pytest.mark.parametrize(
        ("when", "value"),
        [
            (FACT, "undetermined"),
            ({"not": FACT}, "undetermined"),
            ({"any": [FACT, {"fact": "subject.staff", "at_least": 1}]}, "hit"),
            ({"all": [FACT, {"fact": "subject.staff", "at_least": 3}]}, "miss"),
            ({"any": [FACT, {"fact": "subject.staff", "at_least": 3}]}, "undetermined"),
            ({"exists": ["director"]}, "miss"),
            ({"not": {"exists": ["director"]}}, "hit"),
        ],
    )
    @pytest.mark.parametrize("null", [True, False])
    def test_three_values(self, when: Plain, value: str, null: bool) -> None:
        facts = {"staff": 2} | ({"listed": None} if null else {})
        assert result(case(record(), about={"facts": facts}), when=when).outcome == value

    def test_an_unknown_kind_of_the_listed_unit(self) -> None:
        borne = {"bearers": [{"roles": ["director"], "at": "as-of"}], "listed_kinds": ["enterprise"]}
        listed = case(record(subject=OTHER_FIRM.id), subject=ADULT, relations=[relation(of=OTHER_FIRM)])
        assert result(listed, **borne).outcome == "undetermined"
        known = {**listed, "parties": [{"id": OTHER_FIRM.id, "kind": "enterprise"}]}
        assert result(known, **borne).outcome == "hit"
