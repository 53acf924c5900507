"""Two versions of the rules beside each other: a case is read once, and decided by each as far as it knows its names.

A list, role, matter or fact that only one version knows is left out for the other: to the old rules a record on a list
that they do not have is no record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cached_property
from typing import Any

from ..case.decision import Decision
from ..case.model import Case, Facts, Record, Relation
from ..diagnostics.diagnostic import Diagnostic, InputError
from ..engine.evaluate import decide_case
from ..engine.version import __version__
from ..plan.model import Plan
from ..plan.options import Options
from ..registry.operators import read_value
from ..registry.read_case import read_case, resolve_case
from ..registry.vocabulary import FactRule, Vocabulary
from ..source.node import Node
from ..source.rows import NamedTuple

Input = bytes | str | Mapping[str, Any] | Node


class Narrowed(NamedTuple):
    """A case without what a version does not know, and the names of that: ``lists/tax-violation``."""

    case: Case
    left_out: tuple[str, ...]


class Both(NamedTuple):
    """What the two versions make of one case; ``left_out`` are the names that one of them does not know."""

    old: Decision
    new: Decision
    left_out: tuple[str, ...]


class Sides:
    """The plans of two versions, and the words of both to read cases with."""

    def __init__(self, old: Plan, new: Plan):
        self.old, self.new = old, new

    @cached_property
    def alike(self) -> bool:
        """Whether both have the same registry."""
        return same_words(self.old, self.new)

    @cached_property
    def words(self) -> Vocabulary:
        """The words of both; where they differ in what a word means, those of the new version."""
        return self.new.vocabulary if self.alike else joined(self.old.vocabulary, self.new.vocabulary)

    def read(self, data: Input, name: str, first_line: int = 1) -> Case:
        """A case whose every name one of the versions knows; :class:`InputError` with all that is wrong.

        ``name`` stands for the file in messages; ``first_line`` is the line on which ``data`` begins in it.
        """
        case: Case | None
        found: tuple[Diagnostic, ...]
        if isinstance(data, Node):
            case, found = resolve_case(data, self.words)
        else:
            case, _, found = read_case(data, name, self.words, "auto", first_line=first_line)
        if case is None or any(one.level == "error" for one in found):
            raise InputError(found)
        return case

    def narrowed(self, case: Case, plan: Plan) -> Narrowed:
        """The case as one of the plans can decide it."""
        return Narrowed(case, ()) if self.alike else known_to(case, plan.vocabulary)

    def decide(self, case: Case, options: Options, old: Plan | None = None, new: Plan | None = None) -> Both:
        """The decisions of both versions, or of parts of them; :class:`InputError` where no day is given."""
        before, after = self.narrowed(case, self.old), self.narrowed(case, self.new)
        return Both(
            decide_case(old or self.old, before.case, options, __version__, "<case>"),
            decide_case(new or self.new, after.case, options, __version__, "<case>"),
            tuple(dict.fromkeys((*before.left_out, *after.left_out))),
        )


def same_words(old: Plan, new: Plan) -> bool:
    """Whether two plans have the same registry, as far as decisions need it."""
    if old is new or (old.registry_digest and old.registry_digest == new.registry_digest):
        return True
    return all(
        getattr(old.vocabulary, row.name) == getattr(new.vocabulary, row.name)
        for row in fields(Vocabulary)
        if row.name != "titles"
    )


def joined(old: Vocabulary, new: Vocabulary) -> Vocabulary:
    """The words of the new registry, and those that only the old one has."""

    def rows(name: str, key: Callable[[Any], Any]) -> tuple[Any, ...]:
        known = {key(row): row for row in (*getattr(old, name), *getattr(new, name))}
        return tuple(known[each] for each in sorted(known))

    def named(name: str) -> dict[str, Any]:
        return {**getattr(old, name), **getattr(new, name)}

    values = {row.name: getattr(new, row.name) for row in fields(Vocabulary)}
    for name in ("lists", "departments", "instruments"):
        values[name] = rows(name, lambda row: row.id)
    values["facts"] = tuple(_fact(one, old.fact) for one in rows("facts", lambda row: (row.scope, row.name)))
    values["recognitions"] = tuple(dict.fromkeys((*new.recognitions, *old.recognitions)))
    for name in ("matters", "roles", "places", "renumbered"):
        values[name] = named(name)
    values["titles"] = {of: {**old.titles.get(of, {}), **new.titles.get(of, {})} for of in {**old.titles, **new.titles}}
    return Vocabulary(**values)


def _fact(fact: FactRule, old: Mapping[tuple[str, str], FactRule]) -> FactRule:
    before = old.get((fact.scope, fact.name), fact)
    return fact._replace(choices=tuple(dict.fromkeys((*fact.choices, *before.choices))))


def known_to(case: Case, words: Vocabulary) -> Narrowed:
    """The case without the records, relations, facts and matters whose names a registry does not know."""
    lost: dict[str, None] = {}

    def keep(of: str, name: str, known: object) -> bool:
        if name not in known:  # type: ignore[operator]
            lost[f"{of}/{name}"] = None
            return False
        return True

    def facts(scope: str, stated: Facts) -> Facts:
        kept = {}
        for name, value in stated.items():
            if _says(words.fact.get((scope, name)), value):
                kept[name] = value
            else:
                lost[f"facts/{scope}.{name}"] = None
        return kept

    def record(one: Record) -> Record:
        events = tuple(
            event
            if event.changes is None
            else event._replace(changes=event.changes._replace(facts=facts("record", event.changes.facts)))
            for event in one.events
        )
        return one._replace(facts=facts("record", one.facts), events=events)

    def relation(one: Relation) -> Relation:
        answers = one.responsible_for and tuple(each for each in one.responsible_for if each in standing)
        return one._replace(facts=facts("relation", one.facts), responsible_for=answers)

    records = tuple(record(one) for one in case.records if keep("lists", one.list, words.list))
    standing = {one.id for one in records}
    inquiry, context = case.inquiry, case.context
    matter = context.matter if context.matter is None or keep("matters", context.matter, words.matters) else None
    found = Case(
        subject=case.subject._replace(facts=facts("subject", case.subject.facts)),
        relations=tuple(relation(one) for one in case.relations if keep("roles", one.role, words.roles)),
        parties=tuple(one._replace(facts=facts("subject", one.facts)) for one in case.parties),
        records=records,
        inquiry=inquiry
        and inquiry._replace(
            roles=tuple(role for role in inquiry.roles if role in words.roles),
            registers=tuple(code for code in inquiry.registers if code == "*" or code in words.list),
        ),
        context=context._replace(matter=matter, facts=facts("context", context.facts)),
    )
    return Narrowed(found, tuple(lost)) if lost else Narrowed(case, ())


def _says(fact: FactRule | None, value: Any) -> bool:
    """Whether a registry knows the fact, and the value as one that it can have."""
    if fact is None or value is None:
        return fact is not None
    try:
        read_value(fact.type, value)
    except ValueError:
        return False
    return fact.type != "choice" or value in fact.choices


def spelt(number: int, plan: Plan) -> tuple[Any, ...]:
    """A condition with all that is in it, without its words: equal where the meaning is written alike."""
    condition = plan.conditions[number]
    row = {name: value for name, value in condition._asdict().items() if name != "text"}
    for name in ("part", "where"):
        if row.get(name) is not None:
            row[name] = spelt(row[name], plan)
    if "parts" in row:
        row["parts"] = tuple(spelt(part, plan) for part in row["parts"])
    if "comparison" in row:
        row["comparison"] = row["comparison"]._replace(text="")
    return tuple(row.items())
