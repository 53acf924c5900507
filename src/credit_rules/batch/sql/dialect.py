"""SQL of an expression in the dialect of an engine, or what of it the dialect cannot say."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import ibis
from ibis.expr.operations import ScalarUDF

from ..store import Row
from ..tables import Columns

ROWS_OF_INSERT = 500
COMPILERS = {
    "bigquery": "bigquery", "clickhouse": "clickhouse", "databricks": "databricks",
    "duckdb": "duckdb", "exasol": "exasol", "flink": "flink", "mssql": "mssql", "mysql": "mysql", "oracle": "oracle",
    "postgres": "postgres", "risingwave": "risingwave", "snowflake": "snowflake", "spark": "pyspark",
    "sqlite": "sqlite", "trino": "trino",
}  # fmt: skip
"""The dialects by name, and what Ibis calls them. Not all can say everything: what one cannot is refused."""


class Unsayable(Exception):
    """A dialect has no words for something: its name."""


class Dialect:
    """Writes statements."""

    def __init__(self, name: str):
        from ibis.backends.sql import compilers

        self.name = name
        self.compiler = getattr(compilers, COMPILERS[name]).compiler
        self._values: dict[tuple[Any, str], Any] = {}

    def create_as(self, table: str, expression: ibis.Table) -> str:
        """``CREATE TABLE ... AS`` what the expression says."""
        import sqlglot.expressions as sge

        if expression.op().find(ScalarUDF):
            raise Unsayable("a function written in Python")
        return self._text(sge.Create(this=self._table(table), kind="TABLE", expression=self._query(expression)))

    def create(self, table: str, columns: Columns, *, unless_there: bool = False) -> str:
        """``CREATE TABLE`` with typed columns."""
        import sqlglot.expressions as sge

        mapper = self.compiler.type_mapper
        try:
            defined = [
                sge.ColumnDef(this=self._word(name), kind=mapper.from_ibis(ibis.dtype(type)))
                for name, type in columns.items()
            ]
        except self._refusals() as error:
            raise Unsayable(_told(error)) from None
        schema = sge.Schema(this=self._table(table), expressions=defined)
        return self._text(sge.Create(this=schema, kind="TABLE", exists=unless_there))

    def insert(self, table: str, columns: Columns, rows: Sequence[Row]) -> list[str]:
        """``INSERT`` of rows, some hundreds a statement."""
        import sqlglot.expressions as sge

        target = sge.Schema(this=self._table(table), expressions=[self._word(column) for column in columns])
        return [
            self._text(
                sge.Insert(
                    this=target.copy(),
                    expression=sge.Values(
                        expressions=[
                            sge.Tuple(expressions=[self._value(row.get(name), type) for name, type in columns.items()])
                            for row in rows[start : start + ROWS_OF_INSERT]
                        ]
                    ),
                )
            )
            for start in range(0, len(rows), ROWS_OF_INSERT)
        ]

    def drop(self, table: str) -> str:
        """``DROP TABLE``."""
        import sqlglot.expressions as sge

        return self._text(sge.Drop(this=self._table(table), kind="TABLE", exists=True))

    def _value(self, value: Any, type: str) -> Any:
        import sqlglot.expressions as sge

        if value is None or (isinstance(value, bool | int | str) and type in ("string", "boolean", "int64", "int32")):
            return sge.convert(value)
        if isinstance(value, datetime.date | Decimal) or not isinstance(value, list | dict):
            if (value, type) not in self._values:
                self._values[value, type] = self._literal(value, type)
            return self._values[value, type].copy()
        return self._literal(value, type)

    def _literal(self, value: Any, type: str) -> Any:
        return self._query(ibis.literal(value, type)).expressions[0].unalias()

    def _query(self, expression: ibis.Expr) -> Any:
        try:
            return self.compiler.to_sqlglot(expression.unbind())
        except self._refusals() as error:
            raise Unsayable(_told(error)) from None

    def _text(self, statement: Any) -> str:
        import sqlglot
        from sqlglot.errors import UnsupportedError

        try:
            written: str = statement.sql(
                dialect=self.compiler.dialect, pretty=True, unsupported_level=sqlglot.ErrorLevel.RAISE
            )
        except UnsupportedError as error:
            raise Unsayable(_told(error)) from None
        return written

    def _table(self, name: str) -> Any:
        import sqlglot.expressions as sge

        return sge.Table(this=self._word(name))

    def _word(self, name: str) -> Any:
        import sqlglot.expressions as sge

        return sge.Identifier(this=name, quoted=self.compiler.quoted)

    @staticmethod
    def _refusals() -> tuple[type[Exception], ...]:
        from ibis.common.exceptions import IbisError

        return (IbisError, NotImplementedError)


def _told(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0] or type(error).__name__
