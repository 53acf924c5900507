"""A measure as an entry of its document's page: what, on whom, by whom, on what ground and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...decide.departments import departments_on
from ...pack.base import Citation
from ...plan.model import BearerSpec, DepartmentSpec, Rule
from ...registry.places import NATIONWIDE
from ...registry.vocabulary import Cited
from ...render.labels import label
from ...source.values import Kind
from .addresses import anchor
from .clauses import clause_words
from .conditions import condition_line
from .content import Content, Measured
from .endings import ending_lines
from .entry_fields import EntryWords
from .page import Entry, Line, Part, fields, line, listed
from .standing_history import Stood, standing_history
from .words import code_label, interval

_BEARERS: tuple[Kind, Kind] = ("enterprise", "natural-person")


class MeasureWords:
    """Says measures in one language."""

    def __init__(self, content: Content, words: EntryWords):
        self.content = content
        self.words = words
        self.addresses = words.addresses
        self.say = words.say

    def entry(self, one: Measured) -> Entry:
        """The measure with all that its pack says of it."""
        say, rule = self.say, one.rule
        short = rule.id.partition("/")[2]
        return Entry(
            anchor("m", short),
            line(self.addresses.entry("acts", rule.act), say("〔", " ["), self.marks(rule), say("〕", "]")),
            fields(
                (say("原文用语", "Wording"), rule.wording and say(f"“{rule.wording}”", f"“{rule.wording}”")),
                (say("条件", "Condition"), condition_line(rule.condition, one.document.plan, say)),
                (say("承受人", "Bearers"), list(self._bearers(one))),
                (say("部门", "Departments"), list(self._departments(one))),
                (say("法律依据", "Legal basis"), list(self._basis(rule))),
                (say("依据效力的变化", "Standing over time"), list(self._standing(one))),
                (say("如何结束", "How it ends"), list(ending_lines(one, self.words))),
                (say("前提（由部门审查）", "Left to the department"), list(self._pairs(rule.guard))),
                (say("限度", "Extent"), list(self._pairs(rule.parameters))),
                (say("择一或者数项", "One or more of"), self._menu(one)),
                (say("相关事项", "Matters"), self._matters(rule)),
                (say("沿革", "History"), list(self._history(one))),
                (say("出处", "Provenance"), self._provenance(one)),
                (say("备注", "Note"), rule.note),
                (say("标识", "Id"), rule.id),
            ),
        )

    def marks(self, rule: Rule) -> str:
        """Direction, force, effect and the rest of its class, in words."""
        codes: list[tuple[str, str]] = [("direction", rule.direction), ("force", rule.force)]
        codes += [("effect", rule.effect), ("impact", rule.impact)]
        if rule.category is not None:
            codes.append(("category", rule.category))
        if rule.actor == "autonomous":
            codes.append(("actor", rule.actor))
        return self.say("·", ", ").join(label(of, code, self.words.lang) for of, code in codes)

    def _bearers(self, one: Measured) -> Iterator[Line]:
        say, rule = self.say, one.rule
        for bearer in rule.bearers:
            yield self._bearer(bearer, one)
        if rule.listed_kinds:
            yield line(say("被列入者限于：", "the listed one must be: "), self._kinds(rule.listed_kinds))
        if rule.bearer_kinds:
            yield line(say("承受人限于：", "the bearer must be: "), self._kinds(rule.bearer_kinds))

    def _bearer(self, bearer: BearerSpec, one: Measured) -> Line:
        say = self.say
        if not bearer.roles:
            if one.rule.reverse:
                return line(say("因其人员被列入而受影响的单位", "the unit affected through a listed person of it"))
            if not one.rule.listed:
                return line(say("主体本身", "the subject itself"))
            return line(say("被列入名单的主体", "the listed subject"))
        roles = listed((self.addresses.entry("roles", role) for role in bearer.roles), say("、", ", "))
        answers = say("，须对失信行为负有责任", ", answerable for the conduct") if bearer.responsible else ""
        reckoned = code_label("reckoned", bearer.at, say)
        under = () if bearer.when is None else (condition_line(bearer.when, one.document.plan, say),)
        start = say("被列入单位的", "of the listed unit: ")
        return line(start, *roles.parts, say(f"（{reckoned}{answers}）", f" ({reckoned}{answers})"), under=under)

    def _kinds(self, kinds: Iterable[str]) -> str:
        return self.say("、", ", ").join(label("kind", kind, self.words.lang) for kind in kinds)

    def _departments(self, one: Measured) -> Iterator[Line]:
        if not one.rule.departments:
            yield line(self.say("原文未写明部门", "the text names no department"))
        for spec in one.rule.departments:
            yield self._department(spec, one)

    def _department(self, spec: DepartmentSpec, one: Measured) -> Line:
        """As printed, and who does its work today in the place of the document (S24)."""
        say, day = self.say, self.content.day
        plan = one.document.plan
        place = one.document.info.place
        region = None if place == NATIONWIDE else place
        parts = [label("level", spec.level, self.words.lang)]
        if spec.part is not None:
            parts.append(label("part", spec.part, self.words.lang))
        details = say("，", ", ").join(parts)
        printed = self.addresses.entry("departments", spec.id)
        told = [printed if isinstance(printed, str) else printed._replace(text=spec.printed)]
        told.append(say(f"（{details}）", f" ({details})"))
        for view in departments_on(spec, day, region, plan.vocabulary):
            link = self.addresses.entry("departments", view.id)
            if view.id == spec.id and view.name != spec.printed:
                told.append(say(f"，今称{view.name}", f", today {view.name}"))
            elif view.id != spec.id:
                told.append(say("，今由", ", today the work of "))
                told.append(view.name if isinstance(link, str) else link._replace(text=view.name))
                told.append(say("承担", ""))
        return line(*told)

    def _basis(self, rule: Rule) -> Iterator[Line]:
        if not rule.basis:
            yield line(self.say("原文未引用法律依据", "the text cites no legal basis"))
        for cited in rule.basis:
            yield self.words.citation(as_citation(cited))

    def _standing(self, one: Measured) -> Iterator[Line]:
        say = self.say
        told = [(kind, standing_history(one, kind)) for kind in _BEARERS]
        borne = [(kind, history) for kind, history in told if history]
        if len(borne) == 2 and borne[0][1] == borne[1][1]:
            borne = borne[:1]
            yield from (self._stood(stood, one) for stood in borne[0][1])
        else:
            for kind, history in borne:
                by = label("kind", kind, self.words.lang)
                yield line(say(f"{by}承受：", f"borne by: {by}"), under=[self._stood(stood, one) for stood in history])
        if len(one.lists) > 1 and any(
            stood.standing.reason != "document-suffices" for _, all in borne for stood in all
        ):
            first = self.addresses.entry("lists", one.lists[0])
            yield line(say("按名单", "judged for the list "), first, say("计算", ""))

    def _stood(self, stood: Stood, one: Measured) -> Line:
        say = self.say
        period = interval(stood.from_, stood.until, say)
        if one.document.draft and one.document.pack.memorandum.from_ == "unknown":
            period = say("假如适用", "if it applied")
        value = label("standing", stood.standing.value, self.words.lang)
        reason = stood.standing.reason
        if reason == "document-suffices":
            reason = say(
                "不减损权益、不增加义务，文件有效即可", "takes nothing away, so its document in force suffices"
            )
        return line(period, say("：", ": "), value, say("。", ". "), reason)

    def _pairs(self, given: dict[str, str]) -> Iterator[Line]:
        """Words of the text; the keys are English and only help a reader of English."""
        return (line(self.say("", f"{key}: "), value) for key, value in given.items())

    def _menu(self, one: Measured) -> Line | None:
        if one.rule.menu is None:
            return None
        others = [
            each for each in self.content.of_document[one.document.id]
            if each.rule.menu == one.rule.menu and each.number != one.number
        ]  # fmt: skip
        links = listed((self.addresses.measure(each.rule.id, each.rule.title) for each in others), self.say("、", ", "))
        return line(one.rule.menu, self.say("；还有：", "; also: ") if others else None, *links.parts)

    def _matters(self, rule: Rule) -> Line:
        return listed((self.addresses.entry("matters", matter) for matter in rule.matters), self.say("、", ", "))

    def _history(self, one: Measured) -> Iterator[Line]:
        """Its days, what it restates and what restates it."""
        say, rule, head = self.say, one.rule, one.document.pack.memorandum
        if not one.document.draft:
            yield line(interval(rule.from_, rule.until, say))
        elif head.from_ == "unknown":
            yield line(say("草案，没有施行日", "a draft without a day of effect"))
        else:
            yield line(
                interval(head.from_, head.until, say), say("（草案，从不用于决定）", " (a draft, which never decides)")
            )
        adopted = one.document.adopts.get(rule.id.partition("/")[2])
        if adopted is not None:
            yield line(say("重申 ", "restates "), self._elsewhere(adopted))
        by = self.content.adopted_by.get(rule.id, ())
        if by:
            links = listed((self._elsewhere(id) for id in by), say("、", ", "))
            yield line(say("被重申于 ", "restated by "), *links.parts)

    def _elsewhere(self, id: str) -> Part:
        """A measure of another document by number and clause; by its id where the document is not on the site."""
        one = self.content.measure.get(id)
        words = None if one is None else f"{one.document.called} {clause_words(one.rule.clause, self.say)}"
        return self.addresses.measure(id, words)

    def _provenance(self, one: Measured) -> Line:
        """How the measure was read, and through what where not in the text."""
        say, told = self.say, label("provenance", one.rule.provenance, self.words.lang)
        written = next((each for each in one.document.pack.measures if each.id == one.rule.id.partition("/")[2]), None)
        through = getattr(getattr(written, "provenance", None), "secondary", None)
        return line(told, through and say(f"：{through}", f": {through}"))


def as_citation(cited: Cited) -> Citation:
    """A citation of the plan as one of a pack."""
    return Citation(
        instrument=cited.instrument, article=cited.article, version=cited.version, provenance=cited.provenance
    )
