"""At each place of a file what may stand there is offered, by name and by Chinese title."""

from __future__ import annotations

from pathlib import Path

import pytest

from credit_rules.diagnostics.diagnostic import Language
from credit_rules.lsp.completion import MOST, Offers, complete
from credit_rules.lsp.meaning import Here
from tests.lsp.marked import marked

HEAD = "format: 1\nmeasures:\n  - id: a\n    clause: 一\n"


def offered(here: Here, text: str, lang: Language = "zh") -> Offers:
    found = complete(here, *marked(text), lang)
    assert found is not None
    return found


def labels(here: Here, text: str) -> list[str]:
    return [offer.label for offer in offered(here, text).offers]


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        ("    triggered_by: {on_list: ‸}\n", "dishonest-judgment-debtor", "bar-all-trains"),
        ("    triggered_by: {on_list: [wage-arrears, ‸\n", "dishonest-judgment-debtor", "negative"),
        ("    triggered_by: {on_lists: ‸}\n", "negative", "wage-arrears"),
        ("    triggered_by: {after_exit: ‸}\n", "wage-arrears", "director"),
        ("    triggered_by: {on_list: wage-arrears, held_by: [‸]}\n", "legal-representative", "wage-arrears"),
        ("    triggered_by: {on_list: wage-arrears, at: ‸}\n", "listing", "mandatory"),
        ("    when: {exists: ‸}\n", "director", "wage-arrears"),
        ("    act: ‸\n", "ban-government-procurement", "government-procurement"),
        ("    matters: [‸]\n", "government-procurement", "ban-government-procurement"),
        ("    bearer_kinds: ‸\n", "units", "director"),
        ("    bearer_kinds: [‸]\n", "natural-person", "director"),
        ("    bearers: [{roles: [‸", "director", "subject"),
        ("    bearers: [‸]\n", "subject", "director"),
        ("    basis: ‸\n", "none-cited", "government-procurement-law"),
        ("    basis: [{instrument: ‸}]\n", "government-procurement-law", "none-cited"),
        ("    basis: [{instrument: government-procurement-law, article: ‸}]\n", "22", "none-cited"),
        ("    basis: [{instrument: government-procurement-law, version: ‸}]\n", "2014-08-31", "2013-10-01"),
        ("    force: ‸\n", "mandatory", "punishment"),
        ("    departments:\n      - {name: 质检总局, function: ‸}\n", "entry-exit-inspection", "市税务局"),
        ("    when: {fact: subject.industry, is: ‸}\n", "food", "true"),
        ("    when: {fact: subject.industry, one_of: [food, ‸]}\n", "drugs", "true"),
        ("    when: {fact: subject.listed-company, is: ‸}\n", "true", "food"),
        ("    adopts: green‸\n", "jiangxi-2016-101/green-channel", "pingxiang-2017-judgment-debtors/premium-travel"),
    ],
)
def test_names_that_fit_the_key(here: Here, text: str, there: str, not_there: str) -> None:
    found = labels(here, HEAD + text)
    assert there in found
    assert not_there not in found


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("    when: {fact: ‸}\n", {"subject"}),
        ("    triggered_by: {on_list: wage-arrears, where: {fact: ‸}}\n", {"record", "subject"}),
        ("    triggered_by: {on_list: wage-arrears, where: {all: [{fact: ‸\n", {"record", "subject"}),
        ("    when: {exists: director, where: {fact: ‸}}\n", {"relation", "subject"}),
        ("    bearers: [{roles: [director], at: listing, when: {fact: ‸}}]\n", {"relation", "subject"}),
    ],
)
def test_facts_are_those_that_may_be_asked_there_and_the_nearest_come_first(
    here: Here, text: str, scopes: set[str]
) -> None:
    found = [label.partition(".")[0] for label in labels(here, HEAD + text)]
    assert set(found) - {"context"} == scopes
    assert found[0] == next((scope for scope in ("record", "relation") if scope in scopes), "subject")


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        ("‸", "memorandum", "clause"),
        ("memorandum:\n  ‸", "title", "measures"),
        (HEAD + "    ‸", "act", "id"),
        (HEAD + "    adopts: x/y\n    ‸", "departments", "act"),
        (HEAD + "    triggered_by: {on_list: wage-arrears, ‸}\n", "where", "within"),
        (HEAD + "    triggered_by: {count: wage-arrears, ‸}\n", "within", "held_by"),
        (HEAD + "    triggered_by:\n      ‸\n", "on_list", "where"),
        (HEAD + "    departments:\n      - {name: 市税务局, ‸}\n", "part", "name"),
    ],
)
def test_keys_that_are_not_there_yet(here: Here, text: str, there: str, not_there: str) -> None:
    found = labels(here, text)
    assert there in found
    assert not_there not in found


def test_keys_that_must_be_there_come_first_and_bring_their_colon(here: Here) -> None:
    offers = offered(here, HEAD + "    ‸").offers
    assert [offer.label for offer in offers[:4]] == ["act", "bearers", "departments", "basis"]
    assert offers[0].text == "act: "
    assert offered(here, HEAD + "    a‸: x\n").offers[0].text == "act"


def test_a_title_finds_its_id(here: Here) -> None:
    found = offered(here, HEAD + "    act: 禁止参加政府采购‸\n")
    assert [(offer.label, offer.detail) for offer in found.offers] == [
        ("ban-government-procurement", "禁止参加政府采购活动")
    ]
    assert found.more
    assert (found.start, found.end) == (10, 18)


def test_departments_are_offered_as_a_text_of_the_place_prints_them(here: Here) -> None:
    found = offered(here, HEAD + "    departments: [税‸]\n")
    assert "市国税局" in [offer.label for offer in found.offers]
    assert {offer.label: offer.detail for offer in found.offers}["市国税局"] == "国家税务局"
    everything = offered(here, HEAD + "    departments: [‸]\n")
    assert len(everything.offers) == MOST
    assert everything.more


def test_codes_of_places_are_put_in_quotes_once(here: Here) -> None:
    assert offered(here, "memorandum: {place: ‸}\n").offers[0].text.startswith('"')
    assert offered(here, 'memorandum: {place: "3603‸"}\n').offers[0].text == "360300"


def test_the_files_of_a_pack_and_other_packs_are_offered(here: Here) -> None:
    assert "02-support.yaml" in labels(here, "sections:\n  - ‸\n")
    assert "jiangxi-2016-101" in labels(here, "memorandum: {restates: [‸]}\n")


def test_codes_that_may_be_allowed_are_offered_in_a_remark(here: Here) -> None:
    found = offered(here, HEAD + "    departments: [x]  # allow: basis-rank, department-g‸\n")
    assert [offer.label for offer in found.offers] == ["department-gone"]
    assert not {"punishment-without-list", "suppression-unused"} & {*labels(here, HEAD + "    act: x  # allow: ‸\n")}


def test_registry_files_and_cases_have_words_of_their_own(here: Here) -> None:
    registry = Here(here.known, Path(here.file.parents[2], "registry", "lists", "court.yaml"))
    assert "taxation" in labels(registry, "lists:\n  - {id: x, determined_by: ‸}\n")
    assert "serious" in labels(registry, "lists:\n  - {id: x, class: ‸}\n")
    assert all(
        label.startswith("record.")
        for label in labels(registry, "lists:\n  - {id: x, terms: [{cases: [{when: {fact: ‸}}]}]}\n")
    )
    cases = Here(here.known, here.file.with_name("cases.yaml"))
    assert "premium-travel" in labels(cases, "cases:\n  - {name: 一, issued: [‸]}\n")
    assert "wage-arrears" in labels(cases, "base:\n  records: [{list: ‸}]\n")
    assert "industry" in labels(cases, "base:\n  subject: {facts: {‸}}\n")


def test_words_of_a_closed_set_are_told_in_the_language_asked_for(here: Here) -> None:
    text = HEAD + "    force: m‸\n"
    assert offered(here, text).offers[0].detail == "强制性措施"
    assert offered(here, text, "en").offers[0].detail == "mandatory"


def test_nothing_is_offered_where_nothing_is_known(here: Here) -> None:
    for text in ("    # a‸\n", "    note: two w‸\n"):
        assert complete(here, *marked(HEAD + text)) is None
    assert labels(here, HEAD + "    nonsense: ‸\n") == []
