"""A clause that stands twice in the list of the document's clauses."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.shown import shown
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def clause_repeated(checked: Checked) -> Iterable[Diagnostic]:
    """Every entry of a clause save the first."""
    listed = [entry.clause for entry in checked.loaded.pack.clauses]
    for index, clause in enumerate(listed):
        if clause in listed[:index]:
            first = str(checked.loaded.node.span_at(("clauses", listed.index(clause), "clause")).line)
            yield checked.finding("clause-repeated", ("clauses", index, "clause"), found=shown(clause), first=first)


CHECK = Check(
    find=clause_repeated,
    rules=("S22",),
    reason=Words(
        "条款表里写两次的条款，往往是另一条的号写错了。",
        "A clause that is listed twice is often another one with a wrong number.",
    ),
    codes=(
        Code(
            id="clause-repeated",
            said=Sentence(
                "条款“{found}”重复，第 {first} 行已有",
                "the clause “{found}” stands twice; first on line {first}",
                "请只保留一个；一个条款有几项措施的，只列一次。",
                "Keep one of them; a clause with several measures is listed once.",
            ),
            bad="""
                clauses:
                  - {clause: 二(一), heading: 重点监管}
                  - {clause: ‸二(一), heading: 限制补贴}
                measures:
                  - clause: 二(一)
            """,
            good="""
                clauses:
                  - {clause: 二(一), heading: 重点监管}
                measures:
                  - id: first
                    clause: 二(一)
                  - id: second
                    clause: 二(一)
                    bearers: [{roles: [director], at: listing}]
            """,
        ),
    ),
)
