"""The published JSON Schemas (draft 2020-12) of a case and of a decision, with the registry's words filled in."""

from __future__ import annotations

from collections.abc import Iterable

from ..case.decision import Decision
from ..case.model import Case
from ..source.form import form_of
from .event_fields import EVENT_FIELDS, OWN_FIELDS
from .registry import Registry
from .schema_parts import DAY_PATTERN, DECIMAL_PATTERN, PLACE_PATTERN, Schema, one_of, or_null, published
from .vocabulary import FactRule, Vocabulary


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
    parts["Record"]["list"] = one_of(lists)
    parts["Relation"]["role"] = one_of(roles)
    parts["Inquiry"]["roles"]["items"] = one_of(roles)
    parts["Inquiry"]["registers"]["items"] = one_of(["*", *lists])
    parts["Context"]["matter"] = or_null(one_of(sorted(words.matters)))
    for part in ("Subject", "Context"):
        parts[part]["region"] = or_null({"type": "string", "pattern": PLACE_PATTERN})
    schema["$defs"]["Event"]["allOf"] = [_event(name) for name in EVENT_FIELDS]
    return published(schema, "case")


def decision_schema(registry: Registry | Vocabulary) -> Schema:
    """The schema of a decision: every key that it always has required, enumerations for codes of the registry."""
    words = registry if isinstance(registry, Vocabulary) else registry.vocabulary
    schema = form_of(Decision).model_json_schema(mode="serialization")
    parts = {name: part["properties"] for name, part in schema["$defs"].items()}
    acts = sorted(words.titles["acts"])
    matters = sorted(words.matters)
    parts["RecordView"]["list"] = one_of(sorted(words.titles["lists"]))
    parts["MeasureView"]["act"] = one_of(acts)
    parts["Withheld"]["act"] = one_of(acts)
    parts["MeasureView"]["matters"]["items"] = one_of(matters)
    parts["Indication"]["matter"] = one_of(matters)
    parts["BearerView"]["roles"]["items"] = one_of(["subject", "affected-unit", *sorted(words.roles)])
    parts["DepartmentView"]["id"] = one_of(sorted(words.titles["departments"]))
    parts["BasisView"]["instrument"] = one_of(sorted(words.titles["instruments"]))
    for part in (schema, *schema["$defs"].values()):
        if "properties" in part:
            properties = {name.rstrip("_"): inner for name, inner in part["properties"].items()}
            part["properties"] = properties
            part["additionalProperties"] = False
            part["required"] = [name for name, inner in properties.items() if "default" not in inner]
    return published(schema, "decision")


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
            return [one_of(fact.choices)]
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
