"""Checked packs and the registry to a plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..pack.base import Citation
from ..pack.effective import effective_from
from ..pack.loaded import LoadedPack
from ..pack.model import DepartmentFunction, DepartmentPart, Measure, Pack, RoleBearers, Term
from ..registry.condense import cited, condense, kinds_of
from ..registry.registry import Registry
from ..source.rows import NamedTuple
from .conditions import AfterExit, AllOf, AnyOf, CleanFor, Condition, CountRecords, HeldBy, InFields, OnList
from .lower import Lowering
from .model import BearerSpec, DepartmentSpec, PackInfo, Plan, Rule, TermSpec


def compile(packs: Iterable[LoadedPack], registry: Registry, registry_digest: str) -> Plan:
    """The plan of the published packs, ordered by pack id and the order of the text; drafts are left out (S3)."""
    infos: list[PackInfo] = []
    rules: list[Rule] = []
    lowering = Lowering(registry)
    ordered = sorted(packs, key=lambda item: item.pack.memorandum.id)
    superseded = _superseded([loaded.pack for loaded in ordered])
    for loaded in ordered:
        start = effective_from(loaded.pack)
        if start is None:
            continue
        head = loaded.pack.memorandum
        period = Applies(start, _first(head.until, superseded.get(head.id)))
        infos.append(_info(loaded, period))
        for measure in loaded.pack.measures:
            assert isinstance(measure, Measure), "adoption comes before compiling"
            rules.append(_rule(measure, loaded.pack, period, lowering))
    conditions = tuple(lowering.found)
    by_list, always = _index(rules, conditions)
    windows = {condition.period for condition in conditions if isinstance(condition, CleanFor)}
    return Plan(
        1,
        tuple(infos),
        tuple(rules),
        conditions,
        by_list,
        always,
        tuple(sorted(windows, key=str)),
        condense(registry),
        registry_digest,
    )


class Applies(NamedTuple):
    """The half-open period in which a document applies."""

    start: date
    until: date | None


def _superseded(packs: Iterable[Pack]) -> dict[str, date]:
    """For each superseded pack the day from which a younger one applies instead (S3)."""
    ends: dict[str, date] = {}
    for pack in packs:
        start = effective_from(pack)
        for older in pack.memorandum.supersedes:
            if start is not None:
                ends[older] = min(start, ends.get(older, start))
    return ends


def _first(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _info(loaded: LoadedPack, period: Applies) -> PackInfo:
    head = loaded.pack.memorandum
    return PackInfo(
        head.id,
        head.title,
        head.document_no,
        head.rank,
        head.place,
        period.start,
        period.until,
        head.source.provenance,
        loaded.digest,
    )


def _rule(measure: Measure, pack: Pack, period: Applies, lowering: Lowering) -> Rule:
    head, defaults, registry = pack.memorandum, pack.defaults, lowering.registry
    act = registry.acts[measure.act]
    trigger = measure.triggered_by or pack.triggered_by
    forms = [form for form in (trigger, measure.when) if form is not None]
    condition = lowering.both([lowering.lower(form) for form in forms])
    provenance = measure.provenance
    return Rule(
        id=f"{head.id}/{measure.id}",
        pack=head.id,
        clause=measure.clause,
        act=measure.act,
        title=act.title,
        direction=measure.direction,
        force="recommended" if measure.actor == "autonomous" else measure.force or defaults.force or "mandatory",
        actor=measure.actor,
        effect=act.effect,
        impact=act.impact,
        category=act.category if measure.direction == "punishment" else None,
        matters=measure.matters if measure.matters is not None else act.matters,
        once=act.once,
        livelihood=act.livelihood,
        floor=act.floor,
        wording=measure.wording,
        provenance=head.source.provenance
        if provenance is None
        else provenance
        if isinstance(provenance, str)
        else "secondary",
        condition=condition,
        listed=bool(_listing(condition, lowering.found)),
        reverse=_only_reverse(condition, lowering.found),
        listed_kinds=kinds_of(measure.listed_kinds, registry),
        bearers=tuple(_bearer(bearer, lowering) for bearer in measure.bearers),
        bearer_kinds=kinds_of(measure.bearer_kinds, registry),
        departments=_departments(measure, pack, registry),
        basis=() if measure.basis == "none-cited" else tuple(cited(citation) for citation in measure.basis),
        on_reduce=measure.on_reduce or defaults.on_reduce,
        term=None if measure.term is None else _term(measure.term),
        from_=max(period.start, measure.from_ or period.start),
        until=_first(period.until, measure.until),
        blocked_by=measure.blocked_by,
        guard=dict(measure.guard),
        parameters=dict(measure.parameters),
        menu=measure.menu,
        note=measure.note,
    )


def _bearer(bearer: str | RoleBearers, lowering: Lowering) -> BearerSpec:
    if isinstance(bearer, str):
        return BearerSpec((), "as-of", False, None)
    when = None if bearer.when is None else lowering.lower(bearer.when)
    return BearerSpec(bearer.roles, bearer.at, bearer.responsible, when)


def _departments(measure: Measure, pack: Pack, registry: Registry) -> tuple[DepartmentSpec, ...]:
    if isinstance(measure.departments, str):
        return ()
    specs = []
    for item in measure.departments:
        name, part = (item.name, item.part) if isinstance(item, DepartmentPart) else (item, pack.defaults.part)
        function = item.function if isinstance(item, DepartmentFunction) else None
        entry, level = registry.printed_department(name, pack.memorandum.place, function)
        specs.append(DepartmentSpec(entry.id, name, level, part))
    return tuple(specs)


def _term(term: Term) -> TermSpec:
    outlasts = term.outlasts
    if isinstance(outlasts, Citation):
        outlasts = f"{outlasts.instrument} {outlasts.article}"
    return TermSpec(
        period=term.period,
        from_decision=term.clock == "decided",
        next_year=term.through == "next-calendar-year",
        life=term.through == "life",
        outlasts=outlasts,
    )


def _only_reverse(number: int, conditions: list[Condition]) -> bool:
    """Whether a condition looks at listed persons of the bearer and at no record of the bearer itself (S12)."""
    seen = _listing(number, conditions)
    return bool(seen) and all(isinstance(leaf, HeldBy) for leaf in seen)


def _listing(number: int, conditions: list[Condition]) -> list[Condition]:
    condition = conditions[number]
    if isinstance(condition, (AllOf, AnyOf)):
        return [leaf for part in condition.parts for leaf in _listing(part, conditions)]
    return [condition] if isinstance(condition, (OnList, HeldBy, InFields, AfterExit, CountRecords)) else []


def _index(rules: list[Rule], conditions: tuple[Condition, ...]) -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
    by_list: dict[str, list[int]] = {}
    always: list[int] = []
    for number, rule in enumerate(rules):
        needed = _needs(rule.condition, conditions)
        if needed is None:
            always.append(number)
            continue
        for code in sorted(needed):
            by_list.setdefault(code, []).append(number)
    return {code: tuple(numbers) for code, numbers in sorted(by_list.items())}, tuple(always)


def _needs(number: int, conditions: tuple[Condition, ...]) -> frozenset[str] | None:
    """Lists of which one must hold a record for the condition not to be false; ``None`` where there is no such set."""
    match conditions[number]:
        case OnList(lists=lists):
            return frozenset(lists)
        case AllOf(parts=parts):
            known = [needed for part in parts if (needed := _needs(part, conditions)) is not None]
            return min(known, key=lambda needed: (len(needed), sorted(needed)), default=None)
        case AnyOf(parts=parts):
            each = [_needs(part, conditions) for part in parts]
            return None if None in each else frozenset(code for needed in each for code in needed or ())
        case _:
            return None
