"""The indication for a matter (S21), worked out once for all cases of a form that ask about it."""

from __future__ import annotations

import ibis

from ...decide.indication import ORDER
from ..arrays import in_order, none_of, word
from ..joins import beside
from ..match.results import SUSPENDED
from ..match.scene import Scene
from .dimensions import Dimensions
from .forms import AND, Forms
from .issuing import Issued
from .merging import Merged
from .undetermined import Unknown
from .withholding import Withheld

PROHIBIT, RESTRICT, STRICT = ORDER.index("prohibit"), ORDER.index("restrict"), ORDER.index("strict-review")
NEUTRAL = ORDER.index("neutral")
COUNTED, WAITS, LACKING, OTHER = range(4)
LISTS = {"measures": COUNTED, "suspended": WAITS, "insufficient": LACKING, "other": OTHER}
RESULTS = ("result", "mandatory", "recommended")
ASKED = ["form", "matter"]
NONE = -1
"""The form of a case of which nothing is true."""


def indicate(
    alike: ibis.Table,
    forms: Forms,
    merged: Merged,
    issued: Issued,
    withheld: Withheld,
    unknown: Unknown,
    dimensions: Dimensions,
    scene: Scene,
) -> ibis.Table:
    """The indication of each case that asks about a matter; ``alike`` says which judged case stands for each."""
    store = scene.store
    cases = alike.filter(alike.matter.notnull()).select("case_id", "case", "matter")
    cases = beside(beside(cases, forms.form_of, "case"), _waiting(unknown), "case")
    cases = store.keep(
        cases.select("case_id", "matter", form=cases.form.fill_null(NONE), waiting=cases.waiting.fill_null(""))
    )
    every = store.keep(cases.select("form", "matter", "waiting").distinct())
    asked = every.select(*ASKED).filter(every.form != NONE).distinct()
    placed = store.keep(_placed(asked, merged, issued, forms, dimensions))
    found = beside(every, _results(placed), ASKED)
    for name, place in LISTS.items():
        found = beside(found, in_order(placed.filter(placed.place == place), ASKED, ["measure"], ["id"], name), ASKED)
    found = beside(found, _withheld(asked, withheld, dimensions), ASKED)
    found = beside(found, _undetermined(every, unknown, dimensions), ["matter", "waiting"])
    lists = {name: found[name].fill_null(none_of("array<string>")) for name in (*LISTS, "withheld", "undetermined")}
    results = {name: word(found[name].fill_null(NEUTRAL), ORDER) for name in RESULTS}
    found = store.keep(found.select("form", "matter", "waiting", **results, **lists))
    return cases.join(found, ["form", "matter", "waiting"])


def _placed(asked: ibis.Table, merged: Merged, issued: Issued, forms: Forms, dimensions: Dimensions) -> ibis.Table:
    """The measures that concern each matter: counted, or where they stand beside what is.

    Only what gives a measure its force says which matters it concerns.
    """
    parts = merged.parts.select("kind", "rule", "leads", "status", "counts")
    about = asked.select("matter").distinct().join(dimensions.wide, "matter")
    about = about.join(dimensions.matters.rename(above="matter"), "above").select("matter", "rule").distinct()
    parts = about.join(parts, "rule")
    leading, suspended = parts.leads, parts.status == SUSPENDED
    kinds = parts.group_by("matter", "kind").agg(
        spoken=leading.any(),
        suspended=suspended.all(),
        carried=parts.counts.any(),
        lead_suspended=suspended.all(where=leading),
        lead_carried=parts.counts.any(where=leading),
    )
    measures = issued.whole("id", "force", "public", "result", "spent", "read").drop("because").rename(form="case")
    rows = asked.join(measures, "form").join(kinds, ["matter", "kind"])
    rows = rows.join(forms.cases.select("subject", form="case"), "form")
    counts = rows.spoken & (rows.bearer == rows.subject) & rows.public & rows.result.notnull() & ~rows.spent & rows.read
    place = ibis.cases(
        (ibis.ifelse(rows.spoken, rows.lead_suspended, rows.suspended), WAITS),
        (~ibis.ifelse(rows.spoken, rows.lead_carried, rows.carried), LACKING),
        (counts, COUNTED),
        else_=OTHER,
    )
    return rows.select(*ASKED, "measure", "id", "force", "result", place=place)


def _results(placed: ibis.Table) -> ibis.Table:
    """The most severe of each force; a recommendation never refuses by itself."""
    counted = placed.filter(placed.place == COUNTED)
    found = counted.group_by(ASKED).agg(
        mandatory=counted.result.min(where=counted.force == "mandatory").fill_null(NEUTRAL),
        recommended=counted.result.min(where=counted.force == "recommended").fill_null(NEUTRAL),
    )
    softened = ibis.ifelse(found.recommended.isin((PROHIBIT, RESTRICT)), STRICT, found.recommended)
    return found.mutate(result=ibis.least(found.mandatory, softened))


def _withheld(asked: ibis.Table, withheld: Withheld, dimensions: Dimensions) -> ibis.Table:
    rows = asked.join(withheld.withheld.select("rule", form="case"), "form")
    rows = rows.join(dimensions.wide, "matter").join(dimensions.matters.rename(above="matter"), ["above", "rule"])
    rows = rows.join(dimensions.rules.select("rule", "rank", "id"), "rule")
    return in_order(rows.select(*ASKED, "rank", "id").distinct(), ASKED, ["rank"], ["id"], "withheld")


def _waiting(unknown: Unknown) -> ibis.Table:
    """The groups of measures that wait for something in each case, in the order of what is missing, as one text."""
    groups = in_order(unknown.rows, ["case"], ["what", "reason", "bearer"], ["group"], "groups")
    return groups.select("case", waiting=groups.groups.map(lambda group: group.cast("string")).join(AND))


def _undetermined(cases: ibis.Table, unknown: Unknown, dimensions: Dimensions) -> ibis.Table:
    keys = ["matter", "waiting"]
    rows = cases.filter(cases.waiting != "").select(*keys).distinct()
    rows = rows.mutate(groups=rows.waiting.split(AND)).unnest("groups", offset="position")
    rows = rows.mutate(group=rows.groups.cast("int64")).join(unknown.rules, "group")
    rows = rows.join(dimensions.wide, "matter").join(dimensions.matters.rename(above="matter"), ["above", "rule"])
    rows = rows.group_by(*keys, "rule", "id").agg(position=rows.position.min())
    return in_order(rows, keys, ["position", "rule"], ["id"], "undetermined")
