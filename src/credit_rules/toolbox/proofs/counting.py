"""How many conducts, or fields with conduct of their own, some records stand for (S19), where each tells its conduct."""

from __future__ import annotations

from collections.abc import Sequence

from .records import Listed
from .solver import Bit, Whole, bit, conj, disj, implies, neg, total, whole
from .world import World

Counted = Sequence[tuple[Listed, Bit]]
"""Records, and whether each is counted."""


def conducts(counted: Counted, world: World) -> Whole:
    """The number of distinct conducts."""
    return total(
        disj(*(conj(counts, each.conduct == number) for each, counts in counted))
        for number in range(len(world.conducts))
    )


def fields(counted: Counted, world: World) -> Whole:
    """The number of fields that can each be given a conduct of its own.

    It is the size of a matching of fields with conducts; that there is none larger is shown by as many fields and
    conducts that touch every pair (König).
    """
    name = f"matching{len(world.further)}"
    names = list(dict.fromkeys(each.list.field for each, _ in counted))
    numbers = range(len(world.conducts))
    if not names:
        return 0
    size = whole(f"{name}.size")
    matched: dict[tuple[str, int], Bit] = {}
    touched: dict[str | int, Bit] = {key: bit(f"{name}.touches.{key}") for key in (*names, *numbers)}
    for field in names:
        for number in numbers:
            pair = disj(
                *(conj(counts, each.conduct == number) for each, counts in counted if each.list.field == field)
            )  # fmt: skip
            matched[field, number] = bit(f"{name}.{field}.{number}")
            world.further.append(implies(matched[field, number], pair))
            world.further.append(implies(pair, disj(touched[field], touched[number])))
    for key in touched:
        pairs = [one for place, one in matched.items() if key in place]
        world.further.extend(
            disj(neg(one), neg(other)) for index, one in enumerate(pairs) for other in pairs[:index]
        )  # fmt: skip
    world.further.append(total(matched.values()) == size)
    world.further.append(total(touched.values()) == size)
    return size
