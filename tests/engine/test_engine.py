"""The façade: however a case or a plan is handed over, the same decision; what is wrong is said at once."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from credit_rules import Engine, InputError, Options
from tests.generators.example import JIA, YI, case, event, measure, pack, record, relation, world
from tests.generators.people import ADULT, FIRM, Plain

EXAMPLE: Plain = case(record(), relations=[relation()], matter="bids")
PLAN = world(
    EXAMPLE, pack(measure(departments=["市法院"]), measure("other", "supervise", departments=["省国税局"]))
).plan
ENGINE = Engine(PLAN)


def codes(case: Any, options: Options | None = None) -> list[str]:
    with pytest.raises(InputError) as caught:
        ENGINE.evaluate(case, options)
    return [finding.code for finding in caught.value.diagnostics]


def test_a_mapping_json_bytes_and_a_case_decide_alike() -> None:
    text = json.dumps(EXAMPLE, ensure_ascii=False)
    ways = (EXAMPLE, text, text.encode(), json.dumps(EXAMPLE, indent=2), ENGINE.read(EXAMPLE))
    assert len({ENGINE.evaluate(way).to_json() for way in ways}) == 1


def test_a_plan_in_text_is_an_engine() -> None:
    assert Engine.from_plan(PLAN.json).evaluate(EXAMPLE).to_json() == ENGINE.evaluate(EXAMPLE).to_json()


def test_packs_from_a_folder(tmp_path: Path) -> None:
    from tests.generators import packs

    (tmp_path / "registry").mkdir()
    (tmp_path / "registry" / "all.yaml").write_bytes((Path(packs.__file__).parent / "small_registry.yaml").read_bytes())
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "pack.yaml").write_text(json.dumps(pack(measure())), "utf-8")
    decision = Engine.from_paths(tmp_path).evaluate(EXAMPLE)
    assert [view.id for view in decision.measures] == ["pack/m"]
    assert Engine.from_paths(tmp_path / "one").evaluate(EXAMPLE).measures == decision.measures


def test_the_decision_names_its_packs_registry_and_plan() -> None:
    decision = ENGINE.evaluate(EXAMPLE)
    assert [(entry.id, entry.digest) for entry in decision.packs] == [("pack", "sha256:pack")]
    assert decision.registry.digest == "sha256:registry"
    assert decision.plan.digest == PLAN.digest
    assert decision.engine.evaluator == "matcher"


class TestOptions:
    """The first four override the context; the rest are modes, and named where they differ from the default."""

    def test_the_context_is_overridden(self) -> None:
        options = Options(as_of=date(2018, 1, 7), known_at=date(2018, 1, 8), region=YI, matter="funds")
        decision = ENGINE.evaluate(EXAMPLE, options)
        assert (decision.as_of, decision.known_at, decision.region) == (date(2018, 1, 7), date(2018, 1, 8), YI)
        assert decision.indication is not None
        assert decision.indication.matter == "funds"

    def test_the_day_of_knowledge_is_the_as_of_day_unless_said(self) -> None:
        assert ENGINE.evaluate(EXAMPLE).known_at == date(2018, 5, 10)
        assert ENGINE.evaluate(EXAMPLE, Options(as_of=date(2019, 5, 10))).known_at == date(2019, 5, 10)

    def test_modes_are_named_where_they_differ(self) -> None:
        assert ENGINE.evaluate(EXAMPLE).engine.options is None
        assert ENGINE.evaluate(EXAMPLE, Options(as_of=date(2018, 5, 10), matter="bids")).engine.options is None
        strict = ENGINE.evaluate(EXAMPLE, Options(standing="withhold", evidence="strict"))
        assert strict.engine.options == {"standing": "withhold", "evidence": "strict"}

    def test_one_department_sees_its_own_measures(self) -> None:
        assert [view.act for view in ENGINE.evaluate(EXAMPLE, Options(department="court")).measures] == ["bar-bids"]
        assert [view.act for view in ENGINE.evaluate(EXAMPLE, Options(department="tax-office")).measures] == [
            "supervise"
        ]
        assert ENGINE.evaluate(EXAMPLE, Options(department="insurers")).measures == ()


class TestMistakes:
    """The input is wrong: every mistake at once, each with its code."""

    def test_without_a_day_nothing_is_decided(self) -> None:
        context = {key: value for key, value in EXAMPLE["context"].items() if key != "as_of"}
        assert codes({**EXAMPLE, "context": context}) == ["as-of-missing"]
        assert ENGINE.evaluate({**EXAMPLE, "context": context}, Options(as_of=date(2018, 5, 10))).measures

    def test_an_unknown_matter_or_department(self) -> None:
        assert codes(EXAMPLE, Options(matter="bid")) == ["unknown-matter"]
        assert codes(EXAMPLE, Options(department="courts")) == ["unknown-department-id"]

    def test_all_at_once(self) -> None:
        wrong = case(record(list="depts"), record("r2", decided="2018-02-30"), relations=[relation("directer")])
        assert sorted(codes(wrong)) == ["not-a-day", "not-a-day", "unknown-list", "unknown-role"]

    def test_what_is_no_plan(self) -> None:
        with pytest.raises(ValueError, match="plan"):
            Engine.from_plan("{}")


class TestRegion:
    """Which packs apply is said by the deciding department's place (S2)."""

    def warned(self, region: str | None, about: Plain) -> tuple[set[str], bool]:
        decision = ENGINE.evaluate(case(record(), region=region, about=about))
        return {warning.code for warning in decision.warnings} & {"region-assumed", "region-missing"}, bool(
            decision.measures
        )

    def test_the_deciding_departments(self) -> None:
        assert self.warned(JIA, {"region": YI}) == (set(), True)

    def test_the_subjects_is_assumed_and_warned_about(self) -> None:
        assert self.warned(None, {"region": JIA}) == ({"region-assumed"}, True)
        assert self.warned(None, {"region": YI}) == ({"region-assumed"}, False)

    def test_without_either_only_nationwide_packs_apply(self) -> None:
        assert self.warned(None, {}) == ({"region-missing"}, False)
        nationwide = world(case(record(), region=None), pack(measure(), place="000000"))
        assert nationwide.decide().measures


class TestDuties:
    """What departments owe for an objection and for a wrong record (S7, S8)."""

    def duties(self, events: list[Plain], as_of: str = "2018-05-10", **fields: Any) -> list[tuple[str, str]]:
        return [
            (duty.code, duty.owed_by)
            for duty in ENGINE.evaluate(case(record(events=events, **fields), as_of=as_of)).duties
        ]

    def test_reputation_is_restored_by_each_department_concerned(self) -> None:
        restored = [("restore-reputation", name) for name in ("示例法院", "市法院", "省国税局")]
        assert self.duties([event("document-revoked", "2018-05-01")]) == restored
        assert self.duties([event("delisted", "2018-05-01", ground="in-error")]) == restored

    def test_not_where_the_record_never_took_effect(self) -> None:
        assert self.duties([event("document-revoked", "2018-05-01")], published_on="2018-05-02") == []

    def test_not_before_the_error_is_known(self) -> None:
        assert self.duties([event("document-revoked", "2018-05-01", recorded_on="2018-05-11")]) == []

    def test_an_open_verification_is_answered(self) -> None:
        opened = event("verification-opened", "2018-05-01", ground="objection")
        closed = event("verification-closed", "2018-05-09", result="confirmed")
        assert self.duties([opened]) == [("answer-objection", "示例法院")]
        assert self.duties([opened, closed]) == []


def test_nothing_is_decided_about_somebody_else() -> None:
    """A related person's own listing decides that person's case, not this one (S11)."""
    own = case(record(subject=ADULT.id), relations=[relation()])
    assert ENGINE.evaluate(own).measures == ()
    assert ENGINE.evaluate(EXAMPLE).subject.id == FIRM.id
