"""Conditions of generated packs, in every form of the pack language, over the small registry."""

from __future__ import annotations

from itertools import combinations

from hypothesis import strategies as st

from .people import Plain

NEGATIVE = ("debts", "taxes", "wages", "prices", "penalties", "local-taxes")
RED = ("models", "local-models")
ROLES = ("legal-representative", "director", "directly-responsible")
PERIODS = ("3 years", "1 year", "90 days", "18 months")

_LISTS = st.sampled_from(
    tuple([one] for one in NEGATIVE)
    + tuple([one, other] for one, other in combinations(NEGATIVE, 2))
    + (["debts", "taxes", "prices"],)
)
_ROLES = st.sampled_from((["director"], ["legal-representative"], ["directly-responsible"], list(ROLES)))
_GRADES = st.sampled_from((None, None, None, None, "serious", ["general", "heavier"]))
_CLASSES = st.sampled_from(("serious", "serious", "dishonesty", "decision", "negative", "watch"))
_DAYS = st.sampled_from(("conduct", "listing", "as-of"))
_PERIODS = st.sampled_from(PERIODS)
_COIN = st.booleans()
_SELDOM = st.sampled_from((False, False, True))

RECORD_FACTS = st.sampled_from(
    (
        {"fact": "record.amount", "at_least": "1000000 yuan"},
        {"fact": "record.amount", "more_than": "999999.99", "at_most": "1000000.00"},
        {"fact": "record.ground", "one_of": ["evasion", "violence"]},
        {"fact": "record.ground", "is_not": "refusal"},
        {"not": {"fact": "record.years-added", "less_than": 2}},
    )
)
RELATION_FACTS = st.sampled_from(
    ({"fact": "relation.share", "at_least": "5 %"}, {"fact": "relation.share", "less_than": "50 %"})
)
OTHER_FACTS = st.sampled_from(
    (
        {"fact": "subject.listed", "is": True},
        {"fact": "subject.listed", "is_not": True},
        {"fact": "subject.staff", "at_least": 1, "at_most": 2},
        {"fact": "subject.established-on", "more_than": "2010-01-01"},
        {"fact": "context.urgent", "is": False},
        {"not": {"fact": "context.urgent", "is": True}},
        {"any": [{"fact": "subject.listed", "is": True}, {"fact": "context.urgent", "is": True}]},
        {"all": [{"fact": "subject.staff", "less_than": 3}, {"not": {"fact": "subject.listed", "is": False}}]},
    )
)  # fmt: skip


_ONE_OR_TWO = st.integers(1, 2)
_OF_WHICH = st.one_of(
    st.sampled_from(({}, {}, {"grade": "serious"}, {"grade": ["general", "heavier"]})),
    st.builds(lambda where: {"where": where}, RECORD_FACTS),
)


@st.composite
def on_list(draw: st.DrawFn) -> Plain:
    """A record on one of some lists, perhaps of a grade, perhaps with facts of its own."""
    lists = draw(_LISTS)
    condition: Plain = {"on_list": lists[0] if len(lists) == 1 else lists}
    grade = draw(_GRADES)
    if grade is not None:
        condition["grade"] = grade
    if draw(_SELDOM) and draw(_COIN):
        condition["where"] = draw(RECORD_FACTS)
    return condition


@st.composite
def held_by(draw: st.DrawFn) -> Plain:
    """Somebody in a role of the unit is on a list (S12)."""
    condition: Plain = {**draw(on_list()), "held_by": draw(_ROLES), "at": draw(_DAYS)}
    condition.pop("grade", None)
    return condition


@st.composite
def on_lists(draw: st.DrawFn) -> Plain:
    """A record on any list of a class, or records in so many fields (S19)."""
    condition: Plain = {"on_lists": draw(_CLASSES)}
    if draw(_SELDOM):
        condition["of_fields"] = draw(st.sampled_from((["taxation"], ["taxation", "courts"], ["courts", "wages"])))
    if draw(_COIN):
        condition["fields"] = {"at_least": draw(_ONE_OR_TWO)}
    return condition


@st.composite
def count(draw: st.DrawFn) -> Plain:
    """So many records decided in a window."""
    what = draw(st.sampled_from(("record", "conduct", "field")))
    condition: Plain = {
        "count": draw(_LISTS),
        "within": draw(_PERIODS),
        "distinct": what,
        "at_least": draw(_ONE_OR_TWO),
    }
    return condition | draw(_OF_WHICH)


@st.composite
def exists(draw: st.DrawFn) -> Plain:
    """Somebody in a role of the subject."""
    condition: Plain = {"exists": draw(_ROLES)}
    if draw(_COIN):
        condition["where"] = draw(RELATION_FACTS)
    return condition


CLEAN = st.builds(lambda period: {"clean_for": period}, _PERIODS)
_ABOUT_THE_LISTED = st.one_of(on_list(), on_list(), on_list(), on_lists(), count())
_LOOKING_BACK = st.sampled_from(
    (
        {"not": {"on_list": "debts"}},
        {"not": {"on_lists": "serious"}},
        {"on_lists": "serious", "fields": {"at_most": 1}},
        {"count": ["taxes", "prices"], "within": "3 years", "less_than": 2},
        {"not": {"exists": ["director"]}},
        {"not": {"clean_for": "1 year"}},
        {"not": {"on_list": "debts", "held_by": ["director"]}},
    )
)  # fmt: skip
"""Conditions that a record or a relation makes false."""


@st.composite
def punishing(draw: st.DrawFn, growing: bool) -> Plain:
    """What a punishment may depend on: some record (S1), and more.

    With ``growing`` nothing in it is made false by one record more: what leaves a list can then only take away.
    """
    trigger = draw(_ABOUT_THE_LISTED)
    if draw(_SELDOM):
        trigger = {draw(st.sampled_from(("all", "any"))): [trigger, draw(_ABOUT_THE_LISTED)]}
    return trigger if not draw(_SELDOM) else {"all": [trigger, draw(_FURTHER if growing else _ANYTHING)]}


@st.composite
def reversing(draw: st.DrawFn, growing: bool) -> Plain:
    """A punishment of a unit because of those who hold roles in it."""
    trigger = draw(held_by())
    return trigger if not draw(_SELDOM) else {"all": [trigger, draw(_FURTHER if growing else _ANYTHING)]}


@st.composite
def rewarding(draw: st.DrawFn) -> Plain:
    """What an incentive may depend on: a red list, a clean record, or either."""
    red: Plain = {"on_list": draw(st.sampled_from(RED))}
    trigger = draw(st.sampled_from((red, red, draw(CLEAN), {"any": [red, draw(CLEAN)]})))
    return trigger if not draw(_SELDOM) else {"all": [trigger, draw(_FURTHER)]}


MONITORED = st.builds(lambda lists: {"after_exit": lists}, _LISTS)
_FURTHER = st.one_of(OTHER_FACTS, OTHER_FACTS, exists())
_ANYTHING = st.one_of(OTHER_FACTS, exists(), _LOOKING_BACK)
ROLE_BEARERS = st.builds(
    lambda roles, at, responsible, when: (
        {"roles": roles, "at": at, "responsible": responsible} | ({} if when is None else {"when": when})
    ),
    _ROLES,
    _DAYS,
    _SELDOM,
    st.one_of(st.none(), st.none(), st.none(), st.none(), RELATION_FACTS),
)
