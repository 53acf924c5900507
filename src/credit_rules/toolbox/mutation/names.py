"""Other names that could stand where one stands: a list of the same field, another role, another day."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from ...registry.registry import Registry
from ...source.node import Path
from ...source.values import Reckoned
from .mutant import Change, Fault, Sentence

DAYS: dict[Reckoned, Sentence] = {
    "conduct": ("行为之日", "the day of conduct"),
    "listing": ("列入之日", "the day of listing"),
    "as-of": ("决定之日", "the day decided for"),
}
WIDER = {"serious": "negative", "dishonesty": "negative", "decision": "negative", "red": "rating", "watch": "negative"}
"""The class that a class could be mistaken to include."""


def list_beside(named: Sequence[str], registry: Registry) -> str | None:
    """A list of the same field that is not named, of the same class where there is one."""
    first = registry.lists.get(named[0])
    if first is None:
        return None
    others = [entry for entry in registry.lists.values() if entry.field == first.field and entry.id not in named]
    best = min(
        others, key=lambda entry: (entry.class_ != first.class_, entry.place != first.place, entry.id), default=None
    )
    return None if best is None else best.id


def role_beside(named: Container[str], registry: Registry) -> str | None:
    """The first role of the registry that is not named; one that needs a finding only where no other is left."""
    left = [role for role in registry.roles.values() if role.id not in named]
    return min(left, key=lambda role: role.needs_finding, default=None).id if left else None  # type: ignore[union-attr]


def titled(code: str, titles: dict[str, str]) -> Sentence:
    """A name with its title."""
    title = titles.get(code)
    return (f"{code}（{title}）" if title else code, code)


def one_less(
    names: tuple[str, ...], path: Path, fault: Fault, titles: dict[str, str], word: Sentence
) -> Iterator[Change]:
    """Each of several names left out; ``new`` is the names that are left."""
    if len(names) < 2:
        return
    for index, name in enumerate(names):
        zh, en = titled(name, titles)
        yield Change(
            (*path, index),
            fault,
            tuple(each for place, each in enumerate(names) if place != index),
            (f"少了{word[0]} {zh}", f"the {word[1]} {en} is left out"),
            (f"写一个只凭{word[0]} {zh} 发出的案例", f"write a case in which it is issued by the {word[1]} {en} alone"),
        )


def one_more(
    names: tuple[str, ...], other: str | None, path: Path, fault: Fault, titles: dict[str, str], word: Sentence
) -> Iterator[Change]:
    """Another name beside those written."""
    if other is None:
        return
    zh, en = titled(other, titles)
    yield Change(
        path,
        fault,
        (*names, other),
        (f"多了{word[0]} {zh}", f"the {word[1]} {en} is named too"),
        (
            f"写一个只有{word[0]} {zh} 的案例，不发出",
            f"write a case with the {word[1]} {en} alone in which it is not issued",
        ),
    )


def other_days(at: Reckoned, path: Path, names: Iterable[str], titles: dict[str, str]) -> Iterator[Change]:
    """The role reckoned on another day; ``new`` is the day."""
    who = "、".join(titles.get(name, name) for name in names)
    for other, (zh, en) in DAYS.items():
        if other != at:
            yield Change(
                path,
                "bearer",
                other,
                (
                    f"任职按{zh}（{other}）计算，不按{DAYS[at][0]}",
                    f"the role is reckoned on {en}, not on {DAYS[at][1]}",
                ),
                (
                    f"写一个{who}在{DAYS[at][0]}任职、在{zh}不任职的案例",
                    f"write a case in which the role was held on {DAYS[at][1]} and not on {en}",
                ),
            )


def renamed(changes: Iterable[Change], form: Any, key: str) -> Iterator[Change]:
    """Changes of the names under a key as changes of the form."""
    return (change.within(form.model_copy(update={key: change.new})) for change in changes)
