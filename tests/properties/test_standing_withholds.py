"""A measure that the law of the day does not carry: outside the indication, and not issued where asked so (S21, S23)."""

from __future__ import annotations

from hypothesis import strategies as st

from credit_rules.decide.indication import ORDER, RESULT_OF
from tests.generators.search import searched
from tests.generators.world import World

COUNTING = ("sufficient", "practice")


@searched()
def test_withhold_issues_no_measure_of_insufficient_standing(world: World, data: st.DataObject) -> None:
    decision = world.decide(standing="withhold", include_unverified=data.draw(st.booleans()))
    for measure in decision.measures:
        assert measure.standing.value in COUNTING
        assert {source.standing for source in measure.sources} <= set(COUNTING)


@searched()
def test_the_indication_counts_only_what_the_law_carries(world: World, data: st.DataObject) -> None:
    mode = data.draw(st.sampled_from(("annotate", "withhold")))
    decision = world.decide(standing=mode, include_unverified=data.draw(st.booleans()))
    indication = decision.indication
    if indication is None:
        return
    counted = []
    for id in indication.measures:
        fitting = [m for m in decision.measures if m.id == id and m.bearer.id == decision.subject.id]
        assert [m for m in fitting if m.standing.value in COUNTING and m.actor == "public" and m.status != "suspended"]
        counted += fitting
    severest = [RESULT_OF[measure.effect] for measure in counted if measure.force == "mandatory"]
    assert indication.mandatory == min(severest, key=ORDER.index, default="neutral")
    assert not set(indication.insufficient) & set(indication.measures)


@searched()
def test_what_nobody_has_read_never_enters_the_indication(world: World, data: st.DataObject) -> None:
    mode = data.draw(st.sampled_from(("annotate", "withhold")))
    without, including = world.decide(standing=mode), world.decide(standing=mode, include_unverified=True)
    if without.indication is not None:
        assert including.indication is not None
        assert without.indication[1:4] == including.indication[1:4]
    assert {view.act for view in without.measures if view.direction == "punishment"} <= {
        view.act for view in including.measures
    }


ALONE = {
    "law",
    "administrative-regulation",
    "state-council-decision",
    "central-policy-document",
    "judicial-interpretation",
    "local-regulation",
}
"""Ranks that can carry what reduces a right; a departmental rule can where its own text details a higher basis."""


@searched()
def test_from_2020_12_07_what_reduces_a_right_rests_on_a_basis_that_was_read(world: World, data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(("2020-12-07", "2021-06-01", "2026-06-01")))
    decision = world.but(context={**world.case["context"], "as_of": day, "known_at": None}).decide(standing="withhold")
    words = world.plan.vocabulary
    for measure in decision.measures:
        if measure.impact not in ("reduces-right", "adds-duty"):
            continue
        cited = () if measure.legal_basis == "none-cited" else measure.legal_basis
        enough = [
            row.rank in ALONE or (row.rank == "departmental-rule" and bool(words.instrument[row.instrument].enabled_by))
            for row in cited
            if row.version is not None and row.provenance == "text"
        ]
        own = [world.plan.pack[source.pack] for source in measure.sources]
        assert any(enough) or any(pack.rank in ALONE and pack.provenance == "text" for pack in own), measure.id
