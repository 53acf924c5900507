"""What the solver says of generated packs is what the engine says: of every case that it finds, and that there is none."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credit_rules import Engine, Options
from credit_rules.engine.evaluate import situation_of
from credit_rules.matcher.match import match
from credit_rules.registry.truth import Truth
from credit_rules.toolbox.proofs.confirm import lasting
from credit_rules.toolbox.proofs.measured import Borne, every_bearer
from credit_rules.toolbox.proofs.proving import Proving
from credit_rules.toolbox.proofs.witness import Witness
from tests.generators.packs import packs as generated_packs
from tests.generators.world import World, generated
from tests.toolbox.proofs.proved import SOLVER, prove_packs, proving_of

pytestmark = pytest.mark.needs(*SOLVER)
VALUES: dict[Literal["true", "false", "unknown"], Truth] = {"true": True, "false": False, "unknown": None}
DEPTHS = [pytest.param(12, id="some"), pytest.param(800, id="many", marks=pytest.mark.long)]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def said_by_engine(borne: Borne, witness: Witness, proving: Proving) -> set[Truth]:
    """What the matcher says of the measure and bearer of a case that the solver found."""
    case = Engine(proving.plan).read(lasting(witness, proving.plan))
    situation = situation_of(proving.plan, case, Options(), "<case>")
    return {
        result.readings[0]
        for result in match(proving.plan, situation, every=True)
        if (result.rule, result.bearer, result.listed)
        == (borne.posed.number, witness.bearer, witness.ids[witness.world.listed.name])
    }


@pytest.mark.parametrize("examples", DEPTHS)
def test_a_case_for_each_value_has_that_value(examples: int) -> None:
    """Solver to engine: true, false and unknown, wherever the solver finds such a case."""

    @settings(max_examples=examples, suppress_health_check=SLOW)
    @given(generated_packs(0))
    def holds(pack: dict[str, object]) -> None:
        proving = proving_of([pack])
        for posed in proving.measures(proving.packs[0]):
            for borne in every_bearer(posed):
                for name, value in VALUES.items():
                    witness = proving.search.find([borne], lambda _, values, name=name: getattr(values[0], name))  # type: ignore[misc]
                    if witness is not None:
                        assert value in said_by_engine(borne, witness, proving)

    holds()


@pytest.mark.parametrize("examples", DEPTHS)
def test_what_no_case_has_no_generated_case_has(examples: int) -> None:
    """Engine to solver: a measure that any generated case has, of whatever life its records, is possible."""

    @settings(max_examples=examples * 4, suppress_health_check=SLOW)
    @given(generated())
    def holds(world: World) -> None:
        hits = {world.plan.rules[result.rule].id for result in world.results(every=True) if result.outcome == "hit"}
        if not hits:
            return
        proving = proving_of(world.packs)
        for loaded in proving.packs:
            for posed in proving.measures(loaded):
                if posed.rule.id in hits:
                    assert proving.bearers(posed), posed.rule.id

    holds()


@pytest.mark.parametrize("examples", DEPTHS)
def test_the_engine_confirms_every_finding(examples: int) -> None:
    """All ten proofs over several generated packs: nothing is ever disputed."""

    @settings(max_examples=examples, suppress_health_check=SLOW)
    @given(st.tuples(generated_packs(0), generated_packs(1)))
    def holds(written: tuple[dict[str, object], dict[str, object]]) -> None:
        proving = proving_of(written)
        report = prove_packs(proving.packs, proving.registry)
        assert [(each.diagnostic.code, each.diagnostic.path, each.case) for each in report.disputed] == []

    holds()
