"""Bearers that no subject can be: the kinds exclude them, or the condition looks at somebody else (S11, S12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from ..diagnostics.diagnostic import Diagnostic
from ..pack.condition import All, Any_, Condition, OnList
from ..pack.model import Measure, RoleBearers
from ..registry.condense import kinds_of
from ..source.values import Kind
from .check import Checked

OF_PERSONS = frozenset(
    {
        "legal-representative", "person-in-charge", "head", "director", "supervisory-board-member", "senior-manager",
        "financial-head", "safety-officer", "registered-professional", "leading-member", "staff-member",
    }
)  # fmt: skip
"""Roles that only a natural person can hold; a unit can be a shareholder, or the actual controller."""
PERSON = "natural-person"
KINDS = frozenset(get_args(Kind))


def bearer_never_fits(checked: Checked) -> Iterable[Diagnostic]:
    """``bearer_kinds`` or ``listed_kinds`` that exclude a bearer, and ``held_by`` beside bearers by a role."""
    for path, measure, _ in checked.written:
        trigger = checked.trigger(measure)
        forms = [form for form in (trigger, measure.when) if form is not None]
        turned = not all(_can_hold(form) for form in forms)
        for index, bearer in enumerate(measure.bearers):
            here = (*path, "bearers", index)
            if turned and isinstance(bearer, RoleBearers):
                yield checked.finding("held-by-with-roles", here, found="|".join(bearer.roles))
                continue
            if key := next(_excluded(bearer, measure, checked, turned), None):
                found = "|".join(bearer.roles) if isinstance(bearer, RoleBearers) else bearer
                yield checked.finding("bearer-never-fits", here, found=found, key=key)


def _excluded(bearer: str | RoleBearers, measure: Measure, checked: Checked, turned: bool) -> Iterator[str]:
    """The key whose kinds leave nobody."""
    bearing = set(kinds_of(measure.bearer_kinds, checked.registry))
    listed = set(kinds_of(measure.listed_kinds, checked.registry))
    if (bearing | listed) - KINDS:
        return  # a misspelt kind is another finding
    if isinstance(bearer, RoleBearers):
        if bearing and PERSON not in bearing and OF_PERSONS.issuperset(bearer.roles):
            yield "bearer_kinds"
        if listed == {PERSON}:
            yield "listed_kinds"
        return
    if bearing and listed and not bearing & listed:
        yield "bearer_kinds"
    if turned and bearing == {PERSON}:
        yield "bearer_kinds"
    if turned and listed == {PERSON}:
        yield "listed_kinds"


def _can_hold(form: Condition) -> bool:
    """Whether a condition could hold for somebody in whom nobody holds a role."""
    match form:
        case All():
            return all(_can_hold(part) for part in form.all)
        case Any_():
            return any(_can_hold(part) for part in form.any)
        case OnList():
            return form.held_by is None
        case _:
            return True
