"""What stores remember of work that they do again and again: its statements, and the SQL of its expressions.

Saying a plan in SQL costs seconds; a partition after the first, in this store or in another beside it, only runs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Condition, Lock
from typing import TYPE_CHECKING, Any

import ibis

from .store import Tables

if TYPE_CHECKING:
    import pyarrow


@dataclass
class Look:
    """A question that some work asked of its tables, and every answer to it so far."""

    query: str
    known: set[tuple[Any, ...]]


@dataclass
class Given:
    """A table of Python values that some work prepared."""

    name: str
    table: pyarrow.Table


@dataclass
class Declared:
    """An expression with functions of Python, of which an engine has to be told before it runs the next statement."""

    table: ibis.Table


Step = str | Look | Given | Declared


class Script:
    """What some work did in its order - statements, questions, tables of values - and the tables that it gave.

    One store writes it; others may follow while it is still being written.
    """

    def __init__(self, key: str, before: Script | None = None):
        self.key = key
        self.steps: list[Step] = []
        self.found: Tables | None = None
        self._before = [step.known for step in before.steps if isinstance(step, Look)] if before else []
        self._ended, self._changed = False, Condition()

    def add(self, step: Step) -> None:
        with self._changed:
            self.steps.append(step)
            self._changed.notify_all()

    def end(self, found: Tables | None) -> None:
        """Nothing more comes; ``None`` where the work failed."""
        with self._changed:
            self.found, self._ended = found, True
            self._changed.notify_all()

    def known(self) -> set[tuple[Any, ...]]:
        """The answers known before to the question that is asked next."""
        number = sum(isinstance(step, Look) for step in self.steps)
        return set(self._before[number]) if number < len(self._before) else set()

    def follow(self) -> Iterator[Step]:
        """The steps from the first to the last, as they come."""
        done = 0
        while True:
            with self._changed:
                while not self._ended and len(self.steps) == done:
                    self._changed.wait()
                come = self.steps[done:]
            if not come:
                return
            yield from come
            done += len(come)


class Scripts:
    """Scripts by the name of the work, for one store or for several that do the same work side by side.

    Names of tables in a script are those of the store that wrote it; a store that follows it has them too, as every
    store counts its own tables alike.
    """

    def __init__(self) -> None:
        self.queries: dict[Any, str] = {}
        """The SQL of expressions."""
        self.prepared: dict[Any, tuple[Any, list[Given]]] = {}
        """What was prepared of a plan, and its tables."""
        self.preparing = Lock()
        self._scripts: dict[str, Script] = {}
        self._lock = Lock()

    def claim(self, key: str, instead: Script | None = None) -> tuple[Script, bool]:
        """The script of this name, and whether it is for the caller to write: there is none, or only the one that could
        not be followed."""
        with self._lock:
            now = self._scripts.get(key)
            if now is not None and now is not instead:
                return now, False
            self._scripts[key] = script = Script(key, now)
            return script, True
