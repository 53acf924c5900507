"""Which rows speak of a cited article, item or paragraph (S22, S23)."""

from __future__ import annotations

from datetime import date

import pytest

from credit_rules.registry.citations import number_of, provisions_of
from credit_rules.registry.vocabulary import ProvisionRule

DAY = date(2024, 6, 1)


def row(article: str, act: str, *, instrument: str = "law", until: date | None = None) -> ProvisionRule:
    return ProvisionRule(instrument, article, None, until, (act,), ())


ROWS = (
    row("10", "whole"),
    row("10(2)", "item"),
    row("20第1款", "first"),
    row("20第2款", "second"),
    row("20第2款", "second-for-life"),
    row("20(1)", "over", until=DAY),
    row("30", "elsewhere", instrument="other"),
    row("1", "one"),
)


@pytest.mark.parametrize(
    ("article", "acts"),
    [
        ("10", ["whole"]),
        ("10(2)", ["item"]),
        ("10(3)", ["whole"]),
        ("10第2款", ["whole"]),
        ("20第2款", ["second", "second-for-life"]),
        ("20", ["first", "second", "second-for-life"]),
        ("20第3款", []),
        ("20(1)", []),
        ("30", []),
        ("2", []),
        ("第1条", []),
    ],
)
def test_its_own_rows_else_the_whole_article_else_its_parts(article: str, acts: list[str]) -> None:
    assert [found.acts[0] for found in provisions_of("law", article, DAY, ROWS)] == acts


@pytest.mark.parametrize(
    ("article", "number"),
    [("178(5)", "178"), ("135第1款", "135"), ("48", "48"), ("27第1款(2)", "27"), ("第1条", "第1条")],
)
def test_the_number_of_an_article(article: str, number: str) -> None:
    assert number_of(article) == number
