"""Parts of a population decided by two versions, each by a function that a process of its own can make for itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..plan.model import Plan
from ..plan.options import Options
from .impact import Impact
from .impact_cases import Numbered
from .impact_generate import Population
from .impact_tally import Tally, tallied

GENERATED = "<generated>"
"""How messages name the generated population."""


def deciding(old: str, new: str, options: Options, name: str, most: int) -> Callable[[Sequence[Numbered]], Tally]:
    """What to do with cases of a file: both plans come as JSON, ``name`` stands for the file in messages."""
    impact = Impact(Plan.from_json(old), Plan.from_json(new), options)
    return lambda cases: tallied(impact, cases, name, most)


def inventing(old: str, new: str, options: Options, seed: int, most: int) -> Callable[[Sequence[int]], Tally]:
    """What to do with numbers of invented subjects: both plans come as JSON."""
    impact = Impact(Plan.from_json(old), Plan.from_json(new), options)
    population = population_of(impact, seed)
    return lambda numbers: tallied(
        impact, (Numbered(number, population.subject(number)) for number in numbers), GENERATED, most
    )


def population_of(impact: Impact, seed: int) -> Population:
    """The invented subjects of two versions."""
    sides = impact.sides
    return Population(sides.old, sides.new, impact.changed, seed, impact.options.as_of)
