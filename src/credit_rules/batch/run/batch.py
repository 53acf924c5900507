"""A folder of tables decided, partition by partition; killed at any point, it goes on where it was."""

from __future__ import annotations

import gc
import math
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...diagnostics.diagnostic import Diagnostic, InputError
from ...diagnostics.span import Span
from ..read.files import TABLES, Source, find_sources
from ..read.stage import Broken, expect_columns, rows_of, stage, staged
from ..tables import inputs
from .crew import Crew, share_of
from .installed import expect_installed
from .lock import locked
from .manifest import Batch, Manifest, different, fingerprint, plain_options, read_manifest
from .options import expect_known
from .settings import SUBJECTS, Settings, Summary, Task, Tell

if TYPE_CHECKING:
    from .decider import Decider

WORK = ".work"
"""The folder of what is in the making; it is gone once all is done."""
ENDING = {"parquet": "parquet", "arrow": "arrow"}
_NUMBER = re.compile(r"[0-9]{15,17}[0-9Xx]")


def run_batch(task: Task, tell: Tell = lambda done, total: None) -> Summary:
    """Decide the tables of ``task.source`` into tables under ``task.out`` (contract.md, "Tables (batch)").

    Each output table is a folder of files, one a partition; ``manifest.json`` says what was decided with what.
    :class:`InputError` where nothing can be decided: a table or column is wrong, an option names nothing known, the
    folder holds another batch or something else. A file that cannot be read and a partition that fails are in the
    summary, and the rest is decided.
    """
    expect_installed()
    expect_known(task.options, task.plan)
    sources = find_sources(task.source)
    out = task.out
    _expect_place(out)
    out.mkdir(parents=True, exist_ok=True)
    with locked(out), _few_collections():
        return _run(task, sources, tell)


@contextmanager
def _few_collections() -> Iterator[None]:
    """Saying a plan in SQL makes millions of objects that stay: looking through them for rubbish finds none."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _run(task: Task, sources: Sequence[Source], tell: Tell) -> Summary:
    import duckdb

    wanted = inputs(task.plan.vocabulary)
    work = task.out / WORK
    work.mkdir(exist_ok=True)
    with duckdb.connect(config=_limits(task.settings, work)) as connection:
        types = expect_columns(connection, sources, wanted)
        threads = int((connection.execute("SELECT current_setting('threads')").fetchone() or (1,))[0])
        subjects = sum(rows_of(connection, source) for source in sources if source.table == "subjects")
        partitions = task.settings.partitions or max(1, math.ceil(subjects / SUBJECTS))
        manifest = _manifest(task, sources, partitions)
        again = len(manifest.done)
        with _crew(task, threads, partitions - again) as crew:  # makes itself ready while the input is staged
            if not manifest.staged and again < partitions:
                shutil.rmtree(work / "stage", ignore_errors=True)
                making = work / "staging"
                shutil.rmtree(making, ignore_errors=True)
                making.mkdir()
                broken = stage(connection, sources, types, wanted, partitions, making)
                making.rename(work / "stage")
                manifest.staged, manifest.broken = True, [_told(each) for each in broken]
            connection.close()
            manifest.write()
            _expect_something_readable(manifest, sources)
            _decide(task, manifest, crew, {source.number: source.name for source in sources}, tell)
    if manifest.failed:
        manifest.staged = False
        manifest.write()
    shutil.rmtree(work, ignore_errors=True)
    return _summary(manifest, again)


def _crew(task: Task, threads: int, partitions: int) -> Crew:
    """The workers for so many partitions; what one of them says in SQL the others run."""
    from ..scripts import Scripts
    from .decider import Decider

    settings, scripts = task.settings, Scripts()
    share = share_of(settings.memory, threads, partitions)

    def hire(worker: int) -> Decider:
        spill = task.out / WORK / "spill" / str(worker)
        spill.mkdir(parents=True, exist_ok=True)
        return Decider(
            task.plan, task.options, memory=share.memory, threads=share.threads, folder=str(spill), lang=settings.lang,
            scripts=scripts,
        )  # fmt: skip

    return Crew(share.workers if partitions else 0, hire)


def _decide(task: Task, manifest: Manifest, crew: Crew, files: dict[int, str], tell: Tell) -> None:
    """Decide what is not done yet; the manifest is written after each partition."""
    total = manifest.batch.partitions
    left = [number for number in range(total) if number not in manifest.done]
    tell(len(manifest.done), total)
    manifest.failed = {}
    for number, found in crew.decide(left, partial(_partition, task, files)):
        if isinstance(found, Exception):
            manifest.failed[number] = _reason(found)
        else:
            manifest.done[number] = found
        manifest.write()
        tell(len(manifest.done) + len(manifest.failed), total)


def _partition(task: Task, files: dict[int, str], decider: Decider, number: int) -> dict[str, Any]:
    """Decide a partition and write its files: what the manifest says of it."""
    from .decider import LARGE
    from .write import write_table

    form = task.settings.form
    found = {table: staged(task.out / WORK / "stage", table, number) for table in TABLES}
    decided = decider.decide({table: sql for table, sql in found.items() if sql}, files)
    written = {
        table: write_table(
            decider.connection, query, task.out, f"{table}/part-{number:05}.{ENDING[form]}", form,
            ordered=table not in LARGE,
        )
        for table, query in decided.queries.items()
    }  # fmt: skip
    decider.forget()
    return {**decided.counts._asdict(), "files": {name: list(file) for name, file in written.items()}}


def _manifest(task: Task, sources: Sequence[Source], partitions: int) -> Manifest:
    import duckdb
    import ibis

    settings = task.settings
    batch = Batch(
        engine=task.version,
        libraries={"duckdb": duckdb.__version__, "ibis": ibis.__version__},
        plan=task.plan.digest,
        options=plain_options(task.options),
        input=fingerprint(sources),
        form=settings.form,
        partitions=partitions,
        lang=settings.lang,
    )
    manifest = Manifest(task.out, batch)
    before = read_manifest(task.out)
    if before is not None and not settings.restart:
        other = different(batch, before)
        if other:
            raise InputError(
                [Diagnostic("batch-of-another-kind", Span(str(task.out)), values={"what": "|".join(other)})]
            )
        manifest.take_over(before)
        if not (task.out / WORK / "stage").is_dir():
            manifest.staged = False
    elif before is not None or settings.restart:
        _clear(task.out)
    for table in _tables():
        for unfinished in (task.out / table).glob(".*.tmp"):
            unfinished.unlink()
    return manifest


def _tables() -> tuple[str, ...]:
    from .decider import WRITTEN

    return tuple(WRITTEN)


def _clear(out: Path) -> None:
    """Take away what an earlier batch wrote, and nothing else."""
    (out / "manifest.json").unlink(missing_ok=True)
    shutil.rmtree(out / WORK / "stage", ignore_errors=True)
    for table in _tables():
        for file in (out / table).glob("part-*"):
            file.unlink()


def _expect_place(out: Path) -> None:
    """:class:`InputError` where the output would be written among other things."""
    if out.exists() and not out.is_dir():
        raise InputError([Diagnostic("batch-folder-taken", Span(str(out)))])
    if out.is_dir() and read_manifest(out) is None:
        others = [path.name for path in out.iterdir() if path.name not in (WORK, ".lock")]
        if [name for name in others if not (name.startswith(".manifest") or name == "manifest.json")]:
            raise InputError([Diagnostic("batch-folder-taken", Span(str(out)))])


def _expect_something_readable(manifest: Manifest, sources: Sequence[Source]) -> None:
    """:class:`InputError` where no part of the input can be decided."""
    lost = {(each["part"], each["of_all"]) for each in manifest.broken}
    parts = {source.part for source in sources}
    if all((part, True) in lost for part in parts):
        raise InputError(
            Diagnostic("table-unreadable", Span(each["file"]), values={"reason": each["reason"]})
            for each in manifest.broken
        )


def _told(broken: Broken) -> dict[str, Any]:
    return {
        "file": broken.source.name,
        "table": broken.source.table,
        "part": broken.source.part,
        "of_all": broken.of_all,
        "reason": broken.reason,
    }


def _limits(settings: Settings, work: Path) -> dict[str, Any]:
    limits: dict[str, Any] = {"memory_limit": settings.memory, "temp_directory": str(work / "spill")}
    return limits if settings.threads is None else {**limits, "threads": settings.threads}


def _reason(error: Exception) -> str:
    """What a partition failed of, without numbers of persons (S28)."""
    first = (str(error).strip() or "?").split("\n", 1)[0][:200]
    return f"{type(error).__name__}: {_NUMBER.sub('…', first)}"


def _summary(manifest: Manifest, again: int) -> Summary:
    rows: Counter[str] = Counter(dict.fromkeys(_tables(), 0))
    kept_out: Counter[str] = Counter()
    for partition in manifest.done.values():
        rows.update({name: file[1] for name, file in partition["files"].items()})
        kept_out.update(partition["kept_out"])
    return Summary(
        partitions=manifest.batch.partitions,
        again=again,
        cases=sum(partition["cases"] for partition in manifest.done.values()),
        decided=sum(partition["decided"] for partition in manifest.done.values()),
        rows=dict(rows),
        kept_out=dict(sorted(kept_out.items())),
        broken=manifest.broken,
        failed=dict(manifest.failed),
    )
