"""The conditions of a measure as the plan has them, each part with its place in the file; parts can be taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...pack import condition as written
from ...pack.model import Measure, Pack, RoleBearers
from ...plan.conditions import (
    AfterExit,
    AllOf,
    AnyOf,
    Condition,
    CountRecords,
    HeldBy,
    InFields,
    NotThat,
    OnList,
)  # fmt: skip
from ...plan.model import Plan, Rule
from ...registry.operators import OPERATORS
from ...source.node import Path

Listing = OnList | HeldBy | InFields | AfterExit | CountRecords
"""The forms that ask for records."""


@dataclass(frozen=True, eq=False)
class Part:
    """A condition of the plan and where it is written; parts are told apart by identity, for equal ones may stand twice.

    ``condition`` ``None`` is certain: true, or with ``never`` false. ``path`` ``None``: the file has no such place of
    its own.
    """

    condition: Condition | None
    path: Path | None = None
    parts: tuple[Part, ...] = ()
    where: Part | None = None
    never: bool = False


ALWAYS, NEVER = Part(None), Part(None, never=True)


@dataclass(frozen=True, eq=False)
class Posed:
    """A measure as proofs look at it: its rule, its conditions as a tree, and those on the relation of each bearer."""

    number: int
    rule: Rule
    tree: Part
    whens: tuple[Part | None, ...]
    path: Path
    adopted: bool

    def but(self, old: Part, new: Part | None) -> Posed:
        """The measure with another part in the place of one; ``None`` takes it out."""
        whens = tuple(None if when is None else put(when, old, new) for when in self.whens)
        return replace(self, tree=put(self.tree, old, new) or ALWAYS, whens=whens)

    def only(self, bearer: int) -> Posed:
        """The measure with one of its bearers alone."""
        rule = self.rule._replace(bearers=(self.rule.bearers[bearer],))
        return replace(self, rule=rule, whens=(self.whens[bearer],))


def pose(number: int, plan: Plan, pack: Pack, index: int, adopted: bool) -> Posed:
    """The measure that stands at ``index`` in its pack, as rule ``number`` of the plan."""
    rule, measure = plan.rules[number], pack.measures[index]
    assert isinstance(measure, Measure), "adoption comes before compiling"
    here: Path = ("measures", index)
    forms: list[tuple[written.Condition, Path]] = []
    if measure.triggered_by is not None:
        forms.append((measure.triggered_by, (*here, "triggered_by")))
    elif pack.triggered_by is not None:
        forms.append((pack.triggered_by, ("triggered_by",)))
    if measure.when is not None:
        forms.append((measure.when, (*here, "when")))
    if len(forms) == 1:
        tree = _placed(*forms[0], rule.condition, plan)
    else:
        joined = plan.conditions[rule.condition]
        assert isinstance(joined, AllOf)
        parts = (_placed(form, path, part, plan) for (form, path), part in zip(forms, joined.parts, strict=True))
        tree = Part(joined, None, tuple(parts))
    whens = tuple(
        _placed(bearer.when, (*here, "bearers", place, "when"), spec.when, plan)
        if isinstance(bearer, RoleBearers) and bearer.when is not None and spec.when is not None
        else None
        for place, (bearer, spec) in enumerate(zip(measure.bearers, rule.bearers, strict=True))
    )
    return Posed(number, rule, tree, whens, here, adopted)


def pose_unplaced(number: int, plan: Plan) -> Posed:
    """Rule ``number`` of a plan alone, without the file that it was written in."""
    rule = plan.rules[number]
    whens = tuple(None if spec.when is None else _unplaced(spec.when, plan) for spec in rule.bearers)
    return Posed(number, rule, _unplaced(rule.condition, plan), whens, (), False)


def _unplaced(number: int, plan: Plan) -> Part:
    condition = plan.conditions[number]
    parts = (condition.part,) if isinstance(condition, NotThat) else getattr(condition, "parts", ())
    where: int | None = getattr(condition, "where", None)
    inner = None if where is None else _unplaced(where, plan)
    return Part(condition, None, tuple(_unplaced(part, plan) for part in parts), inner)


def _placed(form: written.Condition, path: Path, number: int, plan: Plan) -> Part:
    condition = plan.conditions[number]
    match form:
        case written.All():
            assert isinstance(condition, AllOf)
            return Part(condition, path, _each(form.all, (*path, "all"), condition.parts, plan))
        case written.Any_():
            assert isinstance(condition, AnyOf)
            return Part(condition, path, _each(form.any, (*path, "any"), condition.parts, plan))
        case written.Not():
            assert isinstance(condition, NotThat)
            return Part(condition, path, (_placed(form.not_, (*path, "not"), condition.part, plan),))
        case written.Fact() if isinstance(condition, AllOf):
            keys = [key for key in OPERATORS if getattr(form, "is_" if key == "is" else key) is not None]
            bounds = zip(keys, condition.parts, strict=True)
            return Part(condition, path, tuple(Part(plan.conditions[part], (*path, key)) for key, part in bounds))
    where = getattr(form, "where", None)
    if where is not None:
        inner = getattr(condition, "where", None)
        assert inner is not None
        return Part(condition, path, where=_placed(where, (*path, "where"), inner, plan))
    return Part(condition, path)


def _each(forms: tuple[written.Condition, ...], path: Path, numbers: tuple[int, ...], plan: Plan) -> tuple[Part, ...]:
    pairs = enumerate(zip(forms, numbers, strict=True))
    return tuple(_placed(form, (*path, index), number, plan) for index, (form, number) in pairs)


def parts_in(tree: Part) -> Iterator[Part]:
    """The part and all parts in it, those of a ``where`` included."""
    yield tree
    for part in tree.parts:
        yield from parts_in(part)
    if tree.where is not None:
        yield from parts_in(tree.where)


def leaves(tree: Part) -> Iterator[Part]:
    """The simple conditions in it, those of a ``where`` included."""
    return (part for part in parts_in(tree) if part.condition is not None and not part.parts)


def conjuncts(tree: Part) -> Iterator[Part]:
    """What must hold together: the part itself, or the parts of ``all``, however deep."""
    if isinstance(tree.condition, AllOf):
        for part in tree.parts:
            yield from conjuncts(part)
    else:
        yield tree


def alternatives(tree: Part) -> Iterator[tuple[Part, Part]]:
    """Each alternative, with the whole of which it is one; nothing in what is denied."""
    if isinstance(tree.condition, NotThat):
        return
    if isinstance(tree.condition, AnyOf):
        yield from ((tree, part) for part in tree.parts)
    for part in (*tree.parts, *(() if tree.where is None else (tree.where,))):
        yield from alternatives(part)


def put(tree: Part, old: Part, new: Part | None) -> Part | None:
    """The tree with another part in the place of one; ``None`` takes it out, and what is left empty with it."""
    if tree is old:
        return new
    parts = tuple(found for part in tree.parts if (found := put(part, old, new)) is not None)
    if tree.parts and not parts:
        return None
    where = None if tree.where is None else put(tree.where, old, new)
    same = len(parts) == len(tree.parts) and all(one is other for one, other in zip(parts, tree.parts, strict=True))
    return tree if same and where is tree.where else replace(tree, parts=parts, where=where)


def asks_for_records(tree: Part) -> bool:
    """Whether a condition asks for records at all, as a punishment must (S1)."""
    if isinstance(tree.condition, AllOf | AnyOf):
        return any(asks_for_records(part) for part in tree.parts)
    return isinstance(tree.condition, Listing)
