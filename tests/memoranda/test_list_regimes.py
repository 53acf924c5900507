"""The days on which the rules of publicity, repair, rating and listing change, and not a day before (LF 3, 4, 8.16)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credit_rules.registry.citations import version_on
from credit_rules.situation.life import Day
from credit_rules.situation.model import RecordState
from credit_rules.situation.publicity import publicity_of
from tests.generators.people import FIRM, Plain, described
from tests.generators.world import World, shipped_plan

PLAN = shipped_plan()
WORDS = PLAN.vocabulary
LATE = date(2026, 6, 1)


def state(code: str, as_of: str = "2026-06-01", **fields: Any) -> RecordState:
    """A record found by a penalty decision of 2022-01-10, published a month later."""
    record: Plain = {
        "id": "r1", "list": code, "determined_by": "示例机关",
        "document": {"number": "1", "kind": "penalty-decision"},
        "decided_on": "2022-01-10", "published_on": "2022-02-10", "notified": True, **fields,
    }  # fmt: skip
    context = {"as_of": as_of, "region": "360300"}
    case = {"subject": described(FIRM), "records": [record], "context": context}
    return World(PLAN, case).situation().records[0]


def shown(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def publicity(on: str, code: str, **fields: Any) -> tuple[str | None, str | None]:
    """From when repair may be asked for, and from when nothing is published any more, by the rule of a day."""
    found = state(code, **fields)
    said = publicity_of(found.record, found.list, Day(LATE, LATE, "360300", WORDS, False), date.fromisoformat(on))
    return shown(said.repair_from), shown(said.ends)


# --- the general regimes: 527号, 58号, 36号


@pytest.mark.parametrize(
    ("on", "least", "longest"),
    [
        ("2019-06-30", None, None),
        ("2019-07-01", "2022-07-11", "2025-01-11"),
        ("2023-04-30", "2022-07-11", "2025-01-11"),
        ("2023-05-01", "2022-04-11", "2025-01-11"),
        ("2026-03-31", "2022-04-11", "2025-01-11"),
        ("2026-04-01", "2023-01-11", "2025-01-11"),
    ],
)
def test_a_serious_penalty(on: str, least: str | None, longest: str | None) -> None:
    """Six months to three years, three months to three years, one year to three years."""
    assert publicity(on, "major-tax-violation", tier="serious") == (least, longest)


@pytest.mark.parametrize(
    ("on", "least", "longest"),
    [
        ("2023-04-30", "2022-04-11", "2023-01-11"),
        ("2023-05-01", "2022-04-11", "2025-01-11"),
        ("2026-03-31", "2022-04-11", "2025-01-11"),
        ("2026-04-01", "2022-04-11", "2023-01-11"),
    ],
)
def test_a_general_penalty(on: str, least: str, longest: str) -> None:
    """At most one year, at most three years, at most one year."""
    assert publicity(on, "major-tax-violation", tier="general") == (least, longest)


@pytest.mark.parametrize(
    ("on", "least", "longest"), [("2026-03-31", None, "2025-01-11"), ("2026-04-01", None, "2022-04-11")]
)
def test_a_minor_one_is_shown_three_months_at_most_from_2026_04_01(on: str, least: None, longest: str) -> None:
    assert publicity(on, "major-tax-violation", tier="minor") == (least, longest)


@pytest.mark.parametrize(
    ("on", "least"), [("2023-04-30", "2022-07-11"), ("2023-05-01", "2023-01-11"), ("2026-04-01", "2023-01-11")]
)
def test_work_safety_and_food_take_a_year_from_2023_05_01(on: str, least: str) -> None:
    for code in ("work-safety-dishonesty", "food-drug-dishonesty"):
        assert publicity(on, code, tier="serious")[0] == least


@pytest.mark.parametrize(("on", "least"), [("2026-03-31", None), ("2026-04-01", "2023-01-11")])
def test_until_2026_03_31_the_general_regimes_spoke_of_penalties_only(on: str, least: str | None) -> None:
    listed = {"number": "1", "kind": "listing-decision"}
    assert publicity(on, "major-tax-violation", tier="serious", document=listed)[0] == least


# --- the market's own regime


@pytest.mark.parametrize(
    ("on", "least", "longest"),
    [
        ("2021-12-30", "2022-04-11", "2023-01-11"),
        ("2021-12-31", "2022-08-11", "2025-02-11"),
        ("2025-12-24", "2022-08-11", "2025-02-11"),
        ("2025-12-25", "2022-04-11", "2023-01-11"),
        ("2026-04-01", "2022-04-11", "2023-01-11"),
    ],
)
def test_the_market_has_a_regime_of_its_own(on: str, least: str, longest: str) -> None:
    """令45 and what details it: six months to three years from publication; 令107: three months to one year."""
    assert publicity(on, "market-serious-violation", tier="general") == (least, longest)


@pytest.mark.parametrize(("on", "least"), [("2025-12-24", None), ("2025-12-25", "2023-01-11")])
def test_order_107_covers_listings_too(on: str, least: str | None) -> None:
    listed = {"number": "1", "kind": "listing-decision"}
    assert publicity(on, "market-serious-violation", tier="serious", document=listed)[0] == least


# --- ratings and grades


@pytest.mark.parametrize(
    ("on", "instrument"), [("2025-06-30", "sta-notice-2014-40"), ("2025-07-01", "sta-notice-2025-12")]
)
def test_tax_credit_rests_on_one_instrument_a_day(on: str, instrument: str) -> None:
    for code in ("tax-credit-a", "tax-credit-rating"):
        bases = [cited.instrument for cited in WORDS.list[code].basis]
        assert [id for id in bases if version_on(WORDS.instrument[id], date.fromisoformat(on))] == [instrument]


GRADES = ("customs-aeo-advanced", "customs-certified", "customs-other", "customs-regular", "customs-dishonesty",
          "customs-serious-dishonesty")  # fmt: skip


@pytest.mark.parametrize(
    ("on", "grades"),
    [
        ("2021-11-01", {"customs-aeo-advanced", "customs-other", "customs-dishonesty"}),
        ("2026-03-31", {"customs-aeo-advanced", "customs-other", "customs-dishonesty"}),
        ("2026-04-01", set(GRADES) - {"customs-other"}),
    ],
)
def test_customs_has_three_grades_and_then_five(on: str, grades: set[str]) -> None:
    reaching = {code for code in GRADES if state(code, on, decided_on="2021-01-10", published_on=None).reaches}
    assert reaching == grades


# --- terms


@pytest.mark.parametrize(("listed", "until"), [("2021-08-31", "2026-09-01"), ("2021-09-01", "2024-09-02")])
def test_the_markets_list_lasts_five_years_and_then_three(listed: str, until: str) -> None:
    found = state("market-serious-violation", decided_on=listed, published_on=listed)
    assert str(found.until) == until


@pytest.mark.parametrize(
    ("code", "listed", "until"),
    [
        ("work-safety-dishonesty", "2023-09-30", None),
        ("work-safety-dishonesty", "2023-10-01", "2026-10-02"),
        ("wage-arrears", "2021-12-31", None),
        ("wage-arrears", "2022-01-01", "2025-01-02"),
        ("statistics-dishonesty", "2019-03-19", None),
        ("statistics-dishonesty", "2022-05-19", None),
        ("telecom-fraud", "2024-12-01", "2027-12-02"),
        ("telecom-account-lending", "2024-12-01", "2026-12-02"),
        ("telecom-account-lending", "2024-11-30", None),
        ("eia-rectification", "2019-11-01", "2020-05-02"),
        ("major-tax-violation", "2022-02-01", None),
    ],
)
def test_a_term_begins_with_its_rule(code: str, listed: str, until: str | None) -> None:
    found = state(code, decided_on=listed, published_on=listed)
    assert shown(found.until) == until


@pytest.mark.parametrize(
    ("facts", "ends"),
    [
        ({"rectification-failed": False}, {"2020-06-01": "live", "2020-06-02": "expired"}),
        ({"rectification-failed": True}, {"2020-06-02": "live", "2021-06-01": "live", "2021-06-02": "expired"}),
        ({}, {"2020-06-01": "live", "2020-06-02": "unclear", "2021-06-02": "expired"}),
    ],
)
def test_statistics_took_a_second_year_for_what_was_not_rectified(facts: Plain, ends: dict[str, str]) -> None:
    listed = {"decided_on": "2019-05-20", "published_on": "2019-06-01", "facts": facts}
    assert {day: state("statistics-dishonesty", day, **listed).status for day in ends} == ends


@pytest.mark.parametrize(
    ("code", "facts", "live", "unclear", "expired"),
    [
        ("government-procurement-bad-record", {}, "2019-01-10", "2019-01-11", "2021-01-11"),
        ("government-procurement-bad-record", {"ban-years": 2}, "2020-01-10", None, "2020-01-11"),
        ("tendering-ban", {"tendering-ground": "collusion-or-bribery"}, "2019-01-10", "2019-01-11", "2020-01-11"),
        ("tendering-ban", {"tendering-ground": "fraud"}, "2019-01-10", "2019-01-11", "2021-01-11"),
        ("tendering-ban", {"tendering-ground": "non-performance", "ban-years": 5}, "2023-01-10", None, "2023-01-11"),
        ("tendering-ban", {}, "2019-01-10", "2023-01-10", "2023-01-11"),
    ],
)
def test_a_ban_ends_as_decided_and_is_unclear_between(
    code: str, facts: Plain, live: str, unclear: str | None, expired: str
) -> None:
    """政府采购法 77: one to three years; 招标投标法 53, 54, 60: one to two, one to three, two to five."""

    def status(day: str) -> str:
        return state(code, day, decided_on="2018-01-10", published_on="2018-01-10", facts=facts).status

    assert (status(live), status(expired)) == ("live", "expired")
    assert unclear is None or status(unclear) == "unclear"
