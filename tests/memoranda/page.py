"""The page of what the cases of the regional packs see, for the reference: ``python -m tests.memoranda.page``.

Drafts, whose cases cannot run, are measured on a published copy (drafts.py).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from credit_rules.cli.shards import tried_on
from credit_rules.toolbox.case_page import case_page
from credit_rules.toolbox.leaf_coverage import LeafCoverage, every_leaf_coverage
from credit_rules.toolbox.mutation.result import PackResult
from credit_rules.toolbox.mutation.run import mutate
from tests.memoranda.drafts import DRAFTS, MEMORANDA, published

PAGE = MEMORANDA.parent / "docs" / "reference" / "cases.md"
REGIONAL = MEMORANDA / "regional"
JOBS = 2


@cache
def measured() -> tuple[tuple[LeafCoverage, ...], tuple[PackResult, ...]]:
    """The leaves seen and the faults noticed of every regional pack, by id."""
    with TemporaryDirectory() as folder:
        copies = [published(draft, Path(folder) / draft.name) for draft in DRAFTS]
        leaves = [*every_leaf_coverage([REGIONAL]), *every_leaf_coverage(copies)]
        results = [each for each in mutate([REGIONAL], tried_on(JOBS)) if not each.draft]
        results += mutate(copies, tried_on(JOBS))
    by_id = sorted(leaves, key=lambda each: each.pack), sorted(results, key=lambda each: each.pack)
    return tuple(by_id[0]), tuple(by_id[1])


def page() -> str:
    """The whole page."""
    leaves, results = measured()
    said = "a draft, which never decides: measured on a copy that was published with an invented day, by its cases in"
    notes = {draft.id: f"{said} `tests/memoranda/{draft.name}`." for draft in DRAFTS}
    return case_page(leaves, [replace(each, draft=False) for each in results], notes)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
