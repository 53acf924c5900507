"""The articles that shipped measures rest on were read a second time, and the rows say what the text says (S22, S23)."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from credit_rules.engine.load import read_registry
from credit_rules.plan.model import Rule
from credit_rules.registry.citations import provisions_of, resolve, version_on
from credit_rules.registry.model import Provision
from credit_rules.source.tree import tree_of
from tests.generators.world import shipped_plan

PLAN = shipped_plan()
INSTRUMENTS = PLAN.vocabulary.instrument
ROWS = tuple(read_registry(tree_of())[0].provisions.values())
READ = ("law", "administrative-regulation")
DAYS = (date(2018, 6, 1), date(2021, 6, 1), date(2026, 6, 1))
NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "五": 5, "十": 10}

FOR_LIFE = {
    ("food-safety-law", "135第2款"),
    ("drug-administration-law", "118第1款"),
    ("drug-administration-law", "124第1款"),
    ("drug-administration-law", "125"),
    ("drug-administration-law", "126"),
    ("drug-administration-law", "141第2款"),
    ("work-safety-law", "92第3款"),
    ("work-safety-law", "94第3款"),
    ("work-safety-law", "113"),
}
"""The articles in whose text 终身 was read: another one is added only by who has read it."""


def cited(rule: Rule, day: date) -> list[tuple[str, str]]:
    """The articles of laws and administrative regulations read under a measure, by their number on the day.

    What a memorandum cites and nobody read (``secondary``) founds nothing and has no provision.
    """
    found = []
    for basis in rule.basis:
        if basis.provenance != "text":
            continue
        entry = INSTRUMENTS[basis.instrument]
        version, article = resolve(basis, entry, rule.from_, day)
        if entry.rank in READ and version is not None:
            found.append((entry.id, article))
    return found


RESTING = [
    pytest.param(rule, day, id=f"{rule.id}-{day}")
    for rule in PLAN.rules
    for day in sorted({rule.from_, *(day for day in DAYS if day > rule.from_)})
    if (rule.until is None or day < rule.until) and cited(rule, day)
]


@pytest.mark.parametrize(("rule", "day"), RESTING)
def test_every_cited_article_was_read_and_one_provides_the_act(rule: Rule, day: date) -> None:
    provided = {article: provisions_of(*article, day, ROWS) for article in cited(rule, day)}
    assert [article for article, rows in provided.items() if not rows] == [], "not read into provisions"
    assert rule.act in {act for rows in provided.values() for row in rows for act in row.acts}


def test_shipped_measures_cite_articles_of_both_ranks() -> None:
    found = {article for case in RESTING for article in cited(*case.values)}
    assert {INSTRUMENTS[instrument].rank for instrument, _ in found} == set(READ)
    assert len(found) > 30


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_is_of_a_version_that_was_read(row: Provision) -> None:
    entry = INSTRUMENTS[row.instrument]
    assert entry.rank in READ
    assert row.provenance == "text"
    assert row.source is not None
    assert row.source.startswith("LR:")
    for version in entry.versions:
        overlaps = row.until is None or version.from_ is None or version.from_ < row.until
        overlaps = overlaps and (row.from_ is None or version.until is None or version.until > row.from_)
        if overlaps:
            assert version.version in row.source, f"{row.id} also holds for {version.version}, which it does not cite"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_starts_and_ends_with_a_version(row: Provision) -> None:
    entry = INSTRUMENTS[row.instrument]
    if row.from_ is not None:
        begun = version_on(entry, row.from_)
        assert begun is not None
        assert begun.from_ == row.from_
    assert row.until is None or row.until in {version.until for version in entry.versions}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_life_and_years_are_those_that_the_words_of_the_row_name(row: Provision) -> None:
    assert row.for_life == ("终身" in row.title)
    years = [NUMERALS[word] for word in re.findall("([一二两三五十])年", row.title)]
    if row.longest is not None:
        assert row.longest.unit == "years"
        assert row.longest.number == max(years)
    else:
        assert row.for_life or not years or row.id == "procurement-22-5"


def test_the_rows_for_life_are_the_articles_in_which_it_was_read() -> None:
    assert {(row.instrument, row.article) for row in ROWS if row.for_life} == FOR_LIFE


def test_no_act_of_an_article_stands_twice() -> None:
    """Two rows on one article differ in their acts, or one is for years and one for life."""
    counted = Counter((row.instrument, row.article, row.from_, act, row.for_life) for row in ROWS for act in row.acts)
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    ("instrument", "article", "act", "list", "carried"),
    [
        ("civil-procedure-law", "266", "bar-exit", "unperformed-judgment", True),
        ("civil-procedure-law", "266", "bar-exit", "major-tax-violation", False),
        ("exit-entry-law", "12(6)", "bar-exit", "major-tax-violation", False),
        ("tax-collection-law", "44", "bar-exit", "unsecured-tax-arrears", True),
        ("tax-collection-law", "44", "bar-exit", "major-tax-violation", False),
        ("military-service-law", "57第2款", "bar-public-recruitment", "national-defence-dishonesty", True),
        ("civil-servant-law", "26(4)", "bar-public-recruitment", "dishonest-judgment-debtor", False),
        ("company-law", "178", "bar-company-post", "dishonest-judgment-debtor", True),
        ("company-law", "178(5)", "bar-company-post", "unperformed-judgment", False),
        ("company-law", "178(5)", "bar-enterprise-post", "dishonest-judgment-debtor", False),
        ("migrant-wages-regulation", "48", "bar-air-and-premium-rail", "wage-arrears", True),
        ("migrant-wages-regulation", "48", "ban-government-procurement", "wage-arrears", False),
        ("migrant-wages-regulation", "48", "restrict-land-supply", "wage-arrears", False),
        ("sme-payment-regulation", "26", "revoke-civic-honours", "sme-arrears", False),
        ("tendering-law", "53", "bar-construction-bidding", "tendering-ban", False),
    ],
)
def test_an_article_reaches_as_far_as_its_words(
    instrument: str, article: str, act: str, list: str, carried: bool
) -> None:
    rows = provisions_of(instrument, article, date(2026, 6, 1), ROWS)
    assert rows
    assert any(act in row.acts and (not row.lists or list in row.lists) for row in rows) == carried
