"""The tables of a partition as files, each whole or not there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..read.columns import text
from .manifest import Written, put, sum_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OutputForm = Literal["parquet", "arrow"]
_ROWS = 65536


def write_table(
    connection: DuckDBPyConnection, query: str, folder: Path, name: str, form: OutputForm, *, ordered: bool = True
) -> Written:
    """Write what a query gives to ``folder/name``, in its order where it has one; an earlier file is replaced."""
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_name(f".{place.name}.tmp")
    connection.execute(f"SET preserve_insertion_order = {'true' if ordered else 'false'}")
    try:
        rows = _parquet(connection, query, unfinished) if form == "parquet" else _arrow(connection, query, unfinished)
    finally:
        connection.execute("SET preserve_insertion_order = false")
    put(unfinished, place)
    return Written(name, rows, place.stat().st_size, sum_of(place))


def _parquet(connection: DuckDBPyConnection, query: str, path: Path) -> int:
    done = connection.execute(f"COPY ({query}) TO {text(str(path))} (FORMAT parquet, COMPRESSION zstd)").fetchone()
    return int(done[0]) if done else 0


def _arrow(connection: DuckDBPyConnection, query: str, path: Path) -> int:
    import pyarrow

    rows = 0
    reader = connection.execute(query).to_arrow_reader(_ROWS)
    with pyarrow.OSFile(str(path), "wb") as file, pyarrow.ipc.new_file(file, reader.schema) as writer:
        for batch in reader:
            rows += batch.num_rows
            writer.write_batch(batch)
    return rows
