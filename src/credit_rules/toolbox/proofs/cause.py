"""Why no case has a measure: the part that excludes all that the rest allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...plan.conditions import HeldBy, OnList
from ...source.node import Path
from .measured import Borne
from .proving import Proving, reposed
from .solver import conj, disj
from .tree import ALWAYS, Part, Posed, asks_for_records, conjuncts
from .witness import Witness


class Cause(NamedTuple):
    """What makes a measure impossible, and a case that meets all the rest; ``rest`` is the measure without it."""

    path: Path
    witness: Witness
    rest: Posed | None


def cause_of(borne: Borne, proving: Proving) -> Cause | None:
    """The first part with which what stands before it cannot hold; parts that ask for records come first."""
    posed, bearer = borne
    when = posed.whens[bearer]
    if when is not None and _possible(posed.but(when, None), bearer, proving):
        return _told(when.path or posed.path, posed.but(when, None), borne, proving)
    steps = sorted(conjuncts(posed.tree), key=lambda part: not asks_for_records(part))
    bare = reposed(posed, listed_kinds=(), bearer_kinds=())
    for number, part in enumerate(steps):
        so_far = _with(bare, steps[: number + 1])
        if not _possible(so_far, bearer, proving):
            return _within(borne, part, _with(bare, steps[:number]) if number else None, proving)
    for key in ("listed_kinds", "bearer_kinds"):
        after = reposed(bare, **{key: getattr(posed.rule, key)})
        if not _possible(after, bearer, proving):
            return _told((*posed.path, key), bare, borne, proving)
        bare = after
    return None


def _within(borne: Borne, part: Part, before: Posed | None, proving: Proving) -> Cause | None:
    """The cause in a part: its ``where``, if it could hold without, else the part as a whole."""
    posed, bearer = borne
    path = part.path or posed.path
    if part.where is not None:
        without = posed.but(part.where, None)
        if _possible(without, bearer, proving):
            return _told(part.where.path or path, without, borne, proving)
    for rest in (posed.but(part, None), before, posed.but(part, _relaxed(part))):
        if rest is not None and _possible(rest, bearer, proving):
            return _told(path, rest, borne, proving)
    return _told(path, None, borne, proving)


def _told(path: Path, rest: Posed | None, borne: Borne, proving: Proving) -> Cause | None:
    """The cause with a case: one that has the measure without it, else any record on the lists.

    Everything that the measure asks for is known in it, where that can be.
    """
    find = proving.search.find
    if rest is None:
        witness = find([borne], lambda world, _: disj(*(each.there for each in world.records)))
    else:
        both = [Borne(rest, borne.bearer), borne]
        witness = find(both, lambda _, values: conj(values[0].true, values[1].false))
        witness = witness or find(both, lambda _, values: values[0].true)
    return None if witness is None else Cause(path, witness, rest)


def _relaxed(part: Part) -> Part:
    """Any record on the lists that a part names, of whom it looks at."""
    if isinstance(part.condition, HeldBy):
        return Part(part.condition._replace(grades=(), where=None), part.path)
    lists = tuple(getattr(part.condition, "lists", ()))
    return Part(OnList(lists, (), None, "在名单上"), part.path) if lists else ALWAYS


def _with(posed: Posed, parts: Sequence[Part]) -> Posed:
    kept = set(map(id, parts))
    for part in list(conjuncts(posed.tree)):
        if id(part) not in kept:
            posed = posed.but(part, None)
    return posed


def _possible(posed: Posed, bearer: int, proving: Proving) -> bool:
    return proving.search.has_case([Borne(posed, bearer)], lambda _, values: values[0].true)
