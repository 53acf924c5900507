"""``--out``: a result written to a file, in a folder that is made where it is missing."""

from __future__ import annotations

from pathlib import Path

from .failure import failure_of_file


def write_out(path: str, text: str) -> None:
    """Write the file as UTF-8; a :class:`~credit_rules.cli.failure.Failure` where it cannot be written."""
    file = Path(path)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    except FileExistsError:
        raise failure_of_file(path, NotADirectoryError()) from None
    except OSError as error:
        raise failure_of_file(path, error) from None
