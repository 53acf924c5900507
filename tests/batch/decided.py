"""Cases decided by the tables and by the matcher, from the same situations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credit_rules import Case, Decision, Options, Plan
from credit_rules.batch.duck_store import DuckStore
from credit_rules.batch.stages import Prepared, contexts_of, decide_tables, prepare
from credit_rules.engine.evaluate import decide_case, situation_of
from credit_rules.matcher.match import in_reach
from credit_rules.situation.model import Notice, Situation
from tests.batch.compared import Rows, differences, rows_of
from tests.batch.states import states_of

DEFAULT = Options()


def expect_equal(plan: Plan, cases: Mapping[str, Case], options: Options = DEFAULT, parts: int = 1) -> None:
    """Fail with the first differences, if there are any."""
    assert cases
    told = differences(by_tables(plan, cases, options, parts), rows_of(by_matcher(plan, cases, options)))
    assert not told, "\n".join([f"{len(told)} differences", *told[:6]])


def by_matcher(
    plan: Plan, cases: Mapping[str, Case], options: Options = DEFAULT
) -> dict[str, tuple[Situation, Decision]]:
    """The situation and the decision of each case."""
    return {
        id: (situation_of(plan, case, options, id), decide_case(plan, case, options, "0", id))
        for id, case in cases.items()
    }


def by_tables(
    plan: Plan,
    cases: Mapping[str, Case],
    options: Options = DEFAULT,
    parts: int = 1,
    kind: type[DuckStore] = DuckStore,
) -> Rows:
    """The rows of the output tables, decided in ``parts`` partitions one after the other, in a store of a kind.

    As in a run, the plan is prepared anew for the days and places of each further partition.
    """
    situations = {id: situation_of(plan, case, options, id) for id, case in cases.items()}
    found: Rows = {}
    prepared: Prepared | None = None
    contexts: dict[Any, set[str]] = {}
    store = kind(threads=2)
    try:
        for part in range(parts):
            here = {id: situations[id] for id in [*situations][part::parts]}
            notices = {id: [*_no_pack(plan, one)] for id, one in here.items()}
            states = {
                name: store.connection.create_table(name, table, temp=True, overwrite=True)
                for name, table in states_of(here, plan.vocabulary, notices).items()
            }
            for context, lists in contexts_of(states, store).items():
                contexts[context] = {*contexts.get(context, ()), *lists}
            prepared = prepare(plan, contexts, options, store, prepared)
            for name, decided in decide_tables(states, prepared, store).items():
                found.setdefault(name, []).extend(store.rows(decided))
    finally:
        store.close()
    return found


def _no_pack(plan: Plan, situation: Situation) -> list[Notice]:
    """The life of records says among its notices what a decision says itself."""
    here = any(in_reach(pack, situation, plan) for pack in plan.packs)
    return [] if here else [Notice("no-pack-here", "")]
