"""A case that tells a mutant from its pack, found by the solver; where none is, no written case could notice it either."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...pack.loaded import LoadedPack
from ..proofs.confirm import show
from ..proofs.kleene import Value, some
from ..proofs.measured import Borne, every_bearer
from ..proofs.search import Search
from ..proofs.solver import Bit, conj, disj, neg
from ..proofs.tree import pose
from ..proofs.witness import Plain
from ..proofs.world import World
from .mutant import Mutant
from .planted import Planted
from .trial import differ_beside


class Told(NamedTuple):
    """Whether some case tells the two apart, within the bounds of proofs, and such a case."""

    apart: bool
    case: Plain | None


def tell(mutant: Mutant, planted: Planted, loaded: LoadedPack, search: Search) -> Told | None:
    """What the solver knows of a mutant of the conditions, bearers or kinds of one measure; ``None`` of any other.

    A case that the engine does not confirm is not shown.

    A case is looked for in which one is issued and the other is not, else one in which one can be determined and the
    other cannot.
    """
    if len(mutant.measures) != 1:
        return None
    ((index, measure),) = mutant.measures
    ((new, old),) = planted.stands_for[mutant.number].items()
    rules = planted.plan.rules
    if differ_beside(rules[new], rules[old]):
        return None
    measures = loaded.pack.measures
    wrong = loaded.pack.model_copy(update={"measures": (*measures[:index], measure, *measures[index + 1 :])})
    as_written = pose(old, planted.plan, loaded.pack, index, adopted=False)
    as_wrong = pose(new, planted.plan, wrong, index, adopted=False)
    for shape in ("own", "role"):
        pairs = [[each for each in every_bearer(posed) if each.shape == shape] for posed in (as_written, as_wrong)]
        for strict in (True, False):
            found = _apart(pairs[0], pairs[1], search, strict)
            if found is not None:
                return found
    return Told(False, None)


def _apart(written: Sequence[Borne], wrong: Sequence[Borne], search: Search, strict: bool) -> Told | None:
    asked = [*written, *wrong]
    if not asked:
        return None

    def wanted(_: World, values: Sequence[Value]) -> Bit:
        one, other = some(values[: len(written)]), some(values[len(written) :])
        issued = _xor(one.true, other.true)
        return issued if strict else disj(issued, _xor(one.false, other.false))

    if not search.has_case(asked, wanted):
        return None
    try:
        witness = search.find(asked, wanted)
    except RuntimeError:  # the solver has a case whose days no calendar has
        witness = None
    if witness is None:
        return Told(True, None)
    shown = show(witness, search.plan)
    differ = shown.holds(written[0].posed.rule.id) != shown.holds(wrong[0].posed.rule.id) if written and wrong else True
    return Told(True, shown.case if differ else None)


def _xor(one: Bit, other: Bit) -> Bit:
    return disj(conj(one, neg(other)), conj(other, neg(one)))
