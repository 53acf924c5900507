"""A block with something to say, for tests that look at one block alone."""

from __future__ import annotations

from functools import cache
from itertools import count

from credit_rules.engine.evaluate import situation_of
from credit_rules.matcher.quick import match_quickly

from .blocks import Block, block_of
from .compare import decided_rows

FIRST, DRAWN = 160, 50


@cache
def telling_block() -> Block:
    """The first block from a number on in which measures hit, and of which the usual tables have rows.

    What Hypothesis draws depends on which modules are imported, so no number of a block promises that.
    """
    return next(block for block in (block_of(number, DRAWN) for number in count(FIRST)) if _tells(block))


def _tells(block: Block) -> bool:
    situations = [situation_of(block.plan, case, block.options, name) for name, case in block.read.items()]
    hits = sum(len(match_quickly(block.plan, situation).hits) for situation in situations)
    rows = decided_rows(block)
    usual = all(rows[name] for name in ("records", "measures", "undetermined", "warnings"))
    return usual and hits > 5 and len(situations) > 30
