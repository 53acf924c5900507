"""Every code of every closed set has its words in both languages."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from credit_rules.case import decision
from credit_rules.diagnostics import diagnostic
from credit_rules.render.labels import LABELS, label
from credit_rules.source import values

SETS: dict[str, Any] = {
    "kind": values.Kind,
    "record-status": values.RecordStatus,
    "direction": values.Direction,
    "force": values.Force,
    "actor": values.Actor,
    "effect": values.Effect,
    "impact": values.Impact,
    "category": values.Category,
    "measure-status": decision.MeasureStatus,
    "standing": decision.StandingValue,
    "provenance": values.Provenance,
    "rank": values.Rank,
    "level": values.Level,
    "part": values.Part,
    "withheld-reason": decision.WithheldReason,
    "undetermined-reason": decision.UndeterminedReason,
    "way": decision.Way,
    "result": decision.Result,
    "warning": decision.WarningCode,
    "duty": decision.DutyCode,
    "level-of-finding": diagnostic.Level,
}
ELSEWHERE = {
    "calendar": {"days", "working-days"},
    "truth": {"true", "false", "unknown"},
    "outcome": {"hit", "miss", "undetermined", "withheld", "not-in-force"},
    "bearer": {"subject", "affected-unit"},
    "evaluator": {"matcher", "durable", "batch"},
}


@pytest.mark.parametrize("name", SETS)
def test_the_words_are_those_of_the_closed_set(name: str) -> None:
    assert set(LABELS[name]) == set(get_args(SETS[name]))


def test_every_set_of_words_belongs_to_a_closed_set() -> None:
    assert set(LABELS) == set(SETS) | set(ELSEWHERE)
    assert {name: set(LABELS[name]) for name in ELSEWHERE} == ELSEWHERE


def test_words_stand_in_both_languages_and_differ_within_a_set() -> None:
    for name, words in LABELS.items():
        assert all(zh and en and en.isascii() for zh, en in words.values()), name
        assert len({zh for zh, _ in words.values()}) == len(words), name


def test_a_penalty_is_never_called_punishment() -> None:
    assert label("direction", "punishment") == "惩戒"
    assert "处罚" not in label("direction", "punishment")
