"""The drafts of the shipped tree, and a published copy of each on which cases can run.

The copy has an invented day, in its registry the rows that the pack's README keeps ready, if any, and the cases that lie here.
"""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copyfile, copytree
from typing import NamedTuple

from credit_rules.source.tree import cases_under

MEMORANDA = Path(__file__).parents[2] / "memoranda"
ROWS = re.compile(r"^```yaml registry\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Draft(NamedTuple):
    """``name`` is its folder of cases here, ``folder`` that of its pack."""

    name: str
    id: str
    folder: Path
    day: str


DRAFTS = (
    Draft("kunshan", "kunshan-joint-measures", MEMORANDA / "regional" / "320583-joint-measures", "2018-01-01"),
    Draft("honours", "pingxiang-honours", MEMORANDA / "regional" / "360300-honours", "2019-01-01"),
)


def published(draft: Draft, tree: Path) -> Path:
    """The pack as if a source of the invented day had cited it, beside a registry with the rows that wait."""
    copytree(MEMORANDA / "registry", tree / "registry")
    for rows in ROWS.findall((draft.folder / "README.md").read_text(encoding="utf-8")):
        (tree / "registry" / f"{draft.name}.yaml").write_text(rows.replace("DAY", draft.day), encoding="utf-8")
    folder = tree / "regional" / draft.folder.name
    copytree(draft.folder, folder)
    text = (folder / "pack.yaml").read_text(encoding="utf-8")
    assert text.count("  status: draft\n") == 1
    proven = text.replace("  status: draft\n", f"  proven_by: {{day: {draft.day}, source: 示例文件}}\n")
    (folder / "pack.yaml").write_text(proven, encoding="utf-8")
    for file in cases_under(Path(__file__).with_name(draft.name)):
        copyfile(file, folder / file.name)
    return folder
