"""The command line ``credit-rules`` (contract.md, "Command line")."""

from __future__ import annotations

from typing import NoReturn


def main() -> NoReturn:
    """Entry point of the installed program; everything behind it is imported when it runs."""
    from .program import main as run_program

    run_program()
