"""A measure keeps the word of its clause, and names the clause (S15, S22)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.shown import shown
from .clause_not_listed import UNSEEN
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def measure_without_wording(checked: Checked) -> Iterable[Diagnostic]:
    """A measure that the pack writes without ``wording``, or under a clause whose number nobody has seen."""
    for path, measure, _ in checked.written:
        if measure.wording is None:
            yield checked.finding("measure-without-wording", (*path, "id"), found=shown(measure.id))
        if measure.clause == UNSEEN:
            yield checked.finding("measure-without-clause", (*path, "clause"), found=shown(measure.id))


CHECK = Check(
    find=measure_without_wording,
    rules=("S15", "S22"),
    reason=Words(
        "措施是强制还是推荐，由原文的用语决定；不保留用语和条款号，没有人能核对措施是否照原文写成，也没有人能据此告知当事人。",
        "The word of the text decides whether a measure is ordered or advised. Without word and clause nobody can hold the "
        "measure against the text, or tell the person concerned where it stands.",
    ),
    limits=Words(
        "不能判断所写的用语是不是原文的用语。沿用（adopts）的措施在原处检查。",
        "Whether the word is that of the text cannot be told. What is adopted is checked where it was written.",
    ),
    codes=(
        Code(
            id="measure-without-wording",
            level=None,
            said=Sentence(
                "措施“{found}”没有写原文的用语",
                "the measure “{found}” does not keep the word of the text",
                "请在 wording 写原文中决定语气的词，例如 应当、可以、限制。",
                "Write under wording the word of the text that orders, advises or bars.",
            ),
            bad="""
                measures:
                  - id: ‸supervision
                    clause: 二(一)
                    act: supervise
                    wording: null
            """,
            good="""
                measures:
                  - id: supervision
                    clause: 二(一)
                    act: supervise
                    wording: 应当加强
            """,
        ),
        Code(
            id="measure-without-clause",
            level=None,
            said=Sentence(
                "措施“{found}”没有写条款号",
                "the measure “{found}” has no clause",
                "请查到原文，写出条款号；unseen 只用于没有见到原文的历史文件。",
                "Find the text and write its number; unseen is for historic documents that were seen through others only.",
            ),
            bad="""
                measures:
                  - clause: ‸unseen
            """,
            good="""
                measures:
                  - clause: 二(一)
            """,
        ),
    ),
)
