"""A long pack lies in several files, one for each section of the document that the author chooses to set apart."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.shown import shown
from ..source.binding import bind
from ..source.files import ReadFile, read_yaml_file
from ..source.node import Mapping, Node, Scalar, Sequence
from ..source.tree import parts_of
from .base import PackModel


class SectionFile(PackModel):
    """The measures of one section; each is bound as part of the pack, once."""

    format: Literal[1]
    measures: Annotated[tuple[Any, ...], Field(min_length=1)]


def with_sections(node: Node, pack_file: Path, read: ReadFile = read_yaml_file) -> tuple[Node, tuple[Diagnostic, ...]]:
    """The pack with the measures of its ``sections`` after its own, in the order named; each keeps its place.

    ``read`` reads a section.

    Errors: ``section-missing``, ``repeated-name``; ``section-unnamed`` for a YAML file beside the pack that it does not
    name.
    """
    found: list[Diagnostic] = []
    names = node.child("sections")
    listed = names.items if isinstance(names, Sequence) else []
    known = {file.name: file for file in parts_of(pack_file)}
    items = _measures(node)
    used: set[str] = set()
    for index, item in enumerate(listed):
        name = item.value if isinstance(item, Scalar) else None
        if not isinstance(name, str) or name not in known:
            values = {"found": shown(name) if isinstance(name, str) else ""}
            found.append(Diagnostic("section-missing", item.span, f"/sections/{index}", values))
            continue
        if name in used:
            found.append(Diagnostic("repeated-name", item.span, f"/sections/{index}", {"found": shown(name)}))
            continue
        used.add(name)
        section, wrong = read(known[name])
        found.extend(wrong)
        if section is not None:
            _, wrong = bind(SectionFile, section)
            found.extend(wrong)
            items = [*items, *_measures(section)]
    for name in sorted(known.keys() - used):
        found.append(Diagnostic("section-unnamed", node.span, "/sections", {"found": name}))
    if not listed or not isinstance(node, Mapping):
        return node, tuple(found)
    place = node.values.get("measures", node)
    whole = {**node.values, "measures": Sequence(items, place.span)}
    return Mapping(whole, {**node.keys, "measures": node.keys.get("measures", node.span)}, node.span), tuple(found)


def _measures(node: Node) -> list[Node]:
    measures = node.child("measures")
    return list(measures.items) if isinstance(measures, Sequence) else []
