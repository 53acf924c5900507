"""What the packs hold as one Markdown page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .browse import Browsed, DocumentPage, Row

NOTE = (
    "All that the shipped packs hold, written by `credit-rules browse`. Titles of acts are the project's own words; names of "
    "departments and words of clauses are printed in the documents. Standing is judged for a bearer with one fresh record "
    "on the first list that triggers the measure, in the place of the document: *sufficient*, *practice*, *insufficient* or "
    "*unverified* ([what that means](legal-rules.md))."
)
COLUMNS = ("行政单位", "处理措施", "实施事由", "奖励事由", "法律依据", "联合奖惩实施单位", "措施内容", "政策依据")
"""The eight columns that a catalogue of measures has (昆山 五(一))."""
ORDER = ("sufficient", "practice", "insufficient", "unverified", "not-in-force", "not-borne")


def browse_page(browsed: Browsed) -> str:
    """The page: documents, lists, departments; the same packs give the same text."""
    return "\n".join(("# Documents, lists and departments", "", NOTE, "", *_lines(browsed))) + "\n"


def _lines(browsed: Browsed) -> Iterator[str]:
    measures = sum(len(page.document.measures) for page in browsed.documents)
    yield f"{len(browsed.documents)} documents, {measures} measures."
    yield "\n## Documents\n"
    yield "| document | number | place | measures | clauses | provenance | standing |"
    yield "|---|---|---|---|---|---|---|"
    for page in browsed.documents:
        yield _row_of_document(page)
    for page in browsed.documents:
        yield from _document(page)
    yield "\n## Lists\n"
    yield "| list | class | documents that attach measures to it |"
    yield "|---|---|---|"
    for entry in browsed.lists:
        told = "、".join(f"[{id}](#{_anchor(id)}) {count}" for id, count in entry.measures.items())
        yield f"| {entry.title} `{entry.id}` | {entry.class_} | {told} |"
    yield "\n## Departments\n"
    yield "Each act of a department once, with every document that orders it, in the eight columns of a catalogue."
    for title, rows in browsed.departments.items():
        yield f"\n### {title}\n"
        yield f"| {' | '.join(COLUMNS)} |"
        yield "|---|---|---|---|---|---|---|---|"
        yield from (_cells(row) for row in rows)


def _row_of_document(page: DocumentPage) -> str:
    document = page.document
    encoded, left = (len(document.clauses_in(state)) for state in ("encoded", "left-out"))
    clauses = f"{encoded} encoded, {left} left out" if document.clauses else "—"
    standing = "; ".join(f"{one.day.year}: {_counts(one.counts)}" for one in page.standing if one.counts)
    name = f"[{_cell(document.title)}](#{_anchor(document.id)})"
    number = document.document_no or "—"
    kind = "draft" if document.status == "draft" else page.provenance
    return (
        f"| {name} | {number} | {document.place} | {len(document.measures)} | {clauses} | {kind} | {standing or '—'} |"
    )


def _document(page: DocumentPage) -> Iterator[str]:
    document = page.document
    yield f"\n### {document.id}\n"
    yield f"{document.title}" + (f" ({document.document_no})" if document.document_no else "")
    if page.departments:
        yield f"\nDepartments: {'、'.join(page.departments)}."
    if document.clauses:
        yield "\n| clause | heading | measures, or why there are none |"
        yield "|---|---|---|"
        titles = {measure.id: measure.title for measure in document.measures}
        for clause in document.clauses:
            told = "；".join(titles[id] for id in clause.measures) or clause.reason or "open"
            yield f"| {clause.clause} | {_cell(clause.heading)} | {_cell(told)} |"
    elif page.acts:
        yield f"\nActs: {'；'.join(page.acts)}."


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{counts[value]} {value}" for value in ORDER if counts.get(value))


def _cells(row: Row) -> str:
    parts = (
        (row.unit,), (row.act,), row.punished_for, row.rewarded_for,
        row.legal_basis or ("未引用",), row.implementing, row.content, row.policy,
    )  # fmt: skip
    return f"| {' | '.join(_cell('；'.join(part)) or '—' for part in parts)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _anchor(id: str) -> str:
    return re.sub(r"[^\w-]", "", id.lower())
