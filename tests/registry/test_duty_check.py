"""Duties in the registry: every name resolved, every key with an effect."""

from __future__ import annotations

import pytest

from credit_rules.registry.duty_model import NARROWING, DutyEntry
from tests.registry.example import REGISTRY
from tests.registry.test_load import found_in

DUTY = """\
format: 1
duties:
  - {id: d, title: 示例, code: correct-record, trigger: found-wrong, owed_by: determining-authority, period: 3 working days,
     basis: [{instrument: procurement-law, article: "1"}], provenance: text, source: test}
"""


def wrong(old: str, new: str) -> list[tuple[str, str, str]]:
    assert old in DUTY
    return found_in(REGISTRY, DUTY.replace(old, new))


def test_a_duty_of_known_names_is_right() -> None:
    assert found_in(REGISTRY, DUTY) == []
    assert (
        wrong("owed_by: determining-authority", "lists: [tax-credit-a], determined_by: [court], owed_by: court") == []
    )
    assert wrong("owed_by: determining-authority", "owed_by: “信用中国”网站, to: public") == []


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "nearest"),
    [
        ("period:", "lists: [tax-credit-b], period:", "unknown-list", "lists/0", "tax-credit-a"),
        ("period:", "determined_by: [cort], period:", "unknown-department", "determined_by/0", "court"),
        ("owed_by: determining-authority", "owed_by: determining-autority", "unknown-department", "owed_by", "determining-authority"),
        ("period:", "to: publik, period:", "unknown-department", "to", "public"),
        ("period:", "kinds: [firm], period:", "unknown-kind", "kinds/0", ""),
        ("procurement-law", "procurement-lwa", "unknown-instrument", "basis/0/instrument", "procurement-law"),
        ("found-wrong", "matter, matters: [biding]", "unknown-matter", "matters/0", "bidding"),
        ("found-wrong", "measure, acts: [ban]", "unknown-act", "acts/0", ""),
        ("correct-record", "correct-records", "not-one-of", "code", "correct-record"),
        ("found-wrong", "found-wrongly", "not-one-of", "trigger", "found-wrong"),
        ("3 working days", "3 workdays", "not-a-period", "period", ""),
        ("provenance: text", "provenance: unverified", "not-one-of", "provenance", ""),
        ('basis: [{instrument: procurement-law, article: "1"}]', "basis: []", "empty-list", "basis", ""),
    ],
)  # fmt: skip
def test_a_name_that_nobody_knows(old: str, new: str, code: str, path: str, nearest: str) -> None:
    found = wrong(old, new)
    assert (code, f"/duties/0/{path}") in {(one, where) for one, where, _ in found}
    assert nearest in {near for one, _, near in found if one == code}


@pytest.mark.parametrize(
    ("trigger", "key"),
    [
        ("found-wrong", "acts: [ban-government-procurement]"),
        ("found-wrong", "matters: [bidding]"),
        ("found-wrong", "ways: [expiry]"),
        ("left-list", "documents: [penalty-decision]"),
        ("measure", "determined_by: [court]"),
        ("matter", "directions: [incentive]"),
        ("repaired", "each_quarter_by: 5"),
    ],
)
def test_a_key_that_narrows_nothing_is_refused(trigger: str, key: str) -> None:
    name = key.split(":")[0]
    found = wrong("found-wrong", f"{trigger}, {key}")
    assert ("key-without-effect", f"/duties/0/{name}", "") in found


def test_a_beginning_without_a_period_says_nothing() -> None:
    found = wrong("period: 3 working days", "counted_from: 自收到申请之日起")
    assert found == [("key-without-effect", "/duties/0/counted_from", "")]


def test_every_trigger_says_what_may_narrow_it() -> None:
    assert set().union(*NARROWING.values()) <= set(DutyEntry.model_fields)
