"""``evaluate --evaluator batch``: one case decided over tables, given only where the matcher decides the same.

The tables hold a decision without its prose (record 0022), so the decision that is printed is the matcher's, once every
row of the tables has been found in it and nothing else (record 0022).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .failure import FOUND, Failure

if TYPE_CHECKING:
    from ..case.decision import Decision
    from ..case.model import Case
    from ..engine.engine import Engine
    from ..plan.options import Options


class Differing(Failure):
    """The tables say otherwise than the matcher: no decision is given."""

    def __init__(self, differences: list[str]):
        what = "; ".join(differences)
        super().__init__(
            "evaluators-differ",
            f"batch 与 matcher 的决定不同（{what}），不给出决定。",
            f"batch and matcher decide differently ({what}); no decision is given.",
            zh_hint="这是程序的错误，不是输入的问题：请告知项目维护者（见 README）。",
            en_hint="This is a fault of the program, not of the input: please report it (see README).",
        )
        self.status = FOUND


class ByBatch:
    """An engine every decision of which the tables of a batch say too."""

    def __init__(self, engine: Engine):
        from ..batch.run.installed import expect_installed

        expect_installed()
        self.engine = engine

    def evaluate(self, case: bytes, options: Options, *, name: str) -> Decision:
        """The decision; :class:`Differing` where there are two."""
        return self.evaluate_with_case(case, options, name=name)[1]

    def evaluate_with_case(self, case: bytes, options: Options, *, name: str) -> tuple[Case, Decision]:
        """The case as it was read, and the decision on it; :class:`Differing` where there are two."""
        from ..batch.cases import tables_of
        from ..batch.decision_rows import decision_rows, row_differences
        from ..batch.run.in_memory import decide_batch
        from ..engine.evaluate import situation_of

        read, decision = self.engine.evaluate_with_case(case, options, name=name)
        plan = self.engine.plan
        decided = decide_batch(plan, tables_of({name: read}, plan.vocabulary), options)
        noticed = ((notice.code, notice.record) for notice in situation_of(plan, read, options, name).notices)
        meant = decision_rows(decision, noticed)
        differences = row_differences({table: decided[table].to_pylist() for table in meant}, meant)
        if differences or decided["quarantine"].num_rows:
            raise Differing(differences or ["quarantine"])
        return read, decision._replace(engine=decision.engine._replace(evaluator="batch"))
