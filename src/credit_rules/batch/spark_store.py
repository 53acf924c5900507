"""The tables of a batch on Apache Spark, for those who outgrow one machine (extra ``spark``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import ibis
from ibis.expr.operations import ScalarUDF

from .store import Row, Tables
from .tables import Columns

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

BLOOM_FILTERS = "spark.sql.optimizer.runtime.bloomFilter.enabled"
"""Switched off while a store is open: whether they pay is asked of every join of every join below it, which costs
seconds a query, and here they would filter next to nothing."""


class SparkStore:
    """A Spark session of the caller. What is kept is written as Parquet into ``folder``, new and of a name of its own,
    where every machine of the cluster reaches it: Spark then knows how large each table is, numbers given to rows stay as they are when a machine
    is lost, and plans stay small. :meth:`close` deletes all of it.
    """

    def __init__(self, session: SparkSession, folder: str):
        self.session, self.folder = session, folder
        self.connection = ibis.pyspark.connect(session)
        self._before = session.conf.get(BLOOM_FILTERS)
        session.conf.set(BLOOM_FILTERS, "false")
        self._name, self._made = folder.rsplit("/", 1)[-1], 0
        self._views: set[str] = set()

    def load(self, tables: Mapping[str, pyarrow.Table]) -> dict[str, ibis.Table]:
        """Small Arrow tables as tables of the engine."""
        return {name: self.looked_at(self.session.createDataFrame(table)) for name, table in tables.items()}

    def looked_at(self, frame: DataFrame, name: str | None = None) -> ibis.Table:
        """A frame of Spark as a table of the engine."""
        name = name or self._new()
        frame.createOrReplaceTempView(name)
        self._views.add(name)
        return self.connection.table(name)

    def frame(self, table: ibis.Table) -> DataFrame:
        """An expression as a frame of Spark, not worked out yet."""
        if table.op().find(ScalarUDF):
            self.connection._register_udfs(table)
        return self.session.sql(self.connection.compile(table))

    def keep(self, table: ibis.Table) -> ibis.Table:
        frame, name = self.frame(table), self._new()
        frame.write.parquet(f"{self.folder}/{name}")
        found = self.looked_at(self.session.read.schema(frame.schema).parquet(f"{self.folder}/{name}"), name)
        said, come = table.schema(), found.schema()
        other = {column: type for column, type in said.items() if come[column] != type.copy(nullable=True)}
        return found.cast(other) if other else found

    def rows(self, table: ibis.Table) -> list[Row]:
        found: list[Row] = self.frame(table).toArrow().to_pylist()
        return found

    def prepared(self, rows: Sequence[Row], columns: Columns, instead: ibis.Table | None = None) -> ibis.Table:
        import pyarrow

        table = pyarrow.Table.from_pylist(list(rows), ibis.schema(columns).to_pyarrow())
        return self.looked_at(self.session.createDataFrame(table), None if instead is None else instead.op().name)

    def free(self, *tables: ibis.Table) -> None:
        for table in tables:
            for op in table.op().find(ibis.expr.operations.DatabaseTable):
                self._forget(op.name)
                self._delete(f"{self.folder}/{op.name}")

    def repeat(self, key: str, tables: Tables, work: Callable[[Tables], Tables]) -> Tables:
        return work(tables)

    def close(self) -> None:
        """Delete what was kept; the session stays open."""
        for name in [*self._views]:
            self._forget(name)
        self._delete(self.folder)
        if self._before is not None:
            self.session.conf.set(BLOOM_FILTERS, self._before)

    def _new(self) -> str:
        self._made += 1
        return f"{self._name}_{self._made}"

    def _forget(self, name: str) -> None:
        self._views.discard(name)
        self.session.catalog.dropTempView(name)

    def _delete(self, path: str) -> None:
        place = self.session._jvm.org.apache.hadoop.fs.Path(path)
        place.getFileSystem(self.session._jsc.hadoopConfiguration()).delete(place, True)
