"""Shards of mutants on several processes, until the time is over; what comes out does not depend on how many there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..toolbox.mutation.run import Trying
    from ..toolbox.mutation.shard import Shard, Tried

Going = Callable[[int], bool]
"""Told how many mutants have been tried; whether to go on."""


def tried_on(jobs: int, going: Going = lambda done: True) -> Trying:
    """A way of trying shards on so many processes; what has begun when the time is over is still finished."""

    def trying(shards: Sequence[Shard]) -> Mapping[Shard, Tried]:
        return _here(shards, going) if jobs == 1 or len(shards) < 2 else _apart(shards, jobs, going)

    return trying


def _here(shards: Sequence[Shard], going: Going) -> dict[Shard, Tried]:
    from ..toolbox.mutation.shard import try_shard

    found: dict[Shard, Tried] = {}
    for shard in shards:
        if not going(_size(found)):
            break
        found[shard] = try_shard(shard)
    going(_size(found))
    return found


def _apart(shards: Sequence[Shard], jobs: int, going: Going) -> dict[Shard, Tried]:
    from multiprocessing import get_context

    from ..toolbox.mutation.shard import try_shard

    found: dict[Shard, Tried] = {}
    with ProcessPoolExecutor(min(jobs, len(shards)), get_context("spawn")) as pool:
        running: dict[Future[Tried], Shard] = {pool.submit(try_shard, shard): shard for shard in shards}
        while running:
            done, _ = wait(running, timeout=1, return_when=FIRST_COMPLETED)
            found.update({running.pop(future): future.result() for future in done})
            if not going(_size(found)):
                pool.shutdown(cancel_futures=True)
                found.update({shard: future.result() for future, shard in running.items() if not future.cancelled()})
                break
    return found


def _size(found: Mapping[Shard, Tried]) -> int:
    return sum(shard.size for shard in found)
