"""The published JSON Schemas agree with what is read and written."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from credit_rules.registry.read_case import read_case
from credit_rules.registry.registry import Registry
from credit_rules.registry.schemas import case_schema, decision_schema
from credit_rules.source.files import read_text
from tests.registry.example import CASE


@pytest.fixture(scope="module")
def validator(registry: Registry) -> Draft202012Validator:
    schema = case_schema(registry)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def plain(text: str = CASE) -> Any:
    node, _ = read_text(text, "case.yaml")
    assert node is not None
    return node.to_plain()


def test_a_right_case_is_valid(validator: Draft202012Validator) -> None:
    assert list(validator.iter_errors(plain())) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("list: dishonest-judgment-debtor", "list: other"),
        ("role: legal-representative", "role: boss"),
        ("matter: government-procurement", "matter: golf"),
        ("kind: enterprise", "kind: firm"),
        ('region: "360300"\n', 'region: "3603"\n'),
        ("staff: 12", "stuff: 12"),
        ("staff: 12", 'staff: "12"'),
        ("staff: 12", "staff: 1.5"),
        ("industry: food", "industry: steel"),
        ("listed-company: true", "listed-company: yes"),
        ("founded-on: 2010-03-04", "founded-on: March"),
        ('amount: "1200000.00"', 'amount: "1,200,000.00"'),
        ("decided_on: 2018-01-02", "decided_on: 2018-1-2"),
        ("    decided_on: 2018-01-02\n", ""),
        ('registers: ["*"]', "registers: [all]"),
        ("ground: objection}", "ground: expired}"),
        ("result: confirmed}", "effect: lift}"),
        ("until: 2021-01-06}", "until: null}"),
        ("decided_on:", "decided_on: 2018-01-02\n    unknown:"),
        ("name: 示例有限公司", "from_: 1"),
        ("conduct: {from:", "conduct: {from_:"),
    ],
)
def test_what_is_not_valid_is_not_read_either(
    old: str, new: str, validator: Draft202012Validator, registry: Registry
) -> None:
    assert old in CASE
    text = CASE.replace(old, new, 1)
    assert not validator.is_valid(plain(text))
    assert read_case(text, "case.yaml", registry)[0] is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("staff: 12", "staff: null"),
        ('amount: "1200000.00"', "amount: 1200000.5"),
        ("name: 示例有限公司", "name: null"),
        ('region: "360300"\n', "region: null\n"),
        ("matter: government-procurement", "matter: null"),
        (
            "    published_on: 2018-01-05\n",
            "    published_on: null\n    grade: null\n    tier: minor\n    served: false\n",
        ),
        ("until: 2021-01-06}", "until: 2021-01-06, grade: null, recorded_on: null}"),
    ],
)
def test_nulls_are_spelt_out(old: str, new: str, validator: Draft202012Validator, registry: Registry) -> None:
    assert old in CASE
    text = CASE.replace(old, new, 1)
    value = plain(text)
    value["records"][0]["facts"] = {
        k: float(v) if not isinstance(v, str) else v for k, v in value["records"][0]["facts"].items()
    }
    assert list(validator.iter_errors(value)) == []
    assert read_case(text, "case.yaml", registry)[0] is not None


def test_nothing_is_left_open(registry: Registry) -> None:
    for schema in (case_schema(registry), decision_schema(registry)):
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        objects = [schema, *schema["$defs"].values()]
        assert all(part.get("additionalProperties") is False for part in objects if part.get("type") == "object")
        assert '"title": ' not in str(objects[1:])


def test_the_schema_of_a_decision_is_sound(registry: Registry) -> None:
    schema = decision_schema(registry)
    Draft202012Validator.check_schema(schema)
    measure = schema["$defs"]["MeasureView"]
    assert {"from", "until"} <= measure["properties"].keys()
    assert measure["properties"]["act"]["enum"] == ["ban-government-procurement"]
    assert "verification" in measure["required"]
    assert "verification" not in schema["$defs"]["Withheld"]["required"]
