"""Measures as rows: what hangs on a list, a department, an act, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from ...render.labels import label
from .clauses import clause_words
from .content import Measured
from .entry_fields import EntryWords
from .page import Line, Table, line


def measure_tables(
    measures: Iterable[Measured], words: EntryWords, *, printed_by: str | None = None
) -> tuple[Table, ...]:
    """Measures as rows that lead to their places; with a department, also how each text prints it.

    One table a document where documents have several each, else one table for all.
    """
    found = list(measures)
    by_document: dict[str, list[Measured]] = {}
    for one in found:
        by_document.setdefault(one.document.id, []).append(one)
    if len(found) <= 2 * len(by_document):
        return (_table(found, words, printed_by, whole=True),)
    return tuple(
        _table(own, words, printed_by, whole=False)._replace(caption=_document(own[0], words))
        for own in by_document.values()
    )


def _table(measures: Iterable[Measured], words: EntryWords, printed_by: str | None, *, whole: bool) -> Table:
    say = words.say
    head = [say("条款", "Clause"), say("措施", "Measure"), say("方向、强度", "Direction, force")]
    if whole:
        head.insert(0, say("文件", "Document"))
    if printed_by is not None:
        head.append(say("原文的名称", "As printed"))
    rows = []
    for one in measures:
        rule = one.rule
        codes = (("direction", rule.direction), ("force", rule.force))
        kind = say("·", ", ").join(label(of, code, words.lang) for of, code in codes)
        cells = [
            line(clause_words(rule.clause, say)),
            line(words.addresses.measure(rule.id, rule.title)),
            line(kind),
        ]
        if whole:
            cells.insert(0, _document(one, words))
        if printed_by is not None:
            names = dict.fromkeys(spec.printed for spec in rule.departments if spec.id == printed_by)
            cells.append(line(say("、", ", ").join(names)))
        rows.append(tuple(cells))
    return Table(tuple(head), tuple(rows), unbroken=3 if whole else 2)


def _document(one: Measured, words: EntryWords) -> Line:
    draft = words.say("〔草案〕", " [draft]") if one.document.draft else None
    return line(words.addresses.document(one.document.id), draft)
