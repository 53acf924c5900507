"""``changes``: two files of cases walked side by side."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from credit_rules.cli import workers
from credit_rules.cli.case_index import CaseIndex, key_of, pairs
from tests.cli.conftest import PERSON, UNIT, Call
from tests.toolbox.test_changes import case

CLEAN = Path(__file__).parents[1] / "pack" / "clean"
LEFT = {"type": "delisted", "on": "2018-05-01", "ground": "performed"}
Plain = dict[str, Any]


def codes(number: int) -> str:
    from credit_rules.case.identity import uscc_check

    code = f"91360302MEX{number:06d}"
    return code + uscc_check(code)


def of(id: str, *events: Plain, **changes: Any) -> Plain:
    plain = case(**changes)
    plain["subject"] = {**plain["subject"], "id": id}
    plain["records"] = [{**record, "events": list(events)} for record in plain["records"]]
    return plain


def lines(path: Path, *cases: Plain | str) -> Path:
    texts = (each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in cases)
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return path


A, B, C = codes(1), codes(2), codes(3)


@pytest.fixture
def days(tmp_path: Path) -> tuple[Path, Path]:
    """Yesterday A and B, today A, which left its list, and C; in another order, with blank lines."""
    return (
        lines(tmp_path / "yesterday.jsonl", "", of(A), of(B)),
        lines(tmp_path / "today.jsonl", of(C), "", of(A, LEFT)),
    )


def told(out: str) -> dict[str, tuple[str, set[str]]]:
    page = json.loads(out)
    return {
        each["subject"]["id"]: (each["case"], {kind for measure in each["measures"] for kind in measure["kinds"]})
        for each in page["changes"]
    }


def test_subjects_are_matched_by_number_in_any_order(call: Call, days: tuple[Path, Path]) -> None:
    done = call("changes", "--packs", CLEAN, *days, "--format", "json")
    assert (done.status, done.err) == (0, "")
    assert told(done.out) == {
        A: ("kept", {"lifted"}),
        B: ("removed", {"lifted"}),
        C: ("added", {"issued"}),
    }
    assert json.loads(done.out)["subjects"] == {"kept": 1, "added": 1, "removed": 1, "changed": 3, "wrong": 0}


def test_equal_files_tell_nothing(call: Call, days: tuple[Path, Path]) -> None:
    done = call("changes", "--packs", CLEAN, days[0], days[0])
    assert (done.status, done.err) == (0, "")
    assert "没有措施变化。" in done.out
    assert "两份都有 2，新增 0，已不在 0；有变化 0" in done.out


def test_text_masks_persons_and_names_departments(call: Call, days: tuple[Path, Path]) -> None:
    for form in ("text", "markdown"):
        page = call("changes", "--packs", CLEAN, *days, "--lang", "en", "--format", form).out
        assert PERSON not in page
        assert A in page
        assert "By department" in page
        assert "case gone" in page
        assert "case added" in page


def test_only_one_department(call: Call, days: tuple[Path, Path]) -> None:
    page = json.loads(call("changes", "--packs", CLEAN, *days, "--format", "json", "--department", "bank").out)
    assert {each["id"] for each in page["departments"]} == {"bank"}
    assert all(
        "bank" in {one["id"] for one in measure["departments"]}
        for each in page["changes"]
        for measure in each["measures"]
    )
    wrong = call("changes", "--packs", CLEAN, *days, "--department", "ban", "--lang", "en")
    assert wrong.status == 2
    assert "bank" in wrong.err


def test_two_days_of_one_file(call: Call, days: tuple[Path, Path]) -> None:
    """What the passing of time does: the same cases decided for two days."""
    page = json.loads(
        call(
            "changes",
            "--packs",
            CLEAN,
            days[0],
            days[0],
            "--old-as-of",
            "2018-01-01",
            "--as-of",
            "2018-05-10",
            "--format",
            "json",
        ).out
    )
    assert {(each["old_as_of"], each["new_as_of"]) for each in page["changes"]} == {("2018-01-01", "2018-05-10")}
    assert page["kinds"]["issued"] > 0


def test_wrong_cases_of_both_files_are_told_once_and_lose_nothing(call: Call, tmp_path: Path) -> None:
    broken = of(B, records=[{**case()["records"][0], "list": "nothing"}])
    old = lines(tmp_path / "old.jsonl", of(A), broken, "{", of(A, LEFT), {"subject": {}})
    new = lines(tmp_path / "new.jsonl", "[1", of(B), of(A), of(A), '{"subject": {"id": 5}}', of(C))
    done = call("changes", "--packs", CLEAN, old, new, "--lang", "en")
    assert done.status == 2
    places = sorted(set(re.findall(r"(?:old|new)\.jsonl:\d+", done.err)))
    assert places == ["new.jsonl:1", "new.jsonl:4", "new.jsonl:5", "old.jsonl:2", "old.jsonl:3", "old.jsonl:4", "old.jsonl:5"]  # fmt: skip
    assert "line 1 has a case of the same subject already" in done.err
    assert "11 cases, 7 of them wrong and not counted." in done.err
    page = call("changes", "--packs", CLEAN, old, new, "--format", "json")
    assert json.loads(page.out)["subjects"] == {"kept": 1, "added": 1, "removed": 0, "changed": 1, "wrong": 7}
    assert {key: [each["line"] for each in value] for key, value in json.loads(page.out)["wrong"].items()} == {
        "old": [2, 3, 4, 5], "new": [1, 4, 5],
    }  # fmt: skip


def test_documents_and_standard_input(call: Call, shell: Call, days: tuple[Path, Path], tmp_path: Path) -> None:
    expected = told(call("changes", "--packs", CLEAN, *days, "--format", "json").out)
    old = tmp_path / "old.yaml"
    old.write_text("".join(f"- {line}\n" for line in days[0].read_text("utf-8").splitlines() if line), encoding="utf-8")
    done = shell("changes", "--packs", CLEAN, old, "-", "--format", "json", stdin=days[1].read_bytes())
    assert (done.status, done.err) == (0, "")
    assert told(done.out) == expected
    refused = call("changes", "--packs", CLEAN, "-", days[1])
    assert refused.status == 2
    assert "不能来自标准输入" in refused.err


def test_a_file_that_is_not_there(call: Call, days: tuple[Path, Path], tmp_path: Path) -> None:
    for files in ((tmp_path / "nowhere.jsonl", days[1]), (days[0], tmp_path / "nowhere.jsonl")):
        done = call("changes", "--packs", CLEAN, *files)
        assert (done.status, done.out) == (2, "")
        assert "nowhere.jsonl" in done.err


def test_several_processes_tell_the_same(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = lines(tmp_path / "old.jsonl", *(of(codes(number)) for number in range(20)))
    new = lines(
        tmp_path / "new.jsonl", *(of(codes(number), *([LEFT] if number % 3 else [])) for number in range(5, 25))
    )
    alone = call("changes", "--packs", CLEAN, old, new, "--format", "json", "--jobs", "1").out
    monkeypatch.setattr(workers, "PART", 4)
    monkeypatch.setattr(workers, "PAYS", 2)
    assert call("changes", "--packs", CLEAN, old, new, "--format", "json", "--jobs", "2").out == alone


def test_help(call: Call) -> None:
    done = call("changes", "--help")
    assert "OLD-CASES NEW-CASES" in done.out
    assert "credit-rules changes" in done.out.splitlines()[-1]


# --- the index


def test_the_index_holds_no_line_and_no_number(tmp_path: Path) -> None:
    file = lines(tmp_path / "cases.jsonl", *(of(codes(number)) for number in range(10)))
    index = CaseIndex(str(file))
    held = repr(vars(index))
    assert UNIT not in held
    assert codes(3) not in held
    taken = index.take(key_of(of(codes(3))) or b"")
    assert taken is not None
    assert (taken.number, json.loads(taken.data)["subject"]["id"]) == (4, codes(3))  # type: ignore[arg-type]
    assert index.take(key_of(of(codes(3))) or b"") is None
    assert [each.number for each in index.rest()] == [1, 2, 3, 5, 6, 7, 8, 9, 10]
    index.close()


def test_every_case_of_both_files_comes_once(tmp_path: Path) -> None:
    old = lines(tmp_path / "old.jsonl", of(A), "{", of(B))
    new = lines(tmp_path / "new.jsonl", of(B), "}", of(C))
    index = CaseIndex(str(old))
    found = [(one and one.number, other and other.number) for one, other in pairs(index, str(new), lambda _: None)]
    index.close()
    assert found == [(3, 1), (None, 2), (None, 3), (1, None), (2, None)]
