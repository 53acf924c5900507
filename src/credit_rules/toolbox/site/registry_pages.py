"""Pages of what is looked up in the registry: a list, department, act, matter or instrument, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...registry.department_rules import department_rule
from ...registry.entry import Entry as RegistryEntry
from ...registry.model import Instrument
from ...registry.vocabulary import DepartmentRule, NameRule, SuccessorRule
from ...render.labels import label
from ..diff_words import KINDS
from .citations import Citing, citing
from .content import Content, Measured
from .entry_fields import EntryWords
from .measure_tables import measure_tables
from .page import Field, Line, Link, Page, Section, Table, fields, line, listed
from .words import field_label, interval

_TITLES = {
    "lists": ("名单", "List"),
    "departments": ("部门", "Department"),
    "acts": ("措施内容", "Act"),
    "matters": ("事项", "Matter"),
    "instruments": ("依据文件", "Instrument"),
}
"""What one of each kind is called."""


class RegistryPages:
    """Makes the pages of registry entries in one language."""

    def __init__(self, content: Content, words: EntryWords):
        self.content = content
        self.words = words
        self.say = words.say
        self._citing = citing(content)
        self._succeeds: dict[str, list[str]] = {}
        for id, entry in sorted(content.registry.departments.items()):
            for row in entry.successors:
                if id not in self._succeeds.setdefault(row.id, []):
                    self._succeeds[row.id].append(id)

    def every(self) -> Iterator[Page]:
        """All of them, kind by kind and by id."""
        registry = self.content.registry
        for id in sorted(registry.lists):
            yield self.list_(id)
        for id in sorted(registry.departments):
            yield self.department(id)
        for id in sorted(registry.acts):
            yield self.act(id)
        for id in sorted(registry.matters):
            yield self.matter(id)
        for id in sorted(registry.instruments):
            yield self.instrument(id)

    def list_(self, id: str) -> Page:
        """A list: class, basis, terms, exits, publicity, and the measures that hang on it."""
        entry, say = self.content.registry.lists[id], self.say
        recognitions = [each for each in self.content.registry.recognitions.values() if each.list == id]
        links = listed((self.words.addresses.entry("recognitions", each.id) for each in recognitions), say("、", ", "))
        return self._page("lists", entry, self._hanging(self.content.of_list.get(id, ())), more=fields(
            (say("他地互认", "recognised elsewhere"), links),
        ))  # fmt: skip

    def department(self, id: str) -> Page:
        """A department: its names over time, who succeeded whom, and the measures whose texts name it."""
        registry, say = self.content.registry, self.say
        entry = registry.departments[id]
        rule = department_rule(entry, registry)
        before = listed(
            (self.words.addresses.entry("departments", each) for each in self._succeeds.get(id, ())), say("、", ", ")
        )
        printed = say("、", ", ").join(dict.fromkeys(each.name for each in entry.printed))
        sections = (
            [Section(say("名称沿革", "Names over time"), "names", tables=(self._names(rule),))] if rule.names else []
        )
        if rule.successors:
            succession = (self._successors(rule.successors),)
            sections.append(Section(say("职责划转", "Who took over"), "successors", tables=succession))
        named = self.content.of_department.get(id, ())
        sections.extend(self._hanging(named, printed_by=id))
        more = fields(
            (say("文件用名", "printed names"), printed),
            (say("简称", "short names"), say("、", ", ").join(entry.short)),
            (say("承接的部门", "took over from"), before),
        )
        without = ("names", "short", "printed", "successors")
        return self._page("departments", entry, sections, without=without, more=more)

    def act(self, id: str) -> Page:
        """An act: what it is, which articles provide for it, and the documents that use it."""
        entry, say = self.content.registry.acts[id], self.say
        provisions = [each for each in self.content.registry.provisions.values() if id in each.acts]
        provided = [line(self.words.addresses.entry("provisions", each.id)) for each in provisions]
        return self._page("acts", entry, self._hanging(self.content.of_act.get(id, ())), more=fields(
            (say("规定它的条文", "articles that provide for it"), provided),
        ))  # fmt: skip

    def matter(self, id: str) -> Page:
        """A matter: its parent and children, and the measures that concern it by name."""
        registry, say = self.content.registry, self.say
        children = (each.id for each in registry.matters.values() if each.parent == id)
        below = listed((self.words.addresses.entry("matters", each) for each in children), say("、", ", "))
        sections = self._hanging(self.content.of_matter.get(id, ()))
        return self._page("matters", registry.matters[id], sections, more=fields((say("下级事项", "children"), below)))

    def instrument(self, id: str) -> Page:
        """An instrument: its versions, what was read of its articles, and who cites it."""
        entry, say = self.content.registry.instruments[id], self.say
        sections = [Section(say("版本", "Versions"), "versions", tables=(self._versions(entry),))]
        provisions = [each for each in self.content.registry.provisions.values() if each.instrument == id]
        if provisions:
            table = Table(
                (say("条", "Article"), say("规定了什么", "What it provides")),
                tuple(
                    (line(each.article), line(self.words.addresses.entry("provisions", each.id)))
                    for each in sorted(provisions, key=lambda each: each.id)
                ),
            )
            sections.append(Section(say("读过的条文", "Articles that were read"), "provisions", tables=(table,)))
        cited = self._citing.get(id, ())
        if cited:
            sections.append(Section(say("被谁引用", "Cited by"), "cited", tables=(self._cited(cited),)))
        return self._page("instruments", entry, sections, without=("versions",))

    def _page(
        self,
        kind: str,
        entry: RegistryEntry,
        sections: Iterable[Section],
        *,
        without: tuple[str, ...] = (),
        more: tuple[Field, ...] = (),
    ) -> Page:
        return Page(
            path=self.words.addresses.path(kind, entry.id),
            kind=self.say(*_TITLES[kind]),
            title=entry.title,
            above=(Link(self.say(*KINDS[kind]), f"{kind}/index.html"),),
            fields=(*self.words.fields(entry, without=without), *more),
            sections=tuple(sections),
        )

    def _hanging(self, measures: Iterable[Measured], *, printed_by: str | None = None) -> list[Section]:
        """The measures that name the entry, as a section; a sentence where there is none."""
        say, found = self.say, tuple(measures)
        title = say(f"措施（{len(found)} 项）", f"Measures ({len(found)})")
        if not found:
            return [Section(title, "measures", notes=(line(say("没有措施用到它。", "No measure uses it.")),))]
        return [Section(title, "measures", tables=measure_tables(found, self.words, printed_by=printed_by))]

    def _names(self, rule: DepartmentRule) -> Table:
        say = self.say
        head = (say("层级", "Level"), say("名称", "Name"), say("地区", "Place"), say("期间", "Period"))
        return Table(head, tuple(self._name(row) for row in rule.names))

    def _name(self, row: NameRule) -> tuple[Line, ...]:
        say = self.say
        levels = say("、", ", ").join(label("level", level, self.words.lang) for level in row.levels)
        name = row.name
        for mark in ("{place}", "{district}", "{short}"):
            name = name.replace(mark, say("〔地名〕", "[place]"))
        return line(levels), line(name), self._place(row.place), self._since(row.from_, row.until, row.earliest)

    def _successors(self, rows: Iterable[SuccessorRule]) -> Table:
        say = self.say
        head = (say("层级", "Level"), say("由谁承接", "Successor"), say("地区", "Place"), say("期间", "Period"))
        return Table(head, tuple(
            (
                line(label("level", row.level, self.words.lang)),
                line(self.words.addresses.entry("departments", row.id)),
                self._place(row.place),
                self._since(row.from_, None, row.earliest),
            )
            for row in rows
        ))  # fmt: skip

    def _place(self, place: str | None) -> Line:
        return line(self.words.addresses.entry("places", place)) if place else line(self.say("各地", "everywhere"))

    def _since(self, from_: object, until: object, earliest: object) -> Line:
        say = self.say
        unchecked = say(f"（{earliest} 以后未核对）", f" (unchecked from {earliest})") if earliest else ""
        return line(interval(from_, until, say) + unchecked)

    def _versions(self, entry: Instrument) -> Table:
        say = self.say
        rows = []
        for version in entry.versions:
            words = [*self.words.lines("renumbered", version.renumbered)]
            source = version.source and say(f"：{version.source}", f": {version.source}")
            rows.append((
                line(version.version),
                line(interval(version.from_, version.until, say)),
                line(version.number or entry.number or "—"),
                line(label("provenance", version.provenance or entry.provenance, self.words.lang), source),
                Line((), tuple(words)) if words else line("—"),
            ))  # fmt: skip
        head = (
            say("版本", "Version"), say("施行期间", "In force"), say("文号", "Number"), say("出处", "Provenance"),
            field_label("renumbered", say),
        )  # fmt: skip
        return Table(head, tuple(rows))

    def _cited(self, cited: Iterable[Citing]) -> Table:
        say, addresses = self.say, self.words.addresses
        head = (say("条", "Article"), say("类别", "Kind"), say("由谁引用", "Cited by"), say("所在文件", "Document"))
        rows = []
        for each in cited:
            article = line(each.article)
            if each.kind != "measures":
                kind = line(say(*KINDS[each.kind]))
                rows.append((article, kind, line(addresses.entry(each.kind, each.id)), line("—")))
                continue
            draft = say("〔草案〕", " [draft]") if each.draft else None
            document = line(addresses.document(each.id.partition("/")[0]), draft)
            kind = line(say("措施", "measure"))
            rows.append((article, kind, line(addresses.measure(each.id, each.title)), document))
        return Table(head, tuple(rows))
