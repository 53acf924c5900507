"""Faults in a condition: each part otherwise, left out, denied, joined otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...pack.condition import (
    AfterExit,
    All,
    Any_,
    CleanFor,
    Condition,
    Count,
    Exists,
    Fact,
    Not,
    OnList,
    OnLists,
)  # fmt: skip
from ...registry.registry import Registry
from ...source.node import Path
from .mutant import Change, Sentence
from .names import WIDER, list_beside, one_less, one_more, other_days, renamed, role_beside, titled
from .thresholds import of_count, of_fact
from .windows import of_period

LIST, ROLE, CLASS, FIELD = ("名单", "list"), ("角色", "role"), ("名单类别", "class of lists"), ("领域", "field")
GRADES = {"general": "一般", "heavier": "较重", "serious": "严重"}


def of_condition(form: Condition, path: Path, registry: Registry) -> Iterator[Change]:
    """Every fault in a condition; ``new`` is the whole condition, or ``None`` where nothing is left of it."""
    match form:
        case All():
            yield from _joined(form, "all", Any_(any=form.all), path, registry)
        case Any_():
            yield from _joined(form, "any", All(all=form.any), path, registry)
        case Not():
            yield Change(
                path,
                "negation",
                form.not_,
                (f"“{brief(form)}”丢了 not", f"not is left out of “{brief(form)}”"),
                (
                    "写两个案例：该条件成立的和不成立的",
                    "write two cases: one in which the condition holds, one in which it does not",
                ),
            )
            yield from _inside(of_condition(form.not_, (*path, "not"), registry), form, "not_")
        case OnList():
            yield from _on_list(form, path, registry)
        case OnLists():
            yield from _on_lists(form, path, registry)
        case AfterExit():
            yield from _after_exit(form, path, registry)
        case CleanFor():
            yield from _period(form, "clean_for", path)
        case Fact():
            yield from of_fact(form, path, registry)
        case Count():
            yield from _count(form, path, registry)
        case Exists():
            yield from _roles(form, "exists", path, registry)
            yield from _where(form, path, registry)


def brief(form: Condition) -> str:
    """A condition in a few words, as a pack writes it."""
    match form:
        case All():
            return f"all of {len(form.all)}"
        case Any_():
            return f"any of {len(form.any)}"
        case Not():
            return f"not {brief(form.not_)}"
        case OnList():
            return f"on_list {', '.join(form.on_list)}" + (
                f" held_by {', '.join(form.held_by)}" if form.held_by else ""
            )
        case OnLists():
            return f"on_lists {form.on_lists}"
        case AfterExit():
            return f"after_exit {', '.join(form.after_exit)}"
        case CleanFor():
            return f"clean_for {form.clean_for}"
        case Fact():
            return f"fact {form.fact}"
        case Count():
            return f"count {', '.join(form.count)}"
        case Exists():
            return f"exists {', '.join(form.exists)}"


def denied(form: Condition, path: Path) -> Iterator[Change]:
    """The condition denied; of a comparison of a fact that is among its own faults already."""
    if isinstance(form, Not | Fact):
        return
    yield Change(
        path,
        "negation",
        Not.model_construct(not_=form),
        (f"“{brief(form)}”之前多写了 not", f"not is written before “{brief(form)}”"),
        (
            "写两个案例：该条件成立的和不成立的",
            "write two cases: one in which the condition holds, one in which it does not",
        ),
    )


def left_out(form: Condition, path: Path) -> Change:
    """The condition not written at all."""
    return Change(
        path,
        "omission",
        None,
        (f"条件“{brief(form)}”写丢了", f"the condition “{brief(form)}” is left out"),
        (
            "写一个只有这个条件不成立的案例，不发出",
            "write a case in which this condition alone fails, and it is not issued",
        ),
    )


def _joined(form: All | Any_, key: str, other: Condition, path: Path, registry: Registry) -> Iterator[Change]:
    parts: tuple[Condition, ...] = getattr(form, key)
    word = {
        "all": ("全部（all）写成任一（any）", "all becomes any"),
        "any": ("任一（any）写成全部（all）", "any becomes all"),
    }
    if len(parts) > 1:
        yield Change(
            path,
            "joining",
            other,
            word[key],
            ("写一个只有其中一部分成立的案例", "write a case in which only some of the parts hold"),
        )
    for index, part in enumerate(parts):
        here: Path = (*path, key, index)
        rest = tuple(each for place, each in enumerate(parts) if place != index)
        if rest:
            wanted: Sentence = (
                ("写一个只凭这一部分发出的案例", "write a case in which it is issued by this part alone")
                if key == "any"
                else left_out(part, here).wanted
            )
            yield left_out(part, here)._replace(new=form.model_copy(update={key: rest}), wanted=wanted)
        for change in (*denied(part, here), *of_condition(part, here, registry)):
            left = rest if change.new is None else (*parts[:index], change.new, *parts[index + 1 :])
            if left:
                yield change.within(form.model_copy(update={key: left}))


def _inside(changes: Iterable[Change], form: Any, key: str) -> Iterator[Change]:
    return (change.within(form.model_copy(update={key: change.new})) for change in changes if change.new is not None)


def _where(form: OnList | Count | Exists, path: Path, registry: Registry) -> Iterator[Change]:
    if form.where is None:
        return
    here: Path = (*path, "where")
    for change in (left_out(form.where, here), *denied(form.where, here), *of_condition(form.where, here, registry)):
        yield change.within(form.model_copy(update={"where": change.new}))


def _names(form: Any, key: str, path: Path, registry: Registry) -> Iterator[Change]:
    """One list less, and one of the same field more."""
    names: tuple[str, ...] = getattr(form, key)
    here, titles = (*path, key), registry.titles["lists"]
    yield from renamed(one_less(names, here, "list", titles, LIST), form, key)
    yield from renamed(one_more(names, list_beside(names, registry), here, "list", titles, LIST), form, key)


def _roles(form: Any, key: str, path: Path, registry: Registry) -> Iterator[Change]:
    names: tuple[str, ...] = getattr(form, key)
    here, titles = (*path, key), registry.titles["roles"]
    yield from renamed(one_less(names, here, "bearer", titles, ROLE), form, key)
    yield from renamed(one_more(names, role_beside(names, registry), here, "bearer", titles, ROLE), form, key)


def _on_list(form: OnList, path: Path, registry: Registry) -> Iterator[Change]:
    yield from _names(form, "on_list", path, registry)
    yield from _grades(form, path)
    if form.held_by is not None:
        yield from _roles(form, "held_by", path, registry)
        days = other_days(form.at, (*path, "at"), form.held_by, registry.titles["roles"])
        yield from renamed(days, form, "at")
    yield from _where(form, path, registry)


def _grades(form: OnList | Count, path: Path) -> Iterator[Change]:
    if form.grade is None:
        return
    here: Path = (*path, "grade")
    other = next((grade for grade in GRADES if grade not in form.grade), None)
    word = ("等级", "grade")
    yield from renamed(one_less(form.grade, here, "list", GRADES, word), form, "grade")
    yield from renamed(one_more(form.grade, other, here, "list", GRADES, word), form, "grade")


def _on_lists(form: OnLists, path: Path, registry: Registry) -> Iterator[Change]:
    wider = WIDER.get(form.on_lists)
    if wider is not None and form.fields is None:
        yield _class(form, path, wider)
    elif wider == "negative":
        yield _class(form, path, wider)._replace(new=form.model_copy(update={"on_lists": wider}))
    if form.of_fields is not None:
        here: Path = (*path, "of_fields")
        other = next((field for field in registry.list_fields if field not in form.of_fields), None)
        yield from renamed(one_less(form.of_fields, here, "list", {}, FIELD), form, "of_fields")
        yield from renamed(one_more(form.of_fields, other, here, "list", {}, FIELD), form, "of_fields")
    if form.fields is not None:
        changes = of_count(form.fields, (*path, "fields"), ("领域数", "number of fields"))
        yield from renamed(changes, form, "fields")


def _class(form: OnLists, path: Path, wider: str) -> Change:
    other = form.model_copy(update={"on_lists": wider})
    zh, en = titled(wider, {})
    return Change(
        (*path, "on_lists"),
        "list",
        other if wider == "negative" else Any_(any=(form, other)),
        (f"名单类别也包括 {zh}", f"lists of the class {en} count too"),
        (
            f"写一个只在 {zh} 类、不在 {form.on_lists} 类名单上的案例，不发出",
            f"write a case on a list of the class {en} that is not of the class {form.on_lists}, in which it is not issued",
        ),
    )


def _after_exit(form: AfterExit, path: Path, registry: Registry) -> Iterator[Change]:
    yield from _names(form, "after_exit", path, registry)
    for index, name in enumerate(form.after_exit):
        wider = WIDER.get(name) if name not in registry.lists else None
        if wider is not None:
            new = tuple(wider if place == index else each for place, each in enumerate(form.after_exit))
            change = _class(OnLists(on_lists=name), path, wider)
            yield change._replace(path=(*path, "after_exit", index), new=form.model_copy(update={"after_exit": new}))


def _period(form: Any, key: str, path: Path) -> Iterator[Change]:
    for wrong, said, wanted in of_period(getattr(form, key)):
        yield Change((*path, key), "window", form.model_copy(update={key: wrong}), said, wanted)


def _count(form: Count, path: Path, registry: Registry) -> Iterator[Change]:
    yield from _names(form, "count", path, registry)
    yield from _grades(form, path)
    yield from _period(form, "within", path)
    yield from of_count(form, path, ("次数", "number counted"))
    for other in ("record", "conduct", "field"):
        if other != form.distinct:
            yield Change(
                (*path, "distinct"),
                "threshold",
                form.model_copy(update={"distinct": other}),
                (f"数的是 {other}，不是 {form.distinct}", f"what is counted is {other}, not {form.distinct}"),
                (
                    f"写一个 {other} 的数目和 {form.distinct} 的数目不同的案例",
                    f"write a case in which the numbers of {other} and of {form.distinct} differ",
                ),
            )
    yield from _where(form, path, registry)
