"""The decision as JSON: the contract's keys, nothing lost, the same bytes."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from credit_rules.case.decision import EngineView, Withheld
from credit_rules.case.decision_json import decision_from_json, to_json
from tests.render.example_decision import BAN, DECISION

MEASURE_KEYS = [
    "id", "act", "title", "direction", "force", "actor", "effect", "impact", "category", "status", "verification",
    "bearer", "matters", "departments", "legal_basis", "standing", "sources", "because", "reasons", "from", "until",
    "ends_by", "human_review",
]  # fmt: skip


def plain(decision: Any = DECISION) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(to_json(decision))
    return read


def test_the_keys_are_the_contract_s_in_its_order() -> None:
    assert list(plain()) == [
        "format", "statement", "subject", "as_of", "known_at", "region", "records", "measures", "withheld",
        "undetermined", "warnings", "duties", "indication", "packs", "registry", "plan", "engine",
    ]  # fmt: skip
    assert list(plain()["measures"][0]) == MEASURE_KEYS
    assert list(plain()["records"][0]) == ["id", "subject", "list", "status", "from", "until", "verification"]


def test_days_are_written_as_days_and_null_is_spelt_out() -> None:
    record = plain()["records"][1]
    assert record["from"] == "2018-02-01"
    assert record["until"] is None


def test_none_cited_and_none_printed_are_said() -> None:
    travel = plain()["measures"][1]
    assert (travel["departments"], travel["legal_basis"]) == ("none-printed", "none-cited")


def test_options_stand_only_where_one_differs_from_the_default() -> None:
    assert plain()["engine"] == {"version": "0.1.0", "evaluator": "matcher"}
    strict = DECISION._replace(engine=EngineView("0.1.0", "matcher", {"evidence": "strict"}))
    assert plain(strict)["engine"]["options"] == {"evidence": "strict"}


def test_verification_of_something_withheld_stands_only_where_it_is_open() -> None:
    assert plain()["withheld"][0]["verification"] == "open"
    quiet = Withheld("p/m", "act", DECISION.withheld[0].bearer, "livelihood", ())
    assert "verification" not in plain(DECISION._replace(withheld=(quiet,)))["withheld"][0]


def test_chinese_is_written_as_it_is_and_the_same_decision_gives_the_same_bytes() -> None:
    assert "禁止参加政府采购活动" in to_json(DECISION)
    assert to_json(DECISION) == to_json(DECISION._replace())
    assert not to_json(DECISION).endswith("\n")


def test_one_line_holds_what_the_lines_hold() -> None:
    line = to_json(DECISION, indent=None)
    assert "\n" not in line
    assert json.loads(line) == plain()


@pytest.mark.parametrize("indent", [2, None])
def test_a_stored_decision_reads_back_equal(indent: int | None) -> None:
    assert decision_from_json(to_json(DECISION, indent=indent)) == DECISION
    empty = DECISION._replace(indication=None, measures=(), region=None)
    assert decision_from_json(to_json(empty, indent=indent)) == empty


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda d: d.pop("plan"), "/"),
        (lambda d: d.update(extra=1), "/"),
        (lambda d: d["measures"][0].update(force="urgent"), "/measures/0/force"),
        (lambda d: d["measures"][0].update(departments="none"), "/measures/0/departments"),
        (lambda d: d.update(as_of=20180510), "/as_of"),
    ],
)
def test_what_is_no_decision_is_refused_with_its_place(change: Any, place: str) -> None:
    stored = plain()
    change(stored)
    with pytest.raises(ValueError, match=f"^{place}: "):
        decision_from_json(json.dumps(stored))


def test_a_decision_writes_itself() -> None:
    assert DECISION.to_json() == to_json(DECISION)
    assert BAN.from_ == date(2018, 1, 5)
