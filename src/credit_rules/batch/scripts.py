"""What stores remember of work that they do again and again: its statements, and the SQL of its expressions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
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


@dataclass
class Script:
    """What some work did in its order - statements, questions, tables of values - and the tables that it gave."""

    key: str
    steps: list[str | Look | Given | Declared]
    found: Tables
    before: Script | None = None

    def known(self) -> set[tuple[Any, ...]]:
        """The answers known before to the question that is asked next."""
        number = sum(isinstance(step, Look) for step in self.steps)
        asked = [step for step in self.before.steps if isinstance(step, Look)] if self.before else []
        return set(asked[number].known) if number < len(asked) else set()


class Scripts:
    """Scripts by the name of the work, for one store or for several that do the same work side by side.

    Names of tables in a script are those of the store that wrote it; a store that follows it has them too, as every
    store counts its own tables alike.
    """

    def __init__(self) -> None:
        self.queries: dict[Any, str] = {}
        self._written: dict[str, Script] = {}
        self._locks: dict[str, Lock] = defaultdict(Lock)
        self._lock = Lock()

    def get(self, key: str) -> Script | None:
        return self._written.get(key)

    def put(self, script: Script) -> None:
        self._written[script.key] = script

    @contextmanager
    def writing(self, key: str) -> Iterator[None]:
        """Alone with the script of this name: what another store learns need not be learned twice."""
        with self._lock:
            lock = self._locks[key]
        with lock:
            yield
