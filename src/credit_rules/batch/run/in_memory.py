"""Tables that a program holds, decided; tables come back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...diagnostics.diagnostic import Language
from ...plan.model import Plan
from ...plan.options import Options
from .installed import expect_installed

if TYPE_CHECKING:
    import pyarrow


def decide_batch(
    plan: Plan,
    tables: Mapping[str, Any],
    options: Options | None = None,
    *,
    memory: str | None = None,
    threads: int | None = None,
    lang: Language = "zh",
) -> dict[str, pyarrow.Table]:
    """Decide cases given as tables of pandas, polars or pyarrow, by the name of each input table.

    ``subjects`` and ``records`` must be there; ``parties``, ``relations``, ``events`` and ``inquiries`` may be. Comes
    back: ``records``, ``measures``, ``withheld``, ``undetermined``, ``warnings`` and ``indications`` of the cases that
    were decided, and ``quarantine`` with every row of the others (``tables.OUTPUTS``, ``read/quarantine.py``).
    ``memory`` bounds DuckDB, as ``1.2GiB``.

    Raises :class:`~credit_rules.InputError` where a table or column is wrong, or the extra ``batch`` is not installed.
    """
    expect_installed()
    from ..read.held import carried_tables
    from .decider import Decider
    from .options import expect_known

    chosen = options or Options()
    expect_known(chosen, plan)
    decider = Decider(plan, chosen, memory=memory, threads=threads, lang=lang)
    try:
        staged, files = carried_tables(decider.connection, tables, plan.vocabulary)
        decided = decider.decide(staged, files)
        return {name: decider.connection.execute(query).to_arrow_table() for name, query in decided.queries.items()}
    finally:
        decider.close()
