"""A plan that was kept reads only what somebody looks at, and reads it right."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest

from credit_rules import Plan
from credit_rules.engine.load import load_plan
from credit_rules.plan import cache
from credit_rules.plan.kept import Late, LateEntries, LateVocabulary, index_of, open_kept
from credit_rules.registry.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def shipped() -> Plan:
    """The packs that ship, read at once."""
    return Plan.from_json(load_plan((), "0").json)


@pytest.fixture
def kept(shipped: Plan) -> Plan:
    return open_kept(shipped.json, json.loads(json.dumps(index_of(shipped))))


def test_it_is_the_same_plan(shipped: Plan, kept: Plan) -> None:
    assert kept == shipped
    assert (kept.json, kept.digest, kept.number) == (shipped.json, shipped.digest, shipped.number)
    words = kept.vocabulary
    for late, whole in ((words.list, shipped.vocabulary.list), (words.department, shipped.vocabulary.department)):
        assert dict(late) == whole
        assert len(late) == len(whole)
        assert "nothing" not in late
    assert kept.rules[2:4] == shipped.rules[2:4]
    assert kept.rules[-1] == shipped.rules[-1]
    assert hash(kept.vocabulary) is not None


def test_nothing_is_read_before_it_is_looked_at(kept: Plan) -> None:
    assert isinstance(kept.rules, Late)
    assert isinstance(kept.vocabulary, LateVocabulary)
    assert not kept.rules._read
    assert not {field.name for field in fields(Vocabulary)} & kept.vocabulary.__dict__.keys()
    rule = kept.rules[3]
    assert kept.rules[3] is rule
    assert set(kept.rules._read) == {3}
    entries = kept.vocabulary.list
    assert isinstance(entries, LateEntries)
    assert entries["major-tax-violation"] is entries["major-tax-violation"]
    assert set(entries._read) == {"major-tax-violation"}
    assert not {field.name for field in fields(Vocabulary)} & kept.vocabulary.__dict__.keys()
    assert kept.vocabulary.lists
    assert {field.name for field in fields(Vocabulary)} & kept.vocabulary.__dict__.keys() == {"lists"}


def test_a_changed_copy_is_whole(shipped: Plan, kept: Plan) -> None:
    first, second = (replace(plan.vocabulary, lists=plan.vocabulary.lists[:3]) for plan in (kept, shipped))
    assert first == second
    assert [entry.id for entry in first.lists] == list(first.list)
    assert replace(kept, vocabulary=first).json == replace(shipped, vocabulary=second).json
    with pytest.raises(AttributeError):
        _ = first.nothing  # type: ignore[attr-defined]


def test_what_is_not_there_is_an_error(kept: Plan) -> None:
    with pytest.raises(IndexError):
        kept.rules[len(kept.rules)]
    with pytest.raises(AttributeError):
        kept.vocabulary.nothing  # noqa: B018


def test_an_index_that_was_changed_is_not_believed(
    shipped: Plan, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    cache.store("sha256:key", shipped)
    folder = cache.cache_folder()
    assert folder is not None
    file = folder / "key.plan"
    first, second, index, text = file.read_text("utf-8").split("\n", 3)
    file.write_text("\n".join((first, second, index.replace("[0,", "[1,", 1), text)), "utf-8")
    assert cache.load("sha256:key") is None
