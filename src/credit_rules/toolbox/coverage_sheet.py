"""The coverage of documents as a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..diagnostics.diagnostic import Language
from ..render.labels import LABELS
from ..render.language import Say, speaker
from ..render.sheet import Field, Section, Sheet, rows
from .coverage import ClauseCoverage, DocumentCoverage

_THERE = {
    "not-in-force": ("当日不适用", "not in force that day"),
    "not-borne": ("不由其承受", "not borne by one"),
}


def coverage_sheet(documents: Sequence[DocumentCoverage], day: date, lang: Language) -> Sheet:
    """One section a document: its clauses by state, and its measures counted."""
    say = speaker(lang)
    clauses = [clause for document in documents for clause in document.clauses]
    measures = sum(len(document.measures) for document in documents)
    return Sheet(
        say("条款覆盖", "Coverage"),
        notes=(say(f"法律依据按 {day} 计算。", f"Standing is that of {day}."),),
        fields=rows(
            (say("文件", "Documents"), str(len(documents))),
            (say("条款", "Clauses"), _states(clauses, say)),
            (say("措施", "Measures"), str(measures)),
        ),
        sections=tuple(_section(document, say) for document in documents),
    )


def _section(document: DocumentCoverage, say: Say) -> Section:
    draft = say("（草案）", " (draft)") if document.status == "draft" else ""
    notes: tuple[str, ...] = ()
    if not document.clauses:
        notes = (
            say(
                "文件没有列出条款（clauses），不知道是否完整。",
                "The document lists no clauses, so what is missing is not known.",
            ),
        )
    return Section(
        f"{document.document_no or document.title}{draft}",
        notes=notes,
        fields=(
            *rows(
                (say("名称", "Title"), document.title if document.document_no else None),
                (say("规则包", "Pack"), document.id),
                (say("条款", "Clauses"), _states(document.clauses, say) if document.clauses else None),
            ),
            *_clauses(document, say),
            *rows((say("措施", "Measures"), str(len(document.measures)))),
            *_counts(document, say),
        ),
    )


def _clauses(document: DocumentCoverage, say: Say) -> Iterable[Field]:
    encoded = [f"{one.clause} {one.heading} ({len(one.measures)})" for one in document.clauses_in("encoded")]
    left = [f"{one.clause} {one.heading}: {one.reason}" for one in document.clauses_in("left-out")]
    missing = [f"{one.clause} {one.heading}" for one in document.clauses_in("open")]
    return rows(
        (say("已写成措施", "Encoded"), tuple(encoded)),
        (say("未写及理由", "Left out"), tuple(left)),
        (say("尚未写", "Open"), tuple(missing)),
        (say("未列出的条款", "Not listed"), tuple(document.unlisted) if document.clauses else None),
    )


def _counts(document: DocumentCoverage, say: Say) -> Iterable[Field]:
    return rows(
        (say("方向", "Direction"), _counted(document.count("direction"), "direction", say)),
        (say("强度", "Force"), _counted(document.count("force"), "force", say)),
        (say("效果", "Effect"), _counted(document.count("effect"), "effect", say)),
        (say("出处", "Provenance"), _counted(document.count("provenance"), "provenance", say)),
        (say("依据（企业承受）", "Standing, firm"), _counted(document.count("firm"), "standing", say)),
        (say("依据（个人承受）", "Standing, person"), _counted(document.count("person"), "standing", say)),
    )


def _counted(found: dict[str, int], of: str, say: Say) -> str:
    return say("，", ", ").join(
        f"{say(*_THERE.get(code) or LABELS[of][code])} {number}" for code, number in found.items()
    )


def _states(clauses: Sequence[ClauseCoverage], say: Say) -> str:
    number = {state: sum(clause.state == state for clause in clauses) for state in ("encoded", "left-out", "open")}
    return say(
        f"列出 {len(clauses)}，已写成措施 {number['encoded']}，未写 {number['left-out']}，尚缺 {number['open']}",
        f"{len(clauses)} listed, {number['encoded']} encoded, {number['left-out']} left out, {number['open']} open",
    )
