"""Every code has its sentence and its way out in both languages, and every sentence is somebody's."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Mapping

import pytest

from tests.repository.tree import Module

CHINESE = re.compile(r"[\u4e00-\u9fff]")
VALUE = re.compile(r"\{(\w+)")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def catalogue(modules: list[Module]) -> Mapping[str, object]:
    """The catalogue once every stage and every check has declared its own."""
    for module in modules:
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from credit_rules.diagnostics.messages import catalogue

    return catalogue()


def test_codes_are_kebab_case(catalogue: Mapping[str, object]) -> None:
    assert [code for code in catalogue if not CODE.fullmatch(code)] == []


def test_every_code_speaks_chinese_and_english(catalogue: Mapping[str, object]) -> None:
    mute = [code for code, said in catalogue.items() if not (CHINESE.search(said.zh) and said.en)]
    mixed = [code for code, said in catalogue.items() if CHINESE.search(VALUE.sub("", said.en + said.en_hint))]
    assert (mute, mixed) == ([], [])


def test_a_hint_stands_in_both_languages_or_in_neither(catalogue: Mapping[str, object]) -> None:
    assert [code for code, said in catalogue.items() if bool(said.zh_hint) != bool(said.en_hint)] == []


def test_both_languages_tell_the_same_values(catalogue: Mapping[str, object]) -> None:
    def values(*texts: str) -> set[str]:
        return {name for text in texts for name in VALUE.findall(text)}

    uneven = [
        code for code, said in catalogue.items() if values(said.zh, said.zh_hint) != values(said.en, said.en_hint)
    ]
    assert uneven == []


def test_every_code_that_is_raised_has_a_sentence(catalogue: Mapping[str, object], modules: list[Module]) -> None:
    raised = {
        node.args[0].value: module.place(node)
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] == "Diagnostic"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert {code: place for code, place in raised.items() if code not in catalogue} == {}


def test_every_sentence_is_used(catalogue: Mapping[str, object], modules: list[Module]) -> None:
    """A code stands as a literal outside the catalogues, or is the id of a check."""
    literals = {
        node.value
        for module in modules
        if module.stage != "diagnostics"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [code for code in catalogue if code not in literals] == []
