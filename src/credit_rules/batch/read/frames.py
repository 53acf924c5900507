"""Tables that a program holds - pandas, polars, pyarrow - as Arrow tables with the columns of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...diagnostics.diagnostic import Diagnostic, InputError
from ...diagnostics.near_miss import nearest
from ...diagnostics.span import Span
from ...registry.vocabulary import Vocabulary
from .files import NEEDED, TABLES


def as_arrow(tables: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """Arrow tables by name; :class:`InputError` where a table is missing, or one is of no name that a batch has.

    Dictionary-encoded columns become plain; nothing is copied that need not be.
    """
    wrong = [
        Diagnostic(
            "table-unknown",
            Span("tables"),
            values={"found": str(name), "nearest": nearest(str(name), TABLES) or "", "known": "|".join(TABLES)},
        )
        for name in tables
        if name not in TABLES
    ]
    wrong += [
        Diagnostic("table-missing", Span("tables"), values={"table": name}) for name in NEEDED if name not in tables
    ]
    if wrong:
        raise InputError(wrong)
    return {name: _decoded(_arrow(table, name)) for name, table in tables.items()}


def _arrow(table: Any, name: str) -> Any:
    import pyarrow

    if isinstance(table, pyarrow.Table):
        return table
    if isinstance(table, pyarrow.RecordBatch):
        return pyarrow.Table.from_batches([table])
    if hasattr(table, "to_arrow"):
        return table.to_arrow()
    if hasattr(table, "iloc"):
        try:
            return pyarrow.Table.from_pandas(table, preserve_index=False)
        except pyarrow.ArrowException as error:
            raise InputError([_unreadable(name, str(error))]) from None
    if hasattr(table, "__arrow_c_stream__"):
        return pyarrow.table(table)
    raise InputError([_unreadable(name, f"{type(table).__name__} is no table of pandas, polars or pyarrow")])


def _unreadable(name: str, reason: str) -> Diagnostic:
    return Diagnostic("table-unreadable", Span(name), values={"reason": reason.split("\n", 1)[0][:200]})


def _decoded(table: Any) -> Any:
    """Without dictionaries and views, which are ways to keep text and no types of their own."""
    import pyarrow

    fields = []
    for field in table.schema:
        type = field.type.value_type if pyarrow.types.is_dictionary(field.type) else field.type
        if pyarrow.types.is_large_string(type) or pyarrow.types.is_string_view(type):
            type = pyarrow.string()
        fields.append(pyarrow.field(field.name, type))
    schema = pyarrow.schema(fields)
    return table if schema == table.schema else table.cast(schema)
