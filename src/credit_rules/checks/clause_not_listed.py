"""A measure bears a clause that the list of the document's clauses does not have."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from .framework.check import Check, Code, Words
from .framework.checked import Checked

UNSEEN = "unseen"
"""The clause of a measure that was seen only through another source."""


def clause_not_listed(checked: Checked) -> Iterable[Diagnostic]:
    """A measure's clause that is not among ``clauses``, where the pack lists any."""
    listed = [entry.clause for entry in checked.loaded.pack.clauses]
    for path, clause in checked.clauses if listed else ():
        if clause not in listed and clause != UNSEEN:
            near = nearest(clause, listed) or ""
            yield checked.finding("clause-not-listed", (*path, "clause"), found=shown(clause), nearest=near)


CHECK = Check(
    find=clause_not_listed,
    rules=("S22",),
    reason=Words(
        "措施所依的条款号写错，决定就引错了条款。",
        "A wrong clause number makes the decision cite the wrong clause.",
    ),
    limits=Words(
        "没有写 clauses 的规则包不比较；unseen 表示没有见到原文条款号，不算。",
        "Says nothing where the pack has no clauses; “unseen” stands for a number that nobody has read.",
    ),
    codes=(
        Code(
            id="clause-not-listed",
            said=Sentence(
                "条款“{found}”没有列在 clauses 里",
                "the clause “{found}” is not listed under clauses",
                "[是否指“{nearest}”？]请更正条款号，或者在 clauses 里补上。",
                "[Is “{nearest}” meant? ]Correct the number, or add the clause to the list.",
            ),
            bad="""
                clauses:
                  - {clause: 二(一), heading: 重点监管}
                measures:
                  - clause: ‸二(一)1
            """,
            good="""
                clauses:
                  - {clause: 二(一), heading: 重点监管}
                measures:
                  - clause: 二(一)
            """,
        ),
    ),
)
