"""The indication for the matter that a department is asked to decide (S21)."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from credit_rules import Indication
from credit_rules.decide.indication import ORDER, RESULT_OF
from tests.generators.example import case, event, measure, opened, pack, record, relation, world
from tests.generators.people import Plain

ACTS = {
    "bar-bids": "prohibit",
    "undo-post": "prohibit",
    "restrict-funds": "restrict",
    "strict-review": "strict-review",
    "supervise": "reference",
    "publicise": "neutral",
}
REWARDS = {"green-channel": "fast-track", "favour-funds": "prefer", "honour": "neutral"}
LAW = [{"instrument": "credit-law", "article": "12"}]
ABOUT = {"matters": ["works"], "basis": LAW}


def punishing(act: str, force: str = "mandatory", **fields: Any) -> Plain:
    return measure(f"{act}-{force}", act, force=force, **{**ABOUT, **fields})


def rewarding(act: str, force: str = "mandatory", **fields: Any) -> Plain:
    red = {"direction": "incentive", "triggered_by": {"on_list": "models"}, "blocked_by": ["wages"]}
    return measure(f"{act}-{force}", act, force=force, matters=["works"], **red, **fields)


def indicated(
    *measures: Plain,
    records: tuple[Plain, ...] = (record(), record("r2", "models")),
    matter: str = "works",
    **fields: Any,
) -> Indication:
    found = world(case(*records, matter=matter, **fields), pack(*measures)).decide().indication
    assert found is not None
    return found


@pytest.mark.parametrize(("act", "result"), ACTS.items())
def test_what_an_ordered_punishment_indicates(act: str, result: str) -> None:
    found = indicated(punishing(act))
    assert (found.result, found.mandatory, found.recommended) == (result, result, "neutral")


@pytest.mark.parametrize(("act", "result"), ACTS.items())
def test_a_recommendation_never_refuses_by_itself(act: str, result: str) -> None:
    found = indicated(punishing(act, "recommended"))
    softened = "strict-review" if result in ("prohibit", "restrict") else result
    assert (found.result, found.mandatory, found.recommended) == (softened, "neutral", result)


@pytest.mark.parametrize("force", ["mandatory", "recommended"])
@pytest.mark.parametrize(("act", "result"), REWARDS.items())
def test_what_an_incentive_indicates(act: str, result: str, force: str) -> None:
    assert indicated(rewarding(act, force)).result == result


SEVERITY = ["neutral", "reference", "strict-review", "restrict", "prohibit"]


@pytest.mark.parametrize(
    ("ordered", "advised"),
    list(product(("bar-bids", "restrict-funds", "strict-review", "supervise", "publicise"), repeat=2)),
)
def test_the_most_severe_of_what_is_ordered_and_what_is_advised(ordered: str, advised: str) -> None:
    measures = [punishing(ordered)] if ordered == advised else [punishing(ordered), punishing(advised, "recommended")]
    found = indicated(*measures)
    softened = "strict-review" if ACTS[advised] in ("prohibit", "restrict") else ACTS[advised]
    if ordered != advised:
        assert found.result == max(ACTS[ordered], softened, key=SEVERITY.index)


def test_fast_track_is_more_favourable_than_preference() -> None:
    assert indicated(rewarding("green-channel", "recommended"), rewarding("favour-funds")).result == "fast-track"


def test_a_punishment_that_hinders_nothing_outweighs_an_incentive() -> None:
    """Supervision does not take the incentive away (S20), but is the result."""
    found = indicated(punishing("supervise"), rewarding("green-channel"))
    assert (found.result, found.mandatory) == ("reference", "reference")
    assert set(found.measures) == {"pack/supervise-mandatory", "pack/green-channel-mandatory"}


def test_nothing_about_the_matter_is_neutral() -> None:
    found = indicated(punishing("bar-bids"), matter="travel")
    assert found.result == "neutral"
    assert found.measures == found.other == ()


def test_a_measure_on_the_parent_concerns_the_child() -> None:
    assert indicated(punishing("bar-bids"), matter="bids").result == "prohibit"
    assert indicated(punishing("bar-bids", matters=["bids"]), matter="works").result == "neutral"


class TestNotCounted:
    """Everything that concerns the matter and is not counted is listed beside it."""

    def test_what_is_suspended(self) -> None:
        found = indicated(punishing("bar-bids"), records=(record(events=[opened("2018-05-01")]),))
        assert (found.result, found.measures, found.suspended) == ("neutral", (), ("pack/bar-bids-mandatory",))

    def test_what_the_law_does_not_carry(self) -> None:
        found = indicated(punishing("bar-bids", basis="none-cited"), as_of="2021-01-01")
        assert (found.result, found.measures, found.insufficient) == ("neutral", (), ("pack/bar-bids-mandatory",))

    def test_what_autonomous_bodies_do(self) -> None:
        found = indicated(punishing("bar-bids", actor="autonomous"))
        assert (found.result, found.measures, found.other) == ("neutral", (), ("pack/bar-bids-mandatory",))

    def test_what_others_bear(self) -> None:
        borne = punishing("bar-bids", bearers=[{"roles": ["director"], "at": "as-of"}])
        found = indicated(borne, relations=[relation()])
        assert (found.result, found.measures, found.other) == ("neutral", (), ("pack/bar-bids-mandatory",))

    def test_what_says_nothing_for_a_decision(self) -> None:
        assert indicated(punishing("publicise")).other == ("pack/publicise-mandatory",)

    def test_what_was_done_once_and_for_all(self) -> None:
        gone = record(events=[event("delisted", "2018-05-01", ground="performed")])
        found = indicated(punishing("undo-post"), records=(gone,))
        assert (found.result, found.measures, found.other) == ("neutral", (), ("pack/undo-post-mandatory",))

    def test_what_is_withheld(self) -> None:
        found = indicated(rewarding("green-channel"), records=(record("r2", "models"), record("r3", "wages")))
        assert (found.result, found.withheld) == ("neutral", ("pack/green-channel-mandatory",))

    def test_what_is_undetermined(self) -> None:
        found = indicated(punishing("bar-bids", when={"fact": "subject.listed", "is": True}))
        assert (found.result, found.undetermined) == ("neutral", ("pack/bar-bids-mandatory",))

    def test_what_nobody_has_read(self) -> None:
        remembered = punishing("bar-bids", provenance="unverified")
        found = world(case(record(), matter="works"), pack(remembered)).decide(include_unverified=True).indication
        assert found is not None
        assert (found.result, found.measures) == ("neutral", ())


def test_reduced_measures_count() -> None:
    lighter = record(events=[event("repair-approved", "2018-03-01", effect="reduce")])
    found = indicated(punishing("bar-bids"), records=(lighter,))
    assert (found.result, found.recommended) == ("strict-review", "prohibit")


def test_without_a_matter_there_is_none() -> None:
    assert world(case(record()), pack(measure())).decide().indication is None


def test_every_result_but_neutral_comes_from_an_effect() -> None:
    assert {*RESULT_OF.values(), "neutral"} == set(ORDER)
