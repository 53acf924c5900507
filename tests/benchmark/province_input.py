"""The cases of an invented province as Parquet: a tenth as many records as subjects, a fiftieth as many relations.

Everything is drawn from the number of the row, so the same call writes the same cases. Lists, matters, facts and places
are those that the shipped packs and registries know; subjects are invented, their numbers have right check characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from credit_rules.batch.read.columns import DUCK, quoted, text
from credit_rules.batch.tables import Columns, column_of, inputs
from credit_rules.registry.vocabulary import Vocabulary

PROVINCE = "36"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
NUMBER_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
BIRTH_DIGITS = (
    ("year", 1000), ("year", 100), ("year", 10), ("year", 1), ("month", 10), ("month", 1), ("day", 10), ("day", 1)
)  # fmt: skip
"""Where the digits of a day of birth come from."""
SPREAD = 7919
"""A prime that no number of subjects is a multiple of: records lie here and there among them."""


def write_province(folder: Path, subjects: int, words: Vocabulary) -> dict[str, int]:
    """Write the tables of so many cases to a folder; the rows of each."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(config={"threads": 2, "memory_limit": "2GiB", "temp_directory": str(folder / ".spill")}) as one:
        _teach(one, words)
        return {
            name: _write(one, query, folder / f"{name}.parquet", inputs(words)[name])
            for name, query in _tables(subjects, words, folder)
        }


def _write(connection: duckdb.DuckDBPyConnection, query: str, file: Path, columns: Columns) -> int:
    """The rows with every column of the table, null where the query says nothing."""
    nothing = ", ".join(f"NULL::{DUCK[type]} AS {quoted(name)}" for name, type in columns.items())
    typed = ", ".join(f"{quoted(name)}::{DUCK[type]} AS {quoted(name)}" for name, type in columns.items())
    whole = f"SELECT {typed} FROM ((SELECT {nothing} LIMIT 0) UNION ALL BY NAME ({query}))"
    done = connection.execute(f"COPY ({whole}) TO {text(str(file))} (FORMAT parquet, COMPRESSION zstd)").fetchone()
    return int(done[0]) if done else 0


def _teach(connection: duckdb.DuckDBPyConnection, words: Vocabulary) -> None:
    """The macros with which rows are drawn: ``draw`` a number, ``one_of`` a word, ``day``, ``code``, ``number``."""
    places = [place for place in words.places if place.startswith(PROVINCE)]
    old = [place for place in places if place not in words.founded]
    serial = f"i // 10000000 * {CODE_WEIGHTS[9]} + " + " + ".join(
        f"(i // {10**power}) % 10 * {weight}" for power, weight in enumerate(CODE_WEIGHTS[16:9:-1])
    )
    birth = " + ".join(
        f"date_part('{part}', born(i)) // {power} % 10 * {weight}"
        for weight, (part, power) in zip(NUMBER_WEIGHTS[6:14], BIRTH_DIGITS, strict=True)
    )
    order = " + ".join(
        f"draw(i, 4, 1000) // {power} % 10 * {weight}"
        for weight, power in zip(NUMBER_WEIGHTS[14:], (100, 10, 1), strict=True)
    )
    codes = [_sum(f"91{place}MA", CODE_WEIGHTS) for place in places]
    numbers = [_sum(place, NUMBER_WEIGHTS) for place in old]
    for macro in (
        "draw(i, salt, n) AS (hash(i * 64 + salt) % n)::BIGINT",
        "one_of(words, i, salt) AS words[1 + draw(i, salt, len(words))]",
        "day(i, salt, since, days) AS since::DATE + draw(i, salt, days)::INTEGER",
        f"place(i, salt) AS one_of({_list(places)}, i, salt)",
        f"code_check(i) AS substr('{ALPHABET}', 1 + (31 - (one_of({codes}, i, 1) + {serial}) % 31) % 31, 1)",
        "code(i) AS '91' || place(i, 1) || 'M' || chr((65 + i // 10000000)::INTEGER) || lpad((i % 10000000)::VARCHAR, 7, '0') || code_check(i)",
        "born(i) AS day(i, 2, DATE '1950-01-01', 20000)",
        f"number_check(i) AS substr('10X98765432', 1 + (one_of({numbers}, i, 3) + {birth} + {order})::BIGINT % 11, 1)",
        f"number(i) AS one_of({_list(old)}, i, 3) || strftime(born(i), '%Y%m%d')"
        " || lpad(draw(i, 4, 1000)::VARCHAR, 3, '0') || number_check(i)",
        "person(i) AS draw(i, 5, 5) = 0",
        "holder(i) AS CASE WHEN person(i) THEN number(i) ELSE code(i) END",
    ):
        connection.execute(f"CREATE MACRO {macro}")


def _sum(start: str, weights: Sequence[int]) -> int:
    """What the beginning of a number adds to the sum on which its check character rests."""
    return sum(ALPHABET.index(letter) * weight for letter, weight in zip(start, weights, strict=False))


def _tables(subjects: int, words: Vocabulary, folder: Path) -> Iterator[tuple[str, str]]:
    yield "subjects", _subjects(subjects, words)
    yield "records", _records(subjects, words)
    yield "events", _events(folder / "records.parquet")
    yield "relations", _relations(subjects, words)
    yield "parties", _parties(subjects)
    yield "inquiries", _inquiries(folder / "subjects.parquet")


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(map(text, values))}]"


def _facts(words: Vocabulary, scope: str, share: int, prefix: str = "fact_") -> str:
    """A value of each fact in one row of ``share``."""
    found = []
    for salt, entry in enumerate((entry for entry in words.facts if entry.scope == scope), 10):
        values = {
            "boolean": f"draw(i, {salt} + 50, 3) > 0",
            "choice": f"one_of({_list(entry.choices)}, i, {salt} + 50)",
            "amount": f"draw(i, {salt} + 50, 5000) * 1000",
            "share": f"draw(i, {salt} + 50, 100)",
            "count": f"draw(i, {salt} + 50, 10)",
            "day": f"day(i, {salt} + 50, DATE '2005-01-01', 6000)",
            "text": "'示例'",
        }
        name = quoted(column_of(entry.name, prefix))
        found.append(f"CASE WHEN draw(i, {salt}, {share}) = 0 THEN {values[entry.type]} END AS {name}")
    return "".join(f", {each}" for each in found)


def _subjects(subjects: int, words: Vocabulary) -> str:
    """A fifth are persons. One number in ten thousand is wrong."""
    return f"""SELECT 'c' || i AS case_id,
 CASE WHEN draw(i, 6, 10000) = 0 THEN substr(holder(i), 1, 17) || 'A' ELSE holder(i) END AS id,
 CASE WHEN person(i) THEN 'natural-person' ELSE 'enterprise' END AS kind,
 CASE WHEN person(i) THEN '示例人' || i ELSE '示例' || i || '有限公司' END AS name, place(i, 1) AS region,
 CASE WHEN draw(i, 7, 50) = 0 AND NOT person(i) THEN 'deregistered' END AS status,
 DATE '2024-06-01' AS as_of, place(i, 8) AS context_region,
 CASE WHEN draw(i, 9, 4) > 0 THEN one_of({_list([*words.matters])}, i, 10) END AS matter
 {_facts(words, "subject", 12)}{_facts(words, "context", 12, "context_fact_")} FROM range({subjects}) t(i)"""


def _records(subjects: int, words: Vocabulary) -> str:
    """Ten records are of seven subjects: most have one, some two or three; some are of a unit of the subject."""
    listed = "(i // 10 * 7 + [0, 1, 2, 3, 4, 5, 5, 6, 6, 6][1 + i % 10])"
    owner = f"({listed} * {SPREAD} % {subjects})"
    decided = "day(i, 1, DATE '2015-01-01', 3400)"
    conduct = "CASE WHEN draw(i, 2, 3) = 0 THEN"
    return f"""SELECT 'c' || {owner} AS case_id, 'r' || i AS record_id,
 CASE WHEN draw({listed}, 30, 20) = 0 THEN code({listed} + {subjects}) END AS subject,
 one_of({_list([entry.id for entry in words.lists])}, i, 3) AS list,
 one_of(['general', 'heavier', 'serious', NULL], i, 4) AS grade,
 one_of(['minor', 'general', 'serious', NULL], i, 5) AS tier,
 '示例局' || draw(i, 6, 300) AS determined_by, '示罚〔2018〕' || i || '号' AS document_number,
 'penalty-decision' AS document_kind, {decided} AS decided_on, {decided} + 5 AS published_on,
 {conduct} {decided} - 400 END AS conduct_from, {conduct} {decided} - 100 END AS conduct_until,
 CASE WHEN draw(i, 7, 4) = 0 THEN {decided} + 4 END AS served_on, CASE WHEN draw(i, 8, 4) = 0 THEN true END AS notified
 {_facts(words, "record", 6)} FROM range({subjects // 10}) t(i)"""


def _events(records: Path) -> str:
    """A fifth of the records have one to three."""
    stories = """CASE draw(i, 20, 7)
 WHEN 0 THEN ['verification-opened', 'verification-closed', 'stayed'] WHEN 1 THEN ['repair-approved', 'repair-revoked', 'repair-approved']
 WHEN 2 THEN ['rectified', 'extended', 'delisted'] WHEN 3 THEN ['stayed', 'resumed', 'regraded']
 WHEN 4 THEN ['repair-approved', 'delisted'] WHEN 5 THEN ['delisted'] ELSE ['confirmed', 'verification-opened', 'extended'] END"""
    read = f"SELECT *, substr(record_id, 2)::BIGINT AS i FROM read_parquet({text(str(records))})"
    told = f"SELECT *, {stories} AS story FROM ({read}) WHERE draw(i, 21, 5) = 0"
    each = (
        f"SELECT *, k, story[1 + k] AS kind FROM ({told}), range(3) t(k) WHERE k <= draw(i, 22, 3) AND k < len(story)"
    )
    return f"""SELECT case_id, record_id, k::INTEGER AS position, kind AS type, decided_on + 100 + 90 * k::INTEGER AS "on",
 CASE WHEN kind = 'verification-closed' THEN 'corrected' END AS result,
 CASE WHEN kind = 'verification-closed' THEN 'general' END AS change_grade,
 CASE WHEN kind = 'repair-approved' THEN one_of(['lift', 'reduce'], i, 23) END AS effect,
 CASE WHEN kind = 'rectified' THEN true END AS within_time, CASE WHEN kind = 'regraded' THEN 'serious' END AS grade,
 CASE WHEN kind = 'extended' THEN decided_on + 3000 END AS until,
 CASE WHEN kind = 'delisted' AND draw(i, 24, 2) = 0 THEN 'repaired' END AS ground FROM ({each})"""


def _relations(subjects: int, words: Vocabulary) -> str:
    """Half are persons in subjects with records; the others what subjects are in units, some of which are listed."""
    held = f"""SELECT 'c' || ((i // 2 * 2 + draw(i, 31, 2)) * {SPREAD} % {subjects}) AS case_id, number(i + {subjects * 2}) AS id,
 'natural-person' AS kind, one_of({_list([*words.titles["roles"]])}, i, 32) AS role, NULL::VARCHAR AS "of",
 day(i, 33, DATE '2010-01-01', 3000) AS since{_facts(words, "relation", 4)} FROM range({subjects * 11 // 1000}) t(i)"""
    return f"""{held} UNION ALL BY NAME SELECT 'c' || (i * {SPREAD} % {subjects}) AS case_id,
 holder(i * {SPREAD} % {subjects}) AS id, CASE WHEN person(i * {SPREAD} % {subjects}) THEN 'natural-person' ELSE 'enterprise' END AS kind,
 CASE WHEN person(i * {SPREAD} % {subjects}) THEN 'legal-representative' ELSE 'shareholder' END AS role,
 code(i + {subjects}) AS "of", DATE '2012-01-01' AS since FROM ({_units(subjects)})"""


def _parties(subjects: int) -> str:
    """The units in which subjects are something, and in which somebody has a record."""
    return f"""SELECT 'c' || (i * {SPREAD} % {subjects}) AS case_id, code(i + {subjects}) AS id, 'enterprise' AS kind,
 '示例' || (i + {subjects}) || '有限公司' AS name FROM ({_units(subjects)})"""


def _units(subjects: int) -> str:
    """The numbers of the units: all that are listed, and others."""
    return f"SELECT i FROM range({subjects // 100 * 7}) t(i) WHERE draw(i, 30, 20) = 0 OR i % 11 = 0"


def _inquiries(subjects: Path) -> str:
    """One subject in two was looked up; for one in ten not everywhere."""
    return f"""SELECT case_id, [id] AS records_of, ['legal-representative'] AS roles,
 CASE WHEN draw(i, 41, 5) = 0 THEN ['major-tax-violation'] ELSE ['*'] END AS registers,
 DATE '2010-01-01' AS "from", CASE WHEN draw(i, 42, 20) = 0 THEN DATE '2024-01-01' ELSE DATE '2024-06-01' END AS "until"
 FROM (SELECT case_id, id, substr(case_id, 2)::BIGINT AS i FROM read_parquet({text(str(subjects))})) WHERE draw(i, 40, 2) = 0"""
