"""What the reader of single cases refuses never reaches a decision, and nothing else is kept out."""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import Any

import pyarrow
import pytest
from stdnum.cn import ric, uscc

from credit_rules import InputError, Options
from credit_rules.batch.cases import tables_of
from credit_rules.batch.read.identity import BOTH, CODE, NEITHER, NUMBER, numbers_of
from credit_rules.batch.read.rows import CaseReader, case_of
from credit_rules.case.identity import check_identity, resident_check, uscc_check
from credit_rules.engine.plain import as_input
from credit_rules.registry.read_case import read_case
from tests.batch.reading import Row, Rows, read, singly, text_tables
from tests.batch.varied import drawn
from tests.generators.example import measure, pack
from tests.generators.packs import plan_of

PLAN = plan_of([pack(measure(triggered_by={"on_lists": "serious"}))])
UNIT, PERSON = "91350100M000100Y43", "11010519491231002X"
TABLE_CODES = {"case-unknown", "event-of-unknown-record", "event-without-position", "as-of-missing", "value-not-held"}
JUNK = (
    None, "", " ", "x", "true", "0", "-1", "1e3", "2018-02-30", "2018-5-1", "0000-01-01", "1850-01-01", "9999-12-31",
    UNIT, PERSON, UNIT.lower(), "91350100M000100Y44", "110105194912310021", "a\u0000b", "1,000", "1.0000001", "360300",
    "natural-person", "enterprise", "serious", "general", "confirmed", "corrected", "annulled", "delisted", "stayed",
    "verification-opened", "repair-revoked", "objection", "expired", "lift", "resident-id", "passport",
)  # fmt: skip


def subject(case_id: str | None = "c", **changed: Any) -> Row:
    return {"case_id": case_id, "id": UNIT, "kind": "enterprise", "as_of": "2018-05-10", **changed}


def record(case_id: str | None = "c", id: str = "r1", **changed: Any) -> Row:
    said = {"list": "taxes", "determined_by": "示例局", "document_number": "示〔2018〕1号"}
    return {"case_id": case_id, "record_id": id, **said, "decided_on": "2018-01-02", **changed}


def event(type: str, position: int = 0, on: str = "2018-02-01", **changed: Any) -> Row:
    return {"case_id": "c", "record_id": "r1", "position": position, "type": type, "on": on, **changed}


def codes(**rows: list[Row]) -> dict[str | None, set[str]]:
    given: Rows = {"subjects": [subject()], "records": [record()], **rows}
    return {id: set(found) for id, found in read(PLAN, text_tables(given, PLAN)).codes.items()}


def test_a_case_in_which_nothing_is_wrong_goes_on() -> None:
    found = read(PLAN, text_tables({"subjects": [subject()], "records": [record()]}, PLAN))
    assert (found.codes, found.quarantine) == ({}, [])
    assert found.going_on == {("subjects", "c"): 1, ("records", "c"): 1}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ({"subjects": [subject(), subject(None)]}, {None: {"case-id-missing"}}),
        ({"subjects": [subject(), subject("")]}, {"": {"case-id-missing"}}),
        ({"subjects": [subject(), subject()]}, {"c": {"case-twice"}}),
        ({"records": [record(), record("d")]}, {"d": {"case-unknown"}}),
        ({"records": [record(), record()]}, {"c": {"duplicate-record"}}),
        ({"records": [record(list="taxez")]}, {"c": {"unknown-list"}}),
        ({"records": [record(decided_on="2018-02-30")]}, {"c": {"not-a-day"}}),
        ({"records": [record(published_on="2018-01-01")]}, {"c": {"day-before-decision"}}),
        ({"subjects": [subject(id="91350100M000100Y44")]}, {"c": {"uscc-check-digit"}}),
        ({"subjects": [subject(matter="purchase")]}, {"c": {"unknown-matter"}}),
        ({"subjects": [subject(as_of=None)]}, {"c": {"as-of-missing"}}),
        ({"events": [event("rectified", on="2018-01-01")]}, {"c": {"event-before-decision"}}),
        ({"events": [event("resumed")]}, {"c": {"stay-not-open"}}),
        ({"events": [event("rectified") | {"record_id": "r2"}]}, {"c": {"event-of-unknown-record"}}),
        ({"events": [event("stayed"), event("resumed")]}, {"c": {"event-without-position"}}),
        ({"events": [event("delisted"), event("stayed", 1)]}, {"c": {"event-after-delisting"}}),
        ({"inquiries": [{"case_id": "c"}, {"case_id": "c"}]}, {"c": {"inquiry-twice"}}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_code(rows: dict[str, list[Row]], told: dict[str | None, set[str]]) -> None:
    assert codes(**rows) == told


def test_the_day_may_be_an_option() -> None:
    given = text_tables({"subjects": [subject(as_of=None)], "records": []}, PLAN)
    assert read(PLAN, given, Options(as_of="2018-05-10")).codes == {}


def test_all_rows_of_a_case_are_set_aside_and_quoted_as_they_were() -> None:
    rows = {"subjects": [subject(), subject("d")], "records": [record(), record(id="r2", list="x"), record("d")]}
    found = sorted(read(PLAN, text_tables(rows, PLAN)).quarantine, key=lambda row: (row["table"], row["row"]))
    assert [(row["table"], row["row"], row["record_id"], row["code"]) for row in found] == [
        ("records", 1, "r1", "case-left-out"),
        ("records", 2, "r2", "unknown-list"),
        ("subjects", 1, None, "case-left-out"),
    ]
    assert json.loads(found[1]["content"])["list"] == "x"
    assert found[1]["reasons"][0]["path"] == "/records/1/list"


def rows_of(number: int, start: int = 0) -> Rows:
    tables = tables_of(drawn(PLAN, number, start), PLAN.vocabulary)
    return {name: table.to_pylist() for name, table in tables.items()}


def spoilt(rows: Rows, share: float, chance: random.Random) -> Rows:
    """The same with junk here and there; never in what holds a case together."""
    for table in rows.values():
        for row in table:
            if chance.random() < share:
                name = chance.choice([name for name in row if name not in ("case_id", "record_id", "position")])
                row[name] = [chance.choice(JUNK)] if isinstance(row[name], list) else chance.choice(JUNK)
                if name in ("responsible_for", "records_of", "roles", "registers", "change_facts_cleared"):
                    row[name] = [chance.choice((UNIT, PERSON, "x", "*", "r1"))]
    return rows


@pytest.mark.parametrize("start", [0, *(pytest.param(number, marks=pytest.mark.long) for number in range(1, 20))])
def test_what_single_cases_refuse_is_kept_out_and_nothing_else(start: int) -> None:
    rows = spoilt(rows_of(150, start), 0.12, random.Random(start))
    found = read(PLAN, text_tables(rows, PLAN))
    wanted = singly(rows, PLAN)
    assert sum(1 for errors, _ in wanted.values() if errors) > 20
    for id, (errors, warnings) in wanted.items():
        told = {code: number for code, number in found.codes.get(id, {}).items() if code not in TABLE_CODES}
        assert told == dict(errors), id
        assert found.warnings.get(id, Counter()) == warnings, id
        assert (("subjects", id) in found.going_on) == (id not in found.codes)


@pytest.mark.parametrize("start", [0, pytest.param(1, marks=pytest.mark.long)])
def test_no_row_is_lost_or_doubled(start: int) -> None:
    chance = random.Random(start)
    rows = spoilt(rows_of(80, start), 0.1, chance)
    for table in rows.values():
        for row in table:
            if chance.random() < 0.05:
                row["case_id"] = chance.choice((None, "nobody", "0", "1"))
    found = read(PLAN, text_tables(rows, PLAN))
    aside = Counter((row["table"], row["row"]) for row in found.quarantine)
    assert set(aside.values()) == {1}
    for name, table in rows.items():
        going_on = sum(number for (which, _), number in found.going_on.items() if which == name)
        assert going_on + sum(1 for which, _ in aside if which == name) == len(table)
    assert not {id for _, id in found.going_on} & {row["case_id"] for row in found.quarantine}


def test_a_case_comes_back_out_of_its_tables() -> None:
    cases = drawn(PLAN, 60, 3)
    tables = tables_of(cases, PLAN.vocabulary)
    for id, case in cases.items():
        plain = case_of(tables, id, PLAN.vocabulary)
        again, _, _ = read_case(plain, id, PLAN.vocabulary)
        meant, _, _ = read_case(as_input(case), id, PLAN.vocabulary)
        if meant is not None:
            assert again is not None
            assert tables_of({id: again}, PLAN.vocabulary) == tables_of({id: meant}, PLAN.vocabulary)
    with pytest.raises(KeyError):
        case_of(tables, "nobody", PLAN.vocabulary)


def test_a_count_that_no_table_holds_is_named_with_its_case_and_column() -> None:
    (count,) = {entry.name for entry in PLAN.vocabulary.facts if (entry.scope, entry.type) == ("subject", "count")}
    cases = drawn(PLAN, 3, 3)
    large = cases["1"]._replace(subject=cases["1"].subject._replace(facts={count: 2**63}))
    with pytest.raises(InputError) as error:
        tables_of(cases | {"1": large}, PLAN.vocabulary)
    told = [(one.code, one.span.file, one.path) for one in error.value.diagnostics]
    assert told == [("value-not-held", "1", f"/fact_{count}")]


def test_the_reader_of_rows_knows_every_column() -> None:
    reader = CaseReader(PLAN.vocabulary)
    assert set(reader.types) == {"subjects", "parties", "relations", "records", "events", "inquiries"}


def test_identifiers_are_judged_as_single_ones_are() -> None:
    chance = random.Random(7)
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    ids = [UNIT, PERSON, "", "x", "示例", "９1350100M000100Y4", UNIT[:17], UNIT + "0", "91350100M000100Y4é"]
    for _ in range(3000):
        unit = "91" + "".join(chance.choice("0123456789") for _ in range(6)) + "".join(chance.choices(alphabet, k=9))
        person = (
            "".join(chance.choices("0123456789", k=6)) + f"{chance.randrange(1840, 2030)}0{chance.randrange(1, 10)}"
        )
        person += "".join(chance.choices("0123456789", k=5))
        for whole in (unit + uscc_check(unit + "0"), person + resident_check(person + "0")):
            at = chance.randrange(18)
            ids += [whole, whole[:at] + chance.choice(alphabet + "IOSVZ x") + whole[at + 1 :]]
    for id, told in zip(ids, numbers_of(pyarrow.array(ids)).to_pylist(), strict=True):
        if told == CODE:
            assert uscc.calc_check_digit(id[:17]) == id[17]
            assert check_identity(id, "uscc", None) == []
        elif told == NUMBER:
            assert ric.calc_check_digit(id) == id[17]
            assert {one.code for one in check_identity(id, "resident-id", "natural-person")} <= {"resident-id-date"}
        else:
            right = [not check_identity(id, "uscc", None), not check_identity(id, "resident-id", "natural-person")]
            assert sum(right) == {NEITHER: 0, BOTH: 2}[told] or id[:17].isdigit()
