"""Files and standard input as nodes: the only place below the command line that reads them."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Literal

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..diagnostics.span import Span
from .limits import DEFAULT_LIMITS, Limits
from .marks import decode, forbidden_character
from .node import Node

STANDARD_INPUT = "<stdin>"
"""How messages name standard input."""
TextKind = Literal["yaml", "json", "auto"]
ReadFile = Callable[[FilePath], tuple[Node | None, tuple[Diagnostic, ...]]]
"""Gives the nodes of a file and what is wrong with it: from the disk, or what an editor holds of it."""


def read_text(
    data: bytes | str, name: str, kind: TextKind = "auto", *, limits: Limits = DEFAULT_LIMITS, first_line: int = 1
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Positioned nodes of a text and everything wrong with it.

    ``name`` is the file as the person gave it. ``auto`` goes by the ending of ``name``, then by the first character:
    ``{`` and ``[`` begin JSON. With errors at single values the node is still there, so that later stages can report
    theirs too; it is None where nothing could be read. ``first_line`` counts the lines of a part of a file.
    """
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "replace"))
    if size > limits.size:
        return None, (_too_large(name, limits),)
    if isinstance(data, bytes):
        text, found = decode(data, name, first_line)
        if text is None:
            return None, found
    else:
        text = data.removeprefix("\ufeff")
    wrong = forbidden_character(text, name, first_line)
    if wrong is not None:
        return None, (wrong,)
    if (_kind_of(name, text) if kind == "auto" else kind) == "json":
        from .json_reader import read_json

        return read_json(text, name, limits=limits, first_line=first_line)
    from .yaml_reader import read_yaml

    return read_yaml(text, name, limits=limits, first_line=first_line)


def read_file(
    path: str | FilePath, kind: TextKind = "auto", *, limits: Limits = DEFAULT_LIMITS
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The nodes of a file, or of standard input for ``-``; what keeps it from being read is a diagnostic."""
    data, found = read_bytes(path, limits=limits)
    return (None, found) if data is None else read_text(data, _name_of(path), kind, limits=limits)


def read_yaml_file(path: FilePath) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The nodes of a YAML file, as :data:`ReadFile`."""
    return read_file(path, "yaml")


def read_bytes(path: str | FilePath, *, limits: Limits = DEFAULT_LIMITS) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The bytes of a file, or of standard input for ``-``, up to the greatest size."""
    name = _name_of(path)
    try:
        if name == STANDARD_INPUT:
            if sys.stdin is None:  # closed before the program began
                return None, (Diagnostic("file-unreadable", Span(name), values={"file": name}),)
            data = sys.stdin.buffer.read(limits.size + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(limits.size + 1)
    except OSError as error:
        return None, (_unreadable(name, error),)
    except ValueError:
        return None, (Diagnostic("file-missing", Span(shown(name)), values={"file": shown(name)}),)
    if len(data) > limits.size:
        return None, (_too_large(name, limits),)
    return data, ()


def _name_of(path: str | FilePath) -> str:
    return STANDARD_INPUT if str(path) == "-" else str(path)


def _kind_of(name: str, text: str) -> TextKind:
    ending = os.path.splitext(name)[1].lower()
    if ending in (".yaml", ".yml"):
        return "yaml"
    return "json" if ending == ".json" or text.lstrip()[:1] in ("{", "[") else "yaml"


def _too_large(name: str, limits: Limits) -> Diagnostic:
    return Diagnostic("input-too-large", Span(name), values={"limit": str(limits.size // (1024 * 1024) or 1)})


def _unreadable(name: str, error: OSError) -> Diagnostic:
    values = {"file": shown(name)}
    if error.errno == errno.ENOENT:
        near = _sibling(name)
        return Diagnostic("file-missing", Span(name), values={**values, "nearest": near} if near else values)
    codes = {errno.EISDIR: "file-is-directory", errno.EACCES: "file-not-permitted", errno.EPERM: "file-not-permitted"}
    return Diagnostic(codes.get(error.errno or 0, "file-unreadable"), Span(name), values=values)


def _sibling(name: str) -> str | None:
    path = FilePath(name)
    try:
        return nearest(path.name, sorted(os.listdir(path.parent))[:1000])
    except OSError:
        return None
