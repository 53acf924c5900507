"""Who cites an instrument: every measure and every entry of the registry that names an article of it (S22)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from ...pack.base import Citation, PackModel
from ...registry.registry import Registry
from ...source.rows import NamedTuple
from .content import Content


class Citing(NamedTuple):
    """What cites an article: ``kind`` is ``measures`` or a field of the registry; ``draft`` of a measure of a draft."""

    kind: str
    id: str
    title: str
    article: str
    draft: bool


def citing(content: Content) -> dict[str, tuple[Citing, ...]]:
    """For each instrument who cites it: measures in their order, then the registry by kind and id; each once."""
    found: dict[str, dict[Citing, None]] = {}
    for one in content.measures:
        rule = one.rule
        for cited in rule.basis:
            row = Citing("measures", rule.id, rule.title, cited.article, one.document.draft)
            found.setdefault(cited.instrument, {})[row] = None
    for kind in (row.name for row in fields(Registry)):
        for id, entry in sorted(getattr(content.registry, kind).items()):
            for citation in _citations(entry):
                row = Citing(kind, id, entry.title, citation.article, False)
                found.setdefault(citation.instrument, {})[row] = None
    return {id: tuple(rows) for id, rows in found.items()}


def _citations(value: Any) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, PackModel):
        for name in type(value).model_fields:
            yield from _citations(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _citations(each)
