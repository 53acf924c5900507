"""The command line ``credit-rules`` (contract.md, "Command line")."""

from __future__ import annotations

from typing import NoReturn


def main() -> NoReturn:
    """Entry point of the installed program; everything behind it is imported when it runs.

    What is imported and read at the start stays, so looking for garbage among it again and again is time lost.
    """
    import gc

    gc.set_threshold(500_000, 50, 50)
    from .program import main as run_program

    run_program()
