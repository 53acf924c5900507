"""Resolving a pack: every name, every comparison, every contradiction at its place."""

from __future__ import annotations

import pytest

from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.pack.model import Pack
from credit_rules.registry.pack_names import check_pack_names
from credit_rules.registry.registry import Registry
from credit_rules.source.binding import bind
from credit_rules.source.files import read_text
from tests.registry.example import PACK


def found_in(text: str, registry: Registry) -> list[Diagnostic]:
    node, read = read_text(text, "pack.yaml")
    assert node is not None, read
    pack, wrong = bind(Pack, node)
    assert pack is not None, wrong
    return list(check_pack_names(pack, node, registry))


def test_a_right_pack_has_no_findings(registry: Registry) -> None:
    assert found_in(PACK, registry) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "nearest"),
    [
        # names
        ("triggered_by: {on_list: dishonest-judgment-debtor}", "triggered_by: {on_list: dishonest_judgment_debtor}", "unknown-list", "/triggered_by/on_list", "dishonest-judgment-debtor"),
        ("on_list: [major-tax-violation]", "on_list: [重大税收违法]", "unknown-list", "/measures/1/triggered_by/any/0/on_list/0", "major-tax-violation"),
        ("on_list: [major-tax-violation]", "on_list: [major-tax-violation, major-tax-violation]", "repeated-name", "/measures/1/triggered_by/any/0/on_list/1", ""),
        ("{on_list: dishonest-judgment-debtor}", "{on_list: dishonest-judgment-debtor, held_by: [sharholder]}", "unknown-role", "/triggered_by/held_by/0", "shareholder"),
        ("clean_for: 3 years", "after_exit: tax-credit-b", "unknown-list", "/measures/1/triggered_by/any/1/not/after_exit", "tax-credit-a"),
        ("clean_for: 3 years", "after_exit: serius", "unknown-list", "/measures/1/triggered_by/any/1/not/after_exit", "serious"),
        ("count: major-tax-violation", "count: major-tax", "unknown-list", "/measures/1/triggered_by/any/2/count", "major-tax-violation"),
        ("on_lists: serious,", "on_lists: serius,", "unknown-class", "/measures/1/triggered_by/any/3/on_lists", "serious"),
        ("on_lists: serious,", "on_lists: serious, of_fields: [taxatoin],", "unknown-field", "/measures/1/triggered_by/any/3/of_fields/0", "taxation"),
        ("exists: shareholder", "exists: sharehelder", "unknown-role", "/measures/1/triggered_by/any/4/exists", "shareholder"),
        ("act: ban-government-procurement", "act: ban-goverment-procurement", "unknown-act", "/measures/0/act", "ban-government-procurement"),
        ("roles: [shareholder]", "roles: [shareholders]", "unknown-role", "/measures/0/bearers/1/roles/0", "shareholder"),
        ("listed_kinds: units", "listed_kinds: unit", "unknown-kind", "/measures/1/listed_kinds", "units"),
        ("listed_kinds: units", "bearer_kinds: [enterprise, natural-persn]", "unknown-kind", "/measures/1/bearer_kinds/1", "natural-person"),
        ("listed_kinds: units", "matters: [biding]", "unknown-matter", "/measures/1/matters/0", "bidding"),
        ("listed_kinds: units", "blocked_by: [tax-credit-aa]", "unknown-list", "/measures/1/blocked_by/0", "tax-credit-a"),
        ("[市国税局, {", "[市国税厅, {", "unknown-department", "/measures/0/departments/0", "市国税局"),
        ("{name: 市中级法院,", "{name: 市高级法院,", "unknown-department", "/measures/0/departments/1/name", "市中级法院"),
        ("[市国税局, {", "[市国税局, 市国税局, {", "repeated-department", "/measures/0/departments/1", ""),
        ("instrument: procurement-law", "instrument: 政府采购法", "unknown-instrument", "/measures/0/basis/0/instrument", "procurement-law"),
        ("term: {period: 3 years}", "term: {outlasts: {instrument: procurement, article: 一}}", "unknown-instrument", "/measures/0/term/outlasts/instrument", "procurement-law"),
        ('place: "360300"', 'place: "360399"', "unknown-place", "/memorandum/place", "360300"),
        ('place: "360300"', "place: 萍乡", "not-a-place-code", "/memorandum/place", ""),
        # facts and comparisons
        ("fact: subject.industry", "fact: subject.industri", "unknown-fact", "/measures/1/when/fact", "subject.industry"),
        ("fact: subject.industry", "fact: record.industry", "unknown-fact", "/measures/1/when/fact", "subject.industry"),
        ("fact: subject.industry", "fact: industry", "fact-without-scope", "/measures/1/when/fact", "subject.industry"),
        ("fact: relation.share, at_least: 5 %", "fact: record.amount, at_least: 5", "fact-out-of-place", "/measures/0/bearers/1/when/fact", ""),
        ("when: {fact: subject.industry, one_of: [food, drugs]}", "when: {fact: record.amount, at_least: 5}", "fact-out-of-place", "/measures/1/when/fact", ""),
        ("one_of: [food, drugs]", "one_of: [food, drug]", "unknown-choice", "/measures/1/when/one_of/1", "drugs"),
        ("one_of: [food, drugs]", "one_of: []", "comparison-empty", "/measures/1/when", ""),
        (", one_of: [food, drugs]", "", "comparison-empty", "/measures/1/when", ""),
        ("one_of: [food, drugs]", "at_least: food", "comparison-without-order", "/measures/1/when/at_least", ""),
        ("one_of: [food, drugs]", "one_of: [food], is_not: food", "comparison-never-true", "/measures/1/when", ""),
        ("fact: subject.industry, one_of: [food, drugs]", "fact: subject.listed-company, is: \"yes\"", "comparison-of-different-kinds", "/measures/1/when/is", ""),
        ("fact: subject.industry, one_of: [food, drugs]", "fact: subject.listed-company, at_least: 5", "comparison-without-order", "/measures/1/when/at_least", ""),
        ("fact: subject.industry, one_of: [food, drugs]", "fact: subject.founded-on, at_least: 3 years", "comparison-of-different-kinds", "/measures/1/when/at_least", ""),
        ("fact: subject.industry, one_of: [food, drugs]", "fact: subject.founded-on, at_least: 2018-01-02, less_than: 2018-01-02", "comparison-never-true", "/measures/1/when", ""),
        ("fact: subject.industry, one_of: [food, drugs]", "fact: subject.founded-on, more_than: 2018-01-02, less_than: 2018-01-03", "comparison-never-true", "/measures/1/when", ""),
        ("fact: subject.industry, one_of: [food, drugs]", "fact: subject.staff, more_than: 5, less_than: 6", "comparison-never-true", "/measures/1/when", ""),
        ("fact: subject.industry, one_of: [food, drugs]", "fact: subject.staff, is: 5, at_least: 6", "comparison-never-true", "/measures/1/when", ""),
        ("fact: subject.industry, one_of: [food, drugs]", "fact: subject.staff, at_least: 5 %", "comparison-of-different-kinds", "/measures/1/when/at_least", ""),
        ("when: {fact: relation.share, at_least: 5 %}", "when: {on_list: major-tax-violation}", "role-asks-for-records", "/measures/0/bearers/1/when", ""),
        ("when: {fact: relation.share, at_least: 5 %}", "when: {any: [{fact: relation.share, at_least: 5 %}, {on_lists: serious}]}", "role-asks-for-records", "/measures/0/bearers/1/when/any/1", ""),
        ("at_least: 5 %", "at_least: 5", "comparison-of-different-kinds", "/measures/0/bearers/1/when/at_least", ""),
        ("at_least: 5 %", "at_least: 5 %, at_most: 4.99 %", "comparison-never-true", "/measures/0/bearers/1/when", ""),
        ("at_least: 5 %", "more_than: 5 %, at_most: 5 %", "comparison-never-true", "/measures/0/bearers/1/when", ""),
        ('more_than: "1000000.00"', "more_than: 5 %", "comparison-of-different-kinds", "/measures/1/triggered_by/any/0/where/more_than", ""),
        ("within: 3 years, at_least: 2", "within: 3 years", "comparison-empty", "/measures/1/triggered_by/any/2", ""),
        ("within: 3 years, at_least: 2", "within: 3 years, at_least: 2, less_than: 2", "comparison-never-true", "/measures/1/triggered_by/any/2", ""),
        ("within: 3 years, at_least: 2", "within: 3 years, less_than: 0", "comparison-never-true", "/measures/1/triggered_by/any/2", ""),
        ("fields: {at_least: 2}", "fields: {}", "comparison-empty", "/measures/1/triggered_by/any/3/fields", ""),
        # the pack itself
        ("id: example-2017", "id: Example_2017", "id-not-kebab-case", "/memorandum/id", ""),
        ("id: large-debts", "id: Large debts", "id-not-kebab-case", "/measures/1/id", ""),
        ("id: large-debts", "id: procurement", "duplicate-measure", "/measures/1/id", ""),
        ("bearers: [subject]", "bearers: [subject, subject]", "repeated-bearer", "/measures/1/bearers/1", ""),
        ("from: 2017-03-28", "from: unknown", "day-unproven", "/memorandum/from", ""),
        ("from: 2017-03-28", "from: 2017-03-28\n  proven_by: {day: 2018-03-30, source: x}", "proof-without-need", "/memorandum/proven_by", ""),
        ("from: 2017-03-28", "from: 2017-03-28\n  until: 2017-03-28", "period-ends-before-start", "/memorandum/until", ""),
        ("listed_kinds: units", "from: 2018-01-01\n    until: 2017-01-01", "period-ends-before-start", "/measures/1/until", ""),
        ("listed_kinds: units", "until: 2017-01-01", "period-ends-before-start", "/measures/1/until", ""),
        ("triggered_by: {on_list: dishonest-judgment-debtor}\n", "", "no-trigger", "/measures/0/id", ""),
    ],
)  # fmt: skip
def test_mistakes_in_a_pack(old: str, new: str, code: str, path: str, nearest: str, registry: Registry) -> None:
    assert old in PACK
    (finding,) = found_in(PACK.replace(old, new, 1), registry)
    assert (finding.code, finding.path, finding.values.get("nearest", "")) == (code, path, nearest)
    assert finding.span.line > 1
    assert finding.message() != finding.message("en")


def test_a_pack_without_day_is_proven_or_a_draft(registry: Registry) -> None:
    undated = PACK.replace("from: 2017-03-28", "from: unknown")
    assert found_in(undated.replace("from: unknown", "from: unknown\n  status: draft"), registry) == []
    assert (
        found_in(undated.replace("from: unknown", "from: unknown\n  proven_by: {day: 2018-03-30, source: x}"), registry)
        == []
    )


def test_a_measure_begins_before_its_document_ends(registry: Registry) -> None:
    text = PACK.replace("from: 2017-03-28", "from: 2017-03-28\n  until: 2019-01-01").replace(
        "listed_kinds: units", "from: 2019-01-01"
    )
    (finding,) = found_in(text, registry)
    assert (finding.code, finding.path) == ("measure-outside-pack", "/measures/1/from")
