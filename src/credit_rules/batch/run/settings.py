"""How a batch is run: nothing here changes what is decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from ...diagnostics.diagnostic import Language
from ...plan.options import Options
from .write import OutputForm

SUBJECTS = 625_000
"""About so many cases a worker decides at a time, unless told otherwise."""
MEMORY = "1.3GiB"
"""What DuckDB may hold, all workers together, so that the whole process stays within 2 GiB."""


class Settings(NamedTuple):
    """``memory`` as DuckDB writes it (``1.2GiB``); ``threads`` None: all that there are; ``partitions`` None: by the
    number of subjects; ``restart``: begin anew where an earlier batch is in the folder."""

    memory: str = MEMORY
    threads: int | None = None
    partitions: int | None = None
    form: OutputForm = "parquet"
    restart: bool = False
    lang: Language = "zh"


class Task(NamedTuple):
    """What is to be decided, with what, into which folder; ``version`` is that of the program."""

    source: Path
    out: Path
    plan: Any
    options: Options
    version: str
    settings: Settings = Settings()


class Summary(NamedTuple):
    """What a batch did: ``rows`` by output table; ``kept_out`` cases by code; ``broken`` files with their reasons;
    ``failed`` partitions with theirs; ``again`` partitions that were done before."""

    partitions: int
    again: int
    cases: int
    decided: int
    rows: dict[str, int]
    kept_out: dict[str, int]
    broken: list[dict[str, Any]]
    failed: dict[int, str]

    @property
    def whole(self) -> bool:
        """Whether every case of the input was decided."""
        return not (self.broken or self.failed or self.cases != self.decided or self.rows["quarantine"])


Tell = Callable[[int, int], None]
"""Called with the partitions done and their number, at the beginning and after each."""
