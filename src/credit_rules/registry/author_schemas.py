"""The JSON Schemas of what rule authors write - packs with their sections, and registry files - with Chinese words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, Field
from pydantic.json_schema import models_json_schema

from ..pack.base import PackModel
from ..pack.descriptions import PACK
from ..pack.model import Pack, WrittenMeasure
from ..source.values import Kind
from .condition_names import CLASSES
from .descriptions import ENTRY, REGISTRY, VOCABULARY
from .model import RegistryFile
from .registry import Registry
from .schema_parts import ID_PATTERN, PLACE_PATTERN, Schema, published

NAMED: dict[str, str] = {
    "OnList.on_list": "lists",
    "OnList.held_by": "roles",
    "OnLists.on_lists": "classes",
    "OnLists.of_fields": "fields",
    "AfterExit.after_exit": "lists or classes",
    "Fact.fact": "facts",
    "Count.count": "lists",
    "Exists.exists": "roles",
    "Citation.instrument": "instruments",
    "Measure.act": "acts",
    "Measure.listed_kinds": "kinds",
    "Measure.bearer_kinds": "kinds",
    "Measure.blocked_by": "lists",
    "Measure.matters": "matters",
    "RoleBearers.roles": "roles",
    "Recognition.list": "lists",
    "Act.matters": "matters",
    "Matter.parent": "matters",
    "Floor.kinds": "kinds",
    "DutyEntry.lists": "lists",
    "DutyEntry.kinds": "kinds",
    "DutyEntry.acts": "acts",
    "DutyEntry.matters": "matters",
}
"""Keys that name something in the registry, and what. Departments are written as printed, so any text may stand."""

TEXT: Schema = {"minLength": 1, "type": "string"}


class Section(PackModel):
    """A section file as its author sees it."""

    format: Literal[1]
    measures: Annotated[tuple[WrittenMeasure, ...], Field(min_length=1)]


def pack_schema(registry: Registry) -> Schema:
    """The schema of ``pack.yaml`` and of its section files, which have no ``memorandum``."""
    definitions = _definitions((Pack, Section), PACK, registry)
    root: Schema = {
        "if": {"required": ["memorandum"]},
        "then": {"$ref": "#/$defs/Pack"},
        "else": {"$ref": "#/$defs/Section"},
    }
    return published({"description": PACK["Pack"], "type": "object", **root, "$defs": definitions}, "pack")


def registry_schema(registry: Registry) -> Schema:
    """The schema of a file of the registry."""
    definitions = _definitions((RegistryFile,), REGISTRY, registry)
    return published({**definitions.pop("RegistryFile"), "$defs": definitions}, "registry")


def described(definitions: Mapping[str, Schema], words: Mapping[str, str]) -> None:
    """Give each definition and each of its keys its description; a key that is in no table keeps none."""
    for name, definition in definitions.items():
        for key, inner in definition.get("properties", {}).items():
            inner.pop("description", None)
            said = words.get(f"{name}.{key}") or (ENTRY.get(key) if words is REGISTRY else None)
            if said:
                definition["properties"][key] = {"description": said, **inner}
        definition.pop("description", None)
        if name in words:
            definition["description"] = words[name]


def _definitions(models: Iterable[type[BaseModel]], words: Mapping[str, str], registry: Registry) -> dict[str, Schema]:
    _, made = models_json_schema([(model, "validation") for model in models], by_alias=True)
    definitions: dict[str, Schema] = {
        name: _shorter(part) for name, part in made["$defs"].items() if "properties" in part
    }
    for name, definition in definitions.items():
        for key, inner in definition["properties"].items():
            definition["properties"][key] = _typed(f"{name}.{key}", inner)
    described(definitions, words)
    named = {name for key in NAMED if key.partition(".")[0] in definitions for name in NAMED[key].split(" or ")}
    return {
        **definitions,
        "Condition": {"description": "条件：由其中的键看出是哪一种", "oneOf": _FORMS},
        **{name: part for name, part in _vocabulary(registry).items() if name in named},
    }


_FORMS = [
    {"$ref": f"#/$defs/{name}"}
    for name in ("All", "Any_", "Not", "OnList", "OnLists", "AfterExit", "CleanFor", "Fact", "Count", "Exists")
]


def _shorter(node: Any) -> Any:
    """A union of all forms of condition as a reference to it; a word that may stand alone for a list of one."""
    if isinstance(node, list):
        return [_shorter(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("oneOf") == _FORMS:
        return {"$ref": "#/$defs/Condition"}
    inner = {key: _shorter(value) for key, value in node.items()}
    if inner.get("type") == "array" and "minLength" in inner:
        return {"anyOf": [inner["items"], {"type": "array", "items": inner["items"], "minItems": 1}]}
    return inner


def _typed(key: str, inner: Schema) -> Schema:
    """What must be a name of the registry, a place code or an id is so."""
    model, _, name = key.partition(".")
    put = TEXT
    if key in NAMED:
        put = _one_of(NAMED[key].split(" or "))
    elif name in ("place", "renumbered_to") or key == "Place.id":
        put = {"type": "string", "pattern": PLACE_PATTERN}
    elif name == "id" and model != "Successor":
        put = {"type": "string", "pattern": ID_PATTERN}
    typed: Schema = _with(inner, put)
    return typed


def _one_of(names: list[str]) -> Schema:
    words: list[Schema] = [{"$ref": f"#/$defs/{name}"} for name in names]
    return words[0] if len(words) == 1 else {"anyOf": words}


def _with(node: Any, put: Schema) -> Any:
    """The schema with ``put`` wherever any text could stand."""
    if isinstance(node, list):
        return [_with(item, put) for item in node]
    if not isinstance(node, dict):
        return node
    if {key: value for key, value in node.items() if key not in ("title", "default")} == TEXT:
        return {**{key: node[key] for key in ("default",) if key in node}, **put}
    return {key: _with(value, put) for key, value in node.items()}


def _vocabulary(registry: Registry) -> dict[str, Schema]:
    """The words of the registry, each kind as one enumeration with the Chinese titles beside it."""
    kinds = {**dict.fromkeys(get_args(Kind), ""), **registry.titles["kinds"]}
    words = {
        **{name: registry.titles[name] for name in ("acts", "facts", "instruments", "lists", "matters", "roles")},
        "classes": dict.fromkeys(CLASSES, ""),
        "fields": dict.fromkeys(registry.list_fields, ""),
        "kinds": kinds,
    }
    return {name: _enumeration(VOCABULARY[name], titles) for name, titles in words.items()}


def _enumeration(description: str, titles: Mapping[str, str]) -> Schema:
    found: Schema = {"description": description, "type": "string", "enum": sorted(titles)}
    if any(titles.values()):
        found["enumDescriptions"] = [titles[word] for word in sorted(titles)]
    return found
