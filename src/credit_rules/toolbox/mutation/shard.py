"""Some mutants of a pack tried against its cases: what one process does at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ...pack.effective import effective_from
from ..case_trees import PackCases, pack_cases
from .every import every_mutant
from .mutant import Mutant
from .planted import plant
from .result import FailingCase, Judged, Verdict, judged
from .trial import Trial, killed_head
from .validity import refused

MOST = 300
"""About how many mutants are compiled into one plan."""


class Shard(NamedTuple):
    """Some mutants of a pack, by their numbers: ``[first, after)``; ``tell``: look for cases that tell them apart."""

    root: Path
    pack: Path
    first: int
    after: int
    tell: bool = False

    @property
    def size(self) -> int:
        """How many mutants."""
        return self.after - self.first


class Tried(NamedTuple):
    """What became of the mutants of a shard, in order; or the cases that fail without any."""

    judged: tuple[Judged, ...]
    failing: tuple[FailingCase, ...]


def shards_of(root: Path, pack: PackCases, mutants: Sequence[Mutant], tell: bool) -> Iterator[Shard]:
    """Runs of mutants; those of one measure are never parted, for what says the same is told there."""
    file = Path(pack.loaded.node.span.file)
    first = 0
    for place in range(1, len(mutants) + 1):
        last = place == len(mutants)
        if last or (place - first >= MOST and _measures(mutants[place]) != _measures(mutants[place - 1])):
            yield Shard(root, file, first, place, tell)
            first = place


def try_shard(shard: Shard) -> Tried:
    """Every mutant of a shard, in order."""
    read, pack = pack_cases(shard.root, shard.pack)
    packs, registry, loaded = read.packs, read.registry, pack.loaded
    mutants = every_mutant(loaded, registry)[shard.first : shard.after]
    planted = plant(packs, registry, pack.id, [each for each in mutants if not refused(each, loaded, packs, registry)])
    trial = Trial.of(planted, pack.files)
    failing = tuple(FailingCase(case.written.name, case.placed.span) for case in trial.failing())
    if failing:
        return Tried((), failing)
    prepared = [case for case, _ in trial.cases]
    known: set[object] = set()
    found: dict[int, Judged] = {}
    for mutant in mutants:
        number, measure = mutant.number, _measure(mutant, pack)
        if mutant.head is not None:
            published = effective_from(mutant.head) is not None
            noticed = published and killed_head(mutant, packs, registry, loaded, prepared)
            found[number] = judged(mutant, measure, "refused" if not published else "killed" if noticed else "survived")
        elif number not in planted.stands_for:
            found[number] = judged(mutant, measure, "refused")
        elif not planted.differs(number) or planted.meant(number) in known:
            found[number] = judged(mutant, measure, "same")
        else:
            known.add(planted.meant(number))
            found[number] = judged(mutant, measure, "killed" if trial.killed(mutant) else "survived")
    if shard.tell:
        from ..proofs.search import Search
        from .telling import tell

        search = Search(planted.plan)
        for mutant in mutants:
            if found[mutant.number].verdict == "survived" and mutant.head is None:
                told = tell(mutant, planted, loaded, search)
                if told is not None:
                    verdict: Verdict = "survived" if told.apart else "same"
                    found[mutant.number] = judged(mutant, _measure(mutant, pack), verdict, told.case)
    return Tried(tuple(found[mutant.number] for mutant in mutants), ())


def not_tried(shard: Shard, pack: PackCases, mutants: Sequence[Mutant]) -> tuple[Judged, ...]:
    """The mutants of a shard for which there was no time."""
    return tuple(judged(each, _measure(each, pack), "not-run") for each in mutants[shard.first : shard.after])


def _measures(mutant: Mutant) -> tuple[int, ...]:
    return tuple(index for index, _ in mutant.measures)


def _measure(mutant: Mutant, pack: PackCases) -> str | None:
    """The id of the measure, where it is one."""
    return pack.loaded.pack.measures[mutant.measures[0][0]].id if len(mutant.measures) == 1 else None
