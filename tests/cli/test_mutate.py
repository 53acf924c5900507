"""``mutate``, and ``coverage --cases``: what cases let pass, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.toolbox.mutation.small import WEAK, tree


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return tree(tmp_path)


def test_each_fault_that_no_case_notices_has_its_place_and_the_case_to_write(call: Call, pack: Path) -> None:
    done = call("mutate", pack, "--lang", "en", "--jobs", "1")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    place = next(number for number, line in enumerate(lines) if "becomes at_least: 1000000.00" in line)
    assert lines[place] == (
        f"{pack}/pack.yaml:36:76: no case notices: large-amounts: more_than: 1000000.00 becomes at_least: 1000000.00"
    )
    assert lines[place + 1] == (
        "    way out: no case stands at the threshold 1000000.00: write one with 1000000.00 (金额)"
    )
    assert lines[-1].startswith("city-2017: 5 cases notice ")


def test_in_chinese(call: Call, pack: Path) -> None:
    out = call("mutate", pack, "--jobs", "1").out
    assert "没有案例发现：large-amounts：more_than: 1000000.00 写成 at_least: 1000000.00" in out
    assert "    办法：没有案例正好在界限 1000000.00 上：写一个“金额”为 1000000.00 的案例" in out


def test_too_little_noticed_is_a_failure_where_it_is_asked_for(call: Call, pack: Path) -> None:
    found = json.loads(call("mutate", pack, "--jobs", "1", "--format", "json").out)["packs"][0]
    share = found["percent"]
    assert call("mutate", pack, "--jobs", "1", "--fail-under", share - 1).status == 0
    assert call("mutate", pack, "--jobs", "1", "--fail-under", share + 1).status == 1
    assert found["mutants"] == sum(each["mutants"] for each in found["by_fault"].values())
    assert found["mutants"] - found["killed"] == len(found["survivors"])


def test_a_pack_without_cases_notices_nothing(call: Call, pack: Path) -> None:
    (pack / "cases.yaml").unlink()
    done = call("mutate", pack, "--fail-under", "1", "--lang", "en")
    assert (done.status, done.out) == (1, "city-2017: no cases\n")


def test_cases_that_fail_anyhow_are_told(call: Call, tmp_path: Path) -> None:
    done = call("mutate", tree(tmp_path, WEAK.replace("issued: [green-channel]", "issued: []")), "--lang", "en")
    assert done.status == 1
    assert "the case fails anyhow: class A" in done.out
    assert done.out.endswith("city-2017: some cases fail; run credit-rules test first\n")


def test_a_draft_fails_nothing(call: Call, pack: Path) -> None:
    text = (pack / "pack.yaml").read_text(encoding="utf-8")
    (pack / "pack.yaml").write_text(text.replace("  restates:", "  status: draft\n  restates:"), encoding="utf-8")
    done = call("mutate", pack, "--fail-under", "90", "--lang", "en")
    assert (done.status, done.out) == (0, "city-2017: a draft, which never decides, so that no case can run\n")


def test_a_wrong_case_is_told_with_its_place(call: Call, tmp_path: Path) -> None:
    done = call("mutate", tree(tmp_path, "  - name: 甲\n    case: {context: {region: 36}}\n"), "--jobs", "1")
    assert done.status == 2
    assert "cases.yaml:7:" in done.err


def test_a_folder_without_packs_is_refused(call: Call, tmp_path: Path) -> None:
    assert call("mutate", tmp_path).status == 2


def test_when_the_time_is_over_it_says_how_many_were_not_tried(call: Call, pack: Path) -> None:
    done = call("mutate", pack, "--jobs", "1", "--time-limit", "0.000001", "--fail-under", "0", "--lang", "en")
    assert done.status == 1
    assert "the time was over before" in done.out


def test_without_the_solver_witnesses_are_refused(call: Call, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("credit_rules.toolbox.proofs.solver.find_spec", lambda name: None)
    done = call("mutate", pack, "--witness", "--lang", "en")
    assert done.status == 2
    assert "credit-rules[analysis]" in done.err


def test_the_page_has_a_row_a_pack(call: Call, pack: Path) -> None:
    out = call("mutate", pack, "--jobs", "1", "--format", "markdown").out
    assert out.startswith("# Cases of packs, measured\n")
    assert sum(line.startswith("| `city-2017` |") for line in out.splitlines()) == 3


# --- coverage --cases --------------------------------------------------------------------------------------------------


def test_conditions_that_no_case_sees_are_told(call: Call, pack: Path) -> None:
    done = call("coverage", "--cases", pack, "--lang", "en")
    assert (done.status, done.err) == (0, "")
    assert f"{pack}/pack.yaml:41:11: no case sees “行业为food” false, unknown" in done.out
    assert done.out.splitlines()[-1].startswith("city-2017: 5 cases; of 7 measures ")


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_as_data_and_as_a_table(call: Call, pack: Path, form: str) -> None:
    out = call("coverage", "--cases", pack, "--format", form).out
    if form == "json":
        assert [each["id"] for each in json.loads(out)["packs"]] == ["city-2017"]
    else:
        assert out.splitlines()[2].startswith("| `city-2017` | 5 | 7 |")
