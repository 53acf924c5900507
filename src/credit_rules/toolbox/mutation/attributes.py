"""Faults in what a measure says beside its conditions: force, departments, basis, days, term, repair, matters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, get_args

from ...pack.model import DepartmentPart, Measure, Pack, Term
from ...registry.registry import Registry
from ...source.node import Path
from ...source.values import Force, OnReduce
from .mutant import Change, Sentence
from .windows import of_period

DAY = timedelta(days=1)
FORCE: dict[Force, Sentence] = {"mandatory": ("强制", "mandatory"), "recommended": ("推荐", "recommended")}
ON_REDUCE: dict[OnReduce, Sentence] = {
    "lifted": ("解除", "lifted"),
    "recommended": ("改为推荐", "recommended"),
    "unchanged": ("不变", "unchanged"),
}
RESTING = ("reduces-right", "adds-duty")
"""The impacts that ask for a basis (S23)."""


def of_attributes(measure: Measure, path: Path, pack: Pack, registry: Registry) -> Iterator[Change]:
    """The faults in a measure that its pack writes whole; ``new`` is the measure."""
    yield from of_force(measure, path, pack)
    yield from of_departments(measure, path)
    yield from of_basis(measure, path, registry)
    yield from of_days(measure, path)
    if measure.on_reduce is not None:
        for change in of_reduction(measure.on_reduce, (*path, "on_reduce")):
            yield change.within(measure.model_copy(update={"on_reduce": change.new}))
    yield from _of_hindrance(measure, path)
    if measure.term is not None:
        for change in _of_term(measure.term, (*path, "term")):
            yield change.within(measure.model_copy(update={"term": change.new}))
    yield from _of_matters(measure, path, registry)


def of_force(measure: Measure, path: Path, pack: Pack) -> Iterator[Change]:
    """An order for a recommendation, and the other way round; what autonomous actors do is never an order."""
    if measure.actor == "autonomous":
        return
    force = measure.force or pack.defaults.force or "mandatory"
    other: Force = "recommended" if force == "mandatory" else "mandatory"
    (zh, en), (other_zh, other_en) = FORCE[force], FORCE[other]
    yield Change(
        (*path, "force"),
        "force",
        measure.model_copy(update={"force": other}),
        (f"{zh}写成{other_zh}", f"{en} becomes {other_en}"),
        (f"在一个发出它的案例中写明 force: {force}", f"state force: {force} where a case issues it"),
    )


def of_departments(measure: Measure, path: Path) -> Iterator[Change]:
    """Each department left out; the only one: none printed."""
    if isinstance(measure.departments, str):
        return
    for index, each in enumerate(measure.departments):
        name = each.name if isinstance(each, DepartmentPart) else each
        rest = tuple(other for place, other in enumerate(measure.departments) if place != index)
        yield Change(
            (*path, "departments", index),
            "department",
            measure.model_copy(update={"departments": rest or "none-printed"}),
            (f"少了部门 {name}", f"the department {name} is left out"),
            (
                f"在一个发出它的案例中写明 departments 有 {name}",
                f"state {name} among the departments where a case issues it",
            ),
        )


def of_basis(measure: Measure, path: Path, registry: Registry) -> Iterator[Change]:
    """No basis cited, where the measure needs one."""
    act = registry.acts[measure.act]
    if isinstance(measure.basis, str) or measure.direction != "punishment" or act.impact not in RESTING:
        return
    yield Change(
        (*path, "basis"),
        "basis",
        measure.model_copy(update={"basis": "none-cited"}),
        ("没有引用依据", "no basis is cited"),
        (
            "写一个2020年12月7日以后、options: {standing: withhold} 而仍然发出的案例",
            "write a case after 2020-12-07 with options: {standing: withhold} in which it is issued all the same",
        ),
    )


def of_days(measure: Measure, path: Path) -> Iterator[Change]:
    """The first day, or the first day no longer, one day early or late."""
    for key, name in (("from_", "from"), ("until", "until")):
        day = getattr(measure, key)
        if day is None:
            continue
        for wrong in (day - DAY, day + DAY):
            yield Change(
                (*path, name),
                "day",
                measure.model_copy(update={key: wrong}),
                (f"{name}: {day} 写成 {wrong}", f"{name}: {day} becomes {wrong}"),
                (
                    f"写决定日为 {min(day, wrong)} 的案例",
                    f"write a case decided for {min(day, wrong)}",
                ),
            )


def of_reduction(written: OnReduce, path: Path) -> Iterator[Change]:
    """What a reduced record leaves of the measure; ``new`` is the word."""
    zh, en = ON_REDUCE[written]
    for other in get_args(OnReduce):
        if other != written:
            other_zh, other_en = ON_REDUCE[other]
            yield Change(
                path,
                "reduction",
                other,
                (f"修复只减轻时{zh}，写成{other_zh}", f"after a repair that only reduces: {en} becomes {other_en}"),
                (
                    "写一个修复只减轻（repair-approved，effect: reduce）的案例，写明 status 和 force",
                    "write a case with a repair that only reduces (repair-approved, effect: reduce), and state status and force",
                ),
            )


def _of_hindrance(measure: Measure, path: Path) -> Iterator[Change]:
    lists = measure.blocked_by
    if lists is None or measure.direction != "incentive":
        return
    for index, name in enumerate(lists):
        yield Change(
            (*path, "blocked_by", index),
            "blocked-by",
            measure.model_copy(update={"blocked_by": tuple(each for each in lists if each != name)}),
            (f"名单 {name} 不再排除该激励", f"the list {name} hinders it no more"),
            (
                f"写一个承受人在 {name} 上、激励因此不发出的案例",
                f"write a case in which it is withheld because of {name}",
            ),
        )
    yield Change(
        (*path, "blocked_by"),
        "blocked-by",
        measure.model_copy(update={"blocked_by": None}),
        ("blocked_by 写丢了：凡严重失信名单都排除", "blocked_by is left out: every serious list hinders it"),
        (
            "写一个承受人在其他严重失信名单上、激励仍然发出的案例",
            "write a case in which it is issued though the bearer stands on another serious list",
        ),
    )


def _of_term(term: Term, path: Path) -> Iterator[Change]:
    wanted = (
        "写期限最后一日和次日的两个案例，或者写明 until",
        "write two cases, on the last day of the term and on the day after, or state until",
    )

    def otherwise(said: Sentence, key: str | None = None, **update: Any) -> Change:
        return Change(path if key is None else (*path, key), "term", term.model_copy(update=update), said, wanted)

    if term.period is not None:
        for wrong, said, _ in of_period(term.period):
            yield otherwise(said, "period", period=wrong)
        clock = "decided" if term.clock == "effect" else "effect"
        yield otherwise((f"期限自 {clock} 起算", f"the term counts from {clock}"), "clock", clock=clock)
    if term.through is not None:
        other = "life" if term.through == "next-calendar-year" else "next-calendar-year"
        yield otherwise(
            (f"through: {term.through} 写成 {other}", f"through: {term.through} becomes {other}"),
            "through",
            through=other,
        )
    if term.outlasts is not None:
        yield otherwise(
            ("随记录退出名单而终止（outlasts 写丢了）", "it ends with the listing (outlasts is left out)"),
            "outlasts",
            outlasts=None,
        )
    if term.outlasts is None or term.period is not None or term.through is not None:
        yield Change(path, "term", None, ("期限写丢了", "the term is left out"), wanted)


def _of_matters(measure: Measure, path: Path, registry: Registry) -> Iterator[Change]:
    written = measure.matters
    usual = registry.acts[measure.act].matters
    if written is None:
        return
    apart = sorted(set(written) ^ set(usual))
    yield Change(
        (*path, "matters"),
        "matter",
        measure.model_copy(update={"matters": None}),
        (
            f"事项不是 {'、'.join(written)}，而是该行为通常的",
            f"the matters are those of the act, not {', '.join(written)}",
        ),
        (
            f"写一个问 {'、'.join(apart)} 的案例，写明 indication",
            f"write a case that asks about {', '.join(apart)}, and state the indication",
        ),
    )
