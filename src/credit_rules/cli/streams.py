"""Standard streams that are closed or full: what is said of them, and how the program ends in order."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from .failure import Failure, reason_of


class ClosedOutput(io.TextIOBase):
    """Stands for a standard output that was closed before the call: it refuses text, and nothing else."""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        """``OSError`` (``EBADF``) for any text, as the system says it of a closed file."""
        if text:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return 0


def open_streams() -> None:
    """Write UTF-8 whatever the locale; a closed output refuses text when it comes, a closed error stream loses it."""
    if sys.stdout is None:
        sys.stdout = ClosedOutput()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the program runs
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def abandon(stream: TextIO) -> None:
    """Write to nowhere what the stream still holds, so that the end of the program does not fail at it."""
    with suppress(OSError, ValueError):
        number = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)


def expect_open_input() -> None:
    """A :class:`Failure` where standard input is to be read and was closed before the call."""
    if sys.stdin is None:
        raise Failure(
            "file",
            "<stdin>：标准输入已关闭。",
            "<stdin>: standard input is closed.",
            zh_hint="请给出案例文件，或者把案例送入标准输入。",
            en_hint="Name the file of a case, or send the case to standard input.",
        )


def failure_of_output(error: OSError) -> Failure:
    """Standard output takes no more, with the reason."""
    closed = ("标准输出已关闭", "standard output is closed")
    zh, en = closed if error.errno == errno.EBADF else reason_of(error)
    return Failure("output", f"无法输出：{zh}。", f"cannot write: {en}.")
