"""An incentive that takes something away, or a punishment that gives (S15)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.model import Measure
from .framework.check import Check, Code, Words
from .framework.checked import Checked

BENEFITS = ("prioritise", "simplify", "fewer-inspections", "favour", "honour")
BURDENS = ("prohibit", "restrict", "revoke", "strict-review", "supervise", "admonish", "refer")


def direction_against_effect(checked: Checked) -> Iterable[Diagnostic]:
    """The act's effect in the registry contradicts the direction that the pack gives the measure."""
    for path, measure, _ in checked.written:
        if turned_round(measure, checked):
            yield checked.finding("direction-against-effect", (*path, "act"), found=measure.act)


def turned_round(measure: Measure, checked: Checked) -> bool:
    """Whether the direction of a measure contradicts its act; what rests on the direction is then told by nobody else."""
    act = checked.registry.acts.get(measure.act)
    return act is not None and act.effect in (BENEFITS if measure.direction == "punishment" else BURDENS)


CHECK = Check(
    find=direction_against_effect,
    rules=("S15",),
    reason=Words(
        "激励不会拿走什么，惩戒不会给予什么；方向和效果相反，合并、冲突和提示都会算错。",
        "An incentive takes nothing away and a punishment gives nothing. With direction and effect opposed, merging, contradictions and the indication all go wrong.",
    ),
    limits=Words(
        "公示、记入、通报、协助、参考两个方向都可能，不检查。",
        "Publishing, recording, notifying, assisting and referring to can go either way and are not looked at.",
    ),
    codes=(
        Code(
            id="direction-against-effect",
            said=Sentence(
                "行为“{found}”的效果与措施的方向相反",
                "the effect of the act “{found}” contradicts the direction of the measure",
                "请核对 direction，或者换用另一个行为。",
                "Check direction, or name another act.",
            ),
            bad="""
                measures:
                  - act: ‸prefer
                    direction: punishment
            """,
            good="""
                measures:
                  - act: prefer
                    direction: incentive
                    triggered_by: {on_list: tax-a}
            """,
        ),
    ),
)
