"""What stores remember of work that they do again and again: its statements, and the SQL of its expressions.

Saying a plan in SQL costs seconds; a partition after the first, in this store or in another beside it, only runs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
        self._let_go: dict[int, list[str]] = {}
        self._ended, self._changed = False, Condition()

    def add(self, step: Step) -> None:
        with self._changed:
            self.steps.append(step)
            self._changed.notify_all()

    def end(self, found: Tables | None, queries: Sequence[str] = ()) -> None:
        """Nothing more comes; ``None`` where the work failed. Whoever follows from now on lets go of each table after
        the last step that looks at it, but for those that the ``queries`` of what was found look at."""
        with self._changed:
            self.found, self._ended = found, True
            self._let_go = _let_go(self.key, self.steps, queries)
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
            for place, step in enumerate(come, done):
                yield step
                yield from (f"DROP TABLE IF EXISTS {name}" for name in self._let_go.get(place, ()))
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


def _let_go(key: str, steps: Sequence[Step], queries: Sequence[str]) -> dict[int, list[str]]:
    """The tables of a script that nothing looks at any more, by the place of the last step that does."""
    named = re.compile(rf"\b{re.escape(key)}_[0-9]+\b")
    last: dict[str, int] = {}
    for place, step in enumerate(steps):
        text = step if isinstance(step, str) else step.query if isinstance(step, Look) else ""
        last.update(dict.fromkeys([*named.findall(text), *([step.name] if isinstance(step, Given) else ())], place))
    for query in queries:
        for name in named.findall(query):
            last.pop(name, None)
    found: dict[int, list[str]] = {}
    for name, place in last.items():
        found.setdefault(place, []).append(name)
    return found
