"""Mutating packs: every mutant of each pack tried against its cases, on several processes, until the time is over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from pathlib import Path

from ..case_trees import PackCases, read_case_trees
from .every import every_mutant
from .result import PackResult
from .shard import Shard, Tried, not_tried, shards_of, try_shard

Going = Callable[[int, int], bool]
"""Told how many mutants of how many were tried; whether to go on."""


def mutate(
    paths: Sequence[str | Path], jobs: int = 1, going: Going = lambda done, whole: True, *, tell: bool = False
) -> tuple[PackResult, ...]:
    """The mutants of every pack under the paths (the shipped ones where none is given), in the order of their ids.

    A pack without cases, and a draft, has none tried. With ``jobs`` more than one, shards run on as many processes; the
    result is the same. With ``tell`` the solver (extra ``analysis``) looks for a case that would notice each mutant of
    a condition that no case does; one for which there is none says the same as the pack.
    :class:`~credit_rules.InputError` where a pack or a file of cases has errors.
    """
    asked = [(tree, pack) for tree in read_case_trees(paths) for pack in tree.packs]
    mutants = [every_mutant(pack.loaded, tree.read.registry) if _runs(pack) else () for tree, pack in asked]
    shards = [list(shards_of(tree.root, pack, each, tell)) for (tree, pack), each in zip(asked, mutants, strict=True)]
    tried = _tried([shard for each in shards for shard in each], jobs, going)
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


def _tried(todo: Sequence[Shard], jobs: int, going: Going) -> dict[Shard, Tried]:
    whole = sum(shard.size for shard in todo)
    found: dict[Shard, Tried] = {}

    def go_on() -> bool:
        return going(sum(shard.size for shard in found), whole)

    if jobs < 2 or len(todo) < 2:
        for shard in todo:
            if not go_on():
                return found
            found[shard] = try_shard(shard)
        go_on()
        return found
    with ProcessPoolExecutor(min(jobs, len(todo)), mp_context=get_context("spawn")) as pool:
        running: dict[Future[Tried], Shard] = {pool.submit(try_shard, shard): shard for shard in todo}
        while running:
            done, _ = wait(running, timeout=1, return_when=FIRST_COMPLETED)
            found.update({running.pop(future): future.result() for future in done})
            if not go_on():
                pool.shutdown(cancel_futures=True)
                found.update({shard: future.result() for future, shard in running.items() if not future.cancelled()})
                return found
    return found
