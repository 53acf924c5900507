"""The pages say truly how many documents ship, and how many of them are drafts."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.repository.tree import ROOT

FOLDERS = [path.parent for path in sorted((ROOT / "memoranda").glob("*/*/pack.yaml"))]
REGIONAL = [folder for folder in FOLDERS if folder.parent.name == "regional"]
NATIONAL = [folder for folder in FOLDERS if folder.parent.name == "national" and folder.name != "statutory-hooks"]
DRAFTS = [
    folder
    for folder in FOLDERS
    if yaml.safe_load((folder / "pack.yaml").read_text("utf-8"))["memorandum"].get("status") == "draft"
]


def numbers(page: str, part: str) -> list[int]:
    """The numbers in the paragraphs or rows of a page that contain these words."""
    blocks = re.split(r"\n(?=\n|\|)", (ROOT / page).read_text("utf-8"))
    return [int(found) for block in blocks if part in block for found in re.findall(r"(?<![\w-])\d+(?!\w)", block)]


@pytest.mark.parametrize(("page", "part"), [("README.md", "of them are drafts"), ("docs/README.zh.md", "份是草案")])
def test_the_readme_counts_what_ships(page: str, part: str) -> None:
    assert numbers(page, part) == [len(FOLDERS), len(REGIONAL), len(NATIONAL), len(DRAFTS)]


def test_the_page_of_the_packs_counts_them_by_folder() -> None:
    page = "memoranda/README.md"
    assert numbers(page, "documents ship") == [len(FOLDERS)]
    assert numbers(page, "| `regional`") == [len(REGIONAL), len({*DRAFTS} & {*REGIONAL})]
    assert numbers(page, "| `national` ") == [len(NATIONAL), len({*DRAFTS} & {*NATIONAL})]
