"""Which cases want a closer look: every case of which anything could be wrong or worth a warning, and few others.

Each screen is a query for case ids. A case that none names is right as it stands: the reader of single cases
(``registry/read_case.py``) would find nothing in it. What a screen names is read by that reader, so a screen may name
too many and never too few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, get_args

from ...registry.vocabulary import Vocabulary
from ...source.values import DocumentKind, Grade, IdType, Kind, Tier
from ..tables import Columns, Scope, column_of, inputs
from .columns import quoted, words
from .identity import of_nobody_described, surely_right
from .screen_events import screens_of_events
from .typed import MISREAD

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STATUS_OF_SUBJECT = ("active", "deregistered", "deceased")
STATUS_OF_RELATION = ("undisputed", "disputed")
STATUS_OF_DOCUMENT = ("effective", "not-effective", "revoked")
FORBIDDEN = r"[\x{00}-\x{08}\x{0b}\x{0c}\x{0e}-\x{1f}\x{7f}-\x{9f}\x{2028}\x{2029}\x{feff}\x{fffe}\x{ffff}]"
"""``source/marks.py``, as DuckDB writes it; text of Arrow holds no surrogates."""
MANY = 2000
"""Cases of more rows than this are read as single cases are, with their limits."""
_DAYS = "NOT BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'"


def find_suspects(connection: DuckDBPyConnection, vocabulary: Vocabulary, present: dict[str, dict[str, str]]) -> int:
    """Fill the table ``suspect`` (``case_id``) from the loaded tables; how many there are.

    ``present`` are the columns that each table has in the files: of others nothing can be wrong.
    """
    screens = " UNION ALL ".join(_screens(vocabulary, present))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE suspect AS SELECT DISTINCT case_id FROM ({screens})")
    row = connection.execute("SELECT count(*) FROM suspect").fetchone()
    return int(row[0]) if row else 0


def _screens(vocabulary: Vocabulary, present: dict[str, dict[str, str]]) -> Iterator[str]:
    given = {name for name, columns in present.items() if columns}
    for table, columns in inputs(vocabulary).items():
        if table in given:
            here = {name: type for name, type in columns.items() if name in present[table]}
            yield _where(
                table, [MISREAD, *_odd_values(table, here, vocabulary), *_wrong_facts(table, here, vocabulary)]
            )
    yield _where("(SELECT *, id_form(id) AS form FROM subjects)", _of_person("form"))
    yield from _of_places("subjects", "region", "context_region")
    yield _among_odd("subjects", "matter", _not_among("matter", vocabulary.matters))
    yield _young_place("subjects")
    if given & {"parties", "relations"}:
        yield from _of_people()
    if "parties" in given:
        yield _where("parties", _of_person())
        yield from _of_places("parties", "region")
        yield _young_place("parties")
    if "relations" in given:
        yield from _of_relations(vocabulary)
        yield _young_place("relations")
    if "records" in given:
        yield from _of_records(vocabulary)
    if "events" in given:
        yield from screens_of_events(present["events"], vocabulary)
    if "inquiries" in given:
        yield from _of_inquiries(vocabulary)
    every = " UNION ALL ".join(f"SELECT case_id FROM {table}" for table in sorted(given - {"subjects"}))
    if every:
        yield f"SELECT case_id FROM ({every}) GROUP BY case_id HAVING count(*) > {MANY}"


def _where(table: str, doubts: Iterable[str]) -> str:
    return f"SELECT case_id FROM {table} WHERE {' OR '.join(f'coalesce({doubt}, false)' for doubt in doubts)}"


def _not_among(column: str, known: Iterable[str]) -> str:
    """A word that is written and is none of those known."""
    return f"{quoted(column)} NOT IN {words(known)}"


def _among_odd(table: str, column: str, wrong: str) -> str:
    """What is wrong with a word, asked of each word once; for columns of few different words."""
    odd = f"SELECT {column} FROM (SELECT unnest(list(DISTINCT {column})) AS {column} FROM {table}) WHERE {wrong}"
    return f"SELECT case_id FROM {table} WHERE {column} IN ({odd})"


def _of_places(table: str, *columns: str) -> Iterator[str]:
    for column in columns:
        yield _among_odd(table, column, f"NOT regexp_full_match({column}, '[0-9]{{6}}')")


def _odd_values(table: str, columns: Columns, vocabulary: Vocabulary) -> Iterator[str]:
    """Text with characters that nobody may write, and days beyond the calendar."""
    others = {*_WORDS.get(table, ()), *(name for name, _ in _choices(table, vocabulary))}
    free = {name: type for name, type in columns.items() if name not in others and not name.startswith("change_")}
    told = [quoted(name) for name, type in free.items() if type == "string"]
    yield f"regexp_matches(concat({', '.join(told)}), '{FORBIDDEN}')"
    for name, type in free.items():
        if type == "date":
            yield f"{quoted(name)} {_DAYS}"
        elif type.startswith("array"):
            yield f"regexp_matches(array_to_string({quoted(name)}, '|'), '{FORBIDDEN}')"
            yield f"list_contains(list_transform({quoted(name)}, lambda each: each IS NULL), true)"


_WORDS = {
    "subjects": ("id", "kind", "status", "id_type", "region", "context_region", "matter"),
    "parties": ("id", "kind", "status", "id_type", "region"),
    "relations": ("id", "kind", "role", "status"),
    "records": ("list", "grade", "tier", "document_kind", "document_status"),
    "events": ("type", "result", "effect", "grade"),
    "inquiries": ("roles", "registers"),
}
"""Columns of words that are among those known, or named for that, and of identifiers, which are looked at whole; any
correction of more than grade and tier is looked at closely."""


def _choices(table: str, vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Columns of facts that are one of a few words, and these."""
    scopes: dict[str, tuple[tuple[Scope, str], ...]] = {
        "subjects": (("subject", "fact_"), ("context", "context_fact_")),
        "parties": (("subject", "fact_"),),
        "relations": (("relation", "fact_"),),
        "records": (("record", "fact_"),),
    }
    for scope, prefix in scopes.get(table, ()):
        for entry in vocabulary.facts:
            if entry.scope == scope and entry.type == "choice":
                yield column_of(entry.name, prefix), tuple(entry.choices)


def _wrong_facts(table: str, columns: Columns, vocabulary: Vocabulary) -> Iterator[str]:
    for name, choices in _choices(table, vocabulary):
        if name in columns:
            yield _not_among(name, choices)


def _of_person(form: str | None = None) -> list[str]:
    return [
        f"NOT {surely_right('id', 'kind', id_type='id_type', birth='birth_date', form=form)}",
        "kind IS NULL",
        _not_among("kind", get_args(Kind)),
        _not_among("id_type", get_args(IdType)),
        _not_among("status", STATUS_OF_SUBJECT),
    ]


def _young_place(table: str) -> str:
    """A place that is younger than its holder is worth a warning."""
    return (
        f"SELECT case_id FROM {table} JOIN founded ON substr(id, 1, 6) = place"
        " WHERE kind = 'natural-person' AND TRY_CAST(substr(id, 7, 4) AS INTEGER) < year"
    )


def _of_people() -> Iterator[str]:
    """Somebody described twice, or of two kinds."""
    others = "SELECT case_id FROM parties UNION SELECT case_id FROM relations"
    subjects = f"SELECT case_id, id, kind, 1 AS described FROM subjects WHERE case_id IN ({others})"
    parties = "SELECT case_id, id, kind, 1 FROM parties"
    holders = "SELECT case_id, id, kind, 0 FROM relations"
    yield (
        f"SELECT case_id FROM ({subjects} UNION ALL {parties} UNION ALL {holders})"
        " GROUP BY case_id, id HAVING count(DISTINCT kind) > 1 OR sum(described) > 1"
    )


def _of_relations(vocabulary: Vocabulary) -> Iterator[str]:
    yield _where(
        "relations",
        [
            f"NOT {surely_right('id', 'kind')}",
            "kind IS NULL OR role IS NULL OR since IS NULL",
            _not_among("kind", get_args(Kind)),
            _not_among("role", vocabulary.titles["roles"]),
            _not_among("status", STATUS_OF_RELATION),
            "until < since",
            '"of" = id',
        ],
    )
    yield (
        'SELECT r.case_id FROM relations r JOIN subjects s USING (case_id) WHERE r."of" IS NOT NULL AND r."of" <> s.id'
        f' AND NOT {of_nobody_described("r." + quoted("of"))} OR coalesce(r."of", s.id) = r.id'
    )
    yield _kinds_of_units()
    yield (
        "SELECT n.case_id FROM (SELECT case_id, unnest(responsible_for) AS record_id FROM relations) n"
        " ANTI JOIN records r ON r.case_id = n.case_id AND r.record_id = n.record_id"
    )


def _kinds_of_units() -> str:
    """A unit with a code that is described elsewhere, whose kind the code may not fit."""
    described = "SELECT case_id, id, kind FROM parties UNION ALL SELECT case_id, id, kind FROM relations"
    same = 'd.case_id = r.case_id AND d.id = r."of"'
    right = surely_right("d.id", "d.kind")
    return f"SELECT r.case_id FROM relations r JOIN ({described}) d ON {same} WHERE NOT {right}"


def _of_records(vocabulary: Vocabulary) -> Iterator[str]:
    needed = ("record_id", "list", "determined_by", "document_number", "decided_on")
    empty = [f"{name} IS NULL" for name in needed] + [f"{name} = ''" for name in needed[:4]]
    yield _where(
        "records",
        [
            *empty,
            _not_among("list", vocabulary.titles["lists"]),
            _not_among("grade", get_args(Grade)),
            _not_among("tier", get_args(Tier)),
            _not_among("document_kind", get_args(DocumentKind)),
            _not_among("document_status", STATUS_OF_DOCUMENT),
            "least(published_on, served_on, expires_on) < decided_on",
            "conduct_until < conduct_from",
            "conduct_from > decided_on",
        ],
    )
    yield "SELECT case_id FROM records GROUP BY case_id, record_id HAVING count(*) > 1"
    holders = (
        "SELECT case_id, id FROM subjects UNION ALL SELECT case_id, id FROM parties"
        ' UNION ALL SELECT case_id, id FROM relations UNION ALL SELECT case_id, "of" FROM relations'
    )
    yield (
        f"SELECT r.case_id FROM (SELECT case_id, subject AS id FROM records WHERE subject IS NOT NULL) r"
        f" ANTI JOIN ({holders}) h ON h.case_id = r.case_id AND h.id = r.id"
    )


def _of_inquiries(vocabulary: Vocabulary) -> Iterator[str]:
    yield _where("inquiries", ['until < "from"'])
    yield "SELECT case_id FROM inquiries GROUP BY case_id HAVING count(*) > 1"
    for column, known in (("roles", vocabulary.titles["roles"]), ("registers", ("*", *vocabulary.titles["lists"]))):
        every = f"(SELECT case_id, coalesce(unnest({column}), '') AS word FROM inquiries)"
        yield _among_odd(every, "word", _not_among("word", known))
    holders = (
        "SELECT case_id, id FROM parties UNION ALL SELECT case_id, id FROM relations"
        ' UNION ALL SELECT case_id, "of" FROM relations'
    )
    others = (
        "SELECT i.case_id, i.id FROM (SELECT case_id, unnest(records_of) AS id FROM inquiries) i"
        " JOIN subjects s USING (case_id) WHERE i.id IS DISTINCT FROM s.id"
    )
    yield f"SELECT n.case_id FROM ({others}) n ANTI JOIN ({holders}) h ON h.case_id = n.case_id AND h.id = n.id"
