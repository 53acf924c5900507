"""Registry files to one registry: each field's entries together, no id twice, every name in them resolved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.shown import shown
from ..source.binding import bind
from ..source.node import Node
from ..source.rows import NamedTuple
from .findings import Findings
from .model import FactEntry, RegistryFile
from .registry import Registry
from .registry_names import check_registry_names


class BoundFile(NamedTuple):
    """A file of the registry, ``None`` where it could not be bound, and its nodes."""

    file: RegistryFile | None
    node: Node


_FIELDS = tuple(name for name in RegistryFile.model_fields if name != "format")


def load_registry(nodes: Iterable[Node]) -> tuple[Registry, tuple[Diagnostic, ...]]:
    """The registry that the documents together hold, and every mistake in them.

    With mistakes the registry holds what could be bound; names are looked up only where every file could be. Errors are
    those of binding, ``duplicate-entry``, and those of :func:`check_registry_names`.
    """
    files, wrong = bind_registry(nodes)
    registry, found = join_registry(files)
    return registry, (*wrong, *found)


def bind_registry(nodes: Iterable[Node]) -> tuple[tuple[BoundFile, ...], tuple[Diagnostic, ...]]:
    """Each document as a file of the registry; one that cannot be bound is there without its entries."""
    found: list[Diagnostic] = []
    files = []
    for node in nodes:
        file, wrong = bind(RegistryFile, node)
        found.extend(wrong)
        files.append(BoundFile(file, node))
    return tuple(files), tuple(found)


def join_registry(files: Iterable[BoundFile]) -> tuple[Registry, tuple[Diagnostic, ...]]:
    """The entries of all files together; where one could not be bound, names in them are not looked up."""
    files = tuple(files)
    entries: dict[str, dict[str, Any]] = {name: {} for name in _FIELDS}
    first: dict[tuple[str, str], str] = {}
    found: list[Diagnostic] = []
    for file, node in files:
        here = Findings(node)
        for field in _FIELDS if file is not None else ():
            for index, entry in enumerate(getattr(file, field)):
                path = (field, index, "id")
                key = f"{entry.on}.{entry.id}" if isinstance(entry, FactEntry) else entry.id
                if key in entries[field]:
                    here.add("duplicate-entry", path, found=shown(key), first=first[field, key])
                    continue
                entries[field][key] = entry
                first[field, key] = str(node.span_at(path))
        found.extend(here.found)
    registry = Registry(**entries)
    if all(file is not None for file, _ in files):
        for file, node in files:
            found.extend(check_registry_names(file, node, registry) if file is not None else ())
    return registry, tuple(found)
