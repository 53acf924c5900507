"""A term of a measure's own says how long it is, once (S10)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def term_without_length(checked: Checked) -> Iterable[Diagnostic]:
    """A term without ``period`` and ``through``, ``outlasts`` without either, both lengths, of which one counts, or
    ``clock`` where no period runs."""
    for path, measure, _ in checked.written:
        term = measure.term
        if term is None:
            continue
        if term.period is not None and term.through is not None:
            yield checked.finding_at_key("term-twice", (*path, "term", "period"))
        elif term.period is None and term.through is None and term.outlasts is not None:
            yield checked.finding_at_key("outlasts-without-term", (*path, "term", "outlasts"))
        elif term.period is None and term.through is None:
            yield checked.finding("term-empty", (*path, "term"))
        elif term.period is None and "clock" in term.model_fields_set:
            yield checked.finding_at_key("clock-without-period", (*path, "term", "clock"))


CHECK = Check(
    find=term_without_length,
    rules=("S10",),
    reason=Words(
        "措施自己的期限要说清楚有多长，并且只说一次，否则没有人知道它什么时候结束。",
        "A term of a measure's own says how long it is, and once; else nobody knows when the measure ends.",
    ),
    codes=(
        Code(
            id="term-empty",
            said=Sentence(
                "term 没有写多长",
                "the term does not say how long it is",
                "请写 period 或 through，或者删去 term。",
                "Write period or through, or delete term.",
            ),
            bad="""
                measures:
                  - term: ‸{}
            """,
            good="""
                measures:
                  - term: {period: 1 year}
            """,
        ),
        Code(
            id="term-twice",
            said=Sentence(
                "term 写了 through，period 不起作用",
                "the term has through, so period has no effect",
                "请只保留一个。",
                "Keep one of them.",
            ),
            bad="""
                measures:
                  - term: {through: next-calendar-year, ‸period: 3 years}
            """,
            good="""
                measures:
                  - term: {through: next-calendar-year}
            """,
        ),
        Code(
            id="outlasts-without-term",
            said=Sentence(
                "outlasts 是说措施在移出名单后继续到自己的期限届满，而这里没有期限",
                "outlasts lets a measure run to the end of a term of its own, and there is none",
                "请写 period 或 through。",
                "Write period or through.",
            ),
            bad="""
                measures:
                  - term: {‸outlasts: 二(一)}
            """,
            good="""
                measures:
                  - term: {period: 1 year, outlasts: 二(一)}
            """,
        ),
        Code(
            id="clock-without-period",
            said=Sentence(
                "clock 是说 period 从哪一天起算，而这里没有 period",
                "clock says from which day a period counts, and there is none",
                "请写 period，或者删去 clock。",
                "Write period, or delete clock.",
            ),
            bad="""
                measures:
                  - term: {through: next-calendar-year, ‸clock: decided}
            """,
            good="""
                measures:
                  - term: {period: 1 year, clock: decided}
            """,
        ),
    ),
)
