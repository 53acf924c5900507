"""Partitions decided side by side: a worker for each, with its share of the threads and of the memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from .decider import Decider

Done = TypeVar("Done")
Order = tuple[int, Callable[[Any, int], Any]]
"""A partition, and how it is decided."""
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


class Crew:
    """Workers, a thread each. To be used in a ``with``: where that is left by an error, what is being decided is broken
    off.

    ``hire`` makes the decider of a worker, in its thread: as soon as there is a crew, and anew after a partition that
    failed.
    """

    def __init__(self, workers: int, hire: Callable[[int], Decider]):
        self._hire = hire
        self._asked: SimpleQueue[Order | None] = SimpleQueue()
        self._found: SimpleQueue[tuple[int, Any]] = SimpleQueue()
        self._hired: dict[int, Decider] = {}
        self._threads = [
            Thread(target=self._work, args=(worker,), name=f"batch-{worker}", daemon=True) for worker in range(workers)
        ]

    def __enter__(self) -> Crew:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, error: object, *_: object) -> None:
        if error is not None:
            while not self._asked.empty():
                self._asked.get()
        for _thread in self._threads:
            self._asked.put(None)
        while error is not None and any(thread.is_alive() for thread in self._threads):
            for decider in self._hired.copy().values():
                decider.connection.interrupt()
            self._threads[0].join(_AGAIN)
        for thread in self._threads:
            thread.join()

    def decide(
        self, numbers: Sequence[int], decide: Callable[[Decider, int], Done]
    ) -> Iterator[tuple[int, Done | Exception]]:
        """Decide partitions, and say of each what came of it as soon as it is known, in no order."""
        for number in numbers:
            self._asked.put((number, decide))
        for _ in numbers:
            yield self._found.get()

    def _work(self, worker: int) -> None:
        with suppress(Exception):  # said when there is a partition that it keeps from being decided
            self._hired[worker] = self._hire(worker)
        while (order := self._asked.get()) is not None:
            number, decide = order
            try:
                if worker not in self._hired:
                    self._hired[worker] = self._hire(worker)
                self._found.put((number, decide(self._hired[worker], number)))
            except Exception as error:
                self._let_go(worker)
                self._found.put((number, error))
        self._let_go(worker)

    def _let_go(self, worker: int) -> None:
        """Close the decider of a worker, so that what it held is free for the next."""
        decider = self._hired.pop(worker, None)
        if decider is not None:
            with suppress(Exception):
                decider.close()
