"""A case held open: what is asserted and retracted issues, lifts and suspends measures, as deciding afresh would say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credit_rules import Change, Engine, InputError, Options, Session
from credit_rules.durable import standing
from credit_rules.durable.standing import Standing
from credit_rules.matcher.match import match
from tests.durable.available import needs_durable
from tests.durable.prepared import prepared, small_plan
from tests.durable.records import TAX_RECORD
from tests.durable.test_agrees_with_the_matcher import generated_plans
from tests.generators.cases import cases
from tests.generators.people import ADULT, FIRM
from tests.generators.world import World

pytestmark = needs_durable
START = {
    "subject": {"id": FIRM.id, "kind": FIRM.kind},
    "context": {"as_of": "2018-05-10", "region": "360300", "matter": "government-procurement"},
}


@pytest.fixture
def session() -> Iterator[Session]:
    with Engine(small_plan()).open_session(START) as opened:
        yield opened


def acts(change: Change) -> tuple[set[str], set[str], set[str]]:
    issued, lifted, suspended = ({one.act for one in part} for part in change)
    return issued, lifted, suspended


def expect_as_if_decided_afresh(session: Session, options: Options | None = None) -> None:
    afresh = Engine(small_plan()).evaluate(session.case, options)
    assert session.decision._replace(engine=afresh.engine) == afresh


def test_a_record_issues_measures_and_taking_it_out_lifts_them(session: Session) -> None:
    assert session.decision.measures == ()
    issued, lifted, suspended = acts(session.assert_record(TAX_RECORD))
    assert "ban-government-procurement" in issued
    assert (lifted, suspended) == (set(), set())
    expect_as_if_decided_afresh(session)
    assert acts(session.retract_record("r1")) == (set(), issued, set())
    assert session.decision.measures == ()


def test_an_objection_suspends_and_its_end_issues_again(session: Session) -> None:
    issued, _, _ = acts(session.assert_record(TAX_RECORD))
    opened = session.assert_event("r1", {"type": "verification-opened", "on": "2018-05-01", "ground": "objection"})
    assert acts(opened) == (set(), set(), issued)
    assert {one.status for one in opened.suspended} == {"suspended"}
    expect_as_if_decided_afresh(session)
    closed = session.assert_event("r1", {"type": "verification-closed", "on": "2018-05-09", "result": "confirmed"})
    assert acts(closed) == (issued, set(), set())


def test_a_record_of_the_same_id_takes_the_place_of_the_first(session: Session) -> None:
    issued, _, _ = acts(session.assert_record(TAX_RECORD))
    assert acts(session.assert_record({**TAX_RECORD, "expires_on": "2018-03-01"})) == (set(), issued, set())
    assert len(session.case.records) == 1


def test_a_relation_issues_to_its_holder(session: Session) -> None:
    session.assert_record(TAX_RECORD)
    before = {one.bearer.id for one in session.decision.measures}
    change = session.assert_relation(
        {"id": ADULT.id, "kind": ADULT.kind, "role": "legal-representative", "of": FIRM.id, "since": "2010-01-01"}
    )
    assert {one.bearer.id for one in change.issued} - before == {ADULT.id}
    expect_as_if_decided_afresh(session)
    assert {one.bearer.id for one in session.retract_relation(ADULT.id).lifted} == {ADULT.id}


def test_facts_are_stated_and_taken_back(session: Session) -> None:
    session.assert_record(TAX_RECORD)
    before = session.decision
    session.assert_fact("subject.listed-company", True)
    assert session.case.subject.facts == {"listed-company": True}
    expect_as_if_decided_afresh(session)
    session.retract_fact("subject.listed-company")
    assert session.decision == before


def test_days_pass(session: Session) -> None:
    issued, _, _ = acts(session.assert_record({**TAX_RECORD, "expires_on": "2019-01-05"}))
    assert acts(session.move_to(date(2019, 1, 4))) == (set(), set(), set())
    assert acts(session.move_to(date(2019, 1, 5))) == (set(), issued, set())
    expect_as_if_decided_afresh(session, Options(as_of=date(2019, 1, 5)))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (lambda session: session.assert_record({**TAX_RECORD, "list": "no-such-list"}), "unknown-list"),
        (lambda session: session.assert_event("r9", {"type": "delisted", "on": "2018-05-01"}), "not-in-session"),
        (lambda session: session.retract_record("r9"), "not-in-session"),
        (lambda session: session.retract_relation(ADULT.id), "not-in-session"),
        (lambda session: session.assert_fact("record.amount", "5", of="r9"), "not-in-session"),
        (lambda session: session.assert_fact("amount", "5"), "fact-without-scope"),
        (lambda session: session.assert_fact("subject.no-such-fact", 1), "unknown-fact"),
    ],
)
def test_what_is_wrong_changes_nothing(session: Session, wrong: Any, code: str) -> None:
    session.assert_record(TAX_RECORD)
    case, decision = session.case, session.decision
    with pytest.raises(InputError) as refused:
        wrong(session)
    assert code in {one.code for one in refused.value.diagnostics}
    assert (session.case, session.decision) == (case, decision)
    assert session.retract_record("r1").lifted


def test_a_session_says_which_evaluator_holds_it(session: Session) -> None:
    assert session.decision.engine.evaluator == "durable"


@pytest.mark.parametrize(
    "examples", [pytest.param(15, id="some"), pytest.param(2000, id="many", marks=pytest.mark.long)]
)
def test_networks_that_stand_say_what_fresh_ones_say(examples: int) -> None:
    """One situation after another, in no order, in the same networks: what went and what came is all they are told."""

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(plan=generated_plans(), data=st.data())
    def search(plan: Any, data: st.DataObject) -> None:
        with prepared(plan) as evaluator:
            held = Standing(evaluator)
            for _ in range(8):
                situation = World(plan, data.draw(cases(plan))).situation()
                assert held.evaluate(situation) == match(plan, situation)
            held.close()

    search()


def test_networks_are_made_anew_after_many_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "MOST_CHANGES", 2)
    with prepared(small_plan()) as evaluator:
        held = Standing(evaluator)
        made = []
        for as_of in ("2018-05-10", "2018-05-11", "2018-05-12"):
            situation = World(small_plan(), {**START, "records": [TAX_RECORD]}).situation(
                as_of=date.fromisoformat(as_of)
            )
            assert held.evaluate(situation) == match(small_plan(), situation)
            made.append(held._networks)
        assert made[0] is made[1] is not made[2]
        held.close()
