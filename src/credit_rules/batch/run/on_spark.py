"""Cases in frames of Spark, decided there: the same expressions as on one machine."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING
from uuid import uuid4

from ...diagnostics.diagnostic import Diagnostic, InputError
from ...diagnostics.span import Span
from ...plan.model import Plan
from ...plan.options import Options
from ..tables import OUTPUTS, REQUIRED, Columns, inputs
from .installed import expect_installed
from .options import expect_known

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def decide_on_spark(
    plan: Plan, tables: Mapping[str, DataFrame], out: str, options: Options | None = None
) -> dict[str, DataFrame]:
    """Decide cases given as frames of Spark by the name of each input table, of which only ``subjects`` must be there.

    The tables of ``tables.OUTPUTS`` are written as Parquet to folders below ``out``, a place that every machine of the
    cluster reaches, and read back; folders of those names must not be there yet. The cases must be valid: what the
    reader of batches refuses is not looked for here, and what it warns of is not among the warnings.

    Raises :class:`~credit_rules.InputError` where a table or column is wrong, an option names nothing known, or the
    extra ``spark`` is not installed.
    """
    expect_installed()
    if find_spec("pyspark") is None:
        raise InputError([Diagnostic("spark-not-installed", Span("credit_rules.batch"))])
    chosen = options or Options()
    expect_known(chosen, plan)
    given = _given(tables, inputs(plan.vocabulary))

    from ..life.situate import situate
    from ..spark_store import SparkStore
    from ..stages import contexts_of, decide_tables, prepare

    session = given["subjects"].sparkSession
    place = out.rstrip("/")
    store = SparkStore(session, f"{place}/_between_stages_{uuid4().hex}")
    try:
        read = {name: store.looked_at(frame) for name, frame in given.items()}
        states = {name: store.keep(table) for name, table in situate(read, chosen, plan, store)._asdict().items()}
        prepared = prepare(plan, contexts_of(states, store), chosen, store)
        decided = decide_tables({**states, "inquiries": read["inquiries"]}, prepared, store)
        for name, columns in OUTPUTS.items():
            store.frame(decided[name].select(*columns).cast(columns)).write.parquet(f"{place}/{name}")
    finally:
        store.close()
    return {name: session.read.parquet(f"{place}/{name}") for name in OUTPUTS}


def _given(tables: Mapping[str, DataFrame], wanted: Mapping[str, Columns]) -> dict[str, DataFrame]:
    """The tables with all columns that the stages look at, in their types; what is not there is null."""
    from ..read.columns import REQUIRED as NEEDED

    wrong = [_wrong("table-unknown", found=name, known="|".join(wanted)) for name in tables if name not in wanted]
    wrong += [_wrong("table-missing", table=name) for name in REQUIRED if name not in tables]
    for name, frame in tables.items():
        for column in frame.columns if name in wanted else ():
            if column not in wanted[name]:
                wrong.append(_wrong("column-unknown", table=name, found=column))
        needed = NEEDED[name] if name in wanted else ()
        wrong += [_wrong("column-missing", table=name, column=each) for each in needed if each not in frame.columns]
    if wrong:
        raise InputError(wrong)
    session = tables["subjects"].sparkSession
    return {
        name: _typed(tables[name], columns)
        if name in tables
        else session.createDataFrame([], ", ".join(f"`{column}` {_spark(type)}" for column, type in columns.items()))
        for name, columns in wanted.items()
    }


def _typed(frame: DataFrame, columns: Columns) -> DataFrame:
    from pyspark.sql import functions

    return frame.select(
        *(
            (frame[name] if name in frame.columns else functions.lit(None)).cast(_spark(type)).alias(name)
            for name, type in columns.items()
        )
    )


def _spark(type: str) -> str:
    """A type of ``tables.py`` as Spark writes it."""
    return {"int32": "int", "int64": "bigint"}.get(type, type)


def _wrong(code: str, **values: str) -> Diagnostic:
    return Diagnostic(code, Span("tables"), values={"nearest": "", **values})
