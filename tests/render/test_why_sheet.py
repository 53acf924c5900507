"""Why a measure is given, as a page without identity numbers (S25, S28)."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from credit_rules.case.decision import ReasonView
from credit_rules.diagnostics.diagnostic import Language
from credit_rules.render.people import People
from credit_rules.render.text import write_text
from credit_rules.render.view import View
from credit_rules.render.why_sheet import why_sheet
from tests.render.example_decision import CASE, PASSPORT, PERSON, UNIT, titles


class Explanation(NamedTuple):
    id: str = "jiangxi-2016-101/tax-procurement"
    title: str = "禁止参加政府采购活动"
    clause: str = "三(九)第3段"
    document_no: str | None = None
    pack: str = "jiangxi-2016-101"
    bearer: str | None = PERSON
    outcome: str = "hit"
    reasons: tuple[ReasonView, ...] = ()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("number", [PERSON, PASSPORT])
@pytest.mark.parametrize("before", ["r", "r-", "张"])
def test_no_number_is_shown_whatever_stands_before_it(lang: Language, number: str, before: str) -> None:
    case = CASE._replace(parties=(CASE.parties[0]._replace(name=before + number),))
    reason = ReasonView(f"列入名单 {before}{number}", "true", (f"{before}{number}", UNIT))
    explanations = (Explanation(reasons=(reason,)), Explanation(reasons=(reason,), bearer=UNIT, outcome="miss"))
    page = write_text(why_sheet(explanations, None, View(lang, titles, People.of(None, case))))
    assert number not in page
    assert UNIT in page


def test_the_owner_of_a_business_who_is_known_by_a_resident_number_is_masked() -> None:
    subject = CASE.subject._replace(id=PERSON, kind="individually-owned-business", id_type="resident-id")
    people = People.of(None, CASE._replace(subject=subject, relations=(), parties=()))
    page = write_text(why_sheet((Explanation(),), None, View("zh", titles, people)))
    assert PERSON not in page
    assert "1101************2X" in page
