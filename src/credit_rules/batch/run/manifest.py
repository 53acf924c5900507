"""The manifest of a batch: what was decided with what, which partitions are done, and the sums of their files.

It is written after the files of a partition and before the next one is begun, so a batch that was killed goes on where
it was; what the manifest does not name is written again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ...plan.options import Options
from ..read.files import Source

NAME = "manifest.json"
FORMAT = 1


class Written(NamedTuple):
    """A file of a partition."""

    name: str
    rows: int
    bytes: int
    sha256: str


class Batch(NamedTuple):
    """What a batch is of: two batches of which anything here differs are never mixed in one folder."""

    engine: str
    libraries: dict[str, str]
    plan: str
    options: dict[str, Any]
    input: list[list[Any]]
    form: str
    partitions: int
    lang: str


class Manifest:
    """The manifest in the folder of the output, in memory and on the disk."""

    def __init__(self, folder: Path, batch: Batch):
        self.path = folder / NAME
        self.batch = batch
        self.staged = False
        self.broken: list[dict[str, Any]] = []
        self.done: dict[int, dict[str, Any]] = {}
        self.failed: dict[int, str] = {}

    def write(self) -> None:
        """Put the manifest in place, whole or not at all."""
        plain = {
            "format": FORMAT,
            **self.batch._asdict(),
            "staged": self.staged,
            "broken": self.broken,
            "done": {str(number): self.done[number] for number in sorted(self.done)},
            "failed": {str(number): self.failed[number] for number in sorted(self.failed)},
        }
        unfinished = self.path.with_name(f".{NAME}.tmp")
        unfinished.write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        put(unfinished, self.path)

    def take_over(self, before: Mapping[str, Any]) -> None:
        """Go on from an earlier manifest of the same batch; partitions whose files are not as written are forgotten."""
        self.staged, self.broken = bool(before["staged"]), list(before["broken"])
        for number, partition in before["done"].items():
            files = [Written(*partition["files"][name]) for name in partition["files"]]
            if all(_as_written(self.path.parent, file) for file in files):
                self.done[int(number)] = partition


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of a folder as plain values; ``None`` where it has none that can be read."""
    try:
        plain = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return plain if isinstance(plain, dict) and plain.get("format") == FORMAT else None


def different(batch: Batch, before: Mapping[str, Any]) -> list[str]:
    """In what an earlier manifest is of another batch."""
    return [name for name, value in batch._asdict().items() if json.loads(json.dumps(value)) != before.get(name)]


def fingerprint(sources: Iterable[Source]) -> list[list[Any]]:
    """Name, length and SHA-256 of every file; one that cannot be read has ``null`` for both."""
    found: list[list[Any]] = []
    for source in sources:
        try:
            found.append([source.name, source.path.stat().st_size, sum_of(source.path)])
        except OSError:
            found.append([source.name, None, None])
    return found


def plain_options(options: Options) -> dict[str, Any]:
    """Options as JSON holds them."""
    return {
        name: str(value) if name in ("as_of", "known_at") and value else value
        for name, value in options._asdict().items()
    }


def sum_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def put(unfinished: Path, place: Path) -> None:
    """Move a finished file to its place, both on the disk before this returns."""
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.replace(place)
    if os.name == "posix":
        folder = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _as_written(folder: Path, file: Written) -> bool:
    path = folder / file.name
    return path.is_file() and path.stat().st_size == file.bytes and sum_of(path) == file.sha256
