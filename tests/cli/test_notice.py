"""``credit-rules notice``: on standard output a whole notice or nothing."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.repository.test_console_blocks import commands, expected
from tests.repository.tree import ROOT
from tests.toolbox.notice_example import PERSON, RECORD, UNIT, case, packs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return packs(tmp_path / "packs")


@pytest.fixture
def notice(call: Call, folder: Path, tmp_path: Path) -> Call:
    """The command on the example, with changes of the case."""

    def called(measure: str, *arguments: str, **changes: Any) -> Any:
        file = tmp_path / "case.json"
        file.write_text(json.dumps(case(**changes), ensure_ascii=False), encoding="utf-8")
        return call("notice", file, "--packs", folder, "--measure", measure, *arguments)

    return called


@pytest.mark.parametrize("asked", ["wages/subsidies", "subsidies", "restrict-government-subsidy"])
def test_a_measure_is_named_in_full_alone_or_by_its_act(notice: Call, asked: str) -> None:
    done = notice(asked)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("# 联合奖惩措施提示单（权利告知）\n")
    assert "限制申请政府补贴资金" in done.out


def test_the_subject_s_form_and_english_headings(notice: Call) -> None:
    assert "- 致: " in notice("subsidies", "--for-subject").out
    done = notice("subsidies", "--for-subject", "--lang", "en")
    assert "# Indication of joint measures: rights notice" in done.out
    assert "You may object to a record that is wrong" in done.out


def test_html_is_escaped_and_stands_alone(notice: Call) -> None:
    subject = {"id": UNIT, "kind": "enterprise", "name": "<script>alert(1)</script>", "region": "360302"}
    done = notice("subsidies", "--format", "html", subject=subject)
    assert done.status == 0
    assert done.out.startswith("<!DOCTYPE html>\n")
    assert "<script" not in done.out
    assert "&lt;script&gt;" in done.out


def test_what_is_missing_is_listed_and_nothing_is_printed(notice: Call) -> None:
    done = notice("exposure")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("不能为“公示失信信息（wages/exposure）”出具权利告知，原因 2 项：\n1. 依据不足")
    assert "\n2. 缺少法律依据：文件没有引用\n   办法：" in done.err
    assert "missing: a legal basis" in notice("exposure", "--lang", "en").err


def test_the_bearer_is_chosen_by_role_or_number(notice: Call) -> None:
    done = notice("civic")
    assert (done.status, done.out) == (2, "")
    assert "1101************2X" in done.err
    assert PERSON not in done.err
    for bearer in ("legal-representative", PERSON):
        assert "张示例" in notice("civic", "--bearer", bearer).out
    assert "示例安源商贸有限公司" in notice("civic", "--bearer", "subject").out


def test_an_unknown_measure_is_answered_with_the_nearest_and_those_of_the_decision(notice: Call) -> None:
    done = notice("subsidy")
    assert (done.status, done.out) == (2, "")
    assert "是不是 subsidies？" in done.err
    assert "wages/subsidies、" in done.err or "、wages/subsidies" in done.err
    assert "did you mean" in notice("wages/subsidys", "--lang", "en").err


def test_what_is_not_issued_is_refused_with_the_reason(notice: Call) -> None:
    assert "本案没有发出这项措施" in notice("subsidies", records=[]).err
    done = notice("exposure", "--standing", "withhold")
    assert (done.status, done.out) == (1, "")
    assert "措施没有发出：法律依据不足" in done.err


def test_what_is_undetermined_is_refused_with_what_would_settle_it(notice: Call) -> None:
    done = notice(
        "subsidies", records=[{**RECORD, "notified": False, "notified_on": None, "served": False, "served_on": None}]
    )
    assert (done.status, done.out) == (1, "")
    assert "措施尚未确定，还缺：" in done.err


def test_a_suspended_measure_is_refused(notice: Call) -> None:
    events = [{"type": "verification-opened", "on": "2022-05-20", "ground": "objection"}]
    done = notice("subsidies", records=[{**RECORD, "events": events}])
    assert (done.status, done.out) == (1, "")
    assert "不得执行" in done.err


@pytest.mark.parametrize("arguments", [["--measure", "subsidies", "--format", "htm"], []])
def test_a_wrong_call_is_told(call: Call, case_file: Path, arguments: list[str]) -> None:
    done = call("notice", case_file, *arguments)
    assert (done.status, done.out) == (2, "")


def test_a_wrong_case_is_told(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(case(records=[{**RECORD, "list": "wage-arear"}])), encoding="utf-8")
    done = call("notice", file, "--measure", "subsidies")
    assert (done.status, done.out) == (2, "")
    assert "wage-arrears" in done.err


def test_the_how_to_page_is_true(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs" / "how-to" / "write-a-rights-notice.md").read_text(encoding="utf-8")
    called = 0
    for block in re.findall(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        for command, lines in commands(block):
            program, *arguments = shlex.split(command.partition(" > ")[0])
            done = call(*arguments)
            assert program == "credit-rules"
            printed = "".join(f"{line.rstrip()}\n" for line in (done.out + done.err).splitlines())
            assert " > " in command or expected(lines).match(printed), f"$ {command}\n{printed}"
            called += 1
    assert called == 5
