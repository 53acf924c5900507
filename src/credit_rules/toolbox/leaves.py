"""The leaves of the conditions of a pack: every simple condition that it writes, and which values it can have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ..diagnostics.span import Span
from ..pack.loaded import LoadedPack
from ..plan.conditions import AfterExit, HasRelation, OnList
from ..plan.model import Plan, Rule
from ..registry.vocabulary import ListRule
from ..situation.doubt import PROCEDURE_FROM
from ..source.node import Path
from .proofs.confirm import with_posed
from .proofs.tree import Part, Posed, leaves, pose

Sentence = tuple[str, str]
KindsOf = Literal["listed_kinds", "bearer_kinds"]
PERSON = "natural-person"
ALWAYS_KNOWN: Sentence = ("承受人的类型总是写明的", "the kind of the bearer is always given")
NOBODY_IS_FALSE: Sentence = ("没有此人就是没有（S16）", "nobody in the case is false, never unknown (S16)")
NO_DOUBT: Sentence = (
    "名单上的记录没有可以存疑的：红名单不需要告知，期限不取决于事实（S6、S8a）",
    "no record on it can be doubted: a red list needs no hearing, its term hangs on no fact (S6, S8a)",
)
NO_AGE: Sentence = (
    "退出后的监测不看程序，承受人不问年龄",
    "monitoring after exit asks for no procedure, and the age of the bearer does not matter",
)
NOT_OF_UNKNOWN: Sentence = ("存疑的记录不妨碍激励（S17）", "a doubtful record hinders no incentive (S17)")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf at a place in a pack; ``known`` says why it is never unknown, where that is so of every measure it is in."""

    path: Path
    span: Span
    text: str
    known: Sentence | None


@dataclass(frozen=True)
class Watched:
    """A measure whose leaves can be told apart: in ``plan`` the text of each is its place among ``paths``."""

    number: int
    plan: Plan
    paths: tuple[Path, ...]
    texts: tuple[str, ...]
    known: tuple[Sentence | None, ...]

    @property
    def rule(self) -> Rule:
        """The measure."""
        return self.plan.rules[self.number]


def watch(loaded: LoadedPack, plan: Plan) -> Iterator[Watched]:
    """The measures of a pack that it does not adopt, each with the leaves of its conditions."""
    head = loaded.pack.memorandum
    for index, measure in enumerate(loaded.pack.measures):
        number = plan.number.get(f"{head.id}/{measure.id}")
        if number is None or loaded.node.find(("measures", index, "adopts")) is not None:
            continue
        posed = pose(number, plan, loaded.pack, index, adopted=False)
        found = [part for tree in (posed.tree, *posed.whens) if tree is not None for part in leaves(tree)]
        known = tuple(_known(part, posed.rule, plan) for part in found)
        paths = tuple(part.path or posed.path for part in found)
        texts = tuple("" if part.condition is None else part.condition.text for part in found)
        labels = {id(part): str(place) for place, part in enumerate(found)}
        yield Watched(number, with_posed(plan, _labelled(posed, labels)), paths, texts, known)


def kind_leaves(rule: Rule) -> Iterator[tuple[KindsOf, Sentence | None]]:
    """What a measure asks of kinds: of the listed one, and of the bearer."""
    if rule.listed_kinds:
        yield "listed_kinds", None if any(spec.roles for spec in rule.bearers) else ALWAYS_KNOWN
    if rule.bearer_kinds:
        yield "bearer_kinds", ALWAYS_KNOWN


def _labelled(posed: Posed, labels: dict[int, str]) -> Posed:
    def put(part: Part) -> Part:
        where = None if part.where is None else put(part.where)
        condition = part.condition
        if condition is not None and id(part) in labels:
            condition = condition._replace(text=labels[id(part)])
        return replace(part, condition=condition, parts=tuple(map(put, part.parts)), where=where)

    whens = tuple(None if when is None else put(when) for when in posed.whens)
    return replace(posed, tree=put(posed.tree), whens=whens)


def _known(part: Part, rule: Rule, plan: Plan) -> Sentence | None:
    """Why the leaf cannot be unknown; ``None`` where it can."""
    condition = part.condition
    if isinstance(condition, HasRelation):
        return NOBODY_IS_FALSE if part.where is None else None
    if isinstance(condition, AfterExit):
        return None if _of_somebody(rule) else NO_AGE
    if not isinstance(condition, OnList) or condition.grades or part.where is not None or _of_somebody(rule):
        return None
    if any(_can_be_doubted(plan.vocabulary.list[code], rule) for code in condition.lists):
        return None
    return NO_DOUBT


def _of_somebody(rule: Rule) -> bool:
    """Whether a role, or the age of a person who is to bear a punishment, may be unknown."""
    persons = not rule.bearer_kinds or PERSON in rule.bearer_kinds
    listed = not rule.listed_kinds or PERSON in rule.listed_kinds
    own = any(not spec.roles for spec in rule.bearers)
    return any(spec.roles for spec in rule.bearers) or (rule.direction == "punishment" and own and persons and listed)


def _can_be_doubted(entry: ListRule, rule: Rule) -> bool:
    heard = entry.negative and (rule.until is None or rule.until > PROCEDURE_FROM)
    return heard or entry.greatest_age is not None or any(term.cases for term in entry.terms)
