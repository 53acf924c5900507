"""An incentive needs an organ that may give it (S17; LF 8.26)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def incentive_without_department(checked: Checked) -> Iterable[Diagnostic]:
    """Incentives for which the text prints no department."""
    for path, measure, _ in checked.written:
        if measure.direction == "incentive" and measure.departments == "none-printed":
            yield checked.finding("incentive-without-department", (*path, "departments"), found=measure.id)


CHECK = Check(
    find=incentive_without_department,
    rules=("S17", "LF 8.26"),
    reason=Words(
        "没有写明由谁给的激励，主体无处申请，也没有机关有权给；激励要有公布的依据和有权的机关。",
        "An incentive that nobody is named to give can be asked of nobody; it needs a published source and an organ that may "
        "give it.",
    ),
    codes=(
        Code(
            id="incentive-without-department",
            level=None,
            said=Sentence(
                "激励“{found}”没有写明由哪个部门给",
                "the incentive “{found}” names no department that gives it",
                "请写文件印出的责任部门；原文确实没有的，在这一行注明理由。",
                "Write the department that the text prints; where it prints none, give the reason on the line.",
            ),
            bad="""
                measures:
                  - act: prefer
                    direction: incentive
                    triggered_by: {on_list: tax-a}
                    departments: ‸none-printed
            """,
            good="""
                measures:
                  - act: prefer
                    direction: incentive
                    triggered_by: {on_list: tax-a}
                    departments: [市税务局]
            """,
        ),
    ),
)
