"""Long work on several processors: parts in order, so that what comes out does not depend on how many there are."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[T]], R]

PART = 50
"""How many items a process takes at a time."""
PAYS = 12
"""From how many parts on it pays to begin further processes."""
_work: Work[Any, Any] | None = None
"""What a process of its own does with a part; set once when it begins."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def worked(
    make: Callable[..., Work[T, R]], arguments: tuple[Any, ...], items: Iterable[T], jobs: int
) -> Iterator[tuple[int, R]]:
    """For each part of the items, in order, how many these are and what ``make(*arguments)`` does with them.

    With one job, or few items, all is done here. Else the items are read a little ahead of what is done, never all at
    once; ``make``, its arguments, items and results must be such as one process can hand to another.
    """
    parts = _parts(items)
    first = list(islice(parts, PAYS))
    if jobs == 1 or len(first) < PAYS:
        work = make(*arguments)
        yield from ((len(part), work(part)) for part in chain(first, parts))
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("spawn")
    ahead: deque[tuple[int, Future[R]]] = deque()
    with ProcessPoolExecutor(jobs, context, _begin, (make, arguments)) as pool:
        try:
            for part in chain(first, parts):
                ahead.append((len(part), pool.submit(_do, part)))
                if len(ahead) > 3 * jobs:
                    number, done = ahead.popleft()
                    yield number, done.result()
            yield from ((number, done.result()) for number, done in ahead)
        finally:
            pool.shutdown(cancel_futures=True)


def _parts(items: Iterable[T]) -> Iterator[tuple[T, ...]]:
    walk = iter(items)
    while part := tuple(islice(walk, PART)):
        yield part


def _begin(make: Callable[..., Work[Any, Any]], arguments: tuple[Any, ...]) -> None:
    global _work
    Thread(target=_end_with_parent, daemon=True).start()
    _work = make(*arguments)


def _end_with_parent() -> None:
    """A process whose parent was ended in the middle would wait for more work for ever."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _do(part: Sequence[Any]) -> Any:
    assert _work is not None
    return _work(part)
