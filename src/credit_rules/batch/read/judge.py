"""What keeps cases out of a batch, row by row; the warnings of reading the others.

What only tables can get wrong - a case id that is missing, unknown or there twice - is asked for in one go. What a case
can get wrong is left to the reader of single cases, which sees the suspects (``screen.py``) one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ...diagnostics.diagnostic import Language
from ...diagnostics.messages import message_text
from ...registry.read_case import read_case
from ...registry.vocabulary import Vocabulary
from ..tables import Columns
from .columns import DUCK, quoted, text
from .files import TABLES
from .rows import CaseReader, Path, Row
from .stage import PLACE
from .typed import MISREAD

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AT_ONCE = 2000
"""So many suspects are held as Python values at a time."""
REASONS = "reason"
WARNINGS = "read_warning"
_NO_CASE = "(case_id IS NULL OR case_id = '')"


class Loaded(NamedTuple):
    """The tables of a partition: SQL that reads the carried rows of each until they are set aside, and the types in which
    they are carried."""

    staged: Mapping[str, str]
    present: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(
        cls, staged: Mapping[str, str], present: Mapping[str, Mapping[str, str]], wanted: Mapping[str, Columns]
    ) -> Loaded:
        """Where every column has the type that it is to have, what was loaded is what was carried."""
        rows = {
            name: quoted(f"held_{name}") if all(DUCK[wanted[name][one]] == type for one, type in types.items()) else sql
            for name, sql in staged.items()
            for types in (present[name],)
        }
        return cls(rows, {name: present[name] for name in staged})


def judge(
    connection: DuckDBPyConnection, loaded: Loaded, vocabulary: Vocabulary, lang: Language, *, as_of_given: bool
) -> None:
    """Fill the tables ``reason`` (case, table, file, row, code, path, message) and ``read_warning`` (case, code)."""
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {REASONS} (case_id VARCHAR, tbl VARCHAR, _file BIGINT, _row BIGINT,"
        " code VARCHAR, path VARCHAR, message VARCHAR)"
    )
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {WARNINGS} (case_id VARCHAR, code VARCHAR)")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE nowhere AS {_of_no_case(loaded)}")
    for query in _of_tables(loaded, lang, as_of_given=as_of_given):
        connection.execute(f"INSERT INTO {REASONS} {query}")
    _judge_suspects(connection, loaded, vocabulary, lang)
    said = text(message_text("value-not-held", {}, lang))
    wrong = f"SELECT case_id FROM {REASONS} WHERE case_id IS NOT NULL"
    for table in loaded.present:
        connection.execute(
            f"INSERT INTO {REASONS} SELECT case_id, {text(table)}, _file, _row, 'value-not-held', '', {said}"
            f" FROM {table} WHERE {MISREAD} AND case_id NOT IN ({wrong})"
        )


def _of_tables(loaded: Loaded, lang: Language, *, as_of_given: bool) -> Iterator[str]:
    def told(table: str, code: str, where: str, value: str = "case") -> str:
        shown = quoted("case_id" if value == "case" else value)
        said = text(message_text(code, {"case" if value == "case" else "found": "\x01"}, lang))
        message = f"replace({said}, chr(1), coalesce({shown}, ''))"
        return f"SELECT case_id, {text(table)}, _file, _row, {text(code)}, '', {message} FROM {table} WHERE {where}"

    for table in TABLES:
        if table not in loaded.present:
            continue
        yield told(table, "case-id-missing", _NO_CASE)
        if table != "subjects":
            same = f"n.case_id = {table}.case_id AND n._in = {table}._in"
            yield told(table, "case-unknown", f"EXISTS (SELECT 1 FROM nowhere n WHERE {same})")
    yield told("subjects", "case-twice", f"NOT {_NO_CASE} AND {_twice('subjects', 'case_id')}")
    if not as_of_given:
        yield told("subjects", "as-of-missing", f"as_of IS NULL AND NOT {MISREAD}")
    if "inquiries" in loaded.present:
        yield told("inquiries", "inquiry-twice", f"NOT {_NO_CASE} AND {_twice('inquiries', 'case_id')}")
    if "events" in loaded.present:
        records = "SELECT 1 FROM records r WHERE r.case_id = events.case_id AND r.record_id = events.record_id"
        yield told("events", "event-of-unknown-record", f"NOT {_NO_CASE} AND NOT EXISTS ({records})", "record_id")
        again = _twice("events", "case_id", "record_id", "position")
        yield told("events", "event-without-position", f"NOT {_NO_CASE} AND (position IS NULL OR {again})")


def _of_no_case(loaded: Loaded) -> str:
    """The case ids that other tables have and the subjects of the same part have not, with the part."""
    rows = [f"SELECT case_id, _in FROM {table}" for table in loaded.present if table != "subjects"]
    every = " UNION ALL ".join(rows) or "SELECT NULL::VARCHAR AS case_id, NULL::BIGINT AS _in LIMIT 0"
    known = "SELECT 1 FROM subjects s WHERE s.case_id = o.case_id AND s._in = o._in"
    return f"SELECT DISTINCT case_id, _in FROM ({every}) o WHERE NOT {_NO_CASE} AND NOT EXISTS ({known})"


def cases_read(connection: DuckDBPyConnection) -> int:
    """How many cases there are, once they were judged and before any is set aside."""
    again = f"SELECT count(*) - count(DISTINCT case_id) FROM {REASONS} WHERE code = 'case-twice'"
    row = connection.execute(f"SELECT count(*) - ({again}) FROM subjects WHERE case_id <> ''").fetchone()
    return int(row[0]) if row else 0


def _twice(table: str, *key: str) -> str:
    """Whether another row of the table has the same key."""
    names = ", ".join(map(quoted, key))
    return f"({names}) IN (SELECT ({names}) FROM {table} GROUP BY {names} HAVING count(*) > 1)"


def _judge_suspects(connection: DuckDBPyConnection, loaded: Loaded, vocabulary: Vocabulary, lang: Language) -> None:
    """Read the suspects as single cases; what is there twice is not read, since no one knows which row counts."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE doubted AS SELECT case_id, row_number() OVER (ORDER BY case_id) AS number"
        " FROM suspect WHERE case_id <> '' AND case_id IN (SELECT case_id FROM subjects)"
        f" AND case_id NOT IN (SELECT case_id FROM {REASONS} WHERE code = 'case-twice' AND case_id IS NOT NULL)"
    )
    (count,) = connection.execute("SELECT count(*) FROM doubted").fetchone() or (0,)
    if not count:
        return
    for table, staged in loaded.staged.items():
        columns = ", ".join(_as_text(name, type) for name, type in loaded.present[table].items())
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {quoted('doubted_' + table)} AS SELECT number, {columns}, {', '.join(PLACE)}"
            f" FROM {staged} JOIN doubted USING (case_id)"
        )
    reader = CaseReader(vocabulary)
    for first in range(1, count + 1, AT_ONCE):
        reasons: list[tuple[Any, ...]] = []
        warnings: list[tuple[str, str]] = []
        for id, rows in _cases(connection, loaded, first):
            case = reader.case(rows)
            _, _, found = read_case(case.plain, id, vocabulary)
            for one in found:
                if one.level == "error":
                    table, row = case.row_at(_path(one.path))
                    reasons.append((id, table, row["_file"], row["_row"], one.code, one.path, one.message(lang)))
            told = dict.fromkeys((one.code, one.message()) for one in found if one.level != "error")
            warnings += [(id, code) for code, _ in told]
        _insert(connection, REASONS, reasons)
        _insert(connection, WARNINGS, warnings)
    for table in loaded.staged:
        connection.execute(f"DROP TABLE {quoted('doubted_' + table)}")


def _as_text(name: str, type: str) -> str:
    """Days as text, since a table holds some that no calendar of Python has."""
    column = quoted(name)
    return f"{column}::VARCHAR AS {column}" if type == "DATE" else column


def _cases(connection: DuckDBPyConnection, loaded: Loaded, first: int) -> Iterator[tuple[str, dict[str, list[Row]]]]:
    found: dict[int, dict[str, list[Row]]] = {}
    for table in loaded.staged:
        query = connection.execute(
            f"SELECT * FROM {quoted('doubted_' + table)} WHERE number BETWEEN {first} AND {first + AT_ONCE - 1}"
            f" ORDER BY number, {', '.join(PLACE)}"
        )
        names = [column[0] for column in query.description or ()]
        for values in query.fetchall():
            row = dict(zip(names, values, strict=True))
            found.setdefault(row["number"], {}).setdefault(table, []).append(row)
    for rows in found.values():
        yield rows["subjects"][0]["case_id"], rows


def _path(pointer: str) -> Path:
    return tuple(int(word) if word.isdigit() else word for word in pointer.split("/")[1:])


def _insert(connection: DuckDBPyConnection, table: str, rows: list[tuple[Any, ...]] | list[tuple[str, str]]) -> None:
    if rows:
        import pyarrow

        names = [row[0] for row in connection.execute(f"DESCRIBE {table}").fetchall()]
        given = pyarrow.table({name: [row[place] for row in rows] for place, name in enumerate(names)})
        connection.register("given_rows", given)
        connection.execute(f"INSERT INTO {table} SELECT * FROM given_rows")
        connection.unregister("given_rows")
