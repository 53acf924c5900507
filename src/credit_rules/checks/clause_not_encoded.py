"""A clause that orders something, and that no measure bears and no reason leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic, Level
from ..diagnostics.messages import Sentence
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def clause_not_encoded(checked: Checked) -> Iterable[Diagnostic]:
    """An error; of a draft a warning, for there it is the work that is left."""
    pack = checked.loaded.pack
    listed = [entry.clause for entry in pack.clauses]
    borne = {clause for _, clause in checked.clauses}
    meant = {nearest(clause, listed) for clause in borne if clause not in listed}
    level: Level = "warning" if pack.memorandum.status == "draft" else "error"
    for index, entry in enumerate(pack.clauses):
        if entry.left_out is None and entry.clause not in borne | meant and entry.clause not in listed[:index]:
            yield checked.finding("clause-not-encoded", ("clauses", index, "clause"), level, found=shown(entry.clause))


CHECK = Check(
    find=clause_not_encoded,
    rules=("S22",),
    reason=Words(
        "条款表列出文件里每一条对主体的要求；没有措施又没有理由的，就是漏写。",
        "The list of clauses holds everything that the document asks of a subject; a clause with neither a measure nor a reason was forgotten.",
    ),
    limits=Words(
        "只能比较已经列出的条款；clauses 里没有的条款没有人会发现。草案中只是警告，那是尚待完成的工作。",
        "Compares what is listed; a clause that clauses does not have is noticed by nobody. Of a draft it is a warning: the work that is left.",
    ),
    codes=(
        Code(
            id="clause-not-encoded",
            said=Sentence(
                "条款“{found}”没有写成措施，也没有说明为什么",
                "the clause “{found}” has no measure, and no reason why not",
                "请补写措施，或者在 left_out 写明理由。",
                "Write its measure, or give the reason under left_out.",
            ),
            bad="""
                clauses:
                  - {clause: 二(一), heading: 重点监管}
                  - {clause: ‸二(二), heading: 限制补贴}
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
