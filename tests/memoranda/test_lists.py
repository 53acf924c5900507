"""The lists that ship: each says on what it rests, and nothing that nobody has read (LF 4; S1, S22, S22a)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from credit_rules.engine.load import read_registry
from credit_rules.pack.base import Citation
from credit_rules.registry.citations import version_on
from credit_rules.registry.model import ListEntry
from credit_rules.source.tree import tree_of
from tests.generators.world import shipped_plan

REGISTRY = read_registry(tree_of())[0]
LISTS = tuple(REGISTRY.lists.values())
WORDS = shipped_plan().vocabulary

ROWS = {
    "失信被执行人": ["dishonest-judgment-debtor"],
    "限制消费": ["spending-limit-order"],
    "重大税收违法失信主体": ["major-tax-violation"],
    "市场监管严重违法失信": ["market-serious-violation"],
    "经营异常": ["abnormal-operation"],
    "安全生产严重失信": ["work-safety-dishonesty"],
    "拖欠农民工工资": ["wage-arrears"],
    "统计严重失信企业": ["statistics-dishonesty"],
    "海关企业信用": ["customs-aeo-advanced", "customs-certified", "customs-regular", "customs-dishonesty"],
    "纳税(缴费)信用": ["tax-credit-a", "tax-credit-rating"],
    "电信网络诈骗": ["telecom-fraud", "telecom-account-lending"],
    "文化和旅游市场": ["culture-tourism-dishonesty"],
    "社会组织": ["social-organisation-abnormal", "social-organisation-dishonesty"],
    "社保严重失信人": ["social-insurance-dishonesty"],
    "环评信用": ["eia-rectification", "eia-blacklist"],
    "知识产权": ["intellectual-property-dishonesty"],
    "政府采购": ["government-procurement-bad-record"],
    "招投标/工程建设": ["tendering-ban"],
}
"""Each row of the table of list rules, and the lists that hold it."""

CONTRACT = (
    "dishonest-judgment-debtor", "major-tax-violation", "tax-credit-a", "work-safety-dishonesty",
    "environment-dishonesty", "listed-company-violation", "dishonest-enterprise", "wage-arrears",
    "customs-aeo-advanced", "customs-dishonesty", "food-drug-dishonesty", "trustworthiness-model",
)  # fmt: skip


def citations(entry: ListEntry) -> Iterator[Citation]:
    """Every citation of a list, wherever it stands."""
    yield from entry.basis
    yield from (term.basis for term in entry.terms if term.basis)
    yield from (stage.basis for stage in entry.verification)
    yield from (denial.basis for denial in entry.no_suspension)
    yield from (exemption.basis for exemption in entry.exemptions)
    yield from (way.basis for way in entry.exits if isinstance(way.basis, Citation))


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_table_is_a_list(row: str) -> None:
    assert set(ROWS[row]) <= set(REGISTRY.lists)


def test_the_codes_of_the_contract_keep_their_names() -> None:
    assert set(CONTRACT) <= set(REGISTRY.lists)


@pytest.mark.parametrize("entry", LISTS, ids=lambda entry: entry.id)
def test_what_a_list_lacks_is_said(entry: ListEntry) -> None:
    """A serious list names family, basis, criteria, an end; what it does not name, its note says was not seen."""
    if entry.class_ != "serious":
        return
    lacking = [
        name
        for name, held in {
            "family": entry.family,
            "basis": entry.basis,
            "criteria": entry.criteria,
            "term": entry.terms,
            "exits": entry.exits,
        }.items()
        if not held
    ]
    assert not lacking or (entry.note and ("未见" in entry.note or "不设" in entry.note)), lacking


@pytest.mark.parametrize("entry", LISTS, ids=lambda entry: entry.id)
def test_every_term_names_its_article(entry: ListEntry) -> None:
    for term in entry.terms:
        assert term.basis is not None


@pytest.mark.parametrize("entry", LISTS, ids=lambda entry: entry.id)
def test_a_list_without_a_term_names_what_ends_it(entry: ListEntry) -> None:
    """Nothing is for life: no statute says so of a list. What a statute attaches to a decision has its term there."""
    if entry.class_ in ("red", "rating", "decision"):
        return
    open_ended = not entry.terms or any(term.otherwise == "open" for term in entry.terms)
    assert not open_ended or entry.exits or "expires_on" in (entry.note or "") or "移出" in (entry.note or "")


@pytest.mark.parametrize("entry", LISTS, ids=lambda entry: entry.id)
def test_a_list_is_never_better_read_than_what_it_says(entry: ListEntry) -> None:
    """A list is of provenance `text` only where no term of it was read elsewhere."""
    if entry.provenance == "text":
        assert {term.basis.provenance for term in entry.terms if term.basis} <= {"text"}


@pytest.mark.parametrize("entry", LISTS, ids=lambda entry: entry.id)
def test_every_dated_rule_lies_within_its_instrument(entry: ListEntry) -> None:
    """A term and a way out begin no earlier than the instrument that is cited for them."""
    dated = [(term.from_, term.basis) for term in entry.terms] + [
        (way.from_, way.basis) for way in entry.exits if isinstance(way.basis, Citation)
    ]
    for start, basis in dated:
        if start is not None and isinstance(basis, Citation):
            assert version_on(WORDS.instrument[basis.instrument], start) is not None, (start, basis.instrument)


@pytest.mark.parametrize("entry", LISTS, ids=lambda entry: entry.id)
def test_nothing_that_a_list_says_rests_on_memory(entry: ListEntry) -> None:
    assert {cited.provenance for cited in citations(entry)} <= {"text", "secondary"}


@pytest.mark.parametrize("entry", LISTS, ids=lambda entry: entry.id)
def test_who_determines_it_is_a_department(entry: ListEntry) -> None:
    assert entry.determined_by in REGISTRY.departments


def test_the_exemptions_of_the_court_list_bar_the_first_ground_only() -> None:
    """法释〔2017〕7号 3 and 4: minors are never listed; the rest bars listing the able who refuse."""
    rows = {row.text: row.grounds for row in REGISTRY.lists["dishonest-judgment-debtor"].exemptions}
    assert rows.pop("未成年人") == ()
    assert set(rows.values()) == {("able-but-refuses",)}
    assert len(rows) == 4
