"""Bearers that no subject can be: the kinds exclude them, or the condition looks at somebody else (S11, S12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.condition import All, Any_, Condition, OnList
from ..pack.model import Measure, RoleBearers
from ..registry.condense import kinds_of
from ..source.values import Kind
from .framework.check import Check, Code, Words
from .framework.checked import Checked

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


CHECK = Check(
    find=bearer_never_fits,
    rules=("S11", "S12"),
    reason=Words(
        "措施写给不可能存在的承受者，就永远不会发出，而作者以为它在起作用。",
        "A measure for a bearer that cannot exist is never issued, while its author believes that it is.",
    ),
    limits=Words(
        "实际控制人、股东既可以是人也可以是单位，不在检查之列。",
        "Actual controllers and shareholders can be persons or units, so nothing is said of them.",
    ),
    codes=(
        Code(
            id="bearer-never-fits",
            said=Sentence(
                "承受者“{found:list}”不可能属于 {key} 所写的类型，没有人会承受",
                "the bearer “{found:list}” can never be of the kinds under {key}, so nobody bears this",
                "请核对 {key}；任职的只能是自然人，任职所在的只能是单位。",
                "Check {key}; holders of a post are natural persons, and what they hold it in is a unit.",
            ),
            bad="""
                measures:
                  - bearers: [‸{roles: [director], at: listing}]
                    bearer_kinds: units
            """,
            good="""
                measures:
                  - bearers: [{roles: [director], at: listing}]
                    bearer_kinds: natural-persons
            """,
        ),
        Code(
            id="held-by-with-roles",
            said=Sentence(
                "条件是任职的人被列入名单（held_by），承受者只能是 subject，不能是“{found:list}”",
                "the condition looks at listed holders of a role (held_by), so the bearer is subject and never “{found:list}”",
                "请写 bearers: [subject]；对任职的人另写一项措施，不用 held_by。",
                "Write bearers: [subject]; give the holders a measure of their own, without held_by.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_list: tax-violation, held_by: [director]}
                    bearers: [‸{roles: [director], at: as-of}]
            """,
            good="""
                measures:
                  - triggered_by: {on_list: tax-violation, held_by: [director]}
                    bearers: [subject]
            """,
        ),
    ),
)
