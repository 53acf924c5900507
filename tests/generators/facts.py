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
    """Some facts of a scope: two of three declared; some of these null."""
    entries = _entries(vocabulary, scope)
    return {entry.name: draw(_value(entry)) for entry in entries if draw(_SAID)}


_SAID = st.sampled_from((True, True, False))


def _entries(vocabulary: Vocabulary, scope: str) -> tuple[FactRule, ...]:
    return tuple(
        entry for entry in vocabulary.facts if entry.scope == scope and entry.name not in ASKED_BY_NO_CONDITION
    )


@cache
def _value(entry: FactRule) -> st.SearchStrategy[object]:
    if entry.name == "established-on":
        return st.sampled_from(("2008-05-05", "2011-02-28", None))
    values = {
        "boolean": (True, False),
        "amount": ("0", "999999.99", "1000000.00", "1000000.01"),
        "count": (0, 1, 2, 3),
        "share": ("4.99", "5", "50.0"),
        "day": ("2010-01-01", "2020-02-29"),
        "choice": entry.choices,
        "text": ("示例",),
    }[entry.type]
    return st.sampled_from((*values, *values, *values, None))
