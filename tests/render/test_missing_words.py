"""What is missing, in words for a reader who does not know the form of a case."""

from __future__ import annotations

import pytest

from credit_rules.render.missing_words import missing_words
from credit_rules.render.people import People
from credit_rules.render.view import View

UNIT, PERSON = "91350100M000100Y43", "11010519491231002X"
TITLES = {
    ("roles", "director"): "董事", ("roles", "actual-controller"): "实际控制人", ("lists", "major-tax-violation"): "重大税收违法",
    ("facts", "listed-company"): "是否上市公司", ("facts", "amount"): "涉案金额",
}  # fmt: skip
PEOPLE = People({UNIT: "示例有限公司"}, frozenset({UNIT}), frozenset({PERSON}))


def said(text: str, lang: str = "zh") -> str:
    return missing_words(text, View(lang, lambda field, id: TITLES.get((field, id), id), PEOPLE))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        ("subject.listed-company", "是否上市公司", "是否上市公司"),
        ("r1.facts.amount", "r1：涉案金额", "涉案金额, of r1"),
        ("r1.grade", "r1的失信等级", "grade of r1"),
        ("r1.notified_on / r1.served_on", "r1列入前的告知 / r1列入后的送达", None),
        ("inquiry.roles(director、actual-controller)", "对任职（董事、实际控制人）的查询", None),
        ("inquiry.registers(major-tax-violation)", "对名单（重大税收违法）的查询", None),
        (
            "inquiry(2015-01-01..2018-05-10)",
            "2015-01-01 至 2018-05-10 的查询",
            "an inquiry from 2015-01-01 to 2018-05-10",
        ),
        (f"inquiry.records_of({UNIT})", f"示例有限公司（{UNIT}）的记录查询", None),
        (f"{UNIT}.kind", f"示例有限公司（{UNIT}）的主体类型", None),
        ("别的说法", "别的说法", "别的说法"),
    ],
)
def test_places_are_said_in_words(place: str, zh: str, en: str | None) -> None:
    assert said(place) == zh
    assert en is None or said(place, "en") == en


def test_several_places_are_said_one_after_the_other() -> None:
    assert said("r1.grade、r1.conduct", "en") == "grade of r1, days of the conduct of r1"


@pytest.mark.parametrize(
    "place", [f"relation({PERSON}).responsible_for", f"{PERSON}.birth_date", f"inquiry.records_of({PERSON})"]
)
def test_persons_stay_masked(place: str) -> None:
    for lang in ("zh", "en"):
        assert PERSON not in said(place, lang)
        assert "1101************2X" in said(place, lang)
