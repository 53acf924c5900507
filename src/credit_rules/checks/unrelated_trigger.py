"""A measure that reduces a right is triggered by lists that it names, not by any list there is (LF 8.13)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.condition import OnLists
from .framework.bases import reduces
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.conditions import At, every_part


def unrelated_trigger(checked: Checked) -> Iterable[Diagnostic]:
    """Measures that reduce a right and are triggered by a class of lists in all fields."""
    for path, measure, _ in checked.written:
        trigger = checked.trigger(measure)
        if trigger is None or not reduces(checked, measure):
            continue
        parts = [part.condition for part in every_part(At(trigger, ()))]
        if any(isinstance(part, OnLists) and part.of_fields is None and part.fields is None for part in parts):
            where = (*path, "triggered_by") if measure.triggered_by is not None else (*path, "act")
            yield checked.finding("unrelated-trigger", where, found=measure.id)


CHECK = Check(
    find=unrelated_trigger,
    rules=("S1", "LF 8.13"),
    reason=Words(
        "“一处失信、处处受限”已被关联和适当的原则取代：跨领域的措施，依据要同时写明名单和措施；一切名单都能触发的减损权益措施没有这种联系。",
        "“Dishonest once, restricted everywhere” has given way to relevance and proportion: a measure across fields needs a "
        "basis that names both list and measure. One that any list triggers has no such link.",
    ),
    limits=Words(
        "写了 of_fields 的，是否真有关联要人判断；按领域个数的（fields）是加重惩戒，不在此列。",
        "Whether the fields named are related is for a person to judge; a count of fields is aggravation and not meant here.",
    ),
    codes=(
        Code(
            id="unrelated-trigger",
            level=None,
            said=Sentence(
                "措施“{found}”减损权益，任何领域的名单都会触发",
                "the measure “{found}” reduces a right and is triggered by a list of any field",
                "请写出与措施有关联的名单（on_list），或者用 of_fields 限定领域。",
                "Name the lists that have to do with the measure (on_list), or limit the fields with of_fields.",
            ),
            bad="""
                measures:
                  - act: restrict-subsidy
                    triggered_by: ‸{on_lists: serious}
            """,
            good="""
                measures:
                  - act: restrict-subsidy
                    triggered_by: {on_lists: serious, of_fields: [taxation]}
            """,
        ),
    ),
)
