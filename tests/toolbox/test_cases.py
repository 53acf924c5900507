"""Written cases: what was promised is compared with what came, and a mistake in the file has its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from credit_rules import Engine, InputError
from credit_rules.case.decision import BearerId, Undetermined, Withheld
from credit_rules.source.tree import cases_of, cases_under, parts_of
from credit_rules.toolbox.case_file import CaseFile, WrittenCase, read_case_file
from credit_rules.toolbox.cases import CaseOutcome, compare, run_cases
from tests.render.example_decision import BAN, DECISION, PERSON, SUSPENDED, UNIT

PACK = "jiangxi-2016-101"
DAY = date(2020, 1, 11)


def mismatches(*, decision: Any = DECISION, **written: Any) -> list[str]:
    case = WrittenCase.model_validate({"name": "…", **written})
    return [zh for zh, _ in compare(case, decision, PACK)]


ISSUED = ("tax-procurement", "key-supervision")


def test_exactly_what_is_named_is_issued() -> None:
    assert mismatches(issued=ISSUED) == []
    assert mismatches(issued=(f"{PACK}/tax-procurement", "key-supervision")) == []


def test_what_is_issued_and_not_named_fails_also_where_issued_is_left_out() -> None:
    assert mismatches(issued=("tax-procurement",)) == [
        f"{PACK}/key-supervision（承受人 {UNIT}，suspended）：发出了，但 issued 没有写明"
    ]
    assert len(mismatches()) == 2


def test_measures_of_other_packs_are_left_to_their_own_cases() -> None:
    assert "pingxiang-2017-judgment-debtors/premium-travel" in {m.id for m in DECISION.measures}
    assert not any("pingxiang" in said for said in mismatches())


def test_a_source_of_this_pack_in_a_measure_of_another_counts() -> None:
    own = BAN.sources[0]._replace(id=f"{PACK}/own", status="suspended")
    merged = BAN._replace(id="other/first", sources=(own._replace(id="other/first", pack="other"), own))
    decision = DECISION._replace(measures=(merged,))
    assert mismatches(decision=decision, issued=({"id": "own", "status": "suspended"},)) == []


def test_what_is_named_and_not_issued_says_what_came_instead() -> None:
    assert mismatches(issued=(*ISSUED, "personal-record", "green-channel", "other")) == [
        f"{PACK}/personal-record：应当发出，实际未确定（还缺：{PERSON} 是否对该行为负有直接责任）",
        f"{PACK}/green-channel：应当发出，实际未发出（listed-elsewhere）",
        f"{PACK}/other：应当发出，实际没有发出",
    ]


def test_status_force_and_bearer_are_compared_where_they_are_written() -> None:
    right = {"id": "tax-procurement", "status": "in-force", "force": "mandatory", "bearer": UNIT}
    assert mismatches(issued=(right, "key-supervision")) == []
    wrong = {"id": "tax-procurement", "status": "reduced", "force": "recommended"}
    assert mismatches(issued=(wrong, "key-supervision")) == [
        f"{PACK}/tax-procurement（承受人 {UNIT}）：status 应当为 reduced，实际为 in-force",
        f"{PACK}/tax-procurement（承受人 {UNIT}）：force 应当为 recommended，实际为 mandatory",
    ]


def test_an_entry_without_bearer_stands_for_every_bearer_that_no_other_names() -> None:
    on_person = SUSPENDED._replace(bearer=SUSPENDED.bearer._replace(id=PERSON))
    decision = DECISION._replace(measures=(SUSPENDED, on_person))
    assert mismatches(decision=decision, issued=("key-supervision",)) == []
    person = {"id": "key-supervision", "bearer": PERSON, "status": "suspended"}
    assert mismatches(decision=decision, issued=("key-supervision", person)) == []
    assert len(mismatches(decision=decision, issued=(person,))) == 1


@pytest.mark.parametrize("identifier", ["tax-procurement", "personal-record", "green-channel"])
def test_not_issued_means_neither_issued_nor_undetermined_nor_withheld(identifier: str) -> None:
    (said,) = mismatches(issued=ISSUED, not_issued=(identifier,))
    assert said.startswith(f"{PACK}/{identifier}：应当不发出，实际")
    assert mismatches(issued=ISSUED, not_issued=("other",)) == []


def test_undetermined_names_at_least_these() -> None:
    assert mismatches(issued=ISSUED, undetermined=("personal-record",)) == []
    assert mismatches(issued=ISSUED, undetermined=("green-channel",)) == [
        f"{PACK}/green-channel：应当未确定，实际未发出（listed-elsewhere）"
    ]
    more = (*DECISION.undetermined, Undetermined("…", "age", (f"{PACK}/more",), BearerId(UNIT)))
    assert mismatches(decision=DECISION._replace(undetermined=more), issued=ISSUED) == []


def test_withheld_with_its_reason() -> None:
    assert mismatches(issued=ISSUED, withheld=("green-channel",)) == []
    assert mismatches(issued=ISSUED, withheld=({"id": "green-channel", "reason": "listed-elsewhere"},)) == []
    assert mismatches(issued=ISSUED, withheld=({"id": "green-channel", "reason": "livelihood"},)) == [
        f"{PACK}/green-channel：未发出的原因应当为 livelihood，实际为 listed-elsewhere"
    ]
    assert mismatches(issued=ISSUED, withheld=("other",)) == [f"{PACK}/other：应当未发出（withheld），实际没有发出"]
    assert isinstance(DECISION.withheld[0], Withheld)


def test_the_indication_is_the_result() -> None:
    assert mismatches(issued=ISSUED, indication="prohibit") == []
    assert mismatches(issued=ISSUED, indication="neutral") == ["事项提示：应当为 neutral，实际为 prohibit"]
    silent = DECISION._replace(indication=None)
    assert mismatches(decision=silent, issued=ISSUED, indication="neutral") == ["事项提示：应当为 neutral，实际为 -"]


# --- files -------------------------------------------------------------------------------------------------------------

BASE = f"""\
format: 1
base:
  subject: {{id: "{UNIT}", kind: enterprise, region: "360300"}}
  context: {{as_of: 2018-05-10, region: "360300"}}
cases:
"""


def written(folder: Path, cases: str, base: str = BASE) -> CaseFile:
    (folder / "pack.yaml").write_text("memorandum: {id: some-pack}\n", encoding="utf-8")
    path = folder / "cases.yaml"
    path.write_text(base + cases, encoding="utf-8")
    return read_case_file(path)


def outcomes(file: CaseFile) -> list[CaseOutcome]:
    return list(run_cases(file, Engine.bundled()))


def test_a_case_is_merged_into_the_base_and_lists_replace_lists(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "  - name: 甲\n    case: {context: {region: '360000', matter: bidding}, records: []}\n  - name: 乙\n",
        BASE.replace("cases:", "  records: [{id: r1}]\ncases:"),
    )
    assert file.pack == "some-pack"
    first, second = (placed.node.to_plain() for placed in file.cases)
    assert first["context"] == {"as_of": "2018-05-10", "region": "360000", "matter": "bidding"}
    assert (first["records"], second["records"]) == ([], [{"id": "r1"}])
    assert [placed.span.line for placed in file.cases] == [7, 9]


def test_a_case_in_which_nothing_is_issued_passes(tmp_path: Path) -> None:
    (outcome,) = outcomes(written(tmp_path, "  - name: 没有记录\n"))
    assert outcome.passed


def test_options_are_those_of_the_command_line(tmp_path: Path) -> None:
    (outcome,) = outcomes(written(tmp_path, "  - {name: 甲, options: {matter: bidding}, indication: neutral}\n"))
    assert outcome.passed


def test_a_measure_that_nobody_knows_is_a_failure(tmp_path: Path) -> None:
    known = next(rule.id for rule in Engine.bundled().plan.rules)
    (outcome,) = outcomes(written(tmp_path, f"  - {{name: 甲, not_issued: [{known}x]}}\n"))
    assert outcome.mismatches[0][0] == f"没有措施 {known}x，是不是 {known}？"


def test_a_wrong_case_has_its_place_in_the_file(tmp_path: Path) -> None:
    (outcome,) = outcomes(written(tmp_path, "  - name: 甲\n    case:\n      context: {region: 36}\n"))
    assert not outcome.passed
    assert {(found.path, found.span.line) for found in outcome.input_errors} == {("/context/region", 8)}


def test_a_wrong_base_has_its_place_too(tmp_path: Path) -> None:
    (outcome,) = outcomes(written(tmp_path, "  - name: 甲\n", BASE.replace("enterprise", "enterprse")))
    assert [(found.path, found.span.line) for found in outcome.input_errors] == [("/subject/kind", 3)]


@pytest.mark.parametrize(
    ("cases", "line"),
    [
        ("  - name: 甲\n    isued: []\n", 7),
        ("  - name: 甲\n    issued: [{id: a, status: in_force}]\n", 7),
        ("  - name: 甲\n    options: {as-of: 2018-05-10}\n", 7),
        ("  - issued: []\n", 6),
        ("  - name: 甲\n    indication: forbid\n", 7),
    ],
)
def test_a_mistake_of_form_has_its_place(tmp_path: Path, cases: str, line: int) -> None:
    with pytest.raises(InputError) as wrong:
        written(tmp_path, cases)
    assert [found.span.line for found in wrong.value.diagnostics] == [line]


# --- what is written of several measures, their departments and their end; several files --------------------------------


def test_an_entry_may_stand_for_several_measures() -> None:
    assert mismatches(issued=({"id": list(ISSUED)},)) == []
    assert mismatches(issued=({"id": list(ISSUED), "status": "in-force"},)) == [
        f"{PACK}/key-supervision（承受人 {UNIT}）：status 应当为 in-force，实际为 suspended"
    ]
    assert mismatches(issued=ISSUED, withheld=({"id": ["green-channel"], "reason": "listed-elsewhere"},)) == []


def test_departments_named_must_be_among_those_printed() -> None:
    printed = tuple(each.printed for each in BAN.departments if not isinstance(each, str))
    assert mismatches(issued=({"id": "tax-procurement", "departments": printed[0]}, "key-supervision")) == []
    (said,) = mismatches(issued=({"id": "tax-procurement", "departments": [*printed, "省林业厅"]}, "key-supervision"))
    assert said == f"{PACK}/tax-procurement（承受人 {UNIT}）：部门应当有 省林业厅，实际为 {'、'.join(printed)}"


def test_the_end_is_compared_where_it_is_written_also_that_there_is_none() -> None:
    end = BAN.sources[0].until
    right = {"id": "tax-procurement", "until": None if end is None else str(end)}
    assert mismatches(issued=(right, "key-supervision")) == []
    assert len(mismatches(issued=({"id": "tax-procurement", "until": "2033-03-03"}, "key-supervision"))) == 1
    ended = DECISION._replace(measures=(BAN._replace(sources=(BAN.sources[0]._replace(until=DAY),)), SUSPENDED))
    assert mismatches(decision=ended, issued=({"id": "tax-procurement", "until": None}, "key-supervision")) == [
        f"{PACK}/tax-procurement（承受人 {UNIT}）：until 应当为 没有，实际为 {DAY}"
    ]


def test_a_pack_may_have_several_files_of_cases(tmp_path: Path) -> None:
    for name in ("pack.yaml", "cases.yaml", "cases-roles.yaml", "case-notes.yaml", "01-section.yaml", "cases.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [file.name for file in cases_of(tmp_path / "pack.yaml")] == ["cases.yaml", "cases-roles.yaml"]
    assert [file.name for file in parts_of(tmp_path / "pack.yaml")] == ["01-section.yaml", "case-notes.yaml"]
    assert cases_under(tmp_path) == cases_of(tmp_path / "pack.yaml")
    assert cases_under(tmp_path / "01-section.yaml") == (tmp_path / "01-section.yaml",)
