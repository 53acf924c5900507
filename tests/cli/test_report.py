"""``evaluate --format html``: the page tells what happened, who does what, why, and why not."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import PERSON, UNIT, Call

FIRM = "91360300M00030007B"
DEBTOR: dict[str, Any] = {
    "id": "r1", "list": "dishonest-judgment-debtor", "determined_by": "示例市中级人民法院",
    "document": {"number": "示执〔2018〕1号", "kind": "court-decision"},
    "decided_on": "2018-01-08", "published_on": "2018-01-10",
}  # fmt: skip


def told(call: Call, tmp_path: Path, record: dict[str, Any], *more: str, as_of: str = "2018-05-10") -> dict[str, str]:
    """The words of each part of the page by its title."""
    path = tmp_path / "case.json"
    case = {
        "subject": {"id": FIRM, "kind": "enterprise", "name": "示例建材有限公司", "region": "360300"},
        "records": [record],
        "context": {"as_of": as_of, "region": "360300", "matter": "government-procurement"},
    }
    path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    done = call("evaluate", path, "--format", "html", *more)
    assert (done.status, done.err) == (0, "")
    parts = re.findall(r"<section[^>]*>\s*<h2>([^<]*)</h2>(.*?)</section>", done.out, re.DOTALL)
    return {unescape(title): re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", text))) for title, text in parts}


WHY_NOT = "为什么没有：接近但不适用的措施"


def test_the_parts_stand_in_the_order_of_reading(call: Call, tmp_path: Path) -> None:
    parts = list(told(call, tmp_path, DEBTOR))
    wanted = ["记录", "时间线", "按部门", "惩戒：强制性措施", "未确定的措施", WHY_NOT, "职责和期限", "出处"]
    assert [part for part in parts if part in wanted] == wanted


def test_a_measure_for_another_kind_of_subject_is_near_and_says_so(call: Call, tmp_path: Path) -> None:
    why_not = told(call, tmp_path, DEBTOR)[WHY_NOT]
    assert re.search(
        r"主体类型符合：不成立（用到 \S+） 措施（\d+ 项） [^。]*限制担任金融机构董事监事高级管理人员", why_not
    )
    assert "r1（失信被执行人），有效" in why_not


def test_what_ended_with_the_record_says_so(call: Call, tmp_path: Path) -> None:
    delisted = {**DEBTOR, "events": [{"type": "delisted", "on": "2018-04-01", "ground": "performed"}]}
    parts = told(call, tmp_path, delisted)
    assert "没有发出任何措施" in parts["措施"]
    assert "列入“失信被执行人”名单：不成立" in parts[WHY_NOT]
    assert "限制参与政府采购活动" in parts[WHY_NOT]
    assert "r1（失信被执行人），已移出名单" in parts[WHY_NOT]
    assert "2018-04-01 r1（失信被执行人）：移出名单（已履行）" in parts["时间线"]


def test_a_document_not_yet_in_force_says_from_when(call: Call, tmp_path: Path) -> None:
    assert re.search(
        r"只在2019-06-01起、全国内适用：不成立 [^。]*不得录用为公务员", told(call, tmp_path, DEBTOR)[WHY_NOT]
    )


def test_what_no_record_comes_near_to_is_not_listed(call: Call, tmp_path: Path) -> None:
    why_not = told(call, tmp_path, DEBTOR)[WHY_NOT]
    assert "纳税信用A级" not in why_not
    assert "拖欠农民工工资" not in why_not
    assert "昆" not in why_not, "the packs of another place"


def test_a_subject_without_records_has_no_such_part(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    case = {"subject": {"id": UNIT, "kind": "enterprise"}, "context": {"as_of": "2018-05-10", "region": "360300"}}
    path.write_text(json.dumps(case), encoding="utf-8")
    assert WHY_NOT not in call("evaluate", path, "--format", "html").out


def test_departments_have_their_measures_by_force(call: Call, tmp_path: Path) -> None:
    text = told(call, tmp_path, DEBTOR)["按部门"]
    assert re.search(r"萍乡市财政局 惩戒·强制性措施：[^：]*限制申请政府补贴资金", text)
    assert text.index("强制性措施") < text.index("推荐性措施")


def test_a_measure_that_waits_is_marked_at_its_department(call: Call, tmp_path: Path) -> None:
    contested = {**DEBTOR, "events": [{"type": "verification-opened", "on": "2018-05-01", "ground": "objection"}]}
    parts = told(call, tmp_path, contested)
    assert "限制申请政府补贴资金（暂不执行）" in parts["按部门"]
    assert "期限 2018-05-16" in parts["职责和期限"]
    assert "2018-05-16 期限：核实并答复异议" in parts["时间线"]


def test_it_is_there_in_english(call: Call, tmp_path: Path) -> None:
    parts = told(call, tmp_path, DEBTOR, "--lang", "en")
    assert "Why not: measures that came near and do not apply" in parts
    assert "By department" in parts


def test_persons_are_masked_in_every_part(call: Call, case_file: Path) -> None:
    page = call("evaluate", case_file, "--format", "html").out
    assert PERSON not in page
    assert "按部门" in page


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_other_forms_have_only_the_decision(call: Call, case_file: Path, form: str) -> None:
    assert WHY_NOT not in call("evaluate", case_file, "--format", form).out
