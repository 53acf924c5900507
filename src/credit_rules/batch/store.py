"""Where the tables of a batch are while it is decided: DuckDB, or another engine with the same few verbs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import ibis

from .tables import Columns

Row = dict[str, Any]
Tables = Mapping[str, ibis.Table]


class Store(Protocol):
    """What stages ask of an engine. Expressions say what holds; the store says when they are worked out."""

    def keep(self, table: ibis.Table) -> ibis.Table:
        """The table worked out now, to be looked at often."""

    def rows(self, table: ibis.Table) -> list[Row]:
        """A small table as Python values, to prepare what depends on few distinct values."""

    def prepared(self, rows: Sequence[Row], columns: Columns, instead: ibis.Table | None = None) -> ibis.Table:
        """A small table of Python values; ``instead`` of one prepared before, in all that looks at it."""

    def free(self, *tables: ibis.Table) -> None:
        """Kept tables that nothing will look at any more."""

    def repeat(self, key: str, tables: Tables, work: Callable[[Tables], Tables]) -> Tables:
        """What ``work`` makes of tables by the verbs above alone: a store may know the second time what was done the
        first. Of small tables that ``work`` asks for as rows it may be told of rows that were there the time before and
        are not now; what it prepares must be as right with them."""


def prepared_tables(names: Mapping[str, Columns], rows: object, before: object, store: Store) -> dict[str, ibis.Table]:
    """Small tables by name: ``rows`` has a method of each name, which gives its cells; in the place of those of
    ``before``, where that is not ``None``."""
    return {
        name: store.prepared(
            [dict(zip(columns, cells, strict=True)) for cells in getattr(rows, name)()],
            columns,
            None if before is None else getattr(before, name),
        )
        for name, columns in names.items()
    }
