"""Every field and every code of the registry has words in both languages, and none is shown bare."""

from __future__ import annotations

import re
from typing import Any, Literal, get_args, get_origin

from credit_rules.pack.base import PackModel
from credit_rules.registry import department_model, duty_model, model
from credit_rules.render.language import speaker
from credit_rules.toolbox.diff_words import FIELDS
from credit_rules.toolbox.site.codes import CODES
from credit_rules.toolbox.site.content import Content
from credit_rules.toolbox.site.field_titles import FIELD_TITLES
from credit_rules.toolbox.site.words import ENTRY_FIELDS, code_label
from tests.toolbox.site.reading import Read

MODELS = [
    found
    for module in (model, department_model, duty_model)
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, PackModel) and found.__module__ == module.__name__
]  # fmt: skip
SHOWN = [(each, name) for each in MODELS if each is not model.RegistryFile for name in each.model_fields]


def codes_in(annotation: Any) -> set[str]:
    """The codes of closed sets that a type admits."""
    if get_origin(annotation) is Literal:
        return {each for each in get_args(annotation) if isinstance(each, str)}
    return {code for each in get_args(annotation) for code in codes_in(each)}


def test_every_field_has_a_label() -> None:
    names = {name.rstrip("_") for _, name in SHOWN}
    assert {name for name in names if name not in ENTRY_FIELDS and name not in FIELDS} == set()


def test_every_code_has_words() -> None:
    apart = {"none", "open", "none-cited", "next-calendar-year"}
    bare = {
        (each.__name__, name, code)
        for each, name in SHOWN
        for code in codes_in(each.model_fields[name].annotation) - apart
        if code_label("tier" if name in ("least", "longest") else name.rstrip("_"), code, speaker("zh")) == code
    }
    assert bare == set()


def test_both_languages_are_there() -> None:
    pairs = [*ENTRY_FIELDS.values(), *(pair for codes in CODES.values() for pair in codes.values())]
    assert [
        pair for pair in pairs if not re.search(r"[\u4e00-\u9fff]", pair[0]) or not pair[1].replace("→", "").isascii()
    ] == []


def test_every_field_of_a_shipped_list_has_a_chinese_name(content: Content) -> None:
    assert set(FIELD_TITLES) == set(content.registry.list_fields)


def test_no_row_of_the_program_s_own_shows(pages: dict[str, Read]) -> None:
    """A tuple or a model shown as Python writes it, or a period without words."""
    shown = [
        path
        for path, page in pages.items()
        if re.search(r"\w+\((?:\w+=|')|\b\d+、(?:years|months|days|working)|None\b", page.text)
    ]
    assert shown == []
