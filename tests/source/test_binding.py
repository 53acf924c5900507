"""Mistakes of shape and type in packs and cases: each at its place, in the author's words."""

from __future__ import annotations

import pytest

from credit_rules.case.model import Case as CaseTuple
from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.pack.model import Pack
from credit_rules.registry.model import RegistryFile
from credit_rules.source.binding import bind
from credit_rules.source.files import read_text
from credit_rules.source.form import form_of

Case = form_of(CaseTuple)

CASE = """\
subject: {id: "91350100M000100Y43", kind: enterprise}
records:
  - id: r1
    list: dishonest-judgment-debtor
    determined_by: 示例市人民法院
    document: {number: 示执1号}
    decided_on: 2018-01-02
"""
PACK = """\
format: 1
memorandum: {id: a, title: 意见, rank: law, place: "000000", from: 2018-01-01, source: {provenance: text, file: x}}
measures:
  - id: m
    clause: 一
    act: ban
    bearers: [subject]
    departments: none-printed
    basis: none-cited
    when: {fact: subject.x, is: true}
"""


def found_in(model: type, text: str) -> tuple[Diagnostic, ...]:
    node, read = read_text(text, "f.yaml")
    assert node is not None, read
    return bind(model, node)[1]


def test_right_files_bind() -> None:
    assert found_in(Case, CASE) == ()
    assert found_in(Pack, PACK) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "place", "values"),
    [
        ("list:", "lsit:", "unknown-key", "/records/0/lsit", (4, 5), {"key": "lsit", "nearest": "list"}),
        ("determined_by:", "determined-by:", "unknown-key", "/records/0/determined-by", (5, 5), {"nearest": "determined_by"}),
        ("decided_on:", "Decided_On:", "unknown-key", "/records/0/Decided_On", (7, 5), {"nearest": "decided_on"}),
        ("    list: dishonest-judgment-debtor\n", "", "missing-key", "/records/0/list", (3, 5), {"key": "list"}),
        ("{number: 示执1号}", "{}", "missing-key", "/records/0/document/number", (6, 15), {"key": "number"}),
        ('"91350100M000100Y43"', "913501000000000", "number-needs-quotes", "/subject/id", (1, 15), {"found": "913501000000000"}),
        ("2018-01-02", "20180102", "not-a-day", "/records/0/decided_on", (7, 17), {"kind": "a-number"}),
        ("2018-01-02", "2018-02-30", "not-a-day", "/records/0/decided_on", (7, 17), {"found": "2018-02-30"}),
        ("2018-01-02", "2018/01/02", "not-a-day", "/records/0/decided_on", (7, 17), {"found": "2018/01/02"}),
        ("2018-01-02", '"2018-01-02 "', "not-a-day", "/records/0/decided_on", (7, 17), {}),
        ("2018-01-02", "null", "not-a-day", "/records/0/decided_on", (7, 17), {"kind": "a-null"}),
        ("kind: enterprise", "kind: enterprize", "not-one-of", "/subject/kind", (1, 43), {"found": "enterprize", "nearest": "enterprise"}),
        ("kind: enterprise", "kind: 5", "not-one-of", "/subject/kind", (1, 43), {"found": "5"}),
        ("kind: enterprise", "kind: null", "wrong-type", "/subject/kind", (1, 43), {"kind": "a-null"}),
        ("kind: enterprise", "kind: [enterprise]", "wrong-type", "/subject/kind", (1, 43), {"kind": "a-list"}),
        ("{number: 示执1号}", "示执1号", "wrong-type", "/records/0/document", (6, 15), {"expected": "mapping", "found": "示执1号"}),
        ("{number: 示执1号}", "null", "wrong-type", "/records/0/document", (6, 15), {"expected": "mapping", "kind": "a-null"}),
        ("list: dishonest-judgment-debtor", 'list: ""', "empty-text", "/records/0/list", (4, 11), {}),
        ("list: dishonest-judgment-debtor", "list: [a]", "wrong-type", "/records/0/list", (4, 11), {"expected": "text", "kind": "a-list"}),
        ("list: dishonest-judgment-debtor", "list: true", "wrong-type", "/records/0/list", (4, 11), {"expected": "text", "found": "true"}),
        ("document:", "served: yes\n    document:", "wrong-type", "/records/0/served", (6, 13), {"expected": "boolean", "found": "yes"}),
        ("document:", "served: 1\n    document:", "wrong-type", "/records/0/served", (6, 13), {"expected": "boolean", "kind": "a-number"}),
        ("document:", "facts: {a: [1]}\n    document:", "wrong-type", "/records/0/facts/a", (6, 16), {"kind": "a-list"}),
        ("document:", "facts: [a]\n    document:", "wrong-type", "/records/0/facts", (6, 12), {"expected": "mapping"}),
        ("document:", "conduct: {from_: 2016-01-01}\n    document:", "unknown-key", "/records/0/conduct/from_", (6, 15), {"nearest": "from"}),
        ("records:", "records: none\nx:", "wrong-type", "/records", (2, 10), {"expected": "list"}),
    ],
)  # fmt: skip
def test_mistakes_in_a_case(
    old: str, new: str, code: str, path: str, place: tuple[int, int], values: dict[str, str]
) -> None:
    assert old in CASE
    first, *others = found_in(Case, CASE.replace(old, new, 1))
    assert (first.code, first.path, first.span[1:]) == (code, path, place)
    assert values.items() <= first.values.items()
    assert all(other.code == "unknown-key" and other.path == "/x" for other in others)


@pytest.mark.parametrize(
    ("form", "code", "path", "values"),
    [
        ("{on_lits: x}", "no-form", "", {"nearest": "on_list"}),
        ("{}", "no-form", "", {}),
        ("null_", "wrong-type", "", {"expected": "condition", "found": "null_"}),
        ("[{on_list: x}]", "wrong-type", "", {"expected": "condition", "kind": "a-list"}),
        ("5", "wrong-type", "", {"expected": "condition"}),
        ("{on_list: x, fact: y}", "two-forms", "/fact", {"key": "fact", "form": "on_list"}),
        ("{on_list: x, wehre: {fact: a}}", "unknown-key", "/wehre", {"nearest": "where"}),
        ("{on_list: []}", "empty-list", "/on_list", {}),
        ("{on_list: 5}", "wrong-type", "/on_list", {"expected": "list"}),
        ("{on_list: x, grade: hevier}", "not-one-of", "/grade", {"nearest": "heavier"}),
        ("{on_list: x, at: now}", "not-one-of", "/at", {}),
        ("{all: []}", "empty-list", "/all", {}),
        ("{any: {on_list: x}}", "wrong-type", "/any", {"expected": "list"}),
        ("{all: [{on_list: x}, {any: [{on_list: x}, {fct: y}]}]}", "no-form", "/all/1/any/1", {"nearest": "fact"}),
        ("{not: {not: {fact: x, at_leats: 5}}}", "unknown-key", "/not/not/at_leats", {"nearest": "at_least"}),
        ("{not: {not: {fact: x, is: true}, extra: 1}}", "unknown-key", "/not/extra", {}),
        ("{not: 5}", "wrong-type", "/not", {"expected": "condition"}),
        ("{fact: x, at_least: 5.5}", "number-needs-quotes", "/at_least", {"found": "5.5"}),
        ("{fact: x, is_: true}", "unknown-key", "/is_", {"nearest": "is"}),
        ("{fact: x, is: [a]}", "wrong-type", "/is", {"kind": "a-list"}),
        ("{fact: x, one_of: a}", "wrong-type", "/one_of", {"expected": "list"}),
        ("{count: x, within: 3 yeers, at_least: 2}", "not-a-period", "/within", {"found": "3 yeers"}),
        ("{count: x, within: 3, at_least: 2}", "not-a-period", "/within", {"found": "3"}),
        ("{count: x, at_least: 2}", "missing-key", "/within", {"key": "within"}),
        ("{count: x, within: 3 years, at_least: \"2\"}", "wrong-type", "/at_least", {"expected": "whole-number"}),
        ("{count: x, within: 3 years, at_least: 2.0}", "wrong-type", "/at_least", {"expected": "whole-number"}),
        ("{count: x, within: 3 years, at_least: true}", "wrong-type", "/at_least", {"expected": "whole-number"}),
        ("{exists: shareholder, where: {fact: x, is: null, at: 5}}", "unknown-key", "/where/at", {}),
    ],
)  # fmt: skip
def test_mistakes_in_a_condition(form: str, code: str, path: str, values: dict[str, str]) -> None:
    (finding,) = found_in(Pack, PACK.replace("{fact: subject.x, is: true}", form))
    assert (finding.code, finding.path) == (code, f"/measures/0/when{path}")
    assert values.items() <= finding.values.items()
    assert finding.span.line == 10


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "values"),
    [
        ("format: 1", "format: 2", "not-one-of", "/format", {"known": "1"}),
        ("format: 1", 'format: "1"', "not-one-of", "/format", {}),
        ("from: 2018-01-01", "from: unkown", "not-a-day", "/memorandum/from", {"also": "unknown"}),
        ("bearers: [subject]", "bearers: subject", "wrong-type", "/measures/0/bearers", {"expected": "list", "found": "subject"}),
        ("bearers: [subject]", "bearers: [subjects]", "not-one-of", "/measures/0/bearers/0", {"nearest": "subject"}),
        ("bearers: [subject]", "bearers: [5]", "wrong-type", "/measures/0/bearers/0", {"expected": "subject|mapping"}),
        ("bearers: [subject]", "bearers: [{roles: [director]}]", "missing-key", "/measures/0/bearers/0/at", {}),
        ("bearers: [subject]", "bearers: [{role: [director], at: as-of}]", "unknown-key", "/measures/0/bearers/0/role", {"nearest": "roles"}),
        ("departments: none-printed", "departments: none_printed", "not-one-of", "/measures/0/departments", {"nearest": "none-printed"}),
        ("departments: none-printed", "departments: []", "empty-list", "/measures/0/departments", {}),
        ("departments: none-printed", "departments: [市财政局, {name: x}]", "missing-key", "/measures/0/departments/1/part", {}),
        ("departments: none-printed", "departments: [5]", "wrong-type", "/measures/0/departments/0", {"expected": "mapping"}),
        ("basis: none-cited", "basis: [{instrument: law, article: 22}]", "number-needs-quotes", "/measures/0/basis/0/article", {"found": "22"}),
        ("basis: none-cited", "basis: [{instrument: law, artcle: x}]", "unknown-key", "/measures/0/basis/0/artcle", {"nearest": "article"}),
        ("basis: none-cited", "basis: none-cited\n    provenance: {secondry: x}", "unknown-key", "/measures/0/provenance/secondry", {"nearest": "secondary"}),
        ("basis: none-cited", "basis: none-cited\n    term: {outlasts: {instrument: x}}", "missing-key", "/measures/0/term/outlasts/article", {}),
        ("basis: none-cited", "basis: none-cited\n    term: {outlasts: 5}", "number-needs-quotes", "/measures/0/term/outlasts", {}),
        ("basis: none-cited", "basis: none-cited\n    guard: {count: 5}", "number-needs-quotes", "/measures/0/guard/count", {}),
        ("basis: none-cited", "basis: none-cited\n    guard: {count: {fact: 5}}", "wrong-type", "/measures/0/guard/count", {"expected": "text"}),
        ("basis: none-cited", "basis: none-cited\n    force: must", "not-one-of", "/measures/0/force", {}),
        ('place: "000000"', "place: 360300", "number-needs-quotes", "/memorandum/place", {"found": "360300"}),
    ],
)  # fmt: skip
def test_mistakes_in_a_pack(old: str, new: str, code: str, path: str, values: dict[str, str]) -> None:
    assert old in PACK
    (finding,) = found_in(Pack, PACK.replace(old, new, 1))
    assert (finding.code, finding.path) == (code, path)
    assert values.items() <= finding.values.items()


def test_mistaken_keys_of_a_table_name_the_key() -> None:
    text = """\
format: 1
publicity:
  - {id: p, title: 公示, provenance: text, source: x, least: {minr: none}, basis: {instrument: a, article: b}}
"""
    (finding,) = found_in(RegistryFile, text)
    assert (finding.code, finding.path, finding.span[1:]) == ("not-one-of", "/publicity/0/least/minr", (3, 61))
    assert finding.values["nearest"] == "minor"


def test_all_mistakes_come_at_once() -> None:
    text = CASE.replace("kind: enterprise", "kind: firm").replace("2018-01-02", "soon").replace("list:", "lists:")
    assert [(d.code, d.path) for d in found_in(Case, text)] == [
        ("not-one-of", "/subject/kind"),
        ("not-a-day", "/records/0/decided_on"),
        ("unknown-key", "/records/0/lists"),
    ]


def test_a_document_that_is_no_mapping() -> None:
    for text in ("- a\n", "5\n", "text\n", "null\n"):
        (finding,) = found_in(Case, text)
        assert (finding.code, finding.path, finding.values["expected"]) == ("wrong-type", "", "mapping")


def test_no_message_speaks_of_python() -> None:
    text = (
        CASE.replace("kind: enterprise", "kind: {a: 1}").replace("2018-01-02", "[]").replace("{number: 示执1号}", "5")
    )
    for finding in found_in(Case, text):
        for words in (finding.message("en"), finding.hint("en")):
            assert not {"str", "dict", "tuple", "int", "NoneType", "Decimal", "Input"} & set(words.split())
