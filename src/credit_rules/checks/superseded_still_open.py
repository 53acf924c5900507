"""Two versions of a document that apply on one day (S3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.effective import effective_from
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def superseded_still_open(checked: Checked) -> Iterable[Diagnostic]:
    """The superseded pack should say that it ends when its successor begins; the plan ends it then in any case."""
    head = checked.loaded.pack.memorandum
    start = effective_from(checked.loaded.pack)
    for index, name in enumerate(head.supersedes):
        older = checked.by_id.get(name)
        if older is None or start is None or name == head.id:
            continue
        if (older.pack.memorandum.until or date.max) > start:
            path = ("memorandum", "supersedes", index)
            yield checked.finding("superseded-still-open", path, "warning", found=name, day=str(start))


CHECK = Check(
    find=superseded_still_open,
    rules=("S3", "LF 8.17"),
    reason=Words(
        "两个版本不在同一天适用。旧的规则包不写终止日，读它的人会以为它还有效。",
        "Two versions never apply on one day. A superseded pack without an end looks valid to whoever reads it.",
    ),
    limits=Words(
        "只看 supersedes 写明的规则包；没有写明的取代关系查不出来。",
        "Looks at the packs that supersedes names; a supersession that nobody wrote down cannot be told.",
    ),
    codes=(
        Code(
            id="superseded-still-open",
            level="warning",
            said=Sentence(
                "被取代的规则包“{found}”到 {day} 还没有终止",
                "the superseded pack “{found}” has not ended by {day}",
                "两个版本不在同一天适用，引擎到那一天停用它；请在被取代的规则包写 until。",
                "Two versions never apply on one day, so the engine ends it then; give the superseded pack an until.",
            ),
            bad="""
                memorandum: {from: 2024-06-01, supersedes: [‸older-notice]}
                ---
                memorandum: {id: older-notice, from: 2016-01-01}
            """,
            good="""
                memorandum: {from: 2024-06-01, supersedes: [older-notice]}
                ---
                memorandum: {id: older-notice, from: 2016-01-01, until: 2024-06-01}
            """,
        ),
    ),
)
