"""The published JSON Schemas (draft 2020-12) of a case and of a decision, with the registry's words filled in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..case.decision import Decision
from ..case.model import Case
from ..source.form import form_of
from .event_fields import EVENT_FIELDS, OWN_FIELDS
from .registry import Registry
from .vocabulary import FactRule, Vocabulary

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PLACE_PATTERN = "^[0-9]{6}$"
DECIMAL_PATTERN = r"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,6})?$"

Schema = dict[str, Any]


def case_schema(registry: Registry | Vocabulary) -> Schema:
    """The schema of a case: one property a declared fact; enumerations for lists, roles, matters and kinds."""
    words = registry if isinstance(registry, Vocabulary) else registry.vocabulary
    schema = form_of(Case).model_json_schema(by_alias=True)
    parts = {name: part["properties"] for name, part in schema["$defs"].items()}
    for part, scope in (
        ("Subject", "subject"),
        ("Relation", "relation"),
        ("Record", "record"),
        ("Changes", "record"),
        ("Context", "context"),
    ):
        parts[part]["facts"] = _facts(fact for fact in words.facts if fact.scope == scope)
    lists, roles = sorted(words.titles["lists"]), sorted(words.roles)
    parts["Record"]["list"] = _one_of(lists)
    parts["Relation"]["role"] = _one_of(roles)
    parts["Inquiry"]["roles"]["items"] = _one_of(roles)
    parts["Inquiry"]["registers"]["items"] = _one_of(["*", *lists])
    parts["Context"]["matter"] = _or_null(_one_of(sorted(words.matters)))
    for part in ("Subject", "Context"):
        parts[part]["region"] = _or_null({"type": "string", "pattern": PLACE_PATTERN})
    schema["$defs"]["Event"]["allOf"] = [_event(name) for name in EVENT_FIELDS]
    return _published(schema, "case")


def decision_schema(registry: Registry | Vocabulary) -> Schema:
    """The schema of a decision: every key that it always has required, enumerations for codes of the registry."""
    words = registry if isinstance(registry, Vocabulary) else registry.vocabulary
    schema = form_of(Decision).model_json_schema(mode="serialization")
    parts = {name: part["properties"] for name, part in schema["$defs"].items()}
    acts = sorted(words.titles["acts"])
    matters = sorted(words.matters)
    parts["RecordView"]["list"] = _one_of(sorted(words.titles["lists"]))
    parts["MeasureView"]["act"] = _one_of(acts)
    parts["Withheld"]["act"] = _one_of(acts)
    parts["MeasureView"]["matters"]["items"] = _one_of(matters)
    parts["Indication"]["matter"] = _one_of(matters)
    parts["BearerView"]["roles"]["items"] = _one_of(["subject", "affected-unit", *sorted(words.roles)])
    parts["DepartmentView"]["id"] = _one_of(sorted(words.titles["departments"]))
    parts["BasisView"]["instrument"] = _one_of(sorted(words.titles["instruments"]))
    for part in (schema, *schema["$defs"].values()):
        if "properties" in part:
            properties = {name.rstrip("_"): inner for name, inner in part["properties"].items()}
            part["properties"] = properties
            part["additionalProperties"] = False
            part["required"] = [name for name, inner in properties.items() if "default" not in inner]
    return _published(schema, "decision")


def _published(schema: Schema, name: str) -> Schema:
    clean: Schema = _tidied(schema)
    return {"$schema": DRAFT, "$id": f"urn:credit-rules:{name}:1", "title": name, **clean}


def _tidied(node: Any, *, names: bool = False) -> Any:
    """Without pydantic's titles and discriminator hints; days with their pattern."""
    if isinstance(node, list):
        return [_tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    if not names and node.get("format") == "date":
        return {"type": "string", "pattern": DAY_PATTERN}
    kept = {key: value for key, value in node.items() if names or key != "title"}
    return {key: _tidied(value, names=key in ("properties", "$defs")) for key, value in kept.items()}


def _one_of(words: Iterable[str]) -> Schema:
    return {"type": "string", "enum": list(words)}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}], "default": None}


def _facts(facts: Iterable[FactRule]) -> Schema:
    properties = {
        fact.name: {"description": fact.title, "anyOf": [*_fact_types(fact), {"type": "null"}]}
        for fact in sorted(facts, key=lambda fact: fact.name)
    }
    return {"type": "object", "properties": properties, "additionalProperties": False, "default": {}}


def _fact_types(fact: FactRule) -> list[Schema]:
    match fact.type:
        case "boolean":
            return [{"type": "boolean"}]
        case "amount" | "share":
            return [{"type": "string", "pattern": DECIMAL_PATTERN}, {"type": "number"}]
        case "count":
            return [{"type": "integer"}]
        case "day":
            return [{"type": "string", "pattern": DAY_PATTERN}]
        case "choice":
            return [_one_of(fact.choices)]
        case _:
            return [{"type": "string"}]


def _event(name: str) -> Schema:
    """What an event of the type must carry, and that it carries nothing else."""
    row = EVENT_FIELDS[name]  # type: ignore[index]
    then: Schema = {"properties": {}}
    if row.needs:
        then["required"] = list(row.needs)
    for field in OWN_FIELDS:
        if field in row.needs:
            then["properties"][field] = {"not": {"type": "null"}}
        elif field not in row.may:
            then["properties"][field] = {"type": "null"}
        elif field == "ground":
            then["properties"][field] = {"enum": [*row.grounds, None]}
    return {"if": {"properties": {"type": {"const": name}}, "required": ["type"]}, "then": then}
