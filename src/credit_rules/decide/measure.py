"""A merged measure as the decision shows it."""

from collections.abc import Iterable
from typing import Literal

from ..case.decision import BearerView, MeasureView, ReasonView
from ..plan.model import Plan
from ..plan.results import Used
from ..registry.truth import Truth
from ..situation.life import Day
from ..situation.model import RecordState, Situation
from ..source.rows import NamedTuple
from .merge import Merged, sources
from .of_sources import OfSources, of_sources
from .ways import ways_out

TRUTH: dict[Truth, Literal["true", "false", "unknown"]] = {True: "true", False: "false", None: "unknown"}


class Issued(NamedTuple):
    """A measure with what it was merged from; ``spent``: done once, on records that have all left their list."""

    view: MeasureView
    merged: Merged
    of: OfSources
    spent: bool


def issue(measure: Merged, plan: Plan, situation: Situation, day: Day) -> Issued:
    """The measure with reasons, basis, departments and ways out (S22, S24-S26)."""
    rule, bearer = measure.first.rule, measure.first.result.bearer
    states = [situation.record[id] for id in measure.records]
    of, punishes = of_sources(measure, plan, situation), rule.direction == "punishment"
    ways = ways_out(measure, of.remedies, plan, situation, day) if punishes else ()
    view = MeasureView(  # by place, which costs half of what names do
        rule.id,
        rule.act,
        rule.title,
        rule.direction,
        measure.force,
        "public" if "public" in [item.rule.actor for item in measure.leading] else "autonomous",
        rule.effect,
        rule.impact,
        rule.category,
        measure.status,
        "open" if [state for state in states if state.verification] else None,
        BearerView(bearer, _roles(measure)),
        of.matters,
        of.departments,
        of.basis,
        measure.standing,
        sources(measure, plan),
        measure.records,
        _reasons(measure, plan, situation),
        measure.from_,
        measure.until,
        ends_by=ways,
        human_review=punishes,
    )
    gone = rule.once and bool(states) and all(state.status in ("delisted", "repaired", "expired") for state in states)
    return Issued(view, measure, of, spent=gone)


def _roles(measure: Merged) -> tuple[str, ...]:
    """As what it is borne, by any source."""
    found = {item.result.roles for item in measure.every}
    return found.pop() if len(found) == 1 else tuple(sorted({role for roles in found for role in roles}))


def _reasons(measure: Merged, plan: Plan, situation: Situation) -> tuple[ReasonView, ...]:
    """What was judged, what a department still has to see to, and why a suspended measure waits."""
    judged = [_judged(item.result.used, situation) for item in measure.leading]
    seen_to = [_to_see_to(item.number, plan) for item in measure.leading]
    if len(judged) == 1 and measure.status != "suspended":
        return judged[0] + seen_to[0]
    found = [view for views in (*judged, *seen_to) for view in views]
    if measure.status == "suspended":
        found.extend(_waiting(situation.record[id] for id in measure.records))
    return tuple(dict.fromkeys(found))


def _judged(used: tuple[Used, ...], situation: Situation) -> tuple[ReasonView, ...]:
    """What was judged, once for all measures that share it; by its identity, for it is kept beside the answer."""
    known = situation.memo.get(("judged", id(used)))
    if known is None:
        views = tuple([ReasonView(one.text, TRUTH[one.value], one.uses) for one in used])
        known = situation.memo["judged", id(used)] = used, views
    found: tuple[ReasonView, ...] = known[1]
    return found


def _to_see_to(number: int, plan: Plan) -> tuple[ReasonView, ...]:
    """What the clause leaves to the department, and how far it reaches."""
    key = ("to see to", number)
    found: tuple[ReasonView, ...] | None = plan.known.get(key)
    if found is None:
        rule = plan.rules[number]
        guards = [f"适用时由部门核对：{name} = {text}" for name, text in rule.guard.items()]
        menu = [] if rule.menu is None else [f"与“{rule.menu}”一组的其他措施由部门择一或者多项适用"]
        found = plan.known[key] = (
            *(ReasonView(text, "unknown", ()) for text in (*guards, *menu)),
            *(ReasonView(f"范围：{text}", "true", (name,)) for name, text in rule.parameters.items()),
        )
    return found


def _waiting(states: Iterable[RecordState]) -> Iterable[ReasonView]:
    for state in states:
        if state.suspended and state.verification is not None:
            basis = state.verification.basis or "当地没有规定，按保护主体的原则处理"
            yield ReasonView(f"信息核实期间暂不执行（{basis}）", "true", (state.id,))
