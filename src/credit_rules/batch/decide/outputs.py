"""What was decided of forms, said of every case with its own ids and days: the tables that a batch writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import ibis

from ..arrays import in_order, none_of
from ..joins import beside
from ..match.codes import NEVER, day_of
from ..match.scene import Scene
from ..tables import OUTPUTS
from .dimensions import Dimensions
from .forms import Forms
from .issuing import Issued
from .undetermined import Unknown
from .withholding import Withheld

BEFORE = "conduct-before-measure"
Tables = dict[str, ibis.Table]


class Decided(NamedTuple):
    """All that was decided: of forms (``issued``, ``withheld``, ``warnings``), of cases the rest."""

    forms: Forms
    issued: Issued
    withheld: Withheld
    unknown: Unknown
    warnings: ibis.Table
    of_records: ibis.Table
    indications: ibis.Table


def tables_of(
    states: Mapping[str, ibis.Table], alike: ibis.Table, decided: Decided, dimensions: Dimensions, scene: Scene
) -> Tables:
    """The six tables of ``OUTPUTS``, not worked out yet; ``alike`` says which judged case stands for each case
    (``case_id``, ``subject_id``, ``matter``, ``case``)."""
    cases = scene.store.keep(_named(alike, decided, scene))
    found = {
        "records": _records(states),
        "measures": _measures(cases, decided, scene),
        "withheld": _withheld(cases, decided, dimensions),
        "undetermined": _undetermined(alike, decided, scene),
        "warnings": _warnings(states, cases, decided, scene),
        "indications": decided.indications,
    }
    return {name: table.select(*OUTPUTS[name]).cast(OUTPUTS[name]) for name, table in found.items()}


def _named(alike: ibis.Table, decided: Decided, scene: Scene) -> ibis.Table:
    """Every case with hits, with the ids of its people and records and the days of its grounds as arrays."""
    forms, cast = decided.forms, scene.cast
    days = forms.days.select(
        "case", sinces=forms.days.days.map(lambda one: one.since), untils=forms.days.days.map(lambda one: one.until)
    )
    people = in_order(cast.people.semi_join(forms.form_of, "case"), ["case"], ["person"], ["id"], "people")
    records = in_order(cast.records.semi_join(forms.form_of, "case"), ["case"], ["record"], ["id"], "records")
    cases = alike.select("case_id", "case", "subject_id").join(forms.form_of, "case")
    cases = cases.join(cast.cases.select("case", "subject"), "case").join(days, "case")
    cases = beside(cases.join(people, "case"), records, "case")
    return cases.mutate(records=cases.records.fill_null(none_of("array<string>")))


def _bearer(row: Any) -> Any:
    return ibis.ifelse(row.bearer == row.subject, row.subject_id, row.people[row.bearer])


def _because(row: Any) -> Any:
    return row.because.map(lambda record: row.records[record])


def _first_day(periods: Any, sinces: Any) -> Any:
    """From the first day of any of the clauses on which its ground holds."""

    def first(one: Any) -> Any:
        since = sinces[one.ground]
        return ibis.ifelse(since == NEVER, since, ibis.greatest(since, one.starts))

    return periods.map(first).mins()


def _last_day(leads: Any, unopposed: Any, untils: Any) -> Any:
    """Until the last day of any; what would speak without a verification bounds it."""

    def last(one: Any) -> Any:
        return ibis.least(untils[one.ground], one.stops)

    return ibis.least(leads.map(last).maxs(), unopposed.map(last).maxs())


def _measures(cases: ibis.Table, decided: Decided, scene: Scene) -> ibis.Table:
    """What several cases have alike is said once."""
    shared = cases.group_by("case").agg(many=cases.count() > 1, case_id=cases.case_id.min())
    shared = scene.store.keep(shared.filter("many"))
    alone = _said(cases.anti_join(shared, "case"), decided).drop("own")
    told = _said(cases.semi_join(shared, "case_id"), decided)
    told = scene.store.keep(told.drop("case_id"))
    many = cases.select("case", "case_id", "subject_id").join(told, "case")
    many = many.mutate(bearer_id=ibis.ifelse(many.own, many.subject_id, many.bearer_id))
    columns = list(OUTPUTS["measures"])
    return alone.select(columns).union(many.select(columns))


def _said(cases: ibis.Table, decided: Decided) -> ibis.Table:
    """The measures of cases with ids and days; ``own`` are those that the subject bears."""
    issued = decided.issued
    kinds = issued.kinds.join(issued.clauses, "clauses").join(issued.sources, "kind")
    rows = cases.join(issued.measures.rename(form="case"), "form").join(kinds, "kind")

    def source(one: Any) -> Any:
        said = {name: one[name] for name in ("id", "provenance", "status", "force", "standing")}
        first, last = _first_day(one.leads, rows.sinces), _last_day(one.leads, one.unopposed, rows.untils)
        return ibis.struct({**said, "from": day_of(first), "until": day_of(last)})

    found = rows.mutate(
        **{"from": day_of(_first_day(rows.leads, rows.sinces))},
        until=day_of(_last_day(rows.leads, rows.unopposed, rows.untils)),
        bearer_id=_bearer(rows),
        because=_because(rows),
        verification=ibis.ifelse(rows.open, "open", ibis.null("string")),
        sources=rows.sources.map(source),
        own=rows.bearer == rows.subject,
    )
    return found.select("case", "own", *OUTPUTS["measures"])


def _withheld(cases: ibis.Table, decided: Decided, dimensions: Dimensions) -> ibis.Table:
    rows = cases.join(decided.withheld.withheld.rename(form="case"), "form")
    rows = rows.join(dimensions.rules.select("rule", "id", "act"), "rule")
    return rows.mutate(
        bearer_id=_bearer(rows),
        because=_because(rows),
        verification=ibis.ifelse(rows.open, "open", ibis.null("string")),
    )


def _undetermined(alike: ibis.Table, decided: Decided, scene: Scene) -> ibis.Table:
    told = decided.unknown.rows.join(decided.unknown.ids, "group")
    told = told.join(scene.cast.cases.select("case", "subject"), "case")
    told = told.join(scene.cast.people.select("case", "id", bearer="person"), ["case", "bearer"])
    told = scene.store.keep(told.select("case", "id", "reason", "ids", missing="what", own=told.bearer == told.subject))
    rows = alike.select("case_id", "case", "subject_id").join(told, "case")
    return rows.mutate(bearer_id=ibis.ifelse(rows.own, rows.subject_id, rows.id))


def _warnings(states: Mapping[str, ibis.Table], cases: ibis.Table, decided: Decided, scene: Scene) -> ibis.Table:
    columns = ["case_id", "code", "record_id", "ids"]
    nobody, none = ibis.null("string"), none_of("array<string>")
    notices = states["notices"].distinct()
    of_forms = cases.join(decided.warnings, "form").mutate(record_id=nobody)
    of_records = cases.join(decided.of_records, "case")
    of_records = of_records.mutate(record_id=of_records.records[of_records.record], code=ibis.literal(BEFORE))
    return ibis.union(notices.mutate(ids=none).select(columns), of_forms.select(columns), of_records.select(columns))


def _records(states: Mapping[str, ibis.Table]) -> ibis.Table:
    rows = states["records"]
    shown = rows.verification_open & rows.in_history
    return rows.select(
        "case_id",
        "record_id",
        "subject",
        "list",
        "status",
        "until",
        **{"from": rows.effect},
        verification=ibis.ifelse(shown, "open", ibis.null("string")),
    )
