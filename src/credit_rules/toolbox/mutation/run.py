"""Mutating packs: every mutant of each pack tried against its cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..case_trees import PackCases, read_case_trees
from .every import every_mutant
from .result import PackResult
from .shard import Shard, Tried, not_tried, shards_of, try_shard

Trying = Callable[[Sequence[Shard]], Mapping[Shard, Tried]]
"""Tries shards in any order, all of them or as many as there is time for."""


def in_turn(shards: Sequence[Shard]) -> Mapping[Shard, Tried]:
    """All shards, one after the other."""
    return {shard: try_shard(shard) for shard in shards}


def mutate(paths: Sequence[str | Path], trying: Trying = in_turn, *, tell: bool = False) -> tuple[PackResult, ...]:
    """The mutants of every pack under the paths (the shipped ones where none is given), in the order of their ids.

    A pack without cases, and a draft, has none tried. With ``tell`` the solver (extra ``analysis``) looks for a case
    that would notice each mutant of a condition that no case does; one for which there is none says the same as the
    pack. :class:`~credit_rules.InputError` where a pack or a file of cases has errors.
    """
    asked = [(tree, pack) for tree in read_case_trees(paths) for pack in tree.packs]
    mutants = [every_mutant(pack.loaded, tree.read.registry) if _runs(pack) else () for tree, pack in asked]
    shards = [list(shards_of(tree.root, pack, each, tell)) for (tree, pack), each in zip(asked, mutants, strict=True)]
    tried = trying([shard for each in shards for shard in each])
    results = []
    for (_, pack), each, own in zip(asked, mutants, shards, strict=True):
        failing = next((tried[shard].failing for shard in own if shard in tried and tried[shard].failing), ())
        judged = [
            one
            for shard in (own if not failing else ())
            for one in (tried[shard].judged if shard in tried else not_tried(shard, pack, each))
        ]
        cases = sum(len(file.cases) for file in pack.files)
        results.append(PackResult(pack.id, cases, pack.draft, tuple(judged), failing))
    return tuple(sorted(results, key=lambda result: result.pack))


def _runs(pack: PackCases) -> bool:
    return not pack.draft and any(file.cases for file in pack.files)
