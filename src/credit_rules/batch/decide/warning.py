"""What an officer must be warned of beside the measures (S3, S17, S20, S24)."""

from __future__ import annotations

import ibis

from ..arrays import in_order
from ..match.scene import Scene
from .dimensions import Dimensions
from .forms import Forms
from .issuing import Issued
from .merging import Merged
from .withholding import Withheld


def warn(
    forms: Forms, merged: Merged, issued: Issued, withheld: Withheld, dimensions: Dimensions, scene: Scene
) -> ibis.Table:
    """Warnings of forms, each once (``form``, ``code``, ``ids``); those about a record: :func:`warn_of_records`."""
    found = [
        _no_inquiry(withheld.kept, forms, dimensions),
        _contradictions(issued, merged, dimensions),
        _uncertain(issued, merged, dimensions),
    ]
    return scene.store.keep(ibis.union(*found))


def _no_inquiry(kept: ibis.Table, forms: Forms, dimensions: Dimensions) -> ibis.Table:
    """An incentive issued although nobody looked whether its bearer is listed elsewhere (S17)."""
    unasked = forms.cases.filter(~forms.cases.has_inquiry).select("case")
    rows = kept.filter(~kept.punishes).select("case", "rule").distinct().join(unasked, "case")
    rows = rows.join(dimensions.rules.select("rule", "id"), "rule")
    return _of_code("inquiry-missing", in_order(rows, ["case"], ["rule"], ["id"], "ids"))


def _contradictions(issued: Issued, merged: Merged, dimensions: Dimensions) -> ibis.Table:
    """An incentive beside a punishment that does not settle the matter (S20)."""
    matters = merged.parts.select("kind", "rule").distinct().join(dimensions.matters, "rule")
    matters = matters.select("kind", "matter").distinct()
    shown = issued.whole("id", "punishes", "hinders", "status").join(matters, "kind")
    hindering = shown.punishes & shown.hinders & (shown.status != "suspended")
    bars = shown.filter(hindering).select("case", "bearer", "matter", first="id")
    favours = shown.filter(~shown.punishes).select("case", "bearer", "matter", second="id")
    pairs = bars.join(favours, ["case", "bearer", "matter"]).select("case", "first", "second").distinct()
    return _of_code("contradictory-measures", pairs.select("case", ids=ibis.array([pairs["first"], pairs["second"]])))


def _uncertain(issued: Issued, merged: Merged, dimensions: Dimensions) -> ibis.Table:
    """A department in reorganisation, whose day at the place nobody has checked (S24)."""
    rules = merged.parts.select("kind", "rule", "place").distinct()
    rules = rules.join(dimensions.uncertain, ["place", "rule"]).select("kind", "printed").distinct()
    rows = issued.whole("id").join(rules, "kind")
    rows = rows.group_by("case", "printed", "id").agg(measure=rows.measure.min())
    ids = in_order(rows, ["case", "printed"], ["measure"], ["id"], "ids")
    return _of_code("department-uncertain", ids)


def _of_code(code: str, rows: ibis.Table) -> ibis.Table:
    return rows.select("ids", form="case", code=ibis.literal(code))


def warn_of_records(forms: Forms, withheld: Withheld, dimensions: Dimensions, scene: Scene) -> ibis.Table:
    """Conduct that had ended before the measure began, on a list of no continuing duty (S3): ``case``, ``record``,
    ``ids``.

    Days between two first days of measures say the same.
    """
    store, kept = scene.store, withheld.kept
    continuing = dimensions.lists.filter("continuing").select("list_number")
    records = forms.records.anti_join(continuing, "list_number").select("case", "record")
    rows = kept.filter(kept.punishes).join(forms.grounds, ["case", "ground"]).semi_join(records, ["case", "record"])
    rows = rows.join(dimensions.rules.select("rule", "id", "starts"), "rule")
    rows = store.keep(rows.select("record", "rule", "id", turn=_turn(rows.starts, dimensions), form="case").distinct())
    cases = forms.form_of.join(scene.cast.records.select("case", "record", "conduct_until"), "case")
    cases = cases.filter(cases.conduct_until.notnull())
    cases = cases.mutate(ended=_turn(cases.conduct_until, dimensions))
    cases = store.keep(cases.semi_join(rows, ["form", "record"]))
    asked = cases.select("form", "record", "ended").distinct().join(rows, ["form", "record"])
    early = asked.filter(asked.turn > asked.ended)
    ids = store.keep(in_order(early, ["form", "record", "ended"], ["rule"], ["id"], "ids"))
    return cases.join(ids, ["form", "record", "ended"]).select("case", "record", "ids")


def _turn(day: ibis.Value, dimensions: Dimensions) -> ibis.Value:
    """How many of the days on which measures begin are not after the day."""
    count = ibis.literal(0, "int32")
    for start in dimensions.starts:
        count = count + ibis.ifelse(day >= start, 1, 0)
    return count.cast("int32")
