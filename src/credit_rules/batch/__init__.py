"""The batch evaluator: many cases as tables, decided at once (extra ``batch``)."""

from .cases import tables_of
from .read.rows import case_of
from .run.in_memory import decide_batch

__all__ = ["case_of", "decide_batch", "tables_of"]
