"""The order of the keys of each kind of file: every key has its place, once, and what reads best together stands together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from credit_rules.pack.model import Pack
from credit_rules.pack.write import keys_of
from credit_rules.registry.model import RegistryFile
from credit_rules.source.key_order import written_keys
from credit_rules.toolbox import registry_keys
from credit_rules.toolbox.case_file import WrittenFile
from credit_rules.toolbox.format_packs import ORDERS


def models_below(annotation: Any, seen: set[Any]) -> Iterator[type[BaseModel]]:
    """Every model that may stand somewhere in a file."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        yield annotation
        for info in annotation.model_fields.values():
            yield from models_below(info.annotation, seen)
    for inner in get_args(annotation):
        yield from models_below(inner, seen)


OF_REGISTRY = sorted(models_below(RegistryFile, set()), key=lambda model: model.__name__)
OF_PACKS = sorted(models_below(Pack, set()), key=lambda model: model.__name__)


@pytest.mark.parametrize("model", OF_REGISTRY, ids=lambda model: model.__name__)
def test_every_key_of_the_registry_has_its_place(model: type[BaseModel]) -> None:
    assert sorted(registry_keys.keys_of(model)) == sorted(written_keys(model))


@pytest.mark.parametrize("model", OF_PACKS, ids=lambda model: model.__name__)
def test_every_key_of_packs_has_its_place(model: type[BaseModel]) -> None:
    assert set(written_keys(model)) <= set(keys_of(model))
    assert len(set(keys_of(model))) == len(keys_of(model))


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("measures", 0), ("id", "clause", "adopts", "wording", "departments", "note")),
        (("measures", 0), ("act", "triggered_by", "when", "listed_kinds", "bearers", "departments", "basis", "guard", "parameters", "menu", "provenance", "note")),
        (("measures", 0, "when"), ("on_list", "held_by", "at", "where")),
        (("measures", 0, "bearers", 1, "when"), ("fact", "is")),
        (("triggered_by", "all", 2, "any", 0), ("count", "within", "at_least", "distinct", "where")),
        (("triggered_by", "fields"), ("at_least", "at_most")),
        (("memorandum",), ("id", "from", "proven_by", "until", "status", "source")),
        (("memorandum", "source"), ("provenance", "file", "part")),
        (("measures", 0, "term", "outlasts"), ("instrument", "article")),
        (("measures", 3, "departments", 0), ("name", "part", "function")),
    ],
)  # fmt: skip
def test_a_part_of_a_pack_is_told_by_its_place_and_its_keys(path: tuple[str | int, ...], keys: tuple[str, ...]) -> None:
    order = ORDERS["pack"](path, keys[::-1])
    assert [key for key in order if key in keys] == list(keys)


@pytest.mark.parametrize("path", [("measures", 0, "guard"), ("measures", 0, "parameters"), ("nowhere",), ("measures",)])
def test_keys_of_the_authors_own_have_no_order(path: tuple[str | int, ...]) -> None:
    assert ORDERS["pack"](path, ("b", "a")) == ()


def test_a_case_has_the_order_of_the_case_file_and_what_it_says_none() -> None:
    assert ORDERS["cases"](("cases", 3), ("case", "name")) == written_keys(
        WrittenFile.model_fields["cases"].annotation.__args__[0]
    )  # type: ignore[union-attr]
    assert ORDERS["cases"](("cases", 3, "case"), ("records", "context")) == ()
    assert ORDERS["cases"](("base",), ("subject", "context")) == ()


def test_an_entry_ends_with_where_it_was_read() -> None:
    order = ORDERS["registry"](("departments", 0), ("id",))
    assert order[:3] == ("id", "title", "title_en")
    assert order[-3:] == ("provenance", "source", "note")
    assert ORDERS["registry"](("lists", 0, "terms", 1, "cases", 0, "when"), ("is", "fact"))[0] == "fact"
