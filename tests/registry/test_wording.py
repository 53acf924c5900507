"""The words of a clause order, advise, or say neither (S15)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.registry.wording import ADVICE, ORDERS, force_of


@pytest.mark.parametrize("wording", ADVICE)
def test_every_word_of_advice(wording: str) -> None:
    assert force_of(wording) == force_of(f"{wording}限制") == "recommended"


@pytest.mark.parametrize("wording", ORDERS)
def test_every_word_of_an_order(wording: str) -> None:
    assert force_of(wording) == force_of(f"{wording}限制") == "mandatory"


@pytest.mark.parametrize(
    "wording",
    [
        "限制",
        "依法限制",
        "取消",
        "予以撤销",
        "审慎性参考",
        "重要参考",
        "主要用于",
        "许可",
        "不可撤销",
        "认可",
        "应急处置",
        "需要时",
    ],
)
def test_other_words_say_neither(wording: str) -> None:
    assert force_of(wording) is None


@pytest.mark.parametrize("wording", ["应当鼓励", "不得…可以", "要适当"])
def test_where_both_are_said_a_person_must_judge(wording: str) -> None:
    assert force_of(wording) is None


@pytest.mark.parametrize(
    ("wording", "force"),
    [
        ("要从严审核", "mandatory"),
        ("应将其列为", "mandatory"),
        ("可根据实际情况", "recommended"),
        ("可依据相关法律法规", "recommended"),
        ("可适当", "recommended"),
        ("可以要求", "recommended"),
    ],
)
def test_words_of_the_shipped_texts(wording: str, force: str) -> None:
    assert force_of(wording) == force


@given(st.text("可许应急要求限制不得鼓励，", max_size=8))
def test_whatever_is_written_never_says_more_than_one(wording: str) -> None:
    found = force_of(wording)
    if found == "mandatory":
        assert any(word in wording for word in ORDERS)
    if found == "recommended":
        assert any(word in wording for word in ADVICE)
