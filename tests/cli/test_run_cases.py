"""``test``: the written cases of packs from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import PERSON, UNIT, Call

CASES = f"""\
format: 1
base:
  subject: {{id: "{UNIT}", kind: enterprise, region: "360300"}}
  context: {{as_of: 2018-05-10, region: "360300", matter: bidding}}
cases:
  - name: 没有记录就没有措施
    indication: neutral
  - name: 说错了的案例
    indication: prohibit
"""


def pack(folder: Path, cases: str) -> Path:
    """A folder of cases beside a copy of a shipped pack, which uses the shipped registry."""
    from credit_rules.source.tree import tree_of

    source = tree_of().packs[0].parent
    for file in source.glob("*.yaml"):
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "cases.yaml").write_text(cases, encoding="utf-8")
    return folder


def test_the_shipped_packs_keep_what_their_cases_promise(call: Call) -> None:
    done = call("test")
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("个通过，0 个失败\n")


def test_a_failure_says_place_sentence_expected_and_came(call: Call, tmp_path: Path) -> None:
    done = call("test", pack(tmp_path, CASES))
    assert done.status == 1
    assert done.out.splitlines() == [
        f"{tmp_path / 'cases.yaml'}:8: 失败：说错了的案例",
        "    事项提示：应当为 prohibit，实际为 neutral",
        "1 个通过，1 个失败",
    ]
    english = call("test", tmp_path / "cases.yaml", "--lang", "en")
    assert english.out.endswith("1 passed, 1 failed\n")


def test_failures_mask_persons(call: Call, tmp_path: Path) -> None:
    wrong = f'format: 1\ncases:\n  - name: 甲\n    case: {{subject: {{id: "{PERSON}", kind: enterprise}}, context: {{as_of: 2018-05-10}}}}\n'
    done = call("test", pack(tmp_path, wrong))
    assert done.status == 1
    assert PERSON not in done.out


def test_a_folder_without_cases_is_refused(call: Call, tmp_path: Path) -> None:
    done = call("test", tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "没有 cases.yaml" in done.err


def test_a_file_of_wrong_form_is_wrong_input(call: Call, tmp_path: Path) -> None:
    done = call("test", pack(tmp_path, "format: 1\ncases: [{nme: 甲}]\n"))
    assert (done.status, done.out) == (2, "")
    assert "cases.yaml:2:" in done.err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_without_a_pack_is_named_as_it_was_given(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    (tmp_path / "x.yaml").write_text(CASES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = call("test", "x.yaml", "--lang", lang)
    assert (done.status, done.out) == (2, "")
    assert {"zh": "x.yaml 旁边没有规则包", "en": "no pack (pack.yaml) beside x.yaml."}[lang] in done.err
