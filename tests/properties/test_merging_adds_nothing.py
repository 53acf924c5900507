"""Merging lends neither force nor time, least of all from a suspended source (S14)."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from credit_rules import Options
from credit_rules.case.decision import Standing
from credit_rules.decide.contribution import Contribution, contributions, force_of
from credit_rules.decide.merge import STATUS_ORDER, Merged, merge, merged
from credit_rules.decide.withhold import withhold
from tests.generators.example import case, record
from tests.generators.example import world as example
from tests.generators.search import searched
from tests.generators.world import World

PLAIN = example(case(record()))
RULE, RESULT = PLAIN.plan.rules[0], PLAIN.results()[0]
DAYS = st.sampled_from((None, date(2018, 1, 1), date(2019, 1, 1), date(2020, 1, 1)))


@st.composite
def sources(draw: st.DrawFn) -> Contribution:
    """A contribution of any status, standing, force and time; a contested one may otherwise be stronger."""
    status = draw(st.sampled_from(STATUS_ORDER))
    stronger = STATUS_ORDER[: STATUS_ORDER.index(status) + 1]
    otherwise = draw(st.sampled_from([value for value in stronger if value != "suspended"]))
    pack = draw(st.sampled_from(("a", "b", "c")))
    rule = RULE._replace(
        id=f"{pack}/m",
        pack=pack,
        provenance=draw(st.sampled_from(("text", "text", "unverified"))),
        force=draw(st.sampled_from(("mandatory", "recommended"))),
        on_reduce=draw(st.sampled_from(("recommended", "unchanged"))),
    )
    return Contribution(
        number=0,
        rule=rule,
        result=RESULT,
        status=status,
        otherwise=otherwise,
        force=force_of(rule, otherwise if status == "suspended" else status),
        standing=Standing(draw(st.sampled_from(("sufficient", "practice", "insufficient", "unverified"))), "示例"),
        from_=draw(DAYS),
        until=draw(DAYS),
    )


@given(st.lists(sources(), min_size=1, max_size=5), st.data())
def test_the_order_of_sources_says_nothing(group: list[Contribution], data: st.DataObject) -> None:
    one, other = merged(group), merged(data.draw(st.permutations(group)))
    assert one[2:] == other[2:]


@given(st.lists(sources(), min_size=1, max_size=5))
def test_a_source_twice_says_no_more_than_once(group: list[Contribution]) -> None:
    assert merged([*group, *group])[2:] == merged(group)[2:]


def says_no_more_than_what_leads(found: Merged) -> bool:
    """Force, beginning and end come from contributions of the measure's own status; contested ones only shorten."""
    ends = [item.until for item in found.leading]
    lasts = None in ends or (found.until is not None and found.until <= max(day for day in ends if day is not None))
    ordered = found.force == "recommended" or "mandatory" in {item.force for item in found.leading}
    of_one_status = {item.status for item in found.leading} == {found.status}
    return lasts and ordered and of_one_status and found.from_ in {item.from_ for item in found.leading}


@given(st.lists(sources(), min_size=1, max_size=5))
def test_a_measure_is_no_stronger_and_no_longer_than_what_leads_it(group: list[Contribution]) -> None:
    found = merged(group)
    assert says_no_more_than_what_leads(found)
    assert found.until in {item.until for item in group}


@given(st.lists(sources(), min_size=1, max_size=4), sources())
def test_a_suspended_source_leads_only_where_nothing_else_does(group: list[Contribution], added: Contribution) -> None:
    found, alone = merged([*group, added._replace(status="suspended")]), merged(group)
    assert found.status in (alone.status, "suspended")
    if found.status != "suspended":
        assert set(map(id, found.leading)) == set(map(id, alone.leading))


@given(st.lists(sources(), min_size=1, max_size=5))
def test_what_is_only_remembered_leads_only_where_nothing_else_does(group: list[Contribution]) -> None:
    """Nor does what the law does not carry (S14, S22a)."""
    found = merged(group)
    read = [item for item in group if item.rule.provenance != "unverified"]
    assert not read or all(item.rule.provenance != "unverified" for item in found.leading)
    assert found.counts is any(item.counts for item in (read or group))


def kept(world: World, options: Options) -> list[Contribution]:
    situation = world.situation()
    found = contributions(world.plan, situation, world.results())
    return withhold(world.plan, situation, options, found)[0]


@searched()
def test_a_suspended_source_lends_neither_force_nor_time(world: World, data: st.DataObject) -> None:
    for measure in merge(kept(world, Options(include_unverified=data.draw(st.booleans())))):
        assert says_no_more_than_what_leads(measure)
        if measure.status != "suspended":
            alone = merged([item for item in measure.every if item.status != "suspended"])
            assert (alone.status, alone.standing, alone.from_) == (measure.status, measure.standing, measure.from_)


@searched()
def test_a_measure_says_no_more_than_one_of_its_clauses(world: World, data: st.DataObject) -> None:
    for measure in world.decide().measures:
        leading = [source for source in measure.sources if source.status == measure.status]
        assert measure.force == "recommended" or "mandatory" in {source.force for source in leading}
        assert measure.standing.value in {source.standing for source in leading}
        assert measure.from_ in {source.from_ for source in leading}
        assert measure.until is None or measure.until in {source.until for source in measure.sources}
