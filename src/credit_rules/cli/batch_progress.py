"""How far a batch has come: a bar where a person looks on, else a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from .settings import Settings

EVERY = 10.0
"""Seconds between two lines."""


@contextmanager
def telling(settings: Settings) -> Iterator[Callable[[int, int], None]]:
    """What a batch calls with the partitions done and their number."""
    if sys.stderr.isatty():
        with _bar(settings) as tell:
            yield tell
        return
    started = last = time.monotonic()

    def tell_in_lines(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= EVERY:
            last = now
            seconds = round(now - started)
            click.echo(
                settings.say(f"已完成 {done}/{total} 份，{seconds} 秒", f"{done} of {total} partitions, {seconds} s"),
                err=True,
            )

    yield tell_in_lines


@contextmanager
def _bar(settings: Settings) -> Iterator[Callable[[int, int], None]]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(settings.say("判断", "deciding"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
