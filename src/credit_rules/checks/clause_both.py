"""A clause that a measure bears, and that is said to be left out."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.shown import shown
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def clause_both(checked: Checked) -> Iterable[Diagnostic]:
    """One of the two is not true."""
    first = {clause: path for path, clause in reversed(checked.clauses)}
    for index, entry in enumerate(checked.loaded.pack.clauses):
        if entry.left_out is not None and entry.clause in first:
            where = str(checked.loaded.node.span_at((*first[entry.clause], "clause")))
            path = ("clauses", index, "left_out")
            yield checked.finding_at_key("clause-both", path, found=shown(entry.clause), first=where)


CHECK = Check(
    find=clause_both,
    rules=("S22",),
    reason=Words(
        "同一条款既有措施又说没有写成措施，两句话必有一句不对；读规则包的人要能相信条款表。",
        "A clause that has a measure and is said to be left out makes one of the two untrue; readers must be able to trust the list of clauses.",
    ),
    codes=(
        Code(
            id="clause-both",
            said=Sentence(
                "条款“{found}”已有措施（{first}），又写了 left_out",
                "the clause “{found}” has a measure ({first}) and is said to be left out",
                "请删去 left_out，或者更正措施的 clause。",
                "Delete left_out, or correct the clause of the measure.",
            ),
            bad="""
                clauses:
                  - {clause: 二(一), heading: 重点监管, ‸left_out: 以后再写}
                measures:
                  - clause: 二(一)
            """,
            good="""
                clauses:
                  - {clause: 二(一), heading: 重点监管}
                  - {clause: 二(二), heading: 宣传, left_out: 面向公众，不针对名单上的主体}
                measures:
                  - clause: 二(一)
            """,
        ),
    ),
)
