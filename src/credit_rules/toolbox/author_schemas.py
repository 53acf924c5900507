"""The JSON Schemas for rule authors, by name, from the registry that goes with a tree of packs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from ..diagnostics.diagnostic import InputError, has_errors
from ..engine.load import read_registry
from ..registry.author_schemas import pack_schema, registry_schema
from ..registry.schema_parts import Schema
from ..source.tree import tree_of
from .cases_schema import cases_schema

AuthorSchema = Literal["pack", "registry", "cases"]
MAKERS = {"pack": pack_schema, "registry": registry_schema, "cases": cases_schema}
SCHEMAS, ENDING = "schemas", ".schema.json"
"""Where a tree keeps them, beside its registry: ``schemas/pack.schema.json``."""


def author_schema(name: AuthorSchema, paths: Sequence[str | Path] = ()) -> Schema:
    """The schema of packs, of registry files or of files of cases; :class:`InputError` where the registry is wrong."""
    registry, _, found = read_registry(tree_of(paths))
    if has_errors(found):
        raise InputError(found)
    return MAKERS[name](registry)
