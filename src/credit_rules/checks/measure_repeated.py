"""A measure written twice under one clause: together they are one measure, with the departments of both (S14)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.shown import shown
from ..pack.model import Measure
from .framework.check import Check, Code, Words
from .framework.checked import Checked

FREE = frozenset({"id", "departments", "basis", "wording", "provenance", "note", "triggered_by", "force", "bearers"})
"""What may differ without making another measure of it; the last three are compared as they take effect."""


def measure_repeated(checked: Checked) -> Iterable[Diagnostic]:
    """The same act on the same bearers, under the same clause and conditions, once more."""
    first: dict[Any, str] = {}
    for path, measure, _ in checked.written:
        key = repr(_told(measure, checked))
        if key in first:
            yield checked.finding("measure-repeated", (*path, "id"), found=shown(measure.id), first=first[key])
        first.setdefault(key, measure.id)


def _told(measure: Measure, checked: Checked) -> Any:
    fixed = [getattr(measure, name) for name in Measure.model_fields if name not in FREE]
    force = measure.force or checked.loaded.pack.defaults.force
    return fixed, checked.trigger(measure), force, sorted(map(repr, measure.bearers))


CHECK = Check(
    find=measure_repeated,
    rules=("S14",),
    reason=Words(
        "同一条款下行为、承受者、条件都相同的两项措施合并成一项，第二项没有自己的作用。",
        "Two measures of one clause with the same act, bearers and conditions merge into one, so the second adds nothing.",
    ),
    codes=(
        Code(
            id="measure-repeated",
            said=Sentence(
                "措施“{found}”与“{first}”相同，合并后没有自己的作用",
                "the measure “{found}” is the same as “{first}”, so it adds nothing",
                "请合并成一项，把部门写在一起；条款不同的，请写各自的 clause。",
                "Make one of them, with the departments of both; where the clauses differ, write each clause.",
            ),
            bad="""
                measures:
                  - {id: first, departments: [市税务局]}
                  - {id: ‸second, departments: [市法院]}
            """,
            good="""
                measures:
                  - {id: first, departments: [市税务局, 市法院]}
            """,
        ),
    ),
)
