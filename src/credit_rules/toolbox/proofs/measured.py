"""Whether a measure is given to a bearer in a bounded world: ``matcher/match.py`` once more, in terms of the solver."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...source.values import Kind
from .kleene import FALSE, TRUE, Value, certain, every, if_known
from .meaning import Meaning
from .people import KINDS, Party
from .solver import conj, disj, neg
from .tree import Posed, asks_for_records
from .world import Shape, World


class Borne(NamedTuple):
    """A measure by one of its bearers."""

    posed: Posed
    bearer: int

    @property
    def shape(self) -> Shape:
        """The shape of the cases in which that bearer can bear it."""
        return "role" if self.posed.rule.bearers[self.bearer].roles else "own"


def every_bearer(posed: Posed) -> Iterator[Borne]:
    """The measure by each of its bearers."""
    return (Borne(posed, number) for number in range(len(posed.rule.bearers)))


def measured(borne: Borne, world: World) -> Value:
    """Whether the bearer of the world has the measure because of its listed one."""
    posed = borne.posed
    rule = posed.rule
    if borne.shape != world.shape or (rule.direction == "punishment" and not asks_for_records(posed.tree)):
        return FALSE
    meaning = Meaning(world, rule, rule.bearers[borne.bearer], posed.whens[borne.bearer])
    judged = meaning.judge(posed.tree)
    value = judged.value
    if rule.direction == "punishment":  # never without a record (S1)
        value = Value(conj(value.true, judged.rests), disj(value.false, conj(value.true, neg(judged.rests))))
    kinds = (_kind(world.listed, rule.listed_kinds), _kind(world.bearer, rule.bearer_kinds))
    found = every([value, *kinds])
    held = certain(disj(*(relation.is_one_of(rule.bearers[borne.bearer].roles) for relation in world.into)))
    return found if world.shape == "own" else every([found, held])


def _kind(party: Party, kinds: tuple[Kind, ...]) -> Value:
    if not kinds:
        return TRUE
    return if_known(party.kind_known, disj(*(party.kind == KINDS.index(kind) for kind in kinds)))
