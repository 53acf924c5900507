"""The server over standard input and output, which carry the protocol and nothing else."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from importlib.util import find_spec

from ..diagnostics.diagnostic import Language


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("pygls") is not None and find_spec("lsprotocol") is not None


def serve(lang: Language, *, strict: bool) -> bool:
    """Answer one editor until it says ``exit`` or goes away; whether it asked to stop first, as it should.

    What anything else writes to standard output goes to standard error, so that it cannot come between two messages.
    """
    from .server import Server, quiet

    quiet()
    with suppress(ValueError):  # only the main thread may; an interrupt must end a process that waits for input
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout.flush()
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    server = Server(lang, strict=strict)
    server.start_io(sys.stdin.buffer, answers)
    server.checking.close()
    gc.freeze()  # all that was read goes with the process; looking through it for cycles first takes seconds
    return server.asked_to_stop
