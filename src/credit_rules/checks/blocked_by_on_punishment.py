"""What blocks an incentive does not concern a punishment (S17)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .direction_against_effect import turned_round
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def blocked_by_on_punishment(checked: Checked) -> Iterable[Diagnostic]:
    """``blocked_by`` on a measure that is no incentive."""
    for path, measure, _ in checked.written:
        punishes = measure.direction == "punishment" and not turned_round(measure, checked)
        if punishes and measure.blocked_by is not None:
            yield checked.finding_at_key("blocked-by-on-punishment", (*path, "blocked_by"), found=measure.id)


CHECK = Check(
    find=blocked_by_on_punishment,
    rules=("S17",),
    reason=Words(
        "只有激励会因为主体在其他名单上而不发出；惩戒不会，写了也不起作用。",
        "Only an incentive is withheld because its bearer is listed elsewhere; on a punishment the key does nothing.",
    ),
    codes=(
        Code(
            id="blocked-by-on-punishment",
            said=Sentence(
                "惩戒“{found}”不会因其他名单而不发出，blocked_by 不起作用",
                "no list blocks the punishment “{found}”, so blocked_by has no effect",
                "请删去 blocked_by；如果是激励，请写 direction: incentive。",
                "Delete blocked_by; write direction: incentive if it is one.",
            ),
            bad="""
                measures:
                  - act: supervise
                    ‸blocked_by: [judgment-debtor]
            """,
            good="""
                measures:
                  - act: prefer
                    direction: incentive
                    triggered_by: {on_list: tax-a}
                    blocked_by: [judgment-debtor]
            """,
        ),
    ),
)
