"""Faults planted in the clean tree beside this file: what changes where, and the code that must be found at the caret.

A place is named as ``FILE`` (its top level) or ``FILE BLOCK``: the files are those of :data:`FILES`, a block is a
measure or an entry of a list by its ``id``, or a key of the file (``memorandum``, ``measures``).
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

CARET = "‸"
TREE = Path(__file__).parent / "tree"
FILES = {
    "nation": "nation-2020/pack.yaml",
    "province": "province-2021/pack.yaml",
    "former": "city-2018/pack.yaml",
    "city": "city-2022/pack.yaml",
    "incentives": "city-2022/04-incentives.yaml",
    "lists": "registry/lists.yaml",
    "law": "registry/law.yaml",
}


class Put(NamedTuple):
    """Keys of a place with their values; one that is not written there yet comes last."""

    place: str
    lines: str


class Drop(NamedTuple):
    """Keys of a place that go, with all that stands under them."""

    place: str
    keys: str


class Add(NamedTuple):
    """Lines at the end of a place, such as a further measure under ``city measures``."""

    place: str
    lines: str


class Swap(NamedTuple):
    """Text that stands once in a place, and what stands there instead."""

    place: str
    old: str
    new: str


Change = Put | Drop | Add | Swap


class Fault:
    """A code, and the changes that bring it about; one caret in them is where the finding must stand."""

    def __init__(self, code: str, *changes: Change):
        self.code, self.changes = code, changes

    def __repr__(self) -> str:
        return f"Fault({self.code!r}, {', '.join(map(repr, self.changes))})"


class Planted(NamedTuple):
    """A copy of the tree with a fault, and where the finding must stand in it."""

    tree: Path
    file: str
    line: int
    column: int


def plant(fault: Fault, folder: Path) -> Planted:
    """The tree with the fault, in a folder of its own."""
    tree = Path(shutil.copytree(TREE, folder / "tree"))
    files: dict[str, list[str]] = {}
    for change in fault.changes:
        name, _, block = change.place.partition(" ")
        lines = files.setdefault(FILES[name], (TREE / FILES[name]).read_text("utf-8").splitlines())
        files[FILES[name]] = _changed(lines, block, change)
    texts = {file: "".join(f"{line}\n" for line in lines) for file, lines in files.items()}
    (marked,) = [file for file, text in texts.items() if CARET in text]
    assert texts[marked].count(CARET) == 1, fault
    before = texts[marked][: texts[marked].index(CARET)]
    for file, text in texts.items():
        (tree / file).write_text(text.replace(CARET, ""), "utf-8")
    return Planted(tree, file=marked, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))


def _changed(lines: list[str], block: str, change: Change) -> list[str]:
    start, end, indent = _block(lines, block)
    if isinstance(change, Swap):
        text = "\n".join(lines[start:end])
        assert text.count(change.old) == 1, change
        return [*lines[:start], *text.replace(change.old, change.new).split("\n"), *lines[end:]]
    if isinstance(change, Add):
        return [*lines[:end], *(" " * indent + line for line in change.lines.split("\n")), *lines[end:]]
    if isinstance(change, Drop):
        for key in change.keys.split():
            here = _key(lines, key, *_block(lines, block))
            assert here is not None, change
            lines = [*lines[: here[0]], *lines[here[1] :]]
        return lines
    for entry in re.split(r"\n(?!\s)", change.lines):
        new = [" " * indent + line for line in entry.split("\n")]
        start, end, indent = _block(lines, block)
        found = _key(lines, entry.replace(CARET, "").partition(":")[0], start, end, indent)
        at, after = found or (end, end)
        if found and lines[at][:indent].strip():  # the line of the dash
            new[0] = lines[at][:indent] + new[0][indent:]
        lines = [*lines[:at], *new, *lines[after:]]
    return lines


def _block(lines: list[str], name: str) -> tuple[int, int, int]:
    """First line, line after, and indent of the keys of a block; the whole file where none is named."""
    if not name:
        return 0, len(lines), 0
    head = re.compile(rf"(\s*)(- id: {re.escape(name)}|{re.escape(name)}:)(\s|$)")
    (start,) = [number for number, line in enumerate(lines) if head.match(line.replace(CARET, ""))]
    outer = len(lines[start]) - len(lines[start].lstrip())
    return start, _end(lines, start, outer), outer + 2


def _key(lines: list[str], key: str, start: int, end: int, indent: int) -> tuple[int, int] | None:
    """The lines of a key of a block."""
    head = re.compile(rf"(\s{{{indent}}}|\s{{{max(indent - 2, 0)}}}- ){re.escape(key)}:(\s|$)")
    for number in range(start, end):
        if head.match(lines[number].replace(CARET, "")):
            return number, min(_end(lines, number, indent), end)
    return None


def _end(lines: list[str], start: int, indent: int) -> int:
    """The line after what stands deeper than the line of a key; comments and blank lines below it are not part of it."""
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    while not lines[end - 1].strip() or (lines[end - 1].lstrip().startswith("#") and end - 1 > start):
        end -= 1
    return end
