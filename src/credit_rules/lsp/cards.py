"""What an entry of the registry says to whoever points at its name: title, dates, basis, and what its kind is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from ..diagnostics.diagnostic import Language
from ..pack.base import Citation
from ..registry.department_model import Department, DepartmentName, Successor
from ..registry.entry import Entry
from ..registry.model import Act, FactEntry, Instrument, KindSet, ListEntry, ListTerm, Matter, Place, Role
from ..registry.place_names import filled
from ..registry.places import NATIONWIDE, narrowness
from ..render.labels import label
from ..render.language import Say, speaker
from ..source.rows import NamedTuple
from .known import Known

KINDS: dict[str, tuple[str, str]] = {
    "acts": ("措施行为", "act"),
    "departments": ("部门", "department"),
    "facts": ("事实", "fact"),
    "instruments": ("依据文件", "instrument"),
    "kinds": ("主体类型组", "set of kinds"),
    "lists": ("名单", "list"),
    "matters": ("事项", "matter"),
    "measure_classes": ("措施类别", "class of measures"),
    "places": ("地区", "place"),
    "reforms": ("机构改革", "reform"),
    "roles": ("职务", "role"),
}
"""What an entry of each field is called."""
_LEVELS = ("national", "province", "city", "county")


class Line(NamedTuple):
    """A label, and what is said under it: on its line, or as a list."""

    label: str
    said: tuple[str, ...]


class Card(NamedTuple):
    """A title, what it is and its id, and lines."""

    title: str
    kind: str
    id: str
    lines: tuple[Line, ...]


def entry_card(known: Known, field: str, name: str, place: str, lang: Language) -> Card | None:
    """The card of an entry; names of departments are those of ``place``. ``None`` where there is no such entry."""
    entry = known.entry(field, name)
    if not isinstance(entry, Entry):
        return None
    say = speaker(lang)
    writer = _Writer(known, place, lang, say)
    writer_of: dict[type[Entry], Callable[[Any], Iterator[Line]]] = {
        Act: writer.act,
        Department: writer.department,
        FactEntry: writer.fact,
        Instrument: writer.instrument,
        KindSet: writer.kinds,
        ListEntry: writer.listing,
        Matter: writer.matter,
        Place: writer.place_entry,
        Role: writer.role,
    }
    own = writer_of.get(type(entry))
    lines: list[Line] = []
    if entry.title_en:
        lines.append(Line(say("英文", "English"), (entry.title_en,)))
    if entry.from_ is not None or entry.until is not None:
        lines.append(Line(say("适用期间", "applies"), (period(entry.from_, entry.until, say),)))
    lines.extend(own(entry) if own else ())
    lines.append(Line(say("出处", "source"), (entry.source + aside(label("provenance", entry.provenance, lang), say),)))
    if entry.note:
        lines.append(Line(say("说明", "note"), (entry.note,)))
    return Card(entry.title, say(*KINDS[field]), name, tuple(lines))


def period(start: date | str | None, until: date | str | None, say: Say) -> str:
    """A half-open period in words (S3)."""
    if start is None and until is None:
        return say("一直", "always")
    first = "" if start is None else say(f"{start} 起", f"from {start}")
    last = "" if until is None else say(f"至 {until} 前", f"until before {until}")
    return say("，", ", ").join(part for part in (first, last) if part)


def aside(text: str, say: Say) -> str:
    """In brackets, behind what it is about."""
    return say(f"（{text}）", f" ({text})")


def cited(known: Known, citation: Citation, lang: Language) -> str:
    """An article with the title of its instrument."""
    version = f" {citation.version}" if citation.version else ""
    said = aside(label("provenance", citation.provenance, lang), speaker(lang))
    return f"《{known.title('instruments', citation.instrument)}》{version} {citation.article}{said}"


class _Writer:
    """The lines that entries of each kind have beside the common ones."""

    def __init__(self, known: Known, place: str, lang: Language, say: Say):
        self.known, self.place, self.lang, self.say = known, place, lang, say

    def act(self, act: Act) -> Iterator[Line]:
        yield self.line("效果", "effect", label("effect", act.effect, self.lang))
        yield self.line("影响", "impact", label("impact", act.impact, self.lang))
        if act.category:
            yield self.line("类别", "category", label("category", act.category, self.lang))
        if act.matters:
            yield self.line("事项", "matters", *self.titles("matters", act.matters))
        if act.listed_as:
            yield self.line(
                "基础清单类别", "class of the basic list", self.known.title("measure_classes", act.listed_as)
            )
        marks = (
            (act.once, "一次性措施，不随名单结束", "done once, not ended by delisting"),
            (
                act.livelihood,
                "涉及基本民生，不得作为对自然人的惩戒",
                "basic livelihood, never a punishment of a person",
            ),
            (act.floor is not None, f"法定门槛：{act.floor}", f"statutory floor: {act.floor}"),
        )
        for marked, zh, en in marks:
            if marked:
                yield self.line("注意", "mind", self.say(zh, en))

    def listing(self, entry: ListEntry) -> Iterator[Line]:
        yield self.line("类别、领域", "class, field", f"{entry.class_}, {entry.field}")
        yield self.line("有效地区", "reach", self.known.title("places", entry.place))
        yield self.line("认定部门", "determined by", self.known.title("departments", entry.determined_by))
        yield from self.basis(entry.basis)
        yield self.line(
            "期限", "term", *([self.term(term) for term in entry.terms] or [self.say("无固定期限", "no fixed end")])
        )
        if entry.publicity_window is not None:
            yield self.line("公示期", "publicity before effect", str(entry.publicity_window))
        ways = [f"{label('way', way.way, self.lang)}：{way.through}" for way in entry.exits]
        if entry.unrepairable is not None:
            ways.append(self.say("不得修复：", "no repair: ") + cited(self.known, entry.unrepairable.basis, self.lang))
        if ways:
            yield self.line("退出", "ways out", *ways)
        if entry.criteria:
            yield self.line("标准", "criteria", " ".join(entry.criteria.split()))

    def term(self, term: ListTerm) -> str:
        """The term of a period, its cases in short."""
        terms = dict.fromkeys((str(term.otherwise), *(str(one.term) for one in term.cases)))
        words = (self.say("无固定期限", "no fixed end") if one == "open" else one for one in terms)
        parts = self.say(" 或 ", " or ").join(words)
        basis = "" if term.basis is None else f" {cited(self.known, term.basis, self.lang)}"
        return f"{parts}{aside(period(term.from_, term.until, self.say), self.say)}{basis}"

    def department(self, entry: Department) -> Iterator[Line]:
        if entry.part_of:
            yield self.line("属于", "part of", self.known.title("departments", entry.part_of))
        if entry.names:
            yield self.line("名称", "names", *(self.name(row) for row in entry.names))
        if entry.successors:
            yield self.line("接续", "successors", *(self.successor(row) for row in entry.successors))
        yield self.line("救济", "remedy", entry.remedy)

    def name(self, row: DepartmentName) -> str:
        titles = {code: place.title for code, place in self.known.registry.places.items() if code != NATIONWIDE}
        own = _LEVELS[narrowness(self.place)] in row.level
        name = filled(row.name, self.place, titles) if own and self.place in titles else row.name
        return name + aside(self.levels(row.level) + self.dated(row.from_, row.until), self.say)

    def successor(self, row: Successor) -> str:
        where = "" if row.level is None else self.levels(row.level)
        parts = [part for part in (where, period(self.day(row.from_), None, self.say)) if part]
        said = aside(self.say("，", ", ").join(parts), self.say)
        return f"{self.known.title('departments', row.id)} {row.id}{said}"

    def instrument(self, entry: Instrument) -> Iterator[Line]:
        yield self.line("位阶", "rank", label("rank", entry.rank, self.lang))
        for zh, en, said in (("文号", "number", entry.number), ("制定机关", "issuer", entry.issuer)):
            if said:
                yield self.line(zh, en, said)
        if entry.place != NATIONWIDE:
            yield self.line("地区", "place", self.known.title("places", entry.place))
        rows = [
            row.version + aside(self.say("有效：", "effective ") + period(row.from_, row.until, self.say), self.say)
            for row in entry.versions
        ]
        yield self.line("版本", "versions", *rows)
        if entry.repealed_by:
            yield self.line("被取代", "repealed by", self.known.title("instruments", entry.repealed_by))
        if entry.enabled_by:
            yield self.line("上位依据", "enabled by", *(cited(self.known, one, self.lang) for one in entry.enabled_by))

    def fact(self, entry: FactEntry) -> Iterator[Line]:
        yield self.line("类型", "type", entry.type)
        if entry.choices:
            yield self.line("可选的值", "choices", *entry.choices)

    def kinds(self, entry: KindSet) -> Iterator[Line]:
        yield self.line("类型", "kinds", *(label("kind", kind, self.lang) for kind in entry.kinds))

    def matter(self, entry: Matter) -> Iterator[Line]:
        if entry.parent:
            yield self.line("上级事项", "parent", self.known.title("matters", entry.parent))

    def role(self, entry: Role) -> Iterator[Line]:
        if entry.needs_finding:
            yield self.line(
                "注意",
                "mind",
                self.say("须认定负有直接责任（S11）", "answers only where found directly responsible (S11)"),
            )

    def place_entry(self, entry: Place) -> Iterator[Line]:
        if entry.renumbered_to:
            yield self.line(
                "新代码", "renumbered to", f"{entry.renumbered_to} {self.known.title('places', entry.renumbered_to)}"
            )

    def basis(self, citations: Iterable[Citation]) -> Iterator[Line]:
        rows = [cited(self.known, citation, self.lang) for citation in citations]
        yield self.line("依据", "basis", *(rows or [self.say("未登记", "none registered")]))

    def titles(self, field: str, names: Iterable[str]) -> list[str]:
        return [f"{self.known.title(field, name)} {name}" for name in names]

    def levels(self, levels: Iterable[Any]) -> str:
        return self.say("、", ", ").join(label("level", level, self.lang) for level in levels)

    def dated(self, start: Any, until: Any) -> str:
        if start is None and until is None:
            return ""
        return self.say("，", ", ") + period(self.day(start), self.day(until), self.say)

    def day(self, day: date | str | None) -> date | str | None:
        """A day, or the title of the reform that brings it."""
        return self.known.title("reforms", day) if isinstance(day, str) else day

    def line(self, zh: str, en: str, *said: str) -> Line:
        return Line(self.say(zh, en), said)
