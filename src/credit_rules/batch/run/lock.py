"""One batch at a time in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...diagnostics.diagnostic import Diagnostic, InputError
from ...diagnostics.span import Span

try:
    import fcntl
except ImportError:  # pragma: no cover - not on Windows, where nobody is kept out
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder; :class:`InputError` where another process does. A process that is killed lets go of it."""
    with (folder / ".lock").open("w") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise InputError([Diagnostic("batch-running", Span(str(folder)))]) from None
        yield
