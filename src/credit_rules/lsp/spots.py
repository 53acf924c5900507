"""What may stand at a place of a file, told by the schema of such files: which keys, which words, of which field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..registry.schema_parts import PLACE_PATTERN, Schema
from ..source.node import Path
from ..source.rows import NamedTuple
from ..source.words import Keys

_VOCABULARY = {"acts", "facts", "instruments", "kinds", "lists", "matters", "roles"}
_FIELDS = {
    "Act.listed_as": "measure_classes",
    "AdoptedMeasure.adopts": "measures",
    "AdoptedMeasure.departments": "printed",
    "Citation.article": "articles",
    "Citation.version": "versions",
    "Context.matter": "matters",
    "Department.part_of": "departments",
    "DepartmentFunction.function": "departments",
    "DepartmentFunction.name": "printed",
    "DepartmentName.from": "reforms",
    "DepartmentName.until": "reforms",
    "DepartmentPart.name": "printed",
    "DutyEntry.determined_by": "departments",
    "ExpectedMeasure.id": "own measures",
    "ExpectedWithheld.id": "own measures",
    "Inquiry.registers": "lists",
    "Inquiry.roles": "roles",
    "Instrument.repealed_by": "instruments",
    "ListEntry.determined_by": "departments",
    "Measure.departments": "printed",
    "Memorandum.restates": "packs",
    "Memorandum.supersedes": "packs",
    "Pack.sections": "files",
    "Provision.acts": "acts",
    "Provision.article": "articles",
    "Provision.instrument": "instruments",
    "Provision.lists": "lists",
    "Provision.roles": "roles",
    "Record.list": "lists",
    "Relation.role": "roles",
    "Successor.from": "reforms",
    "Successor.id": "departments",
    "WrittenCase.issued": "own measures",
    "WrittenCase.not_issued": "own measures",
    "WrittenCase.undetermined": "own measures",
    "WrittenCase.withheld": "own measures",
    "WrittenOptions.department": "departments",
    "WrittenOptions.matter": "matters",
}
"""What a key names where the schema does not say so: fields of the registry, and what packs and files have."""
_BOUNDS = {"is", "is_not", "one_of"}


class Spot(NamedTuple):
    """One thing that may stand at a place: a schema without references.

    ``definition`` is the name of the definition that it is, if any; ``key`` the key under which it stands, alone or in
    a list, and ``owner`` the definition that has that key; ``said`` describes the key.
    """

    schema: Schema
    definition: str = ""
    owner: str = ""
    key: str = ""
    said: str = ""

    @property
    def field(self) -> str:
        """What the words here name: a field of the registry, ``printed`` departments, ``measures``; else empty."""
        if self.definition in _VOCABULARY:
            return self.definition
        if self.owner == "Fact" and self.key in _BOUNDS:
            return "bounds"
        if self.schema.get("pattern") == PLACE_PATTERN:
            return "places"
        return _FIELDS.get(f"{self.owner}.{self.key}", "") if self.schema.get("type", "string") == "string" else ""

    @property
    def keys(self) -> dict[str, Schema]:
        """The keys that a mapping here may have."""
        found: dict[str, Schema] = self.schema.get("properties", {})
        return found

    def words(self) -> dict[str, str]:
        """The words that may stand here, each with its title where the schema has one."""
        if "enum" in self.schema:
            enum = [word for word in self.schema["enum"] if word is not None]
            titles = self.schema.get("enumDescriptions") or [""] * len(enum)
            return {_written(word): title for word, title in zip(enum, titles, strict=True)}
        if "const" in self.schema:
            return {_written(self.schema["const"]): ""}
        return dict.fromkeys(("true", "false"), "") if self.schema.get("type") == "boolean" else {}


def spots(schema: Schema, path: Path, around: Sequence[Keys], root: str = "") -> tuple[Spot, ...]:
    """What may stand at ``path`` of a file; ``around`` are the keys of the mappings on the way, from the top.

    ``root`` names the definition of the whole file, where the schema has several. Where several forms may stand in a
    place, those count that have all the keys written there, else those that have the most; all, where none has one.
    """
    definitions: dict[str, Schema] = schema.get("$defs", {})
    here = list(_parts({"$ref": root} if root else schema, definitions, Spot({})))
    for depth, step in enumerate(path):
        here = _fitting(here, around[depth] if depth < len(around) else {})
        here = [inner for spot in here for inner in _below(spot, step, definitions)]
    return tuple(_fitting(here, around[len(path)] if len(path) < len(around) else {}))


def _fitting(here: list[Spot], keys: Keys) -> list[Spot]:
    forms = [spot for spot in here if spot.keys]
    fit = [spot for spot in forms if keys.keys() <= spot.keys.keys()]
    if not fit and keys:
        most = max((len(keys.keys() & spot.keys.keys()) for spot in forms), default=0)
        fit = [spot for spot in forms if most and len(keys.keys() & spot.keys.keys()) == most]
    return [spot for spot in here if not spot.keys or spot in fit] if fit else here


def _below(spot: Spot, step: str | int, definitions: dict[str, Schema]) -> Iterator[Spot]:
    if isinstance(step, int):
        if "items" in spot.schema:
            yield from _parts(spot.schema["items"], definitions, spot._replace(definition=""))
        return
    named = Spot({}, "", spot.definition or _root_name(spot.schema), step)
    if step in spot.keys:
        yield from _parts(spot.keys[step], definitions, named)
    elif isinstance(spot.schema.get("additionalProperties"), dict):
        yield from _parts(spot.schema["additionalProperties"], definitions, named)


def _root_name(schema: Schema) -> str:
    return {"registry": "RegistryFile", "cases": "WrittenFile"}.get(schema.get("title", ""), "")


def _parts(schema: Schema, definitions: dict[str, Schema], at: Spot) -> Iterator[Spot]:
    """The alternatives of a schema, references followed."""
    at = at._replace(said=schema.get("description") or at.said) if not at.said else at
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from _parts(definitions[name], definitions, at._replace(definition=name))
        return
    inner = [schema[key] for key in ("then", "else") if key in schema]
    inner += [part for key in ("anyOf", "oneOf", "allOf") for part in schema.get(key, ())]
    if not inner or "properties" in schema:
        yield at._replace(schema=schema)
        return
    for part in inner:
        yield from _parts(part, definitions, at)


def _written(word: object) -> str:
    return {True: "true", False: "false"}.get(word, str(word)) if isinstance(word, bool) else str(word)
