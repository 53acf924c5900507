"""Files of a batch, read once and parted by case, so that each partition is read by itself and rows keep their place.

A staged row carries the number of its part, of its file and of itself in the file (from 1) beside its columns.
"""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ...diagnostics.diagnostic import Diagnostic, InputError
from ..tables import Columns
from .columns import Types, carried, check_columns, quoted, text
from .csv_fault import csv_fault
from .files import Source

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PLACE = ("_in", "_file", "_row")
"""Part, file and row of a staged row."""
PARTITION = "_partition"
WORDS = 1000
"""Columns of more different values than this are staged as they are: to number them costs more than it saves."""
_CSV = """all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', hive_partitioning = false"""


class Broken(NamedTuple):
    """A file that cannot be read, and why; what is not decided for it is said by ``of_all``: the whole part or, where
    only a file of subjects is broken, the cases in it."""

    source: Source
    reason: str
    of_all: bool


class Unreadable(Exception):
    """A file cannot be read."""


def expect_columns(
    connection: DuckDBPyConnection, sources: Iterable[Source], wanted: dict[str, Columns]
) -> dict[int, Types]:
    """The columns of each readable file by its number; :class:`InputError` with all that is wrong with any of them.

    A file that cannot be read is not among them.
    """
    found: dict[int, Types] = {}
    wrong: list[Diagnostic] = []
    for source in sources:
        try:
            with _relation(connection, source) as relation:
                types = _types(connection, relation)
                empty = _empty(connection, relation, types, wanted[source.table])
        except Unreadable:
            continue
        wrong += check_columns(source.table, types, wanted[source.table], source.name, empty)
        found[source.number] = {name: type for name, type in types.items() if name not in empty}
    if wrong:
        raise InputError(wrong)
    return found


def stage(
    connection: DuckDBPyConnection,
    sources: Iterable[Source],
    types: dict[int, Types],
    wanted: dict[str, Columns],
    partitions: int,
    folder: Path,
) -> tuple[Broken, ...]:
    """Write every file, parted, under the folder, which must be new; the files that could not be read."""
    broken: list[Broken] = []
    for source in sources:
        try:
            if source.number not in types:
                with _relation(connection, source) as relation:
                    _types(connection, relation)
            _stage(connection, source, types[source.number], wanted[source.table], partitions, folder)
        except Unreadable as error:
            shutil.rmtree(_folder_of(source, folder), ignore_errors=True)
            broken.append(Broken(source, _told(source, error), source.table != "subjects"))
    for part in {each.source.part for each in broken if each.of_all}:
        shutil.rmtree(folder / str(part), ignore_errors=True)
    return tuple(broken)


def _told(source: Source, error: Unreadable) -> str:
    """Why a file cannot be read; of CSV with the line."""
    try:
        fault = csv_fault(source.path) if source.form == "csv" else None
    except OSError:
        fault = None
    return fault or str(error)


def rows_of(connection: DuckDBPyConnection, source: Source) -> int:
    """How many rows a file has; 0 where it cannot be read."""
    try:
        with _relation(connection, source) as relation:
            return int(_run(connection, f"SELECT count(*) FROM {relation}")[0][0])
    except Unreadable:
        return 0


def staged(folder: Path, table: str, partition: int) -> str | None:
    """The staged rows of a table in a partition, as SQL reads them; ``None`` where there are none."""
    files = sorted(folder.glob(f"*/{table}/*/{PARTITION}={partition}/*.parquet"))
    if not files:
        return None
    listed = ", ".join(text(str(file)) for file in files)
    return f"read_parquet([{listed}], union_by_name = true, hive_partitioning = false)"


@contextmanager
def relation_of(
    connection: DuckDBPyConnection, source: Source, types: Types, wanted: Columns
) -> Generator[str, None, None]:
    """A file as SQL that reads its carried rows, each with its place; :class:`Unreadable` where it cannot be opened."""
    parts = [carried(name, type, wanted[name]) for name, type in types.items()]
    columns = [f"{part.sql} AS {quoted(name)}" for name, part in zip(types, parts, strict=True) if part is not None]
    place = f"{source.part}::INTEGER AS _in, {source.number}::INTEGER AS _file, _row"
    with _relation(connection, source) as relation:
        yield f"(SELECT {', '.join(columns)}, {place} FROM {relation})"


def _stage(
    connection: DuckDBPyConnection, source: Source, types: Types, wanted: Columns, partitions: int, folder: Path
) -> None:
    parting = f"(hash({quoted('case_id')}::VARCHAR) % {partitions})::INTEGER AS {PARTITION}"
    target = _folder_of(source, folder)
    target.mkdir(parents=True)
    ordered = source.form != "parquet"  # whose rows tell their own numbers
    _run(connection, f"SET preserve_insertion_order = {str(ordered).lower()}")
    with relation_of(connection, source, types, wanted) as relation:
        _run(
            connection,
            f"COPY (SELECT *, {parting} FROM {relation}) TO {text(str(target))}"
            f" (FORMAT parquet, COMPRESSION lz4_raw, DICTIONARY_SIZE_LIMIT {WORDS}, PARTITION_BY ({PARTITION}))",
        )


def _folder_of(source: Source, folder: Path) -> Path:
    return folder / str(source.part) / source.table / str(source.number)


def _types(connection: DuckDBPyConnection, relation: str) -> dict[str, str]:
    rows = _run(connection, f"DESCRIBE SELECT * EXCLUDE (_row) FROM {relation}")
    return {row[0]: row[1] for row in rows}


def _empty(connection: DuckDBPyConnection, relation: str, types: Types, wanted: Columns) -> frozenset[str]:
    """The columns that come in a type of no use and hold nothing at all."""
    odd = [name for name, type in types.items() if name in wanted and carried(name, type, wanted[name]) is None]
    if not odd:
        return frozenset()
    counts = _run(connection, f"SELECT {', '.join(f'count({quoted(name)})' for name in odd)} FROM {relation}")[0]
    return frozenset(name for name, count in zip(odd, counts, strict=True) if not count)


class _relation:
    """A file as SQL reads it, with the numbers of its rows as ``_row``."""

    def __init__(self, connection: DuckDBPyConnection, source: Source):
        self.connection, self.source = connection, source
        self.opened: Any = None

    def __enter__(self) -> str:
        path = text(str(self.source.path))
        if self.source.form == "parquet":
            read = f"read_parquet({path}, file_row_number = true, hive_partitioning = false)"
            return f"(SELECT * EXCLUDE (file_row_number), file_row_number + 1 AS _row FROM {read})"
        if self.source.form == "csv":
            return f"(SELECT *, row_number() OVER () AS _row FROM read_csv({path}, {_CSV}))"
        name = f"arrow_{self.source.number}"
        try:
            self.opened = _arrow(self.source.path)
        except Exception as error:
            raise Unreadable(_first_line(error)) from error
        self.connection.register(name, self.opened)
        return name

    def __exit__(self, *_: object) -> None:
        if self.opened is not None:
            self.connection.unregister(f"arrow_{self.source.number}")


def _arrow(path: Path) -> Any:
    """The batches of an Arrow file or stream, with the numbers of their rows."""
    import pyarrow

    file = pyarrow.memory_map(str(path))
    try:
        opened = pyarrow.ipc.open_file(file)
        batches: Iterator[Any] = (opened.get_batch(number) for number in range(opened.num_record_batches))
    except pyarrow.ArrowInvalid:
        file.seek(0)
        opened = pyarrow.ipc.open_stream(file)
        batches = iter(opened)
    schema = opened.schema.append(pyarrow.field("_row", pyarrow.int64()))

    def numbered() -> Iterator[Any]:
        done = 0
        for batch in batches:
            rows = pyarrow.array(range(done + 1, done + batch.num_rows + 1), pyarrow.int64())
            done += batch.num_rows
            yield pyarrow.RecordBatch.from_arrays([*batch.columns, rows], schema=schema)

    return pyarrow.RecordBatchReader.from_batches(schema, numbered())


def _run(connection: DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    import duckdb

    try:
        return connection.execute(sql).fetchall()
    except duckdb.OutOfMemoryException:
        raise
    except (duckdb.Error, OSError) as error:
        raise Unreadable(_first_line(error)) from error


def _first_line(error: Exception) -> str:
    """What went wrong, without the values of any row."""
    return str(error).strip().split("\n", 1)[0][:200]
