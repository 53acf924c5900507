"""Packs whose conditions nest as deep as the language allows, beyond what texts ask for."""

from __future__ import annotations

from hypothesis import strategies as st

from credit_rules.plan.model import Plan
from tests.generators.conditions import (
    CLEAN,
    MONITORED,
    OTHER_FACTS,
    RECORD_FACTS,
    RELATION_FACTS,
    count,
    exists,
    held_by,
    on_list,
    on_lists,
)
from tests.generators.packs import packs, plan_of
from tests.generators.people import Plain


def nested(leaves: st.SearchStrategy[Plain], most: int = 6) -> st.SearchStrategy[Plain]:
    """All, any and not of conditions, some levels deep."""
    return st.recursive(
        leaves,
        lambda parts: st.one_of(
            st.builds(lambda them: {"all": them}, st.lists(parts, min_size=1, max_size=3)),
            st.builds(lambda them: {"any": them}, st.lists(parts, min_size=1, max_size=3)),
            st.builds(lambda it: {"not": it}, parts),
        ),
        max_leaves=most,
    )


ABOUT_RECORDS = nested(st.one_of(RECORD_FACTS, RECORD_FACTS, OTHER_FACTS, CLEAN, exists()), 4)
ABOUT_RELATIONS = nested(st.one_of(RELATION_FACTS, RELATION_FACTS, OTHER_FACTS, CLEAN), 4)


def _where(condition: Plain, where: Plain | None) -> Plain:
    return condition if where is None else {**condition, "where": where}


LISTED = st.builds(_where, st.one_of(on_list(), held_by(), count()), st.one_of(st.none(), ABOUT_RECORDS))
RELATED = st.builds(_where, exists(), st.one_of(st.none(), ABOUT_RELATIONS))
LEAVES = st.one_of(LISTED, LISTED, on_lists(), RELATED, MONITORED, CLEAN, OTHER_FACTS)
CONDITIONS = nested(LEAVES)


@st.composite
def wild_packs(draw: st.DrawFn, number: int) -> Plain:
    """A generated pack, the conditions of which are replaced by wilder ones; roles may ask much of the relation."""
    pack = draw(packs(number))
    for measure in pack["measures"]:
        measure["triggered_by"] = draw(CONDITIONS)
        for bearer in measure["bearers"]:
            if isinstance(bearer, dict) and draw(st.booleans()):
                bearer["when"] = draw(st.one_of(ABOUT_RELATIONS, held_by(), RELATED))
    return pack


@st.composite
def wild_plans(draw: st.DrawFn) -> Plan:
    """The plan of one or two such packs."""
    return plan_of([draw(wild_packs(number)) for number in range(draw(st.sampled_from((1, 1, 2))))])
