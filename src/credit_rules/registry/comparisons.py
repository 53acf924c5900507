"""Comparisons in conditions: bounds of the fact's own kind, and never such that nothing can meet them (S16a)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..pack.condition import CountComparison, Fact
from ..source.node import Path
from .findings import Findings
from .model import FactEntry
from .operators import OPERATORS, ORDERED, Value, read_bound

_BOUNDS = ("at_least", "more_than", "at_most", "less_than")


def check_fact_comparison(fact: Fact, entry: FactEntry, path: Path, found: Findings) -> None:
    """Findings on a comparison with a declared fact.

    Codes: ``comparison-empty``, ``comparison-of-different-kinds``, ``comparison-without-order``, ``unknown-choice``,
    ``comparison-never-true``.
    """
    given = {key: bound for key in OPERATORS if (bound := getattr(fact, "is_" if key == "is" else key)) is not None}
    if not given or given == {"one_of": ()}:
        found.add("comparison-empty", path, found=fact.fact)
        return
    typed: dict[str, tuple[Value, ...]] = {}
    for key, bound in given.items():
        if key in _BOUNDS and entry.type not in ORDERED:
            found.add("comparison-without-order", (*path, key), found=fact.fact, key=key, type=entry.type)
            continue
        values = [
            _typed(item, entry, (*path, key, index) if key == "one_of" else (*path, key), fact.fact, found)
            for index, item in enumerate(bound if key == "one_of" else (bound,))
        ]
        if all(value is not None for value in values):
            typed[key] = tuple(value for value in values if value is not None)
    if typed.keys() == given.keys() and _impossible([*typed.items()], whole=entry.type == "count"):
        found.add("comparison-never-true", path, found=fact.fact)


def check_count_comparison(comparison: CountComparison, path: Path, found: Findings, *, required: bool) -> None:
    """Findings on bounds for a count: none given, or such that no count meets them."""
    given = {key: (bound,) for key in _BOUNDS if (bound := getattr(comparison, key)) is not None}
    if required and not given:
        found.add("comparison-empty", path)
    elif given and _impossible([*given.items(), ("at_least", (0,))], whole=True):
        found.add("comparison-never-true", path)


def contradict(facts: Sequence[Fact], entry: FactEntry) -> bool:
    """Whether no value of a fact meets all the comparisons, though one meets each; False where a bound does not fit."""
    each = []
    for fact in facts:
        given = {key: bound for key in OPERATORS if (bound := getattr(fact, "is_" if key == "is" else key)) is not None}
        if entry.type not in ORDERED and given.keys() & set(_BOUNDS):
            return False
        try:
            typed = [
                (key, tuple(read_bound(entry.type, item) for item in (bound if key == "one_of" else (bound,))))
                for key, bound in given.items()
            ]
        except ValueError:
            return False
        if not typed or _impossible(typed, whole=entry.type == "count"):
            return False
        each.append(typed)
    return _impossible([pair for typed in each for pair in typed], whole=entry.type == "count")


def _typed(bound: bool | int | str, entry: FactEntry, path: Path, name: str, found: Findings) -> Value | None:
    try:
        value = read_bound(entry.type, bound)
    except ValueError:
        found.add("comparison-of-different-kinds", path, found=shown(bound), fact=name, type=entry.type)
        return None
    if entry.type == "choice" and value not in entry.choices:
        near = nearest(str(value), entry.choices) or ""
        found.add("unknown-choice", path, found=shown(value), fact=name, known="|".join(entry.choices), nearest=near)
        return None
    return value


def _impossible(bounds: Sequence[tuple[str, tuple[Any, ...]]], *, whole: bool) -> bool:
    """Whether no value meets all the bounds."""
    wanted = next((bound for key, bound in bounds if key in ("is", "one_of")), None)
    if wanted is not None:
        return not any(all(_meets(value, key, bound) for key, bound in bounds) for value in wanted)
    lowest = [(bound[0], key == "more_than") for key, bound in bounds if key in ("at_least", "more_than")]
    highest = [(bound[0], key == "less_than") for key, bound in bounds if key in ("at_most", "less_than")]
    return any(
        _apart(low, above, high, below, whole=whole) for low, above in lowest for high, below in highest
    )  # fmt: skip


def _meets(value: Any, key: str, bound: tuple[Any, ...]) -> bool:
    row = OPERATORS[key]
    return row.test(value, bound if row.many else bound[0])


def _apart(low: Any, above: bool, high: Any, below: bool, *, whole: bool) -> bool:
    if whole:
        return bool(low + above > high - below)
    if isinstance(low, date):
        one = timedelta(days=1)
        return bool(high - low < one * above + one * below)
    return bool(low > high or (low == high and (above or below)))
