"""The page of what the cases of the shipped packs see, for the reference: ``python -m tests.memoranda.page``.

Drafts, whose cases cannot run, are measured on a published copy (drafts.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from credit_rules.cli.shards import tried_on
from credit_rules.toolbox.case_page import case_page, tables
from credit_rules.toolbox.leaf_coverage import LeafCoverage, every_leaf_coverage
from credit_rules.toolbox.mutation.result import PackResult
from credit_rules.toolbox.mutation.run import mutate
from tests.memoranda.drafts import DRAFTS, MEMORANDA, published

PAGE = MEMORANDA.parent / "docs" / "reference" / "cases.md"
REGIONAL, NATIONAL = MEMORANDA / "regional", MEMORANDA / "national"
JOBS = 2
Measured = tuple[tuple[LeafCoverage, ...], tuple[PackResult, ...]]
LEFT = """
What no case of a national pack notices, and why it stays:

- **bases**: until 2020-12-06 practice carries what a memorandum only cites, with the citation or without; afterwards a nationwide list needs a basis
  of its own, which that of the two tax memoranda has not (S23);
- **first and last days** that are also those of the list, or before them, or those of the version that takes over: no record could show
  them a day early or late;
- **departments** that two clauses of one act both print: the two are one measure in a decision (S14);
- **bearers** of social security funds, withheld from natural persons whoever they are (S11a), and a legal representative of an organisation that has none;
- **kinds** that follow from the role: nobody but a unit has a legal representative or members, and nobody is headed but a unit;
- **lists** that only a contradiction would tell apart: a firm rated A that is in unsecured arrears, a person with the qualification of an institution;
- **thresholds** of one: one record is one conduct in one field;
- **repair** of what is recommended anyway, and a **matter** whose indication stays neutral, since no memorandum may set conditions of a licence.
"""


@cache
def measured() -> Measured:
    """The leaves seen and the faults noticed of every regional pack, by id."""
    with TemporaryDirectory() as folder:
        copies = [published(draft, Path(folder) / draft.name) for draft in DRAFTS]
        leaves = [*every_leaf_coverage([REGIONAL]), *every_leaf_coverage(copies)]
        results = [each for each in mutate([REGIONAL], tried_on(JOBS)) if not each.draft]
        results += mutate(copies, tried_on(JOBS))
    return _by_id(leaves, results)


@cache
def measured_national() -> Measured:
    """The same of every national pack that is no draft."""
    results = (each for each in mutate([NATIONAL], tried_on(JOBS)) if not each.draft)
    return _by_id(every_leaf_coverage([NATIONAL]), results)


def _by_id(leaves: Iterable[LeafCoverage], results: Iterable[PackResult]) -> Measured:
    return tuple(sorted(leaves, key=lambda each: each.pack)), tuple(sorted(results, key=lambda each: each.pack))


def page() -> str:
    """The whole page."""
    leaves, results = measured()
    said = "a draft, which never decides: measured on a copy that was published with an invented day, by its cases in"
    notes = {draft.id: f"{said} `tests/memoranda/{draft.name}`." for draft in DRAFTS}
    regional = case_page(leaves, [replace(each, draft=False) for each in results], notes, " of regional packs")
    return regional + "\n" + "\n".join(tables(*measured_national(), {}, " of national packs")) + "\n" + LEFT


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
