"""The pages by which everything is found: one index a kind, one page a field and a small registry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields as rows_of

from ...registry.entry import Entry as RegistryEntry
from ...registry.places import NATIONWIDE
from ...registry.registry import Registry
from ...render.labels import label
from ..diff_words import KINDS
from .addresses import FOLDERS, anchor
from .content import Content, Document
from .documents import applies, status_of
from .entry_fields import EntryWords
from .field_titles import field_title
from .measure_tables import measure_tables
from .page import Entry, Link, Page, Section, Table, fields, line, listed
from .words import code_label

SMALL = tuple(row.name for row in rows_of(Registry) if row.name not in FOLDERS)
"""The registries whose entries stand on one page."""
_GROUPED_BY = {"lists": "class_", "departments": "body", "acts": "effect", "instruments": "rank"}


class IndexPages:
    """Makes the index pages in one language."""

    def __init__(self, content: Content, words: EntryWords):
        self.content = content
        self.words = words
        self.say = words.say

    def every(self) -> Iterator[Page]:
        """The indexes, the fields, the small registries."""
        yield self.documents()
        yield self.fields()
        yield from (self.field(field) for field in self.content.registry.list_fields)
        yield from (self.kind(kind) for kind in FOLDERS)
        yield from (self.small(kind) for kind in SMALL if getattr(self.content.registry, kind))

    def documents(self) -> Page:
        """All documents, those of the nation first, then by place."""
        say = self.say
        places = dict.fromkeys(one.pack.memorandum.place for one in self.content.documents)
        sections = []
        for place in sorted(places):
            own = [one for one in self.content.documents if one.pack.memorandum.place == place]
            entry = self.words.addresses.entry("places", place)
            title = (
                say("全国", "Nationwide") if place == NATIONWIDE else entry if isinstance(entry, str) else entry.text
            )
            sections.append(Section(title, f"place-{place}", tables=(self._documents(own),)))
        return self._index("documents", say("文件", "Documents"), sections)

    def _documents(self, documents: Iterable[Document]) -> Table:
        say = self.say
        head = (
            say("文件", "Document"), say("文号", "Number"), say("适用期间", "Applies"), say("措施", "Measures"),
            say("出处和状态", "Provenance, status"),
        )  # fmt: skip
        rows = []
        for one in documents:
            memorandum = one.pack.memorandum
            rows.append((
                line(self.words.addresses.document(one.id, memorandum.title)),
                line(memorandum.document_no or "—"),
                line(applies(one, self.words)),
                line(str(len(self.content.of_document.get(one.id, ())))),
                line(status_of(one, self.words)),
            ))  # fmt: skip
        return Table(head, tuple(rows))

    def fields(self) -> Page:
        """All fields of lists."""
        say, registry = self.say, self.content.registry
        head = (say("领域", "Field"), say("名单", "Lists"))
        rows = []
        for field in sorted(registry.list_fields, key=lambda each: field_title(each, self.words.lang)):
            own = [each.id for each in registry.lists.values() if each.field == field]
            links = listed((self.words.addresses.entry("lists", each) for each in sorted(own)), say("、", ", "))
            rows.append((line(self.words.field(field)), links))
        sections = [Section(say("名单的领域", "Fields of lists"), "fields", tables=(Table(head, tuple(rows)),))]
        return self._index("fields", say("领域", "Fields"), sections)

    def field(self, field: str) -> Page:
        """A field: its lists, and the measures that hang on them, document by document."""
        say = self.say
        own = sorted(each.id for each in self.content.registry.lists.values() if each.field == field)
        links = [line(self.words.addresses.entry("lists", each)) for each in own]
        sections = []
        lists = set(own)
        for document in self.content.documents:
            found = [one for one in self.content.of_document.get(document.id, ()) if lists & set(one.lists)]
            if found:
                title = document.called + (say("〔草案〕", " [draft]") if document.draft else "")
                place = anchor("d", document.id)
                sections.append(Section(f"{title}（{len(found)}）", place, tables=measure_tables(found, self.words)))
        return Page(
            path=self.words.addresses.path("fields", field),
            kind=say("领域", "Field"),
            title=field_title(field, self.words.lang),
            above=(Link(say("领域", "Fields"), "fields/index.html"),),
            fields=fields((say("标识", "Id"), field), (say("名单", "Lists"), links)),
            sections=tuple(sections),
        )

    def kind(self, kind: str) -> Page:
        """The index of a registry, grouped where its entries fall into classes."""
        entries = getattr(self.content.registry, kind)
        by = _GROUPED_BY.get(kind)
        groups: dict[str, list[RegistryEntry]] = {}
        for id in sorted(entries, key=lambda id: (entries[id].title, id)):
            groups.setdefault(getattr(entries[id], by) if by else "", []).append(entries[id])
        sections = [
            Section(
                f"{code_label(by.rstrip('_'), code, self.say) if by else self.say(*KINDS[kind])}（{len(found)}）",
                f"group-{number}",
                tables=(self._entries(kind, found),),
            )
            for number, (code, found) in enumerate(sorted(groups.items()), 1)
        ]
        return self._index(kind, self.say(*KINDS[kind]), sections)

    def _entries(self, kind: str, entries: Iterable[RegistryEntry]) -> Table:
        say = self.say
        head = (say("名称", "Title"), say("标识", "Id"), say("措施", "Measures"), say("出处", "Provenance"))
        counted = {
            "lists": self.content.of_list, "departments": self.content.of_department, "acts": self.content.of_act,
            "matters": self.content.of_matter, "instruments": {},
        }[kind]  # fmt: skip
        rows = []
        for entry in entries:
            cells = [
                line(self.words.addresses.entry(kind, entry.id)),
                line(entry.id),
                line(str(len(counted.get(entry.id, ())))),
                line(label("provenance", entry.provenance, self.words.lang)),
            ]
            rows.append(tuple(cells if kind != "instruments" else [*cells[:2], cells[3]]))
        return Table(head if kind != "instruments" else (*head[:2], head[3]), tuple(rows))

    def small(self, kind: str) -> Page:
        """A small registry: every entry whole, on one page."""
        entries = getattr(self.content.registry, kind)
        told = tuple(
            Entry(anchor(kind, id), line(entries[id].title), self.words.fields(entries[id])) for id in sorted(entries)
        )
        sections = [Section(f"{self.say(*KINDS[kind])}（{len(told)}）", "entries", entries=told)]
        return self._index(f"registry/{kind}.html", self.say(*KINDS[kind]), sections)

    def _index(self, where: str, title: str, sections: Iterable[Section]) -> Page:
        path = where if where.endswith(".html") else f"{where}/index.html"
        return Page(path=path, kind=self.say("目录", "Index"), title=title, sections=tuple(sections))
