"""The JSON Schemas for rule authors: complete in Chinese, current, named by every shipped file, and true of it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from credit_rules.pack.descriptions import PACK
from credit_rules.registry.author_schemas import NAMED
from credit_rules.registry.descriptions import ENTRY, REGISTRY, VOCABULARY
from credit_rules.registry.schema_parts import Schema, schema_text
from credit_rules.source.files import read_file, read_text
from credit_rules.source.tree import PACK as PACK_FILE
from credit_rules.source.tree import REGISTRY as REGISTRY_FOLDER
from credit_rules.source.tree import bundled_root, cases_of, parts_of
from credit_rules.toolbox.author_schemas import MAKERS, author_schema
from credit_rules.toolbox.cases_schema import CASES as CASES_WORDS

ROOT = bundled_root()
SCHEMAS = ROOT / "schemas"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
TABLES: dict[str, Mapping[str, str]] = {"pack": PACK, "registry": REGISTRY, "cases": CASES_WORDS}


def shipped() -> Iterator[tuple[str, Path]]:
    """Every YAML file that an author writes, and the name of its schema."""
    for file in sorted((ROOT / REGISTRY_FOLDER).rglob("*.yaml")):
        yield "registry", file
    for file in sorted(ROOT.rglob(PACK_FILE)):
        yield from (("pack", each) for each in (file, *parts_of(file)))
        yield from (("cases", cases) for cases in cases_of(file))


FILES = list(shipped())
IDS = [file.relative_to(ROOT).as_posix() for _, file in FILES]


@pytest.fixture(scope="module")
def schemas() -> dict[str, Schema]:
    return {name: author_schema(name) for name in MAKERS}  # type: ignore[arg-type]


def plain(value: Any) -> Any:
    """As a JSON reader gives it."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def parts(schema: Schema) -> dict[str, Schema]:
    root = {"properties": schema["properties"]} if "properties" in schema else {}
    return {**schema["$defs"], "": {"description": schema["description"], **root}}


@pytest.mark.parametrize("name", MAKERS)
def test_every_part_and_every_key_is_described_in_chinese(name: str, schemas: dict[str, Schema]) -> None:
    silent = []
    for part, definition in parts(schemas[name]).items():
        silent += [] if CHINESE.search(definition.get("description", "")) else [part]
        for key, inner in definition.get("properties", {}).items():
            if key not in definition.get("properties", {}) or not CHINESE.search(inner.get("description", "")):
                silent.append(f"{part}.{key}")
    facts = {"Subject.facts", "Relation.facts", "Record.facts", "Changes.facts", "Context.facts"}
    assert set(silent) - facts == set()


@pytest.mark.parametrize("name", MAKERS)
def test_no_description_is_of_a_key_that_is_not_there(name: str, schemas: dict[str, Schema]) -> None:
    root = {"registry": "RegistryFile", "cases": "WrittenFile", "pack": "-"}[name]
    known = set()
    for part, definition in parts(schemas[name]).items():
        known.add(part or root)
        known |= {f"{part or root}.{key}" for key in definition.get("properties", {})}
    unused = {"Case", "CountComparison"} | {
        key for key in TABLES[name] if key.startswith(("Case.", "CountComparison."))
    }
    assert set(TABLES[name]) - known - unused == set()


def test_every_named_key_and_common_key_is_there(schemas: dict[str, Schema]) -> None:
    every = {**parts(schemas["pack"]), **parts(schemas["registry"])}
    for key in NAMED:
        model, _, name = key.partition(".")
        for words in NAMED[key].split(" or "):
            assert f"#/$defs/{words}" in json.dumps(every[model]["properties"][name])
    assert set(ENTRY) <= set(every["Act"]["properties"])
    assert set(VOCABULARY) == {word for words in NAMED.values() for word in words.split(" or ")}


@pytest.mark.parametrize("name", MAKERS)
def test_a_schema_is_sound_and_leaves_nothing_open(name: str, schemas: dict[str, Schema]) -> None:
    Draft202012Validator.check_schema(schemas[name])
    assert schemas[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    used = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schemas[name])))
    assert used <= schemas[name]["$defs"].keys()
    for part, definition in schemas[name]["$defs"].items():
        assert definition.get("additionalProperties", False) is False or "properties" not in definition, part


@pytest.mark.parametrize("name", MAKERS)
def test_the_shipped_schemas_are_current(name: str, schemas: dict[str, Schema]) -> None:
    file = SCHEMAS / f"{name}.schema.json"
    again = f"run: credit-rules schema {name} --out memoranda/schemas/{file.name}"
    assert file.read_text(encoding="utf-8") == schema_text(schemas[name]), again


@pytest.mark.parametrize(("name", "file"), FILES, ids=IDS)
def test_every_shipped_file_holds_to_its_schema(name: str, file: Path, schemas: dict[str, Schema]) -> None:
    node, wrong = read_file(file, "yaml")
    assert node is not None
    assert wrong == ()
    errors = Draft202012Validator(schemas[name]).iter_errors(plain(node.to_plain()))
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []


@pytest.mark.parametrize(("name", "file"), FILES, ids=IDS)
def test_every_shipped_file_names_its_schema_on_its_first_line(name: str, file: Path) -> None:
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    found = MODELINE.fullmatch(first)
    assert found is not None, first
    assert (file.parent / found[1]).resolve() == SCHEMAS / f"{name}.schema.json"
    assert found[1] == os.path.relpath(SCHEMAS / f"{name}.schema.json", file.parent)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pack", "format: 1\nmemorandum: {id: x}\n"),
        ("pack", "format: 1\nmeasures: []\n"),
        ("pack", "format: 1\nmeasures: [{id: x, clause: 一, act: no-such-act, bearers: [subject], departments: none-printed, basis: none-cited}]\n"),
        ("pack", "format: 1\nmeasures: [{id: X, clause: 一, adopts: a/b, departments: none-printed}]\n"),
        ("pack", "format: 1\nmeasures: [{id: x, clause: 一, adopts: a/b, act: key-supervision, departments: none-printed}]\n"),
        ("pack", "format: 1\nmeasures: [{id: x, clause: 一, act: key-supervision, triggered_by: {on_lst: x}, bearers: [subject], departments: none-printed, basis: none-cited}]\n"),
        ("pack", "format: 1\nmeasures: [{id: x, clause: 一, act: key-supervision, bearers: subject, departments: none-printed, basis: none-cited}]\n"),
        ("registry", "format: 1\nacts: [{id: x, title: x, effect: forbid, impact: none, provenance: text, source: x}]\n"),
        ("registry", "format: 1\nplaces: [{id: '3603', title: x, provenance: text, source: x}]\n"),
        ("cases", "format: 1\ncases: [{name: x, case: {records: [{id: r1}]}}]\n"),
        ("cases", "format: 1\ncases: [{name: x, isued: []}]\n"),
        ("cases", "format: 1\ncases: [{name: x, case: {subject: {facts: {no-such-fact: true}}}}]\n"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_not_valid(name: str, text: str, schemas: dict[str, Schema]) -> None:
    node, _ = read_text(text, "x.yaml")
    assert node is not None
    assert not Draft202012Validator(schemas[name]).is_valid(plain(node.to_plain()))


def test_a_section_and_a_difference_need_no_more(schemas: dict[str, Schema]) -> None:
    section = "format: 1\nmeasures: [{id: x, clause: 一, act: key-supervision, bearers: [subject], departments: none-printed, basis: none-cited}]\n"
    cases = "format: 1\ncases: [{name: x, case: {subject: {kind: natural-person}, context: {as_of: 2018-01-02}}, issued: [a, {id: b}]}]\n"
    for name, text in (("pack", section), ("cases", cases)):
        node, _ = read_text(text, "x.yaml")
        assert node is not None
        assert Draft202012Validator(schemas[name]).is_valid(plain(node.to_plain()))


def test_titles_stand_beside_the_words(schemas: dict[str, Schema]) -> None:
    acts = schemas["pack"]["$defs"]["acts"]
    assert dict(zip(acts["enum"], acts["enumDescriptions"], strict=True))["key-supervision"] == "列为重点监管对象"
