"""Files of every format give the same rows; what is wrong with a file is said of the file, before anything is decided."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.feather
import pyarrow.parquet
import pytest

from credit_rules import InputError
from credit_rules.batch.read.files import find_sources
from credit_rules.batch.read.stage import expect_columns, stage, staged
from credit_rules.batch.tables import inputs
from tests.batch.reading import read
from tests.batch.stand_in import plan, tables, write_input

WANTED = inputs(plan().vocabulary)


def rows_in(folder: Path, tmp_path: Path, partitions: int = 1) -> dict[str, list[dict[str, Any]]]:
    """The rows of the quarantine view of an input in which every case is wrong, else of all tables."""
    found: dict[str, list[dict[str, Any]]] = {}
    with duckdb.connect(config={"threads": 2}) as connection:
        sources = find_sources(folder)
        types = expect_columns(connection, sources, WANTED)
        place = tmp_path / f"staged-{folder.name}-{partitions}"
        assert stage(connection, sources, types, WANTED, partitions, place) == ()
        for table in WANTED:
            found[table] = []
            for partition in range(partitions):
                sql = staged(place, table, partition)
                if sql is not None:
                    query = connection.execute(f"SELECT * FROM {sql}")
                    names = [column[0] for column in query.description]
                    found[table] += [dict(zip(names, row, strict=True)) for row in query.fetchall()]
            found[table].sort(key=lambda row: row["_row"])
    return found


def cell(value: Any) -> Any:
    if isinstance(value, list):
        return "|".join(value) or "[]"
    return str(value).lower() if isinstance(value, bool) else "" if value is None else value


def write_csv(folder: Path, number: int) -> Path:
    folder.mkdir()
    for name, table in tables(number, 0).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.column_names)
            writer.writerows([cell(value) for value in row.values()] for row in table.to_pylist())
    return folder


def test_every_format_says_the_same(tmp_path: Path) -> None:
    parquet = write_input(tmp_path / "parquet", 30)
    arrow = tmp_path / "arrow"
    arrow.mkdir()
    for name, table in tables(30, 0).items():
        pyarrow.feather.write_feather(table, str(arrow / f"{name}.arrow"), compression="uncompressed", chunksize=7)
    meant = rows_in(parquet, tmp_path)
    assert rows_in(arrow, tmp_path) == meant
    assert [row["_row"] for row in meant["records"]] == list(range(1, len(meant["records"]) + 1))
    texts = rows_in(write_csv(tmp_path / "csv", 30), tmp_path)
    for name, rows in meant.items():
        for row, text in zip(rows, texts[name], strict=True):
            assert {key: str(cell(value)) for key, value in row.items()} == {
                key: str(cell(value)) for key, value in text.items()
            }


def test_tables_of_pandas_polars_and_pyarrow_say_the_same() -> None:
    given = tables(30, 0)
    meant = read(plan(), given)
    frames = {name: table.to_pandas(types_mapper=pandas.ArrowDtype) for name, table in given.items()}
    plain = {
        name: pandas.DataFrame(table.to_pylist(), columns=table.column_names).dropna(axis=1, how="all")
        for name, table in given.items()
    }
    others = {name: polars.from_arrow(table) for name, table in given.items()}
    for found in (read(plan(), frames), read(plan(), plain), read(plan(), others)):
        assert (found.codes, found.warnings, found.going_on) == (meant.codes, meant.warnings, meant.going_on)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_rows_keep_their_numbers_however_many(form: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    count = 150_000
    table = pyarrow.table({"case_id": [f"c{number}" for number in range(1, count + 1)]})
    table = table.append_column("id", table["case_id"]).append_column("kind", pyarrow.array(["enterprise"] * count))
    records = pyarrow.table({name: pyarrow.array([], pyarrow.string()) for name in
                             ("case_id", "record_id", "list", "determined_by", "document_number", "decided_on")})  # fmt: skip
    for name, each in (("subjects", table), ("records", records)):
        if form == "parquet":
            pyarrow.parquet.write_table(each, folder / f"{name}.parquet", row_group_size=10_000)
        else:
            with (folder / f"{name}.csv").open("w", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(each.column_names)
                writer.writerows(zip(*(column.to_pylist() for column in each.columns), strict=True))
    found = rows_in(folder, tmp_path, 3)["subjects"]
    assert [row["_row"] for row in found] == list(range(1, count + 1))
    assert all(row["case_id"] == f"c{row['_row']}" for row in found)


def errors(folder: Path) -> list[tuple[str, str, dict[str, str]]]:
    with duckdb.connect() as connection, pytest.raises(InputError) as error:
        expect_columns(connection, find_sources(folder), WANTED)
    return [(one.code, one.span.file, dict(one.values)) for one in error.value.diagnostics]


def changed(folder: Path, table: str, **columns: Any) -> None:
    path = folder / f"{table}.parquet"
    whole = pyarrow.parquet.read_table(path)
    for name, values in columns.items():
        if name in whole.column_names:
            whole = whole.drop_columns([name])
        if values is not None:
            whole = whole.append_column(name, pyarrow.array([values] * whole.num_rows))
    pyarrow.parquet.write_table(whole, path)


def test_a_column_that_is_none_names_file_and_nearest(tmp_path: Path) -> None:
    folder = write_input(tmp_path / "in", 12)
    changed(folder, "records", determined_byy="x")
    values = {"table": "records", "found": "determined_byy", "nearest": "determined_by"}
    assert errors(folder) == [("column-unknown", "records.parquet", values)]


def test_a_float_is_no_amount_and_a_column_that_must_be_there_is(tmp_path: Path) -> None:
    folder = write_input(tmp_path / "in", 12)
    amount = next(name for name, type in WANTED["records"].items() if type.startswith("decimal"))
    changed(folder, "records", **{amount: 1.5, "decided_on": None})
    found = errors(folder)
    assert sorted(code for code, _, _ in found) == ["column-missing", "column-of-another-type"]
    assert {values["column"] for _, _, values in found} == {amount, "decided_on"}


def test_a_column_that_holds_nothing_may_be_of_any_type(tmp_path: Path) -> None:
    folder = write_input(tmp_path / "in", 12)
    path = folder / "records.parquet"
    whole = pyarrow.parquet.read_table(path).drop_columns(["grade"])
    pyarrow.parquet.write_table(whole.append_column("grade", pyarrow.nulls(whole.num_rows, pyarrow.float64())), path)
    assert rows_in(folder, tmp_path)["records"]


@pytest.mark.parametrize(("name", "code"), [("event.parquet", "table-unknown"), ("records.csv", "table-in-two-forms")])
def test_a_file_of_no_table_is_refused(name: str, code: str, tmp_path: Path) -> None:
    folder = write_input(tmp_path / "in", 12)
    (folder / name).write_bytes(b"x")
    with pytest.raises(InputError) as error:
        find_sources(folder)
    assert [one.code for one in error.value.diagnostics] == [code]


def test_a_table_that_must_be_there_is_named(tmp_path: Path) -> None:
    folder = write_input(tmp_path / "in", 12)
    (folder / "records.parquet").unlink()
    with pytest.raises(InputError) as error:
        find_sources(folder)
    assert [(one.code, one.values["table"]) for one in error.value.diagnostics] == [("table-missing", "records")]


@pytest.mark.parametrize("line", ["too,many,cells" + "," * 200, '"a quote that is not closed'])
def test_a_line_that_is_no_row_makes_a_file_unreadable_and_is_named(line: str, tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "in", 12)
    file = folder / "events.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join((*lines[:2], line, *lines[2:])), encoding="utf-8")
    with duckdb.connect() as connection:
        sources = find_sources(folder)
        types = expect_columns(connection, sources, WANTED)
        broken = stage(connection, sources, types, WANTED, 1, tmp_path / "staged")
    assert [(each.source.name, each.of_all) for each in broken] == [("events.csv", True)]
    assert broken[0].reason.startswith("line 3: ")
    assert line[:10] not in broken[0].reason
