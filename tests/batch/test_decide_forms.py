"""What is decided once for many cases: those that differ in ids and days alone, and those of which nothing is known."""

from __future__ import annotations

from datetime import date, timedelta

from credit_rules import Case
from credit_rules.batch.decide.forms import forms_of
from credit_rules.batch.duck_store import DuckStore
from credit_rules.batch.match.alike import alike_of
from credit_rules.batch.match.cast import cast_of
from credit_rules.batch.match.results import results_of
from credit_rules.batch.match.scene import Scene
from credit_rules.batch.match.seats import seats_of
from credit_rules.batch.stages import contexts_of, prepare
from credit_rules.engine.evaluate import situation_of
from tests.batch.decided import DEFAULT, expect_equal
from tests.batch.states import states_of
from tests.generators.example import case, measure, pack, record
from tests.generators.packs import plan_of
from tests.generators.people import Person
from tests.generators.world import case_of

PLAN = plan_of(
    [
        pack(
            measure(),
            measure(id="clean", direction="incentive", act="green-channel", triggered_by={"clean_for": "3 years"}),
            measure(id="of-roles", act="restrict-funds", triggered_by={"on_list": "debts", "held_by": ["director"]}),
        )
    ]
)
MATTERS = ("bids", "funds", "licence")


def listed(number: int) -> Case:
    """A firm on the list of debts since some day."""
    day = (date(2017, 6, 1) + timedelta(days=number)).isoformat()
    firm = Person(f"F{number:05}", "enterprise", "other")
    return case_of(case(record(id=f"r{number}", decided=day), subject=firm, matter=MATTERS[number % 3]))


def unlisted(number: int) -> Case:
    """A firm of which there is no record, looked up or not."""
    firm = Person(f"N{number:05}", "enterprise", "other")
    covers = {"records_of": [firm.id], "roles": ["director"], "from": "2010-01-01", "until": "2018-05-10"}
    parts = {"inquiry": covers} if number % 2 else {}
    return case_of(case(subject=firm, matter=MATTERS[number % 3], **parts))


CASES = {f"{of.__name__}-{number}": of(number) for of in (listed, unlisted) for number in range(90)}


def test_cases_that_share_a_decision_each_say_it_of_their_own() -> None:
    expect_equal(PLAN, CASES, parts=2)


def test_one_case_stands_for_all_that_are_alike() -> None:
    store = DuckStore(threads=1)
    situations = {id: situation_of(PLAN, case, DEFAULT, id) for id, case in CASES.items()}
    states = store.load(states_of(situations, PLAN.vocabulary))
    units, matching, deciding = prepare(PLAN, contexts_of(states, store), DEFAULT, store)
    alike = alike_of(states, matching.places, units, store)
    judged = {row["case_id"] for row in store.rows(alike.judged)}
    assert len([id for id in judged if id.startswith("unlisted")]) == 2
    assert len([id for id in judged if id.startswith("listed")]) == 90
    cast = cast_of(states, alike.judged, matching.lists, deciding.founded, units, store)
    scene = Scene(units, matching, cast, seats_of(cast, matching, store), store)
    forms = forms_of(results_of(scene), scene)
    told = store.rows(forms.form_of)
    assert len(told) == 90 + 1
    assert len({row["form"] for row in told}) == 2
    store.close()
