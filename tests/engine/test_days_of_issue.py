"""Each shipped document applies from its day: the day before nothing of it is issued, on the day it is (S3)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from credit_rules import Decision
from credit_rules.plan.model import PackInfo
from tests.generators.people import ADULT, FIRM, Person, Plain, described
from tests.generators.world import World, shipped_plan

DAYS = {
    "jiangxi-2016-101": "2016-12-20",  # its own date
    "pingxiang-2015-50": "2015-11-05",  # the printing date: the only one that the text has
    "pingxiang-2017-judgment-debtors": "2017-03-28",  # the printing date: the only one that the text has
    "pingxiang-2017-110": "2018-03-30",  # prints none: the earliest day on which a dated source cites it
}
LONG_AGO = "2013-06-03"


@pytest.fixture(scope="module", params=DAYS)
def info(request: pytest.FixtureRequest) -> PackInfo:
    return shipped_plan().pack[request.param]


def everything_listed(subject: Person, as_of: date, region: str) -> World:
    """A case of somebody who stands on every list that the shipped packs name, each in a decision of its own."""
    plan = shipped_plan()
    records: list[Plain] = [
        {
            "id": f"on-{code}",
            "list": code,
            "determined_by": "示例机关",
            "document": {"number": code},
            "decided_on": LONG_AGO,
            "published_on": LONG_AGO,
            "facts": {"ground": "able-but-refuses"} if code == "dishonest-judgment-debtor" else {},
        }
        for code in plan.by_list
    ]
    context = {"as_of": as_of.isoformat(), "region": region}
    about = described(subject, facts={"listed-company": True, "industry": "construction"})
    return World(plan, {"subject": about, "records": records, "context": context})


def from_pack(decision: Decision, pack: str) -> set[str]:
    """The measures of a pack that are issued or withheld."""
    issued = {source.id for measure in decision.measures for source in measure.sources}
    return {id for id in (*issued, *(entry.id for entry in decision.withheld)) if id.startswith(f"{pack}/")}


def test_it_applies_from_the_day_that_the_text_or_its_proof_gives(info: PackInfo) -> None:
    assert info.from_.isoformat() == DAYS[info.id]


@pytest.mark.parametrize("subject", [FIRM, ADULT])
def test_nothing_the_day_before_and_much_on_the_day(info: PackInfo, subject: Person) -> None:
    on_the_day = everything_listed(subject, info.from_, info.place).decide()
    the_day_before = everything_listed(subject, info.from_ - timedelta(days=1), info.place).decide()
    assert from_pack(on_the_day, info.id)
    assert from_pack(the_day_before, info.id) == set()


def test_every_shipped_pack_is_named_here_or_begins_on_its_own_day() -> None:
    """A pack that is added later is held to the same, by the day that it states."""
    for pack in shipped_plan().packs:
        day = pack.from_ - timedelta(days=1)
        for subject in (FIRM, ADULT):
            assert from_pack(everything_listed(subject, day, pack.place).decide(), pack.id) == set()


@pytest.mark.parametrize(
    ("region", "applies"), [("360300", True), ("360302", True), ("360000", False), ("360400", False), ("410000", False)]
)
def test_a_citys_document_applies_in_the_city(region: str, applies: bool) -> None:
    decision = everything_listed(ADULT, date(2018, 5, 10), region).decide()
    assert bool(from_pack(decision, "pingxiang-2017-judgment-debtors")) is applies
    assert bool(from_pack(decision, "jiangxi-2016-101")) is (region[:2] == "36")
