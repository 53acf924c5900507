"""``--evaluator durable`` and ``--cross-check``: the same decision from another algorithm, and none where two differ."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from credit_rules.durable.evaluator import Evaluator
from credit_rules.plan.results import RuleResult
from tests.cli.conftest import PERSON, UNIT, Call, case
from tests.durable.available import needs_durable
from tests.durable.records import TAX_RECORD

PACK = "memoranda/regional/360000-joint-measures-2016"


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case with measures, in a working folder of its own."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case(records=[TAX_RECORD])), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def packs(request: pytest.FixtureRequest) -> str:
    return str(request.config.rootpath / PACK)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second evaluator that loses the first result that hits."""
    evaluate = Evaluator.evaluate

    def lossy(self: Evaluator, situation: Any) -> tuple[RuleResult, ...]:
        found = evaluate(self, situation)
        first = next((one for one in found if one.outcome == "hit"), None)
        return tuple(one for one in found if one is not first)

    monkeypatch.setattr(Evaluator, "evaluate", lossy)


@needs_durable
@pytest.mark.parametrize("arguments", [["--evaluator", "durable"], ["--evaluator", "durable", "--cross-check"]])
def test_the_second_evaluator_gives_the_same_bytes_but_its_name(
    call: Call, listed: Path, packs: str, arguments: list[str]
) -> None:
    first = call("evaluate", listed, "--packs", packs, "--format", "json")
    second = call("evaluate", listed, "--packs", packs, "--format", "json", *arguments)
    assert (second.status, second.err) == (0, "")
    assert json.loads(first.out)["measures"]
    assert second.out == first.out.replace('"evaluator": "matcher"', '"evaluator": "durable"')


@needs_durable
def test_a_confirmed_decision_is_that_of_the_matcher(call: Call, listed: Path, packs: str) -> None:
    first = call("evaluate", listed, "--packs", packs, "--format", "json")
    checked = call("evaluate", listed, "--packs", packs, "--format", "json", "--cross-check")
    assert checked == first
    assert list(listed.parent.glob("credit-rules-difference-*")) == []


@needs_durable
@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("form", ["text", "json"])
def test_where_two_differ_no_decision_is_given_and_a_file_shows_both(
    call: Call, listed: Path, packs: str, form: str
) -> None:
    done = call("evaluate", listed, "--packs", packs, "--cross-check", "--format", form)
    assert (done.status, done.out) == (1, "")
    (file,) = listed.parent.glob("credit-rules-difference-*.json")
    assert file.name in done.err
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["case"]["records"][0]["list"] == "major-tax-violation"
    assert [pack["digest"][:7] for pack in kept["packs"]] == ["sha256:"]
    assert set(kept["results"]) == {"matcher", "durable"}
    assert kept["results"]["matcher"] != kept["results"]["durable"]
    assert kept["differences"]
    assert set(kept["differences"][0]) == {"path", "matcher", "durable"}
    if form == "json":
        assert json.loads(done.err)["errors"][0]["code"] == "evaluators-differ"


@needs_durable
@pytest.mark.usefixtures("broken")
def test_the_kept_case_differs_again(call: Call, listed: Path, packs: str) -> None:
    call("evaluate", listed, "--packs", packs, "--cross-check")
    (file,) = listed.parent.glob("credit-rules-difference-*.json")
    listed.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8"))["case"]), encoding="utf-8")
    assert call("evaluate", listed, "--packs", packs, "--cross-check").status == 1


@needs_durable
def test_a_second_evaluator_that_breaks_confirms_nothing(
    call: Call, listed: Path, packs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(self: Evaluator, situation: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(Evaluator, "evaluate", breaks)
    done = call("evaluate", listed, "--packs", packs, "--cross-check")
    assert (done.status, done.out) == (1, "")
    (file,) = listed.parent.glob("credit-rules-difference-*.json")
    assert json.loads(file.read_text(encoding="utf-8"))["results"]["durable"] == {"broke": "RuntimeError: broken"}


@needs_durable
@pytest.mark.usefixtures("broken")
def test_what_is_said_of_a_difference_masks_persons(call: Call, listed: Path, packs: str) -> None:
    plain = case(
        subject={"id": PERSON, "kind": "natural-person"},
        records=[{**TAX_RECORD, "subject": PERSON}],
        relations=[],
        inquiry=None,
    )
    listed.write_text(json.dumps(plain), encoding="utf-8")
    done = call("evaluate", listed, "--packs", packs, "--cross-check")
    assert done.status == 1
    assert PERSON not in done.err


@needs_durable
@pytest.mark.usefixtures("broken")
def test_lines_that_differ_are_answered_with_an_error_and_the_others_go_on(
    call: Call, listed: Path, packs: str
) -> None:
    lines = listed.with_suffix(".jsonl")
    lines.write_text(
        f"{json.dumps(case(records=[TAX_RECORD]))}\n{json.dumps(case(records=[], inquiry=None))}\n", encoding="utf-8"
    )
    done = call("evaluate", lines, "--lines", "--packs", packs, "--cross-check")
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert done.status == 1
    assert answers[0]["errors"][0]["code"] == "evaluators-differ"
    assert answers[0]["errors"][0]["line"] == 1
    assert answers[1]["subject"]["id"] == UNIT
    lines.write_text(f"{json.dumps(case(records=[TAX_RECORD]))}\nwrong\n", encoding="utf-8")
    assert call("evaluate", lines, "--lines", "--packs", packs, "--cross-check").status == 2


@needs_durable
def test_a_decision_of_the_second_evaluator_replays_with_it(call: Call, listed: Path, packs: str) -> None:
    stored = listed.with_name("decision.json")
    done = call("evaluate", listed, "--packs", packs, "--evaluator", "durable", "--format", "json")
    stored.write_text(done.out, encoding="utf-8")
    assert call("replay", listed, stored, "--packs", packs).status == 0


@pytest.mark.parametrize("arguments", [["--evaluator", "durable"], ["--cross-check"]])
def test_without_the_extra_it_is_named(
    call: Call, listed: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setitem(sys.modules, "durable", None)
    done = call("evaluate", listed, *arguments)
    assert (done.status, done.out) == (2, "")
    assert "credit-rules[durable]" in done.err
    assert "Traceback" not in done.err
