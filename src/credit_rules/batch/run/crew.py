"""Partitions decided side by side: a worker for each, with its share of the threads and of the memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from .decider import Decider

Done = TypeVar("Done")
LEAST = 512 * 2**20
"""Bytes that a worker needs at least for ``settings.SUBJECTS`` cases."""
_AGAIN = 0.1
"""Seconds until what is under way is interrupted again."""
_SIZE = re.compile(r"([0-9]+(?:\.[0-9]+)?) *([KMGT])(i?)B", re.IGNORECASE)


class Share(NamedTuple):
    """How many workers there are, and what each may use: threads, and memory as DuckDB writes it."""

    workers: int
    threads: int
    memory: str


def share_of(memory: str, threads: int, partitions: int) -> Share:
    """Memory and threads shared by as many workers as they allow and as there are partitions to decide.

    A worker with one thread does more than half of what one with two does, so each has as few as can be. Memory that is
    not said as a size (``1.1GiB``) is not shared.
    """
    said = _SIZE.fullmatch(memory.strip())
    if said is None:
        return Share(1, threads, memory)
    size = int(float(said[1]) * (1024 if said[3] else 1000) ** (1 + "KMGT".index(said[2].upper())))
    workers = max(1, min(threads, size // LEAST, partitions))
    return Share(workers, threads // workers, f"{size // workers // 1024}KiB")


def decide_side_by_side(
    numbers: Sequence[int], workers: int, hire: Callable[[int], Decider], decide: Callable[[Decider, int], Done]
) -> Iterator[tuple[int, Done | Exception]]:
    """Decide partitions, and say of each what came of it as soon as it is known, in no order.

    ``hire`` makes the decider of a worker, in its own thread; after a partition that failed it is made anew. Where the
    caller stops, what is being decided is broken off.
    """
    asked: SimpleQueue[int | None] = SimpleQueue()
    found: SimpleQueue[tuple[int, Done | Exception]] = SimpleQueue()
    hired: dict[int, Decider] = {}

    def work(worker: int) -> None:
        while (number := asked.get()) is not None:
            try:
                if worker not in hired:
                    hired[worker] = hire(worker)
                found.put((number, decide(hired[worker], number)))
            except Exception as error:
                hired.pop(worker, None)
                found.put((number, error))
        if worker in hired:
            hired[worker].close()

    for order in [*numbers, *[None] * workers]:
        asked.put(order)
    threads = [Thread(target=work, args=(worker,), name=f"batch-{worker}", daemon=True) for worker in range(workers)]
    for thread in threads:
        thread.start()
    try:
        for _ in numbers:
            yield found.get()
    except BaseException:
        while not asked.empty():
            asked.get()
        for _ in threads:
            asked.put(None)
        while any(thread.is_alive() for thread in threads):
            for decider in hired.copy().values():
                decider.connection.interrupt()
            threads[0].join(_AGAIN)
        raise
    finally:
        for thread in threads:
            thread.join()
