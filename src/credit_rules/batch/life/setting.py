"""What every step of the life of records looks at: the registries, the mode of evidence, and where tables are kept."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import ibis

from ...registry.vocabulary import Vocabulary
from ...situation.life import Day
from ..store import Store

RECORD = ("case_id", "record_id")
"""What tells a record from all others."""


class Setting(NamedTuple):
    """The registries, whether silence about procedure is doubted (S8a), and the store."""

    words: Vocabulary
    strict_evidence: bool
    store: Store

    def day(self, on: date, region: str) -> Day:
        """A day in a place, for what the registries say; ``""`` is no place."""
        return Day(on, on, region or None, self.words, self.strict_evidence)


def distinct(setting: Setting, table: ibis.Table, *columns: str) -> list[tuple[Any, ...]]:
    """The different values that stand in some columns of a table, none of them null."""
    found = table.select(*columns).drop_null(how="any").distinct()
    return sorted(tuple(row[name] for name in columns) for row in setting.store.rows(found))
