"""Facts of cases: each declared one present, null or absent."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from credit_rules.registry.vocabulary import FactRule, Vocabulary

from .people import Plain

ASKED_BY_NO_CONDITION = ("colour", "page", "desk", "window")
"""Facts of the small registry that stand in no condition and in no term."""


@st.composite
def facts_of(draw: st.DrawFn, vocabulary: Vocabulary, scope: str) -> Plain:
    """Some facts of a scope: most of those declared, some of these null."""
    drawn = [(entry.name, draw(_value(entry))) for entry in vocabulary.facts if entry.scope == scope and _asked(entry)]
    return {name: value for name, value in drawn if value is not ABSENT}


ABSENT = object()


def _asked(entry: FactRule) -> bool:
    return entry.name not in ASKED_BY_NO_CONDITION


@cache
def _value(entry: FactRule) -> st.SearchStrategy[object]:
    """A value, null, or nothing at all."""
    values: tuple[object, ...] = {
        "boolean": (True, False),
        "amount": ("0", "999999.99", "1000000.00", "1000000.01"),
        "count": (0, 1, 2, 3),
        "share": ("4.99", "5", "50.0"),
        "day": ("2008-05-05", "2011-02-28"),
        "choice": entry.choices,
        "text": ("示例",),
    }[entry.type]
    return st.sampled_from((*values * 3, None, *[ABSENT] * len(values)))
