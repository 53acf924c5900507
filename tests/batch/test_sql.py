"""``batch --sql``: the statements decide as the batch does, and what a dialect cannot say is refused by name."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import ibis
import pytest

from credit_rules import InputError, Options, Plan
from credit_rules.batch import decide_batch
from credit_rules.batch.duck_store import DuckStore
from credit_rules.batch.run.settings import Settings, Task
from credit_rules.batch.run.statements import Script, expect_sayable, statements_of
from credit_rules.batch.sql.dialect import COMPILERS, Dialect
from credit_rules.batch.sql.writing_store import WritingStore
from credit_rules.cli import batch as command
from credit_rules.cli.program import run
from tests.batch.stand_in import plan, tables, write_input
from tests.generators.example import measure, pack
from tests.generators.packs import plan_of

CASES = 12
SAY_ALL = {"bigquery", "clickhouse", "databricks", "duckdb", "postgres", "risingwave", "snowflake", "spark", "trino"}
ALIKE = ("records", "measures", "withheld", "undetermined", "indications")
"""The tables that the statements write as the batch does; of warnings, those of reading are the reader's."""


@cache
def counting_plan() -> Plan:
    """A plan of which one measure asks in how many fields there are records."""
    fields = {"on_lists": "serious", "fields": {"at_least": 2}}
    return plan_of(
        [pack(measure(id="plain", triggered_by={"on_lists": "serious"}), measure(id="fields", triggered_by=fields))]
    )


def script(source: Path, dialect: str, of: Plan, without: tuple[str, ...] = ()) -> Script:
    return statements_of(Task(source, Path(), of, Options(), "0", Settings(threads=1)), dialect, without)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_input(tmp_path_factory.mktemp("sql") / "in", CASES)


@pytest.fixture(scope="module")
def for_duckdb(source: Path) -> Script:
    return script(source, "duckdb", plan())


def test_the_statements_run_in_their_order_decide_what_the_batch_decides(for_duckdb: Script) -> None:
    decided = decide_batch(plan(), tables(CASES, 0), Options(), threads=1)
    valid = set(tables(CASES, 0)["subjects"]["case_id"].to_pylist()) - set(decided["quarantine"]["case_id"].to_pylist())
    engine = duckdb.connect()
    for name, table in tables(CASES, 0).items():
        engine.register("given", table)
        engine.execute(f"CREATE TABLE {name} AS SELECT * FROM given WHERE case_id IN {tuple(valid)}")
    for statement in for_duckdb.statements:
        engine.execute(statement.sql)
    assert decided["measures"].num_rows
    for name in ALIKE:
        columns = ", ".join(f'"{column}"' for column in decided[name].column_names)
        got = engine.execute(f"SELECT {columns} FROM decided_{name}").to_arrow_table().to_pylist()
        assert Counter(map(repr, got)) == Counter(map(repr, decided[name].to_pylist())), name
    assert (for_duckdb.decided, for_duckdb.cases) == (len(valid), CASES)


def test_a_count_that_needs_python_is_refused_by_the_name_of_its_measure(source: Path, for_duckdb: Script) -> None:
    store = WritingStore(DuckStore(threads=1), Dialect("duckdb"))
    store.refused["a function written in Python"] = ["match.ranges"]
    (counting,) = (id for id in counting_plan().ids if id.endswith("/fields"))
    with pytest.raises(InputError) as refused:
        expect_sayable(store, counting_plan())
    (wrong,) = refused.value.diagnostics
    assert (wrong.code, wrong.values["measures"]) == ("sql-needs-python", counting)
    assert counting in wrong.message("en")


@pytest.mark.long
def test_a_measure_that_needs_python_may_be_left_out(source: Path) -> None:
    of = counting_plan()
    with pytest.raises(InputError) as refused:
        script(source, "duckdb", of)
    (wrong,) = refused.value.diagnostics
    assert wrong.code == "sql-needs-python"
    assert script(source, "duckdb", of, (wrong.values["measures"],)).statements


@pytest.mark.long
@pytest.mark.parametrize("dialect", sorted(SAY_ALL))
def test_dialects_that_can_say_everything(source: Path, dialect: str) -> None:
    statements = script(source, dialect, plan()).statements
    assert {one.stage.split(".")[0] for one in statements} == {"tables", "life", "match", "decide"}


@pytest.mark.long
@pytest.mark.parametrize("dialect", sorted(set(COMPILERS) - SAY_ALL))
def test_dialects_that_cannot_are_refused_with_all_that_they_have_no_words_for(source: Path, dialect: str) -> None:
    with pytest.raises(InputError) as refused:
        script(source, dialect, plan())
    assert {one.code for one in refused.value.diagnostics} == {"sql-unsayable"}
    assert all(one.values["what"] and one.values["stages"] for one in refused.value.diagnostics)


@pytest.mark.parametrize("dialect", ["mysql", "sqlite"])
def test_what_a_dialect_has_no_words_for_is_refused_with_its_stage(dialect: str) -> None:
    store = WritingStore(DuckStore(threads=1), Dialect(dialect))
    rows = store.prepared([{"key": 1, "word": "a"}], {"key": "int64", "word": "string"})
    before = len(store.statements)
    store.keep(rows.group_by("key").agg(pairs=ibis.struct({"word": rows.word}).collect()))
    assert (len(store.statements), [*store.refused.values()]) == (before, [["tables"]])
    with pytest.raises(InputError, match=dialect):
        expect_sayable(store, plan())


def call(capsys: pytest.CaptureFixture[str], *arguments: Any) -> tuple[int, str, str]:
    status = run(["batch", *map(str, arguments), "--lang", "en"])
    said = capsys.readouterr()
    return status, said.out, said.err


class Opened:
    """An engine with a small plan."""

    plan = plan()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, for_duckdb: Script) -> None:
    monkeypatch.setattr(command, "open_engine", lambda packs: Opened)
    monkeypatch.setattr("credit_rules.batch.run.statements._written", lambda *asked: for_duckdb)


@pytest.mark.usefixtures("small")
def test_statements_are_printed_or_written_one_a_file_in_their_order(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], for_duckdb: Script
) -> None:
    number, out = len(for_duckdb.statements), tmp_path / "out"
    status, printed, told = call(capsys, "--in", source, "--sql", "duckdb")
    assert (status, printed.count(";\n")) == (0, number)
    assert told.startswith(f"duckdb: {number} statements, ")
    assert call(capsys, "--in", source, "--sql", "duckdb", "--out", out)[:2] == (0, "")
    files = sorted(out.iterdir())
    assert "".join(file.read_text(encoding="utf-8") + "\n" for file in files) == printed
    assert call(capsys, "--in", source, "--sql", "duckdb", "--out", out)[0] == 2, "the folder is not empty now"


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--sql", "trinoo"), "Is “trino” meant?"),
        (("--sql", "duckdb", "--without", "nobody/knows"), "no measure “nobody/knows”"),
        (("--without", "a/m", "--out", "x"), "--without goes with --sql"),
        ((), "--out is missing"),
    ],
)
def test_a_wrong_call_says_so(
    source: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], told: str
) -> None:
    status, printed, said = call(capsys, "--in", source, *asked)
    assert (status, printed) == (2, "")
    assert told in said
