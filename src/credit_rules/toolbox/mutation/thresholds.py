"""Faults in comparisons: the number itself on the wrong side, or the number beside it; another value of a choice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ...pack.condition import CountComparison, Fact
from ...registry.model import FactEntry
from ...registry.operators import ORDERED, Value, read_bound
from ...registry.registry import Registry
from ...source.node import Path
from .mutant import Change, Sentence

TURNED = {"at_least": "more_than", "more_than": "at_least", "at_most": "less_than", "less_than": "at_most"}
"""Each bound with the one that has the number itself on the other side."""
TOWARDS = {"at_least": -1, "more_than": 1, "at_most": 1, "less_than": -1}
"""On which side of the number lies what the bound must tell from it."""
CENT = Decimal("0.01")


def of_fact(form: Fact, path: Path, registry: Registry) -> Iterator[Change]:
    """The faults in a comparison with a fact."""
    entry = registry.facts[form.fact]
    for key in TURNED:
        bound = getattr(form, key)
        if bound is not None and entry.type in ORDERED:
            yield from _moved(form, key, (*path, key), entry.title, read_bound(entry.type, bound), entry.type)
    if form.is_ is not None:
        yield from _is(form, path, entry)
    if form.is_not is not None:
        yield _turned(form, (*path, "is_not"), {"is_not": None, "is_": form.is_not}, entry, form.is_not)
    if form.one_of is not None:
        yield from _one_of(form, (*path, "one_of"), entry)


def of_count(form: CountComparison, path: Path, counted: Sentence) -> Iterator[Change]:
    """The faults in the bounds of a count; ``counted`` says of what."""
    for key in TURNED:
        bound = getattr(form, key)
        if bound is not None:
            yield from _moved(form, key, (*path, key), counted, bound, "count")


def _moved(form: Any, key: str, path: Path, what: str | Sentence, bound: Value, type: str) -> Iterator[Change]:
    """The number on the other side of the bound, and the bound one step away."""
    zh, en = (what, what) if isinstance(what, str) else what
    other, beside = TURNED[key], _step(bound, type, TOWARDS[key])
    here, there = _shown(bound, type), _shown(beside, type)
    if getattr(form, other) is None:
        yield Change(
            path,
            "threshold",
            form.model_copy(update={key: None, other: _written(bound, type)}),
            (f"{key}: {here} 写成 {other}: {here}", f"{key}: {here} becomes {other}: {here}"),
            (
                f"没有案例正好在界限 {here} 上：写一个“{zh}”为 {here} 的案例",
                f"no case stands at the threshold {here}: write one with {here} ({en})",
            ),
        )
    yield Change(
        path,
        "threshold",
        form.model_copy(update={key: _written(beside, type)}),
        (f"{key}: {here} 写成 {key}: {there}", f"{key}: {here} becomes {key}: {there}"),
        (
            f"没有案例紧挨着界限 {here}：写一个“{zh}”为 {there} 的案例",
            f"no case stands beside the threshold {here}: write one with {there} ({en})",
        ),
    )


def _is(form: Fact, path: Path, entry: FactEntry) -> Iterator[Change]:
    here: Path = (*path, "is")
    value = form.is_
    if isinstance(value, bool):
        yield _turned(form, here, {"is_": not value}, entry, value)
        return
    yield _turned(form, here, {"is_": None, "is_not": value}, entry, value)
    if isinstance(value, str) and entry.type == "choice":
        yield from _wider(form, here, {"is_": None}, (value,), entry)


def _one_of(form: Fact, path: Path, entry: FactEntry) -> Iterator[Change]:
    values = form.one_of or ()
    for index, value in enumerate(values):
        if len(values) > 1:
            rest = tuple(each for place, each in enumerate(values) if place != index)
            yield Change(
                (*path, index),
                "fact",
                form.model_copy(update={"one_of": rest}),
                (f"one_of 中少了 {value}", f"one_of lacks {value}"),
                (
                    f"写一个“{entry.title}”为 {value} 的案例，发出措施",
                    f"write a case with {entry.id} {value} in which it is issued",
                ),
            )
    if entry.type == "choice":
        yield from _wider(form, path, {}, tuple(map(str, values)), entry)


def _turned(form: Fact, path: Path, update: dict[str, Any], entry: FactEntry, value: Any) -> Change:
    shown = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
    return Change(
        path,
        "fact",
        form.model_copy(update=update),
        (f"{form.fact} 为 {shown} 写成不为 {shown}", f"{form.fact} being {shown} becomes not being {shown}"),
        (
            f"写两个案例：“{entry.title}”为 {shown} 的和不为 {shown} 的",
            f"write two cases: one with {form.fact} {shown}, one with another value",
        ),
    )


def _wider(
    form: Fact, path: Path, update: dict[str, Any], named: tuple[str, ...], entry: FactEntry
) -> Iterator[Change]:
    """The next value that the comparison does not name is let in too."""
    others = [choice for choice in entry.choices if choice not in named]
    if not others:
        return
    last = max((entry.choices.index(each) for each in named if each in entry.choices), default=-1)
    other = next((each for each in entry.choices[last + 1 :] if each in others), others[0])
    yield Change(
        path,
        "fact",
        form.model_copy(update={**update, "one_of": (*named, other)}),
        (f"{form.fact} 也可以是 {other}", f"{form.fact} may also be {other}"),
        (
            f"写一个“{entry.title}”为 {other} 的案例，不发出措施",
            f"write a case with {form.fact} {other} in which it is not issued",
        ),
    )


def _step(bound: Value, type: str, way: int) -> Value:
    if type == "day":
        assert isinstance(bound, date)
        return bound + timedelta(days=way)
    if type == "count":
        assert isinstance(bound, int)
        return bound + way
    assert isinstance(bound, Decimal | int)
    return Decimal(bound) + way * CENT


def _written(bound: Value, type: str) -> Any:
    """The bound as a pack writes it."""
    if type == "count":
        return bound
    return f"{bound} %" if type == "share" else str(bound)


def _shown(bound: Value, type: str) -> str:
    return str(_written(bound, type))
