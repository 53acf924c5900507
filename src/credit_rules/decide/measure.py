"""A merged measure as the decision shows it."""

from typing import Literal

from ..case.decision import BasisView, BearerView, DepartmentView, MeasureView, ReasonView
from ..plan.model import Plan
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
        matters=tuple(sorted({matter for item in measure.every for matter in item.rule.matters})),
        departments=_departments(measure, plan, situation),
        legal_basis=_basis(measure, plan, situation),
        standing=measure.standing,
        sources=sources(measure, plan),
        because=measure.records,
        reasons=_reasons(measure, states),
        from_=measure.from_,
        until=measure.until,
        ends_by=ways_out(measure, plan, situation, day) if rule.direction == "punishment" else (),
        human_review=rule.direction == "punishment",
    )
    gone = states and all(state.status in ("delisted", "repaired", "expired") for state in states)
    return Issued(view, measure, spent=bool(rule.once and gone))


def _departments(
    measure: Merged, plan: Plan, situation: Situation
) -> tuple[DepartmentView, ...] | Literal["none-printed"]:
    views = [
        view
        for item in measure.every
        for spec in item.rule.departments
        for view in views_of(spec, situation, plan.vocabulary)
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


def _reasons(measure: Merged, states: list[RecordState]) -> tuple[ReasonView, ...]:
    found = [
        ReasonView(used.text, TRUTH[used.value], used.uses) for item in measure.leading for used in item.result.used
    ]
    for item in measure.leading:
        found.extend(
            ReasonView(f"适用时由部门核对：{key} = {text}", "unknown", ()) for key, text in item.rule.guard.items()
        )
        if item.rule.menu is not None:
            found.append(ReasonView(f"与“{item.rule.menu}”一组的其他措施由部门择一或者多项适用", "unknown", ()))
        found.extend(ReasonView(f"范围：{text}", "true", (key,)) for key, text in item.rule.parameters.items())
    if measure.status == "suspended":
        for state in states:
            if state.suspended and state.verification is not None:
                basis = state.verification.basis or "当地没有规定，按保护主体的原则处理"
                found.append(ReasonView(f"信息核实期间暂不执行（{basis}）", "true", (state.id,)))
    return tuple(dict.fromkeys(found))
