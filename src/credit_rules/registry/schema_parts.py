"""What every published JSON Schema (draft 2020-12) has in common: head, words, and how a generated one is tidied."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PLACE_PATTERN = "^[0-9]{6}$"
DECIMAL_PATTERN = r"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,6})?$"
ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"

Schema = dict[str, Any]


def published(schema: Schema, name: str) -> Schema:
    """The schema under its own name, tidied."""
    clean: Schema = tidied(schema)
    return {"$schema": DRAFT, "$id": f"urn:credit-rules:{name}:1", "title": name, **clean}


def tidied(node: Any, *, names: bool = False) -> Any:
    """Without pydantic's titles and discriminator hints; days with their pattern."""
    if isinstance(node, list):
        return [tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    if not names and node.get("format") == "date":
        return {"type": "string", "pattern": DAY_PATTERN}
    kept = {key: value for key, value in node.items() if names or key != "title"}
    return {key: tidied(value, names=key in ("properties", "$defs")) for key, value in kept.items()}


def one_of(words: Iterable[str]) -> Schema:
    """One of a few words."""
    return {"type": "string", "enum": list(words)}


def or_null(schema: Schema) -> Schema:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}], "default": None}


def schema_text(schema: Schema, width: int = 120) -> str:
    """A schema as JSON text that people can read and compare: what fits on a line stands on one."""
    return _laid_out(schema, 0, width) + "\n"


def _laid_out(value: Any, indent: int, width: int, room: int = 0) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if indent + room + len(flat) <= width or not isinstance(value, dict | list) or not value:
        return flat
    inner, outer = " " * (indent + 2), " " * indent
    if isinstance(value, dict):
        parts = [f"{json.dumps(k)}: {_laid_out(v, indent + 2, width, len(k) + 4)}" for k, v in value.items()]
        return "{\n" + ",\n".join(inner + part for part in parts) + "\n" + outer + "}"
    if any(isinstance(item, dict | list) for item in value):
        return "[\n" + ",\n".join(inner + _laid_out(item, indent + 2, width) for item in value) + "\n" + outer + "]"
    return "[\n" + "\n".join(inner + line for line in _filled(value, width - indent - 2)) + "\n" + outer + "]"


def _filled(words: list[Any], width: int) -> Iterable[str]:
    line = ""
    for number, word in enumerate(words, 1):
        piece = json.dumps(word, ensure_ascii=False) + ("," if number < len(words) else "")
        if line and len(line) + 1 + len(piece) > width:
            yield line
            line = piece
        else:
            line = f"{line} {piece}".strip()
    yield line
