"""What touches a person's livelihood is never a punishment of a natural person (S11a; LF 8b.10)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..registry.condense import kinds_of
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def livelihood_on_persons(checked: Checked) -> Iterable[Diagnostic]:
    """Punishments whose act touches livelihood and that may fall on natural persons: the engine withholds them."""
    for path, measure, _ in checked.written:
        act = checked.registry.acts.get(measure.act)
        kinds = kinds_of(measure.bearer_kinds, checked.registry)
        touches = act is not None and act.livelihood and measure.direction == "punishment"
        if touches and (not kinds or "natural-person" in kinds):
            yield checked.finding("livelihood-on-persons", (*path, "act"), found=measure.id)


CHECK = Check(
    find=livelihood_on_persons,
    rules=("S11a", "LF 8b.10"),
    reason=Words(
        "低保、养老、医疗、义务教育、基本账户和电话是人的生活所系，不得因失信而停。引擎对自然人一律不发出，写了也没有作用。",
        "Minimum income, pension, medical care, compulsory schooling, a basic account or telephone are what a person lives "
        "by. The engine never issues such a punishment on a natural person, so writing it has no effect there.",
    ),
    limits=Words(
        "哪些行为涉及基本生活由名录的 livelihood 说明。",
        "The registry of acts says which acts touch livelihood.",
    ),
    codes=(
        Code(
            id="livelihood-on-persons",
            level=None,
            said=Sentence(
                "措施“{found}”涉及基本生活，不会对自然人发出",
                "the measure “{found}” touches livelihood and is never issued on a natural person",
                "请写 bearer_kinds: units，或者删去这项措施。",
                "Write bearer_kinds: units, or delete the measure.",
            ),
            bad="""
                measures:
                  - act: ‸stop-basic-account
            """,
            good="""
                measures:
                  - act: stop-basic-account
                    bearer_kinds: units
            """,
        ),
    ),
)
