"""A merged measure as the decision shows it."""

from collections.abc import Iterable
from typing import Literal

from ..case.decision import BasisView, BearerView, DepartmentView, MeasureView, ReasonView
from ..plan.model import Plan
from ..plan.results import Used
from ..registry.carrying import weaker
from ..registry.citations import resolve
from ..registry.truth import Truth
from ..situation.life import Day
from ..situation.model import RecordState, Situation
from ..source.rows import NamedTuple
from .departments import views_of
from .merge import Merged, sources
from .ways import ways_out

TRUTH: dict[Truth, Literal["true", "false", "unknown"]] = {True: "true", False: "false", None: "unknown"}


class Issued(NamedTuple):
    """A measure with what it was merged from; ``spent``: done once, on records that have all left their list."""

    view: MeasureView
    merged: Merged
    spent: bool


def issue(measure: Merged, plan: Plan, situation: Situation, day: Day) -> Issued:
    """The measure with reasons, basis, departments and ways out (S22, S24-S26)."""
    first = measure.first
    rule, result = first.rule, first.result
    states = [situation.record[id] for id in measure.records]
    of_sources = _of_sources(measure, plan, situation)
    view = MeasureView(
        id=rule.id,
        act=rule.act,
        title=rule.title,
        direction=rule.direction,
        force=measure.force,
        actor="public" if any(item.rule.actor == "public" for item in measure.leading) else "autonomous",
        effect=rule.effect,
        impact=rule.impact,
        category=rule.category,
        status=measure.status,
        verification="open" if any(state.verification for state in states) else None,
        bearer=BearerView(result.bearer, tuple(sorted({role for item in measure.every for role in item.result.roles}))),
        matters=of_sources.matters,
        departments=of_sources.departments,
        legal_basis=of_sources.basis,
        standing=measure.standing,
        sources=sources(measure, plan),
        because=measure.records,
        reasons=_reasons(measure, plan, situation),
        from_=measure.from_,
        until=measure.until,
        ends_by=ways_out(measure, plan, situation, day) if rule.direction == "punishment" else (),
        human_review=rule.direction == "punishment",
    )
    gone = rule.once and bool(states) and all(state.status in ("delisted", "repaired", "expired") for state in states)
    return Issued(view, measure, spent=gone)


class _OfSources(NamedTuple):
    """What a measure has of the clauses that it was merged from, on any records."""

    matters: tuple[str, ...]
    departments: tuple[DepartmentView, ...] | Literal["none-printed"]
    basis: tuple[BasisView, ...] | Literal["none-cited"]


def _of_sources(measure: Merged, plan: Plan, situation: Situation) -> _OfSources:
    def work() -> _OfSources:
        return _OfSources(
            tuple(sorted({matter for item in measure.every for matter in item.rule.matters})),
            _departments(measure, plan, situation),
            _basis(measure, plan, situation),
        )

    return plan.once(situation.as_of, situation.region, ("of sources", *measure.rules), work)


def _departments(
    measure: Merged, plan: Plan, situation: Situation
) -> tuple[DepartmentView, ...] | Literal["none-printed"]:
    views = [
        view for item in measure.every for spec in item.rule.departments for view in views_of(spec, situation, plan)
    ]
    return tuple(dict.fromkeys(views)) or "none-printed"


def _basis(measure: Merged, plan: Plan, situation: Situation) -> tuple[BasisView, ...] | Literal["none-cited"]:
    views = []
    for item in measure.every:
        for cited in item.rule.basis:
            entry = plan.vocabulary.instrument[cited.instrument]
            version, article = resolve(cited, entry, item.rule.from_, situation.as_of)
            views.append(
                BasisView(
                    instrument=entry.id,
                    title=entry.title,
                    version=version.version if version else None,
                    article=article,
                    rank=entry.rank,
                    provenance=weaker(cited.provenance, version.provenance if version else cited.provenance),
                )
            )
    return tuple(dict.fromkeys(views)) or "none-cited"


def _reasons(measure: Merged, plan: Plan, situation: Situation) -> tuple[ReasonView, ...]:
    """What was judged, what a department still has to see to, and why a suspended measure waits."""
    found: dict[ReasonView, None] = {}
    for item in measure.leading:
        found.update(dict.fromkeys(_judged(item.result.used, situation)))
    for item in measure.leading:
        found.update(dict.fromkeys(_to_see_to(item.number, plan)))
    if measure.status == "suspended":
        found.update(dict.fromkeys(_waiting(situation.record[id] for id in measure.records)))
    return tuple(found)


def _judged(used: tuple[Used, ...], situation: Situation) -> tuple[ReasonView, ...]:
    key = ("judged", used)
    if key not in situation.memo:
        situation.memo[key] = tuple([ReasonView(one.text, TRUTH[one.value], one.uses) for one in used])
    found: tuple[ReasonView, ...] = situation.memo[key]
    return found


def _to_see_to(number: int, plan: Plan) -> tuple[ReasonView, ...]:
    """What the clause leaves to the department, and how far it reaches."""
    key = ("to see to", number)
    if key not in plan.known:
        rule = plan.rules[number]
        guards = [f"适用时由部门核对：{name} = {text}" for name, text in rule.guard.items()]
        menu = [] if rule.menu is None else [f"与“{rule.menu}”一组的其他措施由部门择一或者多项适用"]
        plan.known[key] = (
            *(ReasonView(text, "unknown", ()) for text in (*guards, *menu)),
            *(ReasonView(f"范围：{text}", "true", (name,)) for name, text in rule.parameters.items()),
        )
    found: tuple[ReasonView, ...] = plan.known[key]
    return found


def _waiting(states: Iterable[RecordState]) -> Iterable[ReasonView]:
    for state in states:
        if state.suspended and state.verification is not None:
            basis = state.verification.basis or "当地没有规定，按保护主体的原则处理"
            yield ReasonView(f"信息核实期间暂不执行（{basis}）", "true", (state.id,))
