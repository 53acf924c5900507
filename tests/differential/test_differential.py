"""One meaning, three evaluators: on generated packs, cases and days they answer alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.differential.run import Tally, run
from tests.differential.telling import telling_block
from tests.durable.available import needs_durable

pytestmark = needs_durable
SOME = 20
"""More than that of everything there is to say."""


def expect_no_difference(tally: Tally) -> None:
    """All said the same, and there was something to say."""
    assert not tally.differences, f"{tally}; python -m tests.differential --again {tally.kept[0]}"
    assert min(tally.outcomes[outcome] for outcome in ("hit", "miss", "undetermined")) > SOME, tally
    assert min(tally.rows[table] for table in ("records", "measures", "undetermined", "warnings")) > SOME


def test_some_thousands(tmp_path: Path) -> None:
    """Of one plan, for tables cost the same for one case as for thousands."""
    tally = run(1, telling_block().number, drawn=240, days=11, into=tmp_path)
    expect_no_difference(tally)
    assert tally.cases >= 2000
    assert len(tally.days) > 300


@pytest.mark.long
@pytest.mark.parametrize("start", range(0, 2000, 100))
def test_a_hundred_thousand(start: int, tmp_path: Path) -> None:
    """In twenty parts of five thousand cases, each with packs of its own."""
    expect_no_difference(run(5000, start, into=tmp_path))
