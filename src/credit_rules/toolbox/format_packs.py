"""Packs, cases and registry files in the order of keys in which they are written: which files change, and to what."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path as FilePath

from ..diagnostics.diagnostic import Diagnostic, InputError, has_errors
from ..pack.model import Pack
from ..pack.write import keys_of
from ..registry.model import RegistryFile
from ..source.files import read_bytes, read_text
from ..source.formatting import Order, format_text
from ..source.key_order import order_by
from ..source.marks import decode
from ..source.pack_files import FileKind, kind_of
from ..source.rows import NamedTuple
from . import registry_keys
from .case_file import WrittenFile


class Formatted(NamedTuple):
    """A file whose text changes, and the text that it gets."""

    file: FilePath
    text: str


ORDERS: dict[FileKind, Order] = {
    "pack": order_by(Pack, keys_of),
    "cases": order_by(WrittenFile),
    "registry": order_by(RegistryFile, registry_keys.keys_of),
}
"""The order of keys in each kind of file. What a case says of the case itself stays as its author put it."""


def format_packs(files: Iterable[FilePath]) -> tuple[Formatted, ...]:
    """What changes, nothing written. Raises :class:`InputError` with all that is wrong where a file cannot be read."""
    found: list[Diagnostic] = []
    changed = []
    for file in files:
        data, wrong = read_bytes(file)
        if data is not None:
            _, wrong = read_text(data, str(file), "yaml")
        found.extend(wrong)
        text = None if data is None or has_errors(wrong) else decode(data, str(file))[0]
        if text is not None:
            made = format_text(text, ORDERS[kind_of(file) or "pack"])
            if made.encode() != data:
                changed.append(Formatted(file, made))
    if has_errors(found):
        raise InputError(tuple(found))
    return tuple(changed)
