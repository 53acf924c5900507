"""The site of a small tree: what a page says, in both languages, whatever stands in the packs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from credit_rules import InputError
from credit_rules.toolbox.site.addresses import file_name
from credit_rules.toolbox.site.build import build_site
from tests.repository.tree import ROOT, SOURCE
from tests.toolbox.site.reading import read

CLEAN = ROOT / "tests" / "pack" / "clean"
DAY = date(2026, 6, 1)
CITY, ABOVE = "documents/city-2017.html", "documents/province-2016.html"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "tree"))


def change(tree: Path, old: str, new: str, file: str = "pack/pack.yaml") -> None:
    text = (tree / file).read_text(encoding="utf-8")
    assert old in text
    (tree / file).write_text(text.replace(old, new), encoding="utf-8")


def words(tree: Path, path: str = CITY, lang: str = "zh") -> str:
    return read(build_site([tree], DAY, lang)[path]).text  # type: ignore[arg-type]


def test_a_measure_tells_what_its_pack_says(tree: Path) -> None:
    page = words(tree)
    assert "原文用语 “不得”" in page
    assert "被列入单位的法定代表人、股东（按列入名单时任职）" in page
    assert "市法院（市级，牵头单位）" in page
    assert "本措施的期限：自生效之日起3年" in page
    assert "离开名单后仍继续，依据本条" in page
    assert "限度 全额" in page
    assert "承受人限于：" in page


def test_conditions_stand_as_a_tree(tree: Path) -> None:
    page = words(tree)
    assert "同时符合： 符合之一：" in page
    assert "不符合：" in page


def test_a_clause_left_out_says_why(tree: Path) -> None:
    assert "四(九) 宣传 没有写成措施：不针对名单上的主体" in words(tree)


def test_a_clause_that_is_not_encoded_says_so(tree: Path) -> None:
    change(tree, ", left_out: 不针对名单上的主体", "")
    change(tree, "  from: 2017-03-28\n", "  from: 2017-03-28\n  status: draft\n")  # else it is an error
    assert "四(九) 宣传 尚未写成措施。" in words(tree)


def test_what_is_restated_leads_to_it_and_back(tree: Path) -> None:
    site = build_site([tree], DAY)
    assert 'href="../documents/province-2016.html#m-supervision"' in site[CITY]
    assert 'href="../documents/city-2017.html#m-tax-supervision"' in site[ABOVE]


def test_alternatives_name_each_other(tree: Path) -> None:
    site = build_site([tree], DAY)[CITY]
    assert '<dd>funds；还有：<a href="../documents/city-2017.html#m-credit">' in site


def test_a_draft_is_marked_on_every_page_that_names_it(tree: Path) -> None:
    change(tree, "  from: 2017-03-28\n", "  from: 2017-03-28\n  status: draft\n")
    site = build_site([tree], DAY)
    assert "草案：只供核对，从不用于作出提示" in read(site[CITY]).text
    assert "状态 草案" in read(site[CITY]).text
    assert "〔草案〕" in read(site["acts/supervise.html"]).text
    assert "草案，不用于提示" in read(site["documents/index.html"]).text
    assert "〔草案〕" in site["assets/index.js"]
    assert "草案" not in read(site[ABOVE]).text.replace("草案，从不用于决定", "").replace("〔草案〕", "")


def test_a_superseded_document_names_the_one_in_its_place(tree: Path) -> None:
    change(tree, "  restates: [province-2016]\n", "  restates: [province-2016]\n  supersedes: [province-2016]\n")
    site = build_site([tree], DAY)
    assert "被取代 示府字〔2017〕1号" in read(site[ABOVE]).text
    assert "至 2017-03-28（当日不含）" in read(site[ABOVE]).text


def test_the_frame_is_english_and_the_texts_stay(tree: Path) -> None:
    page = words(tree, lang="en")
    assert "Wording “不得”" in page
    assert "of the listed unit: 法定代表人, 股东 (in the role on the day of listing)" in page
    assert "No measure: 不针对名单上的主体" in page


def test_mark_up_in_a_pack_stays_text(tree: Path) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    change(tree, "heading: 宣传", f'heading: "{evil}"')
    site = build_site([tree], DAY)
    assert evil in read(site[CITY]).text
    assert all(
        "<script>alert" not in text and "<img" not in text for path, text in site.items() if path.endswith("html")
    )
    assert "</script>" not in site["assets/index.js"]


def test_files_of_strange_ids_stay_in_the_folder() -> None:
    names = ["../../evil", "index", "CON", "a/b", "名单", "x" * 300, "ok-id", "OK-ID", "Ok-id"]
    files = [file_name(name) for name in names]
    assert len(set(files)) == len(files)
    assert all(file.isascii() and file == file.lower() and "/" not in file and "." not in file for file in files)
    assert files[6] == "ok-id"


def test_a_pack_with_an_error_has_no_site(tree: Path) -> None:
    change(tree, "act: prefer", "act: preferr")
    with pytest.raises(InputError):
        build_site([tree], DAY)


def test_a_pack_alone_names_what_it_restates_without_a_link(tree: Path) -> None:
    found = build_site([tree / "pack"], DAY)
    assert "重申 province-2016/supervision" in read(found[CITY]).text
    assert ABOVE not in found


def test_other_processes_write_the_same_bytes(tree: Path) -> None:
    code = (
        "import json, sys; from datetime import date; from credit_rules.toolbox.site.build import build_site;"
        " json.dump(build_site([sys.argv[1]], date(2026, 6, 1)), sys.stdout)"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code, str(tree)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(SOURCE)}, capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert outputs[0] == outputs[1]
    assert json.loads(outputs[0]) == build_site([tree], DAY)


def test_a_measure_ends_with_the_records_it_asks_for(tree: Path) -> None:
    page = words(tree)
    assert "随名单失信被执行人" in page
    outlasting = page[page.index("本措施的期限：自生效之日起3年") : page.index("标识 city-2017/procurement")]
    assert "离开名单后仍继续" in outlasting
    assert "离开名单即结束" not in outlasting
    change(tree, "triggered_by: {on_list: judgment-debtor}\n", "triggered_by: {after_exit: judgment-debtor}\n")
    page = words(tree)
    assert "监测期满即结束，监测期由认定部门确定" in page
