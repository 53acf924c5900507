"""Faults in who bears a measure: a bearer or a role too many or too few, another day, another kind."""

from __future__ import annotations

from collections.abc import Iterator

from ...pack.model import Measure, RoleBearers
from ...registry.registry import Registry
from ...source.node import Path
from .conditions import ROLE, denied, left_out, of_condition
from .mutant import Change
from .names import one_less, one_more, other_days, renamed, role_beside

SUBJECT = "subject"
ADDED_AT = "listing"
"""The day on which the roles of a bearer that is added are reckoned."""


def of_bearers(measure: Measure, path: Path, registry: Registry) -> Iterator[Change]:
    """The faults in the bearers of a measure; ``new`` is the measure."""
    here: Path = (*path, "bearers")
    bearers = measure.bearers
    for index, bearer in enumerate(bearers):
        place: Path = (*here, index)
        if len(bearers) > 1:
            who = SUBJECT if isinstance(bearer, str) else "、".join(bearer.roles)
            rest = tuple(each for other, each in enumerate(bearers) if other != index)
            yield Change(
                place,
                "bearer",
                measure.model_copy(update={"bearers": rest}),
                (f"少了承受人 {who}", f"the bearer {who} is left out"),
                (f"写一个由 {who} 承受的案例", f"write a case in which {who} bears it"),
            )
        if isinstance(bearer, RoleBearers):
            for change in _of_roles(bearer, bearers, place, registry):
                changed = (*bearers[:index], change.new, *bearers[index + 1 :])
                yield change.within(measure.model_copy(update={"bearers": changed}))
    yield from _added(measure, here, registry)


def _of_roles(
    bearer: RoleBearers, every: tuple[str | RoleBearers, ...], path: Path, registry: Registry
) -> Iterator[Change]:
    titles = registry.titles["roles"]
    named = {role for each in every if isinstance(each, RoleBearers) for role in each.roles}
    roles: Path = (*path, "roles")
    yield from renamed(one_less(bearer.roles, roles, "bearer", titles, ROLE), bearer, "roles")
    other = role_beside(named, registry)
    yield from renamed(one_more(bearer.roles, other, roles, "bearer", titles, ROLE), bearer, "roles")
    yield from renamed(other_days(bearer.at, (*path, "at"), bearer.roles, titles), bearer, "at")
    if not all(registry.roles[role].needs_finding for role in bearer.roles):
        yield _found_responsible(bearer, path)
    if bearer.when is not None:
        when: Path = (*path, "when")
        for change in (
            left_out(bearer.when, when),
            *denied(bearer.when, when),
            *of_condition(bearer.when, when, registry),
        ):
            yield change.within(bearer.model_copy(update={"when": change.new}))


def _found_responsible(bearer: RoleBearers, path: Path) -> Change:
    return Change(
        (*path, "responsible"),
        "bearer",
        bearer.model_copy(update={"responsible": not bearer.responsible}),
        ("不要求责任认定", "no finding of responsibility is asked for")
        if bearer.responsible
        else ("要求责任认定（responsible）", "a finding of responsibility is asked for"),
        (
            "写一个有此任职、没有责任认定的案例",
            "write a case with somebody in the role whose responsibility is not found",
        ),
    )


def _added(measure: Measure, path: Path, registry: Registry) -> Iterator[Change]:
    """The subject where only roles are named, and a role where only the subject is."""
    if SUBJECT not in measure.bearers:
        yield Change(
            path,
            "bearer",
            measure.model_copy(update={"bearers": (SUBJECT, *measure.bearers)}),
            ("多了承受人 subject", "the subject bears it too"),
            ("写一个名单上的主体本身不承受的案例", "write a case in which the listed subject itself does not bear it"),
        )
    elif len(measure.bearers) == 1 and (role := role_beside((), registry)) is not None:
        added = RoleBearers(roles=(role,), at=ADDED_AT)
        title = registry.titles["roles"][role]
        yield Change(
            path,
            "bearer",
            measure.model_copy(update={"bearers": (*measure.bearers, added)}),
            (f"多了承受人 {role}（{title}）", f"{role} bears it too"),
            (
                f"写一个名单上的单位有{title}、其不承受的案例",
                f"write a case with a {role} of the listed unit who does not bear it",
            ),
        )


def of_kinds(measure: Measure, path: Path) -> Iterator[Change]:
    """The faults in the kinds of the listed and of the bearer; ``new`` is the measure."""
    words = {"listed_kinds": ("名单上的主体", "the listed subject"), "bearer_kinds": ("承受人", "the bearer")}
    for key, (zh, en) in words.items():
        kinds: tuple[str, ...] | None = getattr(measure, key)
        if kinds is None:
            continue
        named = "、".join(kinds)
        yield Change(
            (*path, key),
            "kind",
            measure.model_copy(update={key: None}),
            (f"{zh}不限类型（{key} 写丢了）", f"{en} may be of any kind ({key} is left out)"),
            (
                f"写一个{zh}不是 {named} 的案例，不发出",
                f"write a case in which {en} is none of {', '.join(kinds)}, and it is not issued",
            ),
        )
        yield from renamed(one_less(kinds, (*path, key), "kind", {}, ("类型", "kind")), measure, key)
