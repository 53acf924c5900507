"""A punishment is triggered by a record on a registered list, and by nothing else (S1)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..source.node import Path
from .direction_against_effect import turned_round
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.conditions import At, without_record


def punishment_without_list(checked: Checked) -> Iterable[Diagnostic]:
    """A punishment whose condition can hold without a record: it, or the branch that asks for none, issues nothing."""
    told: set[Path] = set()
    for path, measure, _ in checked.written:
        trigger = checked.trigger(measure)
        if measure.direction != "punishment" or trigger is None or turned_round(measure, checked):
            continue
        if measure.when is not None and not without_record(At(measure.when, (*path, "when"))):
            continue
        where = (*path, "triggered_by") if measure.triggered_by is not None else ("triggered_by",)
        for part in without_record(At(trigger, where)):
            if part.path not in told:
                told.add(part.path)
                yield checked.finding("punishment-without-list", part.path)


CHECK = Check(
    find=punishment_without_list,
    rules=("S1", "LF 8.8"),
    reason=Words(
        "惩戒只能由登记名单上的记录触发；名单之外的行为不触发任何措施。",
        "A punishment is triggered by a record on a registered list; conduct outside the lists triggers nothing.",
    ),
    codes=(
        Code(
            id="punishment-without-list",
            said=Sentence(
                "惩戒必须由名单上的记录触发，而这里的条件不问任何记录",
                "a punishment needs a record on a list, and this condition asks for none",
                "请写 on_list、on_lists、after_exit 或 count；事实另写在 when 里。",
                "Write on_list, on_lists, after_exit or count; a fact stands under when beside it.",
            ),
            bad="""
                measures:
                  - triggered_by: ‸{fact: subject.listed-company, is: true}
            """,
            good="""
                measures:
                  - triggered_by: {on_list: tax-violation}
                    when: {fact: subject.listed-company, is: true}
            """,
        ),
    ),
)
