"""Resolving a case: every name in it is in the registry or in the case, every number is what it says it is."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ..case.bind import CaseParts, parts_of
from ..case.identity import birth_date_of, check_identity, shown_id, tell_id_type
from ..case.model import Case, Facts, Inquiry, Subject
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..source.node import Node, Path, pointer
from ..source.values import IdType, Kind
from .findings import Findings
from .operators import decimal_of, read_value
from .places import is_place_code
from .vocabulary import FactRule, Vocabulary


def check_case_names(case: Case | CaseParts, node: Node, vocabulary: Vocabulary) -> tuple[Diagnostic, ...]:
    """Every name and number in a case that does not hold, all at once.

    Codes: ``unknown-list``, ``unknown-role``, ``unknown-matter``, ``unknown-fact``, ``fact-of-another-scope``,
    ``fact-of-another-type``, ``unknown-choice``, ``not-a-place-code``, ``duplicate-record``, ``duplicate-party``,
    ``unknown-record-subject``, ``unknown-record``, ``kinds-disagree``, ``relation-to-itself``,
    ``birth-date-disagrees``, those of :func:`check_identity`, and the warning ``inquiry-of-nobody``.
    """
    parts = parts_of(case) if isinstance(case, Case) else case
    return tuple(_CaseNames(parts, node, vocabulary).check())


class _CaseNames:
    def __init__(self, parts: CaseParts, node: Node, vocabulary: Vocabulary):
        self.parts, self.vocabulary = parts, vocabulary
        self.found = Findings(node)
        self.kinds: dict[str, tuple[Kind, str]] = {}
        self.types: dict[str, IdType | None] = {}
        self.holders: dict[str, None] = {}
        self.checked: set[str] = set()

    def check(self) -> Iterable[Diagnostic]:
        self.check_people()
        self.check_relations()
        units = (relation.of for relation in self.parts.relations.values() if relation.of is not None)
        self.holders = dict.fromkeys((*self.kinds, *units))
        self.check_records()
        if self.parts.inquiry is not None:
            self.check_inquiry(self.parts.inquiry)
        self.check_context()
        return self.found.found

    def check_people(self) -> None:
        people: dict[Path, Subject] = {} if self.parts.subject is None else {("subject",): self.parts.subject}
        people.update(self.parts.parties)
        for path, person in people.items():
            if person.id in self.types:
                first = self.kinds[person.id][1]
                self.found.add(
                    "duplicate-party", (*path, "id"), id=shown_id(person.id, person.kind), **_back("first", first)
                )
                continue
            self.types[person.id] = person.id_type
            self.kinds[person.id] = person.kind, self.line((*path, "id"))
            self.check_id(person.id, person.id_type, person.kind, (*path, "id"))
            self.check_birth(person, path)
            self.check_place(person.region, (*path, "region"))
            self.check_facts("subject", person.facts, (*path, "facts"))

    def check_birth(self, person: Subject, path: Path) -> None:
        if person.birth_date is None:
            return
        told = person.id_type or tell_id_type(person.id, person.kind)
        stated = birth_date_of(person.id) if told == "resident-id" else None
        if stated is not None and stated != person.birth_date:
            self.found.add("birth-date-disagrees", (*path, "birth_date"))

    def check_relations(self) -> None:
        subject = self.parts.subject
        for path, relation in self.parts.relations.items():
            known = self.kinds.setdefault(relation.id, (relation.kind, self.line((*path, "kind"))))
            if known[0] != relation.kind:
                values = {"kind": relation.kind, "other": known[0], **_back("line", known[1])}
                self.found.add("kinds-disagree", (*path, "kind"), id=shown_id(relation.id, relation.kind), **values)
            else:
                self.check_id(relation.id, self.types.get(relation.id), relation.kind, (*path, "id"))
            of = relation.of or (subject.id if subject is not None else None)
            if of == relation.id:
                self.found.add("relation-to-itself", (*path, "of" if relation.of else "id"))
            elif relation.of is not None:
                kind = self.kinds.get(relation.of)
                self.check_id(relation.of, self.types.get(relation.of), kind and kind[0], (*path, "of"))
            self.found.name("unknown-role", relation.role, (*path, "role"), self.vocabulary.titles["roles"])
            self.check_facts("relation", relation.facts, (*path, "facts"))
            for index, record in enumerate(relation.responsible_for or ()):
                if record not in self.parts.record_ids and not self.found.full:
                    near = nearest(record, self.parts.record_ids) or ""
                    where = (*path, "responsible_for", index)
                    self.found.add("unknown-record", where, found=shown(record), nearest=near)

    def check_records(self) -> None:
        first: dict[str, str] = {}
        for path, record in self.parts.records.items():
            if record.id in first:
                self.found.add(
                    "duplicate-record", (*path, "id"), found=shown(record.id), **_back("first", first[record.id])
                )
            first.setdefault(record.id, self.line((*path, "id")))
            if record.subject is not None and record.subject not in self.holders:
                self.unknown_holder("unknown-record-subject", record.subject, (*path, "subject"))
            self.found.name("unknown-list", record.list, (*path, "list"), self.vocabulary.titles["lists"])
            self.check_facts("record", record.facts, (*path, "facts"))
            for index, event in enumerate(record.events):
                if event.changes is not None:
                    self.check_facts("record", event.changes.facts, (*path, "events", index, "changes", "facts"))

    def check_inquiry(self, inquiry: Inquiry) -> None:
        for index, holder in enumerate(inquiry.records_of):
            if holder not in self.holders and self.parts.subject is not None:
                self.unknown_holder("inquiry-of-nobody", holder, ("inquiry", "records_of", index))
        for index, role in enumerate(inquiry.roles):
            self.found.name("unknown-role", role, ("inquiry", "roles", index), self.vocabulary.titles["roles"])
        for index, register in enumerate(inquiry.registers):
            if register != "*":
                where = ("inquiry", "registers", index)
                self.found.name("unknown-list", register, where, self.vocabulary.titles["lists"])

    def unknown_holder(self, code: str, holder: str, path: Path) -> None:
        if self.found.full:
            return
        near = nearest(holder, self.holders)
        values = {"id": shown_id(holder, None), "nearest": shown_id(near, self.kind_of(near)) if near else ""}
        self.found.report(code, path, values, "warning" if code == "inquiry-of-nobody" else "error")

    def check_context(self) -> None:
        context = self.parts.context
        if context is None:
            return
        self.check_place(context.region, ("context", "region"))
        if context.matter is not None:
            self.found.name("unknown-matter", context.matter, ("context", "matter"), self.vocabulary.titles["matters"])
        self.check_facts("context", context.facts, ("context", "facts"))

    def line(self, path: Path) -> str:
        """The line of a place that a message points back to; its JSON path where the case came without lines."""
        line = self.found.line(path)
        return pointer(path) if line == "0" else line

    def kind_of(self, id: str) -> Kind | None:
        known = self.kinds.get(id)
        return known[0] if known else None

    def check_id(self, id: str, id_type: IdType | None, kind: Kind | None, path: Path) -> None:
        """Each number is judged once, at the first place where it stands."""
        if id not in self.checked:
            self.checked.add(id)
            wrong = check_identity(id, id_type, kind)
            for item in wrong:
                self.found.report(item.code, path, item.values, item.level)
            if not wrong and kind == "natural-person":
                self.check_birth_place(id, id_type or tell_id_type(id, kind), path)

    def check_birth_place(self, id: str, id_type: IdType | None, path: Path) -> None:
        """A place that is younger than its holder is worth a look and no more (S13)."""
        founded = self.vocabulary.founded.get(id[:6]) if id_type == "resident-id" else None
        if founded is not None and int(id[6:10]) < founded:
            values = {"id": shown_id(id, "natural-person"), "year": str(founded)}
            self.found.report("id-place-younger-than-holder", path, values, "warning")

    def check_place(self, code: str | None, path: Path) -> None:
        if code is not None and not is_place_code(code):
            self.found.add("not-a-place-code", path, found=shown(code))

    def check_facts(self, scope: str, facts: Facts, path: Path) -> None:
        for name, value in facts.items():
            here = (*path, name)
            declared = self.vocabulary.fact.get((scope, name))
            if declared is None:
                self.unknown_fact(scope, name, here)
            elif value is not None:
                self.check_fact(declared, value, here)

    def unknown_fact(self, scope: str, name: str, path: Path) -> None:
        elsewhere = next((fact.scope for fact in self.vocabulary.facts if fact.name == name), None)
        if elsewhere is not None:
            self.found.add_at_key("fact-of-another-scope", path, found=shown(name), scope=scope, other=elsewhere)
            return
        titles = {fact.name: fact.title for fact in self.vocabulary.facts if fact.scope == scope}
        self.found.name("unknown-fact", name, path, titles, at_key=True)

    def check_fact(self, fact: FactRule, value: bool | int | Decimal | str, path: Path) -> None:
        try:
            read_value(fact.type, value)
            if fact.type in ("amount", "share") and not isinstance(value, str):
                decimal_of(format(Decimal(value), "f"))
        except ValueError:
            plain = {"amount": "amounts", "share": "shares"}.get(fact.type, "")
            values = {"fact": fact.name, "type": fact.type, "found": shown(value), "plain": plain}
            self.found.add("fact-of-another-type", path, **values)
            return
        if fact.type == "choice":
            self.found.word("unknown-choice", str(value), path, fact.choices, fact=fact.name)


def _back(name: str, place: str) -> dict[str, str]:
    """A place that a message points back to: a line under ``name``, a JSON path under ``at``."""
    return {"at" if place.startswith("/") else name: place}
