"""What the editor can be told of: the registry with the place of every entry, the packs, and the schemas of files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from ..pack.loaded import LoadedPack
from ..pack.model import AdoptedMeasure, Measure
from ..registry.author_schemas import pack_schema, registry_schema
from ..registry.department_model import Department
from ..registry.department_names import LEVELS
from ..registry.load import BoundFile
from ..registry.places import narrowness
from ..registry.registry import Registry
from ..registry.schema_parts import Schema
from ..source.node import Mapping as MappingNode
from ..source.node import Node, Scalar
from ..source.node import Sequence as SequenceNode
from ..source.pack_files import FileKind
from ..source.rows import NamedTuple
from ..source.tree import PACK
from ..source.values import Level
from ..toolbox.cases_schema import cases_schema

_MAKERS = {"pack": pack_schema, "registry": registry_schema, "cases": cases_schema}


class PackMeasure(NamedTuple):
    """A measure as written, where it stands, and its pack."""

    loaded: LoadedPack
    measure: Measure | AdoptedMeasure
    node: Node


class PrintedName(NamedTuple):
    """A name as a text prints it, and what it means there."""

    name: str
    department: Department
    level: Level


class Known:
    """A registry and packs as they could last be read; never changed, so that any thread may look."""

    def __init__(
        self,
        registry: Registry,
        files: Sequence[BoundFile],
        packs: Mapping[str, LoadedPack],
    ):
        self.registry, self.files, self.packs = registry, tuple(files), dict(packs)
        self._schemas: dict[FileKind, Schema] = {}
        self._names: dict[str, tuple[PrintedName, ...]] = {}

    @classmethod
    def after(
        cls, before: Known | None, registry: Registry, files: Sequence[BoundFile], packs: Mapping[str, LoadedPack]
    ) -> Known:
        """The next one; schemas and places are kept where the registry is the same."""
        if before is None or before.registry is not registry:
            return cls(registry, files, packs)
        after = cls(registry, files, packs)
        after._schemas, after._names = before._schemas, before._names
        if "entries" in before.__dict__:
            after.__dict__["entries"] = before.entries
        return after

    def schema(self, kind: FileKind) -> Schema:
        """The schema of files of a kind, with the words of the registry."""
        if kind not in self._schemas:
            self._schemas[kind] = _MAKERS[kind](self.registry)
        return self._schemas[kind]

    @cached_property
    def entries(self) -> Mapping[tuple[str, str], Node]:
        """The node of every entry by field and id, facts by scope and id; the first where an id stands twice."""
        found: dict[tuple[str, str], Node] = {}
        for file, node in self.files:
            for field, items in node.values.items() if file is not None and isinstance(node, MappingNode) else ():
                for item in items.items if isinstance(items, SequenceNode) else ():
                    name = word_of(item, "id")
                    name = f"{word_of(item, 'on')}.{name}" if field == "facts" else name
                    found.setdefault((field, name), item)
        return found

    def entry(self, field: str, name: str) -> Any:
        """The entry of a field by id; ``None`` where there is none."""
        return getattr(self.registry, field, {}).get(name)

    @cached_property
    def packs_by_id(self) -> Mapping[str, LoadedPack]:
        """The packs by the id of their document."""
        return {loaded.pack.memorandum.id: loaded for loaded in self.packs.values()}

    @cached_property
    def measures(self) -> Mapping[str, PackMeasure]:
        """Every measure as ``pack/measure``."""
        found = {}
        for name, loaded in sorted(self.packs_by_id.items()):
            for index, measure in enumerate(loaded.pack.measures):
                node = loaded.node.find(("measures", index))
                if node is not None:
                    found[f"{name}/{measure.id}"] = PackMeasure(loaded, measure, node)
        return found

    def pack_around(self, file: FilePath) -> LoadedPack | None:
        """The pack in whose folder a file lies."""
        return self.packs.get(str(file.with_name(PACK)))

    def printed_names(self, place: str) -> tuple[PrintedName, ...]:
        """The names by which a text of a place may print departments, those of its own level and short ones first."""
        if place not in self._names:
            own = LEVELS[narrowness(place)]
            found = []
            for name in self.registry.department_names(""):
                with suppress(KeyError):
                    found.append(PrintedName(name, *self.registry.printed_department(name, place)))
            self._names[place] = tuple(sorted(found, key=lambda one: (one.level != own, len(one.name), one.name)))
        return self._names[place]

    def title(self, field: str, name: str) -> str:
        """The Chinese title of an entry, else its id."""
        entry = self.entry(field, name)
        return name if entry is None else str(entry.title)


def word_of(node: Node, key: str) -> str:
    """The text under a key; empty where there is none."""
    value = node.child(key)
    return value.value if isinstance(value, Scalar) and isinstance(value.value, str) else ""
