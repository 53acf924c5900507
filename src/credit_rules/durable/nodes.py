"""The conditions of a plan as nodes: what each depends on, and in which order they can be judged.

One condition may be several nodes: whether a record counts depends on the measure too (is it a punishment, does it
outlast the listing) and on whom it is to fall. What a measure brings to its conditions is its :class:`Profile`.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TypeVar

from ..pack.period import Period
from ..plan.conditions import (
    AfterExit,
    AllOf,
    AnyOf,
    CleanFor,
    Compare,
    Condition,
    CountRecords,
    HasRelation,
    HeldBy,
    InFields,
    NotThat,
    OnList,
)  # fmt: skip
from ..plan.model import BearerSpec, Plan, Rule, TermSpec
from ..source.rows import NamedTuple
from .codes import GRADES, KINDS, Codes
from .definitions import MOST_PATTERNS
from .refusals import Refusal

PAIR, RECORD, RELATION, PARTY = "pair", "record", "relation", "party"
"""What a value may depend on: the possible bearer and the listed one in a reading; a record; a relation; a party."""
ON_RECORDS = (OnList, HeldBy, InFields, AfterExit, CountRecords)


class Profile(NamedTuple):
    """What a measure and its bearer bring to the question whether a record counts (S5, S10, S11)."""

    spec: BearerSpec
    punishment: bool
    slight: bool
    once: bool
    afterwards: date | None
    term: TermSpec | None


class Node(NamedTuple):
    """A condition in a profile, where that matters.

    ``parts`` are the nodes it is made of, ``where`` that of its records or relations. Its value is known at ``height``,
    once those of all lower ones are. ``joined`` are the parts as one definition joins them: where they are too many,
    nodes of their own that join some each.
    """

    number: int
    condition: Condition
    profile: Profile | None
    columns: frozenset[str]
    height: int
    carries: bool
    parts: tuple[Node, ...]
    where: Node | None
    reckoning: Reckoning | None
    joined: tuple[Node, ...] = ()


class Reckoning(NamedTuple):
    """When a relation makes its holder answer for a record (S11); ``when`` is the condition on the relation."""

    number: int
    spec: BearerSpec
    when: Node | None
    height: int


Key = TypeVar("Key")


class Numbering(dict[Key, int]):
    """Numbers things from 1 as they come."""

    def of(self, key: Key) -> int:
        """The number of a thing."""
        return self.setdefault(key, len(self) + 1)


class Nodes:
    """All nodes of a plan, and the sets and periods that its definitions refer to by number.

    ``crosswise``: some measure falls on holders of roles because of records of other holders, so that every relation
    must be reckoned for every record.
    """

    def __init__(self, plan: Plan):
        self.plan = plan
        compared = [condition.comparison for condition in plan.conditions if isinstance(condition, Compare)]
        self.codes = Codes(plan, compared)
        self.specs: Numbering[BearerSpec] = Numbering()
        self.list_sets: Numbering[tuple[str, ...]] = Numbering()
        self.role_sets: Numbering[tuple[str, ...]] = Numbering()
        self.grade_sets: Numbering[tuple[str, ...]] = Numbering()
        self.kind_sets: Numbering[tuple[str, ...]] = Numbering()
        self.terms: Numbering[TermSpec] = Numbering()
        self.windows: Numbering[Period] = Numbering()
        self.days: set[str] = set()
        self.reversed_lists: set[tuple[str, ...]] = set()
        self.reversed_roles: set[tuple[str, ...]] = set()
        self.crosswise = False
        self.all: list[Node] = []
        self.comparing: dict[int, list[Node]] = defaultdict(list)
        self.reckonings: list[Reckoning] = []
        self._nodes: dict[tuple[int, Profile | None], Node] = {}
        self._reckonings: dict[tuple[BearerSpec, int], Reckoning] = {}
        self._open: set[int] = set()
        self._profiled: dict[int, bool] = {}

    def of_rule(self, rule: Rule, spec: BearerSpec) -> tuple[Node, Reckoning | None]:
        """The node of a measure's condition for one of its bearers, and when a role makes one answer for records.

        :class:`Refusal` names the measure and the condition that this evaluator does not take.
        """
        try:
            return self._of_rule(rule, spec)
        except Refusal as refusal:
            refusal.values["measure"] = rule.id
            raise

    def _of_rule(self, rule: Rule, spec: BearerSpec) -> tuple[Node, Reckoning | None]:
        self._of_spec(spec)
        profile = profile_of(rule, spec)
        node = self.of(rule.condition, profile)
        if not node.columns <= {PAIR, PARTY}:
            raise Refusal("evaluator-fact-out-of-place", condition=node.condition.text)
        self.crosswise |= bool(spec.roles) and _reverse(node)
        return node, self._reckoning(profile) if spec.roles else None

    def of(self, number: int, profile: Profile) -> Node:
        """The node of a condition in a profile."""
        key = (number, profile if self._depends(number) else None)
        if key not in self._nodes:
            if number in self._open:
                raise Refusal("evaluator-condition-turns-on-itself", condition=self.plan.conditions[number].text)
            self._open.add(number)
            self._nodes[key] = self._made(self.plan.conditions[number], profile, key[1])
            self._open.discard(number)
        return self._nodes[key]

    def _depends(self, number: int) -> bool:
        """Whether a condition asks for records or relations, itself or in a part."""
        if number not in self._profiled:
            condition = self.plan.conditions[number]
            parts = getattr(condition, "parts", None) or ([condition.part] if isinstance(condition, NotThat) else [])
            asks = isinstance(condition, (*ON_RECORDS, HasRelation))
            self._profiled[number] = asks or any(map(self._depends, parts))
        return self._profiled[number]

    def _made(self, condition: Condition, profile: Profile, own: Profile | None) -> Node:
        parts: tuple[Node, ...] = ()
        where: Node | None = None
        reckoning: Reckoning | None = None
        columns: frozenset[str] = frozenset()
        carries = False
        match condition:
            case AllOf() | AnyOf():
                parts = tuple(self.of(part, profile) for part in dict.fromkeys(condition.parts))
                columns = _together(parts)
                carries = any(part.carries for part in parts)
            case NotThat():
                parts = (self.of(condition.part, profile),)
                columns = parts[0].columns
            case Compare():
                columns = {
                    "record": frozenset({RECORD}),
                    "relation": frozenset({RELATION}),
                    "subject": frozenset({PARTY}),
                    "context": frozenset[str](),
                }[condition.comparison.scope]
            case CleanFor():
                self.windows.of(condition.period)
            case HasRelation():
                where = self._where(condition.where, profile, RELATION)
                self.role_sets.of(condition.roles)
                columns = frozenset({PAIR})
            case _:
                where, reckoning = self._on_records(condition, profile)
                columns = frozenset({PAIR})
                carries = True
        joined = self._joined(parts, own) if isinstance(condition, AllOf) else parts
        below: list[Node | Reckoning] = [*joined, *([where] if where else []), *([reckoning] if reckoning else [])]
        height = 0 if isinstance(condition, (Compare, CleanFor)) else 1 + max((it.height for it in below), default=0)
        if isinstance(condition, (InFields, CountRecords)):
            height += 1
        node = Node(len(self.all) + 1, condition, own, columns, height, carries, parts, where, reckoning, joined)
        self.all.append(node)
        if isinstance(condition, Compare):
            self.comparing[self.codes.fact(condition.comparison).number].append(node)
        return node

    def _joined(self, parts: tuple[Node, ...], own: Profile | None) -> tuple[Node, ...]:
        """No more nodes than one definition can join, each standing for some of the parts."""
        while len(parts) > MOST_PATTERNS:
            bundles = [parts[at : at + MOST_PATTERNS] for at in range(0, len(parts), MOST_PATTERNS)]
            parts = tuple(self._bundle(bundle, own) for bundle in bundles)
        return parts

    def _bundle(self, parts: tuple[Node, ...], own: Profile | None) -> Node:
        height, carries = 1 + max(part.height for part in parts), any(part.carries for part in parts)
        number, columns = len(self.all) + 1, _together(parts)
        node = Node(number, AllOf((), ""), own, columns, height, carries, parts, None, None, parts)
        self.all.append(node)
        return node

    def _on_records(self, condition: Condition, profile: Profile) -> tuple[Node | None, Reckoning | None]:
        where = self._where(getattr(condition, "where", None), profile, RECORD)
        self.list_sets.of(getattr(condition, "lists"))  # noqa: B009
        if profile.term is not None and not isinstance(condition, (AfterExit, CountRecords)):
            self.terms.of(profile.term)
        grades = getattr(condition, "grades", ())
        if grades:
            self.grade_sets.of(grades)
        match condition:
            case HeldBy():
                self.role_sets.of(condition.roles)
                self.reversed_roles.add(condition.roles)
                self.reversed_lists.add(condition.lists)
                self.days.add(condition.at)
                return where, None
            case CountRecords():
                self.windows.of(condition.within)
            case InFields():
                self.kind_sets.of(("enterprise",))
        return where, self._reckoning(profile) if profile.spec.roles else None

    def _where(self, number: int | None, profile: Profile, about: str) -> Node | None:
        if number is None:
            return None
        node = self.of(number, profile)
        if not node.columns <= {PAIR, PARTY, about}:
            raise Refusal("evaluator-fact-out-of-place", condition=node.condition.text)
        return node

    def _reckoning(self, profile: Profile) -> Reckoning:
        when = None if profile.spec.when is None else self.of(profile.spec.when, profile)
        key = (profile.spec, when.number if when else 0)
        if key not in self._reckonings:
            height = 1 + (when.height if when else 0)
            made = Reckoning(len(self.reckonings) + 1, profile.spec, when, height)
            self._reckonings[key] = made
            self.reckonings.append(made)
        return self._reckonings[key]

    def _of_spec(self, spec: BearerSpec) -> None:
        self.specs.of(spec)
        if spec.roles:
            self.role_sets.of(spec.roles)
            self.days.add(spec.at)


def _reverse(node: Node) -> bool:
    return isinstance(node.condition, HeldBy) or any(map(_reverse, node.parts))


def profile_of(rule: Rule, spec: BearerSpec) -> Profile:
    """What a measure brings to its conditions for one of its bearers."""
    outlasts = rule.term is not None and rule.term.outlasts is not None
    return Profile(
        spec,
        punishment=rule.direction == "punishment",
        slight=rule.impact in ("reduces-right", "adds-duty"),
        once=rule.once,
        afterwards=rule.from_ if rule.once or outlasts else None,
        term=rule.term,
    )


def _together(parts: tuple[Node, ...]) -> frozenset[str]:
    """What several conditions depend on together; a party is that of the pair where there is one."""
    columns = frozenset(column for part in parts for column in part.columns)
    return columns - {PARTY} if PAIR in columns else columns


def grades_of(names: tuple[str, ...]) -> tuple[int, ...]:
    """Grades as numbers."""
    return tuple(GRADES[name] for name in names)


def kinds_of(names: tuple[str, ...]) -> tuple[int, ...]:
    """Kinds as numbers."""
    return tuple(KINDS[name] for name in names)
