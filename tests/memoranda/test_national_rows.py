"""The catalogue of national memoranda: 49 rows, each one pack; what nobody saw of a row does not stand in its pack (S3, S22a)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from credit_rules import Engine
from credit_rules.source.tree import bundled_root, parts_of


class Row(NamedTuple):
    """The pack of a row; ``number`` only where the document's number was seen in a source."""

    pack: str
    number: str | None = None


INCENTIVE = {
    "I1": Row("2016-1467-tax-credit-a", "发改财金〔2016〕1467号"),
    "I2": Row("2016-young-volunteers"),
    "I3": Row("2016-customs-certified"),
    "I4": Row("2017-work-safety-honest"),
    "I5": Row("2018-377-transport-construction", "发改财金〔2018〕377号"),
}
MIXED = {
    "M1": Row("2017-844-electronic-certification", "发改财金〔2017〕844号"),
    "M2": Row("2018-charity"),
    "M3": Row("2018-inspection-and-quarantine"),
}
PUNISHMENT = {
    "1": Row("2014-build-honesty"),
    "2": Row("2014-3062-major-tax-violation", "发改财金〔2014〕3062号"),
    "3": Row("2016-2798-major-tax-violation", "发改财金〔2016〕2798号"),
    "4": Row("2015-2045-dishonest-enterprises", "发改财金〔2015〕2045号"),
    "5": Row("2015-3062-listed-company", "发改财金〔2015〕3062号"),
    "6": Row("2016-141-judgment-debtors", "发改财金〔2016〕141号"),
    "7": Row("2016-1001-work-safety", "发改财金〔2016〕1001号"),
    "8": Row("2016-1580-environment", "发改财金〔2016〕1580号"),
    "9": Row("2016-1962-food-and-drug", "发改财金〔2016〕1962号"),
    "10": Row("2016-quality"),
    "11": Row("2016-285-bidding", "法〔2016〕285号"),
    "12": Row("2016-e-commerce"),
    "13": Row("2016-fiscal-funds"),
    "14": Row("2016-statistics"),
    "15": Row("2017-overloading"),
    "16": Row("2017-346-farm-inputs", "发改财金〔2017〕346号"),
    "17": Row("2017-finance"),
    "18": Row("2017-customs-dishonest"),
    "19": Row("2017-power"),
    "20": Row("2017-salt"),
    "21": Row("2017-1206-real-estate", "发改财金〔2017〕1206号"),
    "22": Row("2017-oil-and-gas"),
    "23": Row("2017-1553-logistics", "发改运行〔2017〕1553号"),
    "24": Row("2017-1579-insurance", "发改财金〔2017〕1579号"),
    "25": Row("2017-domestic-trade"),
    "26": Row("2017-foreign-cooperation"),
    "27": Row("2017-2058-wage-arrears", "发改财金〔2017〕2058号"),
    "28": Row("2018-277-domestic-service", "发改财金〔2018〕277号"),
    "29": Row("2018-marriage-registration"),
    "30": Row("2018-457-public-resource-trading", "发改法规〔2018〕457号"),
    "31": Row("2018-384-train-travel", "发改财金〔2018〕384号"),
    "32": Row("2018-air-travel"),
    "33": Row("2018-tourism"),
    "34": Row("2018-1399-medical-order", "发改财金〔2018〕1399号"),
    "35": Row("2018-research"),
    "36": Row("2018-1614-government-procurement", "发改财金〔2018〕1614号"),
    "37": Row("2018-1702-patents", "发改财金〔2018〕1702号"),
    "38": Row("2018-1704-social-insurance", "发改财金〔2018〕1704号"),
    "39": Row("2018-accounting"),
    "40": Row("2019-culture-market"),
    "41": Row("2018-1862-statistics", "发改财金〔2018〕1862号"),
}
ROWS = INCENTIVE | MIXED | PUNISHMENT
SUPERSEDED = {"2": "3", "14": "41"}
"""Earlier versions, and the rows that took their place."""

NATIONAL = bundled_root() / "national"
NO_ROWS = {"statutory-hooks"}
"""Packs of the nation that are no memorandum."""

PLAN = Engine.bundled().plan


def read(file: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(file.read_text("utf-8")))


HEADS: dict[str, dict[str, Any]] = {
    file.parent.name: read(file)["memorandum"] for file in sorted(NATIONAL.glob("*/pack.yaml"))
}


def measures_of(pack: str) -> list[dict[str, Any]]:
    """What the pack and its sections write as measures."""
    file = NATIONAL / pack / "pack.yaml"
    return [row for part in (file, *parts_of(file)) for row in read(part).get("measures") or ()]


def first_day(head: dict[str, Any]) -> date | None:
    """The day from which a document applies, also of a draft; ``None`` where nothing proves one."""
    day = head["from"] if head["from"] != "unknown" else head.get("proven_by", {}).get("day")
    return day if isinstance(day, date) else None


def test_the_catalogue_has_its_49_rows() -> None:
    assert (len(INCENTIVE), len(MIXED), len(PUNISHMENT)) == (5, 3, 41)
    assert len({row.pack for row in ROWS.values()}) == len(ROWS) == 49


def test_every_row_is_a_pack_and_every_other_pack_says_what_it_is() -> None:
    assert set(HEADS) == {row.pack for row in ROWS.values()} | NO_ROWS


@pytest.mark.parametrize("id", ROWS)
def test_a_pack_bears_the_name_of_its_folder_and_applies_nationwide(id: str) -> None:
    head = HEADS[ROWS[id].pack]
    assert head["id"] == ROWS[id].pack
    assert head["place"] == "000000"
    assert head["rank"] in ("memorandum", "normative-document")


@pytest.mark.parametrize("id", ROWS)
def test_a_number_stands_in_a_pack_only_where_it_was_seen(id: str) -> None:
    """Known from memory only, it is neither the document's number nor part of the folder's name."""
    row = ROWS[id]
    assert HEADS[row.pack].get("document_no") == row.number
    named = re.fullmatch(r"(\d{4})-(?:(\d+)-)?[a-z][a-z-]*", row.pack)
    assert named is not None
    if row.number is None:
        assert named[2] is None
    else:
        assert f"〔{named[1]}〕{named[2]}号" in row.number


def test_two_documents_of_one_number_are_told_apart_by_year_and_name() -> None:
    numbers = [row.number for row in ROWS.values() if row.number is not None]
    assert len(numbers) == len(set(numbers))
    assert sorted(pack for pack in HEADS if "-3062-" in pack) == [
        "2014-3062-major-tax-violation",
        "2015-3062-listed-company",
    ]


@pytest.mark.parametrize("id", ROWS)
def test_a_draft_has_no_measures_and_a_published_pack_has_some(id: str) -> None:
    pack = ROWS[id].pack
    draft = HEADS[pack].get("status") == "draft"
    assert draft == (not measures_of(pack))
    assert draft == (pack not in PLAN.pack)


@pytest.mark.parametrize("id", ROWS)
def test_a_text_seen_through_others_is_never_said_to_be_read(id: str) -> None:
    head = HEADS[ROWS[id].pack]
    assert head["source"]["provenance"] in ("secondary", "unverified")
    written = [measure.get("provenance") for measure in measures_of(ROWS[id].pack)]
    assert all(seen is None or seen == "unverified" or "secondary" in seen for seen in written)


@pytest.mark.parametrize("id", ROWS)
def test_a_folder_says_where_its_text_was_read(id: str) -> None:
    assert (NATIONAL / ROWS[id].pack / "README.md").read_text("utf-8").strip()


@pytest.mark.parametrize(("older", "newer"), SUPERSEDED.items())
def test_a_version_and_its_successor_never_apply_on_one_day(older: str, newer: str) -> None:
    before, after = HEADS[ROWS[older].pack], HEADS[ROWS[newer].pack]
    start = first_day(after)
    assert after["supersedes"] == [before["id"]]
    assert start is not None
    assert before["until"] <= start


def test_no_other_row_supersedes_anything() -> None:
    found = {name: tuple(head["supersedes"]) for name, head in HEADS.items() if head.get("supersedes")}
    assert found == {ROWS[newer].pack: (ROWS[older].pack,) for older, newer in SUPERSEDED.items()}


@pytest.mark.parametrize(("rows", "direction"), [(INCENTIVE, "incentive"), (PUNISHMENT, "punishment")])
def test_incentive_rows_only_reward_and_punishment_rows_only_punish(rows: dict[str, Row], direction: str) -> None:
    packs = {row.pack for row in rows.values()}
    found = {rule.direction for rule in PLAN.rules if rule.pack in packs}
    assert found == {direction}
