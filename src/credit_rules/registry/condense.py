"""The registries condensed to the vocabulary that a plan carries."""

from __future__ import annotations

from typing import Any

from ..pack.base import Citation
from ..pack.condition import All, Condition, Fact
from ..pack.period import Period
from .birth_places import founding_years
from .department_rules import department_rule
from .duty_model import DutyEntry
from .model import Instrument, ListEntry, ListTerm, Procedure
from .operators import OPERATORS, Comparison, read_bound
from .registry import Registry
from .vocabulary import (
    Cited,
    DutyRule,
    ExitWay,
    FactRule,
    FloorRule,
    InstrumentRule,
    ListRule,
    ProcedureRule,
    ProvisionRule,
    PublicityPeriod,
    RankRule,
    Recognised,
    RemedySentence,
    RemedyWay,
    StageDenial,
    StagePeriod,
    TermCase,
    TermRule,
    VersionRule,
    Vocabulary,
)


def condense(registry: Registry) -> Vocabulary:
    """The working part of every registry, in id order."""
    return Vocabulary(
        lists=tuple(_list(entry, registry) for entry in _sorted(registry.lists)),
        recognitions=tuple(
            Recognised(entry.list, entry.place, entry.from_, entry.until) for entry in _sorted(registry.recognitions)
        ),
        departments=tuple(department_rule(entry, registry) for entry in _sorted(registry.departments)),
        matters={entry.id: entry.parent for entry in _sorted(registry.matters)},
        roles={entry.id: entry.needs_finding for entry in _sorted(registry.roles)},
        titles={
            field: {entry.id: entry.title for entry in _sorted(getattr(registry, field))}
            for field in ("lists", "acts", "departments", "matters", "roles", "kinds", "facts", "instruments")
        },
        facts=tuple(
            FactRule(entry.on, entry.id, entry.title, entry.type, entry.choices) for entry in _sorted(registry.facts)
        ),
        provisions=tuple(
            ProvisionRule(entry.instrument, entry.article, entry.from_, entry.until, entry.acts, entry.lists)
            for entry in _sorted(registry.provisions)
        ),
        instruments=tuple(_instrument(entry) for entry in _sorted(registry.instruments)),
        places={entry.id: entry.title for entry in _sorted(registry.places)},
        renumbered={entry.id: entry.renumbered_to for entry in _sorted(registry.places) if entry.renumbered_to},
        founded=founding_years(),
        procedures=tuple(_procedure(entry) for entry in _sorted(registry.procedures)),
        publicity=tuple(
            PublicityPeriod(
                entry.title,
                entry.from_,
                entry.until,
                {tier: None if least == "none" else least for tier, least in entry.least.items()},
                dict(entry.longest),
                dict(entry.fields),
                entry.special_for,
                entry.documents,
                entry.clock,
                cited(entry.basis),
            )
            for entry in _sorted(registry.publicity)
        ),
        remedies=tuple(
            RemedySentence(
                entry.remedy,
                entry.title,
                entry.from_,
                entry.until,
                tuple(RemedyWay(step.step, step.period, cited(step.basis)) for step in entry.steps),
            )
            for entry in _sorted(registry.remedies)
        ),
        duties=tuple(_duty(entry, registry) for entry in _sorted(registry.duties)),
        matrix=tuple(
            RankRule(entry.rank, entry.from_, entry.until, entry.measure, entry.founds, entry.fields)
            for entry in _sorted(registry.matrix)
        ),
        floors=tuple(
            FloorRule(
                entry.floor,
                entry.title,
                entry.ranks,
                kinds_of(entry.kinds, registry),
                cited(entry.article),
                entry.from_,
                entry.until,
            )
            for entry in _sorted(registry.floors)
        ),
    )


def kinds_of(names: tuple[str, ...] | None, registry: Registry) -> tuple[Any, ...]:
    """The kinds that names of kinds and of sets stand for, each once, in the order named."""
    found: list[str] = []
    for name in names or ():
        entry = registry.kinds.get(name)
        found.extend(entry.kinds if entry else (name,))
    return tuple(dict.fromkeys(found))


def comparisons_of(fact: Fact, registry: Registry) -> tuple[Comparison, ...]:
    """The typed comparisons that a ``fact`` condition states; its fact is declared."""
    scope, _, name = fact.fact.partition(".")
    entry = registry.fact(scope, name)
    found = []
    for key, row in OPERATORS.items():
        bound = getattr(fact, "is_" if key == "is" else key)
        if bound is None:
            continue
        bounds = tuple(read_bound(entry.type, item) for item in (bound if row.many else (bound,)))
        shown = "、".join(_shown(item) for item in (bound if row.many else (bound,)))
        text = f"{entry.title}{row.word}{shown}"
        found.append(Comparison(scope, name, entry.type, key, bounds, text))  # type: ignore[arg-type]
    return tuple(found)


def _shown(bound: Any) -> str:
    return {True: "是", False: "否"}[bound] if isinstance(bound, bool) else str(bound)


def _sorted(entries: dict[Any, Any]) -> list[Any]:
    return [entries[key] for key in sorted(entries)]


def cited(citation: Citation) -> Cited:
    """A citation as a plan carries it."""
    return Cited(citation.instrument, citation.article, citation.provenance, citation.version)


def _maybe_cited(citation: Citation | None) -> Cited | None:
    return None if citation is None else cited(citation)


def _open(term: Period | str) -> Period | None:
    return term if isinstance(term, Period) else None


def _term_facts(when: Condition) -> tuple[Fact, ...]:
    parts = when.all if isinstance(when, All) else (when,)
    if not all(isinstance(part, Fact) for part in parts):
        raise ValueError("the term of a list can depend on facts of the record only, one or all of several")
    return parts  # type: ignore[return-value]


def _term(term: ListTerm, registry: Registry) -> TermRule:
    cases = tuple(
        TermCase(
            tuple(found for fact in _term_facts(case.when) for found in comparisons_of(fact, registry)),
            _open(case.term),
        )
        for case in term.cases
    )
    return TermRule(term.from_, term.until, term.clock, cases, _open(term.otherwise), term.on_repetition)


def _list(entry: ListEntry, registry: Registry) -> ListRule:
    return ListRule(
        id=entry.id,
        title=entry.title,
        class_=entry.class_,
        field=entry.field,
        place=entry.place,
        from_=entry.from_,
        until=entry.until,
        determined_by=entry.determined_by,
        continuing_duty=entry.continuing_duty,
        basis=tuple(map(cited, entry.basis)),
        requires_notice=entry.requires_notice,
        publicity_window=entry.publicity_window,
        terms=tuple(_term(term, registry) for term in entry.terms),
        greatest_age=entry.greatest_age,
        verification=tuple(StagePeriod(row.ground, row.period, cited(row.basis)) for row in entry.verification),
        no_suspension=tuple(StageDenial(row.ground, cited(row.basis)) for row in entry.no_suspension),
        repair_reduces=_maybe_cited(entry.repair_reduces),
        unrepairable=_maybe_cited(entry.unrepairable.basis if entry.unrepairable else None),
        exits=tuple(
            ExitWay(
                way.from_,
                way.until,
                way.way,
                way.through,
                None if way.basis == "none-cited" else cited(way.basis),
                way.conditions,
                way.earliest,
                way.within,
            )
            for way in entry.exits
        ),
    )


def _instrument(entry: Instrument) -> InstrumentRule:
    versions = tuple(
        VersionRule(row.version, row.from_, row.until, dict(row.renumbered), row.provenance or entry.provenance)
        for row in entry.versions
    )
    enabling = tuple(map(cited, entry.enabled_by))
    return InstrumentRule(entry.id, entry.title, entry.number, entry.rank, entry.place, versions, enabling)


def _procedure(entry: Procedure) -> ProcedureRule:
    rule = entry.verification
    return ProcedureRule(
        entry.id,
        entry.title,
        entry.place,
        entry.from_,
        entry.until,
        cited(rule.basis) if rule else None,
        rule.period if rule else None,
        _maybe_cited(entry.repair_reduces),
        _maybe_cited(entry.rectified_delists),
        _maybe_cited(entry.confirmation_required),
        _maybe_cited(entry.incentives_blocked_by_all_fields),
    )


def _duty(entry: DutyEntry, registry: Registry) -> DutyRule:
    return DutyRule(
        code=entry.code,
        trigger=entry.trigger,
        place=entry.place,
        from_=entry.from_,
        until=entry.until,
        lists=entry.lists,
        classes=entry.classes,
        determined_by=entry.determined_by,
        kinds=kinds_of(entry.kinds, registry),
        not_tiers=entry.not_tiers,
        documents=entry.documents,
        ways=entry.ways,
        acts=entry.acts,
        directions=entry.directions,
        matters=entry.matters,
        owed_by=entry.owed_by,
        to=entry.to,
        period=entry.period,
        counted_from=entry.counted_from,
        each_quarter_by=entry.each_quarter_by,
        basis=tuple(map(cited, entry.basis)),
    )
