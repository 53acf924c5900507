"""Arrays in an order, as every engine makes them: items are sorted by what stands first in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ibis


def in_order(rows: ibis.Table, keys: Sequence[str], by: Sequence[str], columns: Sequence[str], name: str) -> ibis.Table:
    """The rows of each group as an array in the order of ``by``; of one column its values, of several structs."""
    item = ibis.struct({**{f"by_{key}": rows[key] for key in by}, **{column: rows[column] for column in columns}})
    found = rows.group_by(list(keys)).agg(items=item.collect())

    def bare(one: Any) -> Any:
        return one[columns[0]] if len(columns) == 1 else ibis.struct({column: one[column] for column in columns})

    return found.select(*keys, **{name: found.items.sort().map(bare)})


def none_of(type: Any) -> Any:
    """An array without items."""
    return ibis.literal([], type)


def word(number: Any, words: Sequence[str]) -> Any:
    """A number as the word that it stands for."""
    return number.cases(*enumerate(words))
