"""The instruments by version: superseded texts have ended, and an article is found under its number of the day (S22).

Rules 16 and 17: an instrument is used only inside its validity, and no superseded text passes for the current one.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from credit_rules import Engine
from credit_rules.registry.citations import resolve, version_on
from credit_rules.registry.vocabulary import Cited

INSTRUMENTS = Engine.bundled().plan.vocabulary.instrument
TODAY = date(2026, 6, 1)

SUPERSEDED = {
    "spc-debtor-list-2013": date(2017, 5, 1),
    "spc-consumption-2010": date(2015, 7, 22),
    "ndrc-2019-527": date(2023, 5, 1),
    "ndrc-order-58": date(2026, 4, 1),
    "saic-order-71": date(2021, 9, 1),
    "saic-order-83": date(2021, 9, 1),
    "customs-order-237": date(2021, 11, 1),
    "customs-order-251": date(2026, 4, 1),
    "samr-2021-3": date(2025, 12, 25),
    "sta-notice-2014-40": date(2025, 7, 1),
    "sta-notice-2018-54": date(2022, 2, 1),
    "statistics-2019-33": date(2022, 5, 19),
    "saws-2017-joint-punishment": date(2023, 10, 1),
    "mct-2018-30": date(2022, 1, 1),
    "mct-2018-119": date(2022, 1, 1),
}


@pytest.mark.parametrize("name", SUPERSEDED)
def test_a_superseded_text_has_ended(name: str) -> None:
    last = SUPERSEDED[name] - timedelta(days=1)
    assert version_on(INSTRUMENTS[name], last) is not None
    assert version_on(INSTRUMENTS[name], SUPERSEDED[name]) is None
    assert version_on(INSTRUMENTS[name], TODAY) is None


def test_the_enterprise_information_text_of_2014_is_not_the_one_of_2024() -> None:
    entry = INSTRUMENTS["enterprise-information-regulation"]
    before, after = version_on(entry, date(2024, 4, 30)), version_on(entry, date(2024, 5, 1))
    assert before is not None
    assert after is not None
    assert (before.version, before.provenance) == ("2014-08-07", "text")
    assert after.version != before.version
    assert after.provenance != "text"


@pytest.mark.parametrize(
    ("new", "old", "day"),
    [
        ("spc-interpretation-2017-7", "spc-debtor-list-2013", date(2017, 5, 1)),
        ("spc-interpretation-2015-17", "spc-consumption-2010", date(2015, 7, 22)),
        ("ndrc-order-58", "ndrc-2019-527", date(2023, 5, 1)),
        ("ndrc-order-36", "ndrc-order-58", date(2026, 4, 1)),
        ("samr-order-107", "samr-2021-3", date(2025, 12, 25)),
        ("samr-order-45", "saic-order-71", date(2021, 9, 1)),
        ("samr-order-44", "saic-order-83", date(2021, 9, 1)),
        ("customs-order-251", "customs-order-237", date(2021, 11, 1)),
        ("customs-order-282", "customs-order-251", date(2026, 4, 1)),
        ("sta-order-54", "sta-notice-2018-54", date(2022, 2, 1)),
        ("sta-notice-2025-12", "sta-notice-2014-40", date(2025, 7, 1)),
    ],
)
def test_the_successor_begins_the_day_the_old_text_ends(new: str, old: str, day: date) -> None:
    assert version_on(INSTRUMENTS[new], day) is not None
    assert version_on(INSTRUMENTS[new], day - timedelta(days=1)) is None
    assert version_on(INSTRUMENTS[old], day) is None


def test_versions_follow_one_another_without_overlap() -> None:
    for entry in INSTRUMENTS.values():
        for before, after in zip(entry.versions, entry.versions[1:], strict=False):
            assert before.until is not None, entry.id
            assert after.from_ is not None, entry.id
            assert before.until <= after.from_, entry.id


@pytest.mark.parametrize(
    ("instrument", "article", "written", "day", "there"),
    [
        ("company-law", "146(5)", date(2018, 12, 1), date(2024, 6, 30), "146(5)"),
        ("company-law", "146(5)", date(2018, 12, 1), date(2024, 7, 1), "178(5)"),
        ("company-law", "178(5)", date(2024, 7, 1), date(2024, 6, 30), "146(5)"),
        ("civil-procedure-law", "262", date(2022, 1, 1), date(2024, 1, 1), "266"),
        ("civil-procedure-law", "232", date(2022, 1, 1), date(2024, 1, 1), "236"),
        ("civil-procedure-law", "85", date(2022, 1, 1), date(2024, 1, 1), "85"),
        ("legislation-law", "80", date(2016, 1, 1), date(2023, 3, 15), "91"),
        ("legislation-law", "82", date(2016, 1, 1), date(2023, 3, 15), "93"),
        ("administrative-reconsideration-law", "9", date(2018, 1, 1), date(2024, 1, 1), "20"),
        ("administrative-reconsideration-law", "21", date(2018, 1, 1), date(2024, 1, 1), "42"),
        ("sme-payment-regulation", "17第3款", date(2020, 9, 1), date(2025, 6, 1), "26"),
        ("company-law", "146(2)", date(2018, 12, 1), date(2024, 7, 1), "178(2)"),
        ("company-law", "146第3款", date(2018, 12, 1), date(2024, 7, 1), "178第3款"),
        ("company-law", "178第3款", date(2024, 7, 1), date(2024, 6, 30), "146第3款"),
    ],
)
def test_an_article_is_found_under_its_number_of_the_day(
    instrument: str, article: str, written: date, day: date, there: str
) -> None:
    assert resolve(Cited(instrument, article, "text"), INSTRUMENTS[instrument], written, day).article == there


def test_the_two_company_laws_are_two_versions_both_read() -> None:
    entry = INSTRUMENTS["company-law"]
    old, new = version_on(entry, date(2024, 6, 30)), version_on(entry, date(2024, 7, 1))
    assert old is not None
    assert new is not None
    assert (old.version, old.provenance) == ("2018-10-26", "text")
    assert (new.version, new.provenance) == ("2023-12-29", "text")


def test_what_was_not_read_is_not_said_to_be() -> None:
    for name in ("jiangsu-credit-regulation", "jiangxi-credit-regulation", "private-economy-promotion-law"):
        assert {row.provenance for row in INSTRUMENTS[name].versions} & {"text"} == set()
    penalty = INSTRUMENTS["administrative-penalty-law"].versions
    assert [row.version for row in penalty if row.provenance == "text"] == ["2021-01-22"]


def test_the_regulations_of_places_hold_in_their_place_only() -> None:
    places = {name: INSTRUMENTS[f"{name}-credit-regulation"].place for name in ("henan", "jiangsu", "jiangxi")}
    assert places == {"henan": "410000", "jiangsu": "320000", "jiangxi": "360000"}
    assert all(entry.place != "000000" for entry in INSTRUMENTS.values() if entry.rank == "local-regulation")
