"""What a measure has of the clauses that it was merged from, whatever the records: once for a day and a place."""

from __future__ import annotations

from typing import Literal

from ..case.decision import BasisView, DepartmentView
from ..plan.model import DepartmentSpec, Plan
from ..registry.carrying import weaker
from ..registry.citations import resolve
from ..situation.model import Situation
from ..source.rows import NamedTuple
from ..source.values import Remedy
from .departments import holders_of, uncertain_on, views_of
from .merge import Merged


class OfSources(NamedTuple):
    """``remedies``: the kinds of actor that carry it out, which decide the remedy; ``uncertain``: the departments that
    nobody has checked for the day."""

    matters: tuple[str, ...]
    departments: tuple[DepartmentView, ...] | Literal["none-printed"]
    basis: tuple[BasisView, ...] | Literal["none-cited"]
    remedies: tuple[Remedy, ...]
    uncertain: tuple[DepartmentSpec, ...]


def of_sources(measure: Merged, plan: Plan, situation: Situation) -> OfSources:
    """The matters, departments (S24), bases (S22) and remedies (S26) of all sources, the first one's first."""
    known, key = plan.known_of(situation.as_of, situation.region), ("of sources", measure.rules)
    found: OfSources | None = known.get(key)
    if found is None:
        specs = tuple(dict.fromkeys(spec for item in measure.every for spec in item.rule.departments))
        views = [view for spec in specs for view in views_of(spec, situation, plan)]
        day, region, words = situation.as_of, situation.region, plan.vocabulary
        found = known[key] = OfSources(
            tuple(sorted({matter for item in measure.every for matter in item.rule.matters})),
            tuple(dict.fromkeys(views)) or "none-printed",
            _basis(measure, plan, situation),
            _remedies(measure, specs, plan, situation),
            tuple(spec for spec in specs if uncertain_on(spec, day, region, words)),
        )
    return found


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


def _remedies(
    measure: Merged, specs: tuple[DepartmentSpec, ...], plan: Plan, situation: Situation
) -> tuple[Remedy, ...]:
    """Without a department, administrative."""
    if measure.first.rule.actor == "autonomous":
        return ("autonomous",)
    kinds = dict.fromkeys(entry.remedy for spec in specs for entry in holders_of(spec, situation, plan))
    return tuple(kinds) or ("administrative",)
