"""What a proof looks at: the packs of a tree with their plan, and the search for cases in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ...checks.framework.checked import Checked
from ...pack.loaded import LoadedPack
from ...plan.model import Plan
from ...registry.registry import Registry
from ...source.node import Path
from .confirm import Shown, show, with_posed
from .measured import Borne, every_bearer
from .search import Search
from .tree import Posed, alternatives, pose
from .witness import Witness


@dataclass(frozen=True)
class Proving:
    """The packs, their registry, the plan of both, and the search."""

    packs: tuple[LoadedPack, ...]
    registry: Registry
    plan: Plan
    search: Search

    @cached_property
    def _posed(self) -> dict[str, tuple[Posed, ...]]:
        return {loaded.pack.memorandum.id: tuple(self._measures(loaded)) for loaded in self.packs}

    @cached_property
    def _dead(self) -> dict[int, frozenset[Path]]:
        return {}

    @cached_property
    def _possible(self) -> dict[object, bool]:
        return {}

    def measures(self, loaded: LoadedPack) -> tuple[Posed, ...]:
        """The measures of a pack, in order; none of a draft."""
        return self._posed[loaded.pack.memorandum.id]

    def checked(self, loaded: LoadedPack) -> Checked:
        """The pack as checks see it."""
        return Checked(loaded, self.packs, self.registry)

    def possible(self, borne: Borne) -> bool:
        """Whether a measure as written is given to a bearer in some case; asked once for all measures alike."""
        rule = borne.posed.rule
        alike = (
            rule.condition, rule.bearers[borne.bearer], rule.listed_kinds, rule.bearer_kinds, rule.direction, rule.once,
            rule.term, rule.impact, rule.from_, rule.until, self.plan.pack[rule.pack].place,
        )  # fmt: skip
        if alike not in self._possible:
            self._possible[alike] = self.search.has_case([borne], lambda world, values: values[0].true)
        return self._possible[alike]

    def bearers(self, posed: Posed) -> tuple[Borne, ...]:
        """The measure by each of its bearers that can have it."""
        return tuple(borne for borne in every_bearer(posed) if self.possible(borne))

    def dead(self, posed: Posed) -> frozenset[Path]:
        """The alternatives in a measure that no case reaches, though some case has the measure."""
        if id(posed) not in self._dead:
            able = self.bearers(posed)
            self._dead[id(posed)] = frozenset(
                part.path
                for whole, part in (alternatives(posed.tree) if able else ())
                if part.path is not None
                and not any(
                    self.search.has_case([Borne(posed.but(whole, part), each.bearer)], lambda _, values: values[0].true)
                    for each in able
                )
            )
        return self._dead[id(posed)]

    def idle(self, posed: Posed, path: Path) -> bool:
        """Whether a part of a measure lies in an alternative that no case reaches."""
        return any(path[: len(dead)] == dead for dead in self.dead(posed))

    def show(self, witness: Witness, posed: Posed | None = None) -> Shown:
        """What the engine makes of a case; with a measure as it is posed, where one is given."""
        return show(witness, self.plan, None if posed is None else with_posed(self.plan, posed))

    def _measures(self, loaded: LoadedPack) -> Iterator[Posed]:
        head = loaded.pack.memorandum
        for index, measure in enumerate(loaded.pack.measures):
            number = self.plan.number.get(f"{head.id}/{measure.id}")
            if number is not None:
                adopted = loaded.node.find(("measures", index, "adopts")) is not None
                yield pose(number, self.plan, loaded.pack, index, adopted)


def reposed(posed: Posed, **fields: object) -> Posed:
    """The measure with other fields of its rule."""
    return replace(posed, rule=posed.rule._replace(**fields))  # type: ignore[arg-type]
