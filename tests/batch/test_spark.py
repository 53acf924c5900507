"""The batch on a local Spark: the conformance suite says what the matcher says, and the stages keep what they should."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from credit_rules import InputError, Options
from credit_rules.batch.cases import tables_of
from credit_rules.batch.run.on_spark import decide_on_spark
from tests.batch.compared import differences, rows_of
from tests.batch.decided import by_matcher
from tests.batch.sparks import spark  # noqa: F401  a fixture
from tests.batch.stand_in import plan
from tests.batch.worlds import World, worlds

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

pytestmark = [
    pytest.mark.spark,
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::UserWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
LARGEST = 0
every_world = cache(worlds)


def frames(session: SparkSession, tables: dict[str, Any]) -> dict[str, DataFrame]:
    return {name: session.createDataFrame(table) for name, table in tables.items()}


def expect_agreement(session: SparkSession, world: World, out: Path) -> None:
    plan = world.plan()
    cases = {name: case for name, case, _ in world.cases(plan)}
    given = frames(session, tables_of(cases, plan.vocabulary))
    decided = decide_on_spark(plan, given, str(out), world.chosen())
    got = {name: frame.toArrow().to_pylist() for name, frame in decided.items()}
    told = differences(got, rows_of(by_matcher(plan, cases, world.chosen())))
    assert not told, "\n".join([f"{len(told)} differences", *told[:6]])
    assert sorted(path.name for path in out.iterdir()) == sorted(decided), "what was kept between stages is gone"


def test_nearly_every_conformance_case_is_in_the_largest_world() -> None:
    sizes = [sum(map(len, world.written.values())) for world in every_world()]
    assert sizes[LARGEST] > 0.95 * sum(sizes)


def test_the_conformance_suite(spark: SparkSession, tmp_path: Path) -> None:  # noqa: F811
    expect_agreement(spark, every_world()[LARGEST], tmp_path / "out")


@pytest.mark.long
@pytest.mark.parametrize("number", range(1, 9))
def test_the_rest_of_the_suite(spark: SparkSession, tmp_path: Path, number: int) -> None:  # noqa: F811
    expect_agreement(spark, every_world()[number], tmp_path / "out")


def test_what_is_no_table_of_a_batch_is_refused_before_anything_is_decided(
    spark: SparkSession,  # noqa: F811
    tmp_path: Path,
) -> None:
    wrong = spark.createDataFrame([("1", 2)], "case_id string, idd int")
    with pytest.raises(InputError) as refused:
        decide_on_spark(plan(), {"subjects": wrong, "people": wrong}, str(tmp_path / "out"), Options())
    assert {(one.code, one.values.get("found") or one.values.get("column")) for one in refused.value.diagnostics} == {
        ("table-unknown", "people"),
        ("column-unknown", "idd"),
        ("column-missing", "id"),
        ("column-missing", "kind"),
    }
    assert not (tmp_path / "out").exists()
