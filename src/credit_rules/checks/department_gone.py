"""A text gives a measure to a department that had gone by the day of the text (S24)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.shown import shown
from ..registry.department_rules import gone_from
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def department_gone(checked: Checked) -> Iterable[Diagnostic]:
    """A department whose work at its level and place was already another's when the document began to apply."""
    start, place = checked.starts, checked.loaded.pack.memorandum.place
    for path, measure, _ in checked.measures:
        if start is None or not checked.sound or isinstance(measure.departments, str):
            continue
        for index, item in enumerate(measure.departments):
            known = checked.department(item)
            day = None if known is None else gone_from(*known, place, checked.registry)
            if day is not None and day <= start:
                name = item if isinstance(item, str) else item.name
                where = (*path, "departments", index)
                yield checked.finding("department-gone", where, found=shown(name), day=str(day))


CHECK = Check(
    find=department_gone,
    rules=("S24", "LF 8.27"),
    reason=Words(
        "文件把事情交给了当时已经撤销的部门，没有人会去做；多半是抄自更早的文件。",
        "A text that gives work to a department already gone gives it to nobody; most often it was copied from an older one.",
    ),
    limits=Words(
        "历史文本按原文保留，所以平时只是警告；名录没有写明由谁接续的部门查不出来。",
        "A historic text is kept as printed, hence a warning; a department of which the registry names no successor cannot be told.",
    ),
    codes=(
        Code(
            id="department-gone",
            level="warning",
            said=Sentence(
                "部门“{found}”在该文件之前（{day}）已经撤销",
                "the department “{found}” had gone by {day}, before the day of this document",
                "按原文保留；请在 README 里说明这一发现。",
                "Keep it as printed, and note the finding in the README.",
            ),
            bad="""
                memorandum: {from: 2024-06-01}
                measures:
                  - departments: [‸市工商局]
            """,
            good="""
                memorandum: {from: 2024-06-01}
                measures:
                  - departments: [市税务局]
            """,
        ),
    ),
)
