"""The index that the search script looks through: one row a thing that can be found, with all words to find it by."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ...registry.department_model import Department
from ...registry.entry import Entry
from ...registry.model import Instrument
from ..diff_words import KINDS
from .addresses import FOLDERS
from .clauses import clause_words, clauses_of
from .content import Content, Document, Measured
from .entry_fields import EntryWords
from .field_titles import FIELD_TITLES, field_title
from .indexes import SMALL

Row = tuple[str, str, str, str, str]
"""Kind, title, what stands beside it, where it is, and further words by which it is found."""


def search_index(content: Content, words: EntryWords) -> str:
    """The index as a script that sets a global list of rows, so that a page opened from a folder can read it."""
    rows = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in _rows(content, words)]
    text = ",\n".join(rows).replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"globalThis.creditRulesIndex = [\n{text}\n];\n"


def _rows(content: Content, words: EntryWords) -> Iterator[Row]:
    for document in content.documents:
        yield from _document(document, content, words)
    for one in content.measures:
        yield _measure(one, words)
    say, addresses = words.say, words.addresses
    for field in content.registry.list_fields:
        more = f"{FIELD_TITLES.get(field, '')} {field}"
        yield say("领域", "field"), field_title(field, words.lang), "", addresses.path("fields", field), more
    for kind in (*FOLDERS, *SMALL):
        for id, entry in sorted(getattr(content.registry, kind).items()):
            yield say(*KINDS[kind]), entry.title, id, addresses.path(kind, id), _other_names(entry)


def _document(document: Document, content: Content, words: EntryWords) -> Iterator[Row]:
    say, head = words.say, document.pack.memorandum
    path = words.addresses.path("documents", document.id)
    beside = " ".join(each for each in (head.document_no, _draft(document, words)) if each)
    yield say("文件", "document"), head.title, beside, path, document.id
    for clause in clauses_of(document, content):
        told = " ".join(each for each in (document.called, _draft(document, words)) if each)
        yield say("条款", "clause"), clause.title(say), told, f"{path}#{clause.anchor}", clause.left_out or ""


def _measure(one: Measured, words: EntryWords) -> Row:
    rule, addresses = one.rule, words.addresses
    link = addresses.measure(rule.id)
    head = one.document.pack.memorandum
    clause = clause_words(rule.clause, words.say)
    beside = " ".join(each for each in (one.document.called, clause, _draft(one.document, words)) if each)
    place = addresses.entry("places", head.place)
    named = (spec.printed for spec in rule.departments)
    texts = (rule.wording, *named, rule.note, rule.id, place if isinstance(place, str) else place.text, head.title)
    more = " ".join(each for each in texts if each)
    return words.say("措施", "measure"), rule.title, beside, link if isinstance(link, str) else link.href, more


def _draft(document: Document, words: EntryWords) -> str:
    return words.say("〔草案〕", "[draft]") if document.draft else ""


def _other_names(entry: Entry) -> str:
    """Names by which an entry is looked up beside its title."""
    names = [entry.title_en or ""]
    if isinstance(entry, Department):
        names += [*(each.name for each in entry.names), *(each.name for each in entry.printed), *entry.short]
    if isinstance(entry, Instrument):
        names += [entry.number or "", *(version.number or "" for version in entry.versions)]
    return " ".join(name for name in dict.fromkeys(names) if name)
