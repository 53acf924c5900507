"""A case back out of its rows: the plain values that its JSON would hold, and which row each part of it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ...registry.vocabulary import Vocabulary
from ..tables import CHANGED, CLEARED, Scope, column_of, inputs

Row = Mapping[str, Any]
Rows = Mapping[str, list[Row]]
Plain = dict[str, Any]
Path = tuple[str | int, ...]

_PERSON = ("id", "id_type", "kind", "name", "region", "status", "birth_date")
_RELATION = ("id", "kind", "role", "of", "since", "until", "responsible_for", "status", "recorded_on")
_RECORD = (
    "subject", "list", "grade", "tier", "determined_by", "decided_on", "published_on", "notified_on", "notified",
    "served_on", "served", "expires_on", "recorded_on", "fetched_on",
)  # fmt: skip
_EVENT = (
    "type", "on", "ground", "result", "effect", "within_time", "monitoring_until", "until", "grade", "recorded_on",
)  # fmt: skip
_INQUIRY = ("records_of", "roles", "registers", "from", "until", "asked_by", "ground")


class Found(NamedTuple):
    """A case as plain values; ``row_of`` gives table and row of a part, by the longest path that leads to it."""

    plain: Plain
    row_of: dict[Path, tuple[str, Row]]

    def row_at(self, path: Path) -> tuple[str, Row]:
        """The table and row in which the value of a path stands."""
        while path not in self.row_of:
            path = path[:-1]
        return self.row_of[path]


class CaseReader:
    """Puts cases together from rows as they were carried: text, or values of the types in ``tables.py``."""

    def __init__(self, vocabulary: Vocabulary):
        self.types = inputs(vocabulary)
        self.facts = {
            (scope, prefix): {
                column_of(entry.name, prefix): entry.name for entry in vocabulary.facts if entry.scope == scope
            }
            for scope, prefix in (
                ("subject", "fact_"), ("context", "context_fact_"), ("relation", "fact_"), ("record", "fact_"),
                ("record", "change_fact_"),
            )
        }  # fmt: skip

    def case(self, rows: Rows) -> Found:
        """The case of its rows by table: one row of ``subjects``, and the others in the order in which they count."""
        subject = rows["subjects"][0]
        plain: Plain = {"subject": self._person("subjects", subject)}
        row_of: dict[Path, tuple[str, Row]] = {(): ("subjects", subject)}
        for name, table in (("parties", "parties"), ("relations", "relations")):
            plain[name] = []
            for row in rows.get(table, ()):
                row_of[name, len(plain[name])] = (table, row)
                plain[name].append(self._person(table, row) if table == "parties" else self._relation(row))
        plain["records"] = self._records(rows, row_of)
        for row in rows.get("inquiries", ())[:1]:
            plain["inquiry"] = self._fields("inquiries", row, _INQUIRY)
            row_of["inquiry",] = ("inquiries", row)
        context = self._fields("subjects", subject, ("as_of", "known_at", "matter"))
        context |= _some(region=self._value("subjects", subject, "context_region"))
        plain["context"] = context | self._facts("subjects", subject, "context", "context_fact_")
        return Found(plain, row_of)

    def _records(self, rows: Rows, row_of: dict[Path, tuple[str, Row]]) -> list[Plain]:
        events: dict[Any, list[Row]] = {}
        for row in rows.get("events", ()):
            events.setdefault(row.get("record_id"), []).append(row)
        found = []
        for number, row in enumerate(rows.get("records", ())):
            row_of["records", number] = ("records", row)
            record = self._record(row)
            happened = sorted(events.pop(row.get("record_id"), ()), key=self._position)
            for place, event in enumerate(happened):
                row_of["records", number, "events", place] = ("events", event)
            if happened:
                record["events"] = [self._event(event) for event in happened]
            found.append(record)
        return found

    def _position(self, event: Row) -> int:
        value = self._value("events", event, "position")
        return value if isinstance(value, int) else 0

    def _person(self, table: str, row: Row) -> Plain:
        return self._fields(table, row, _PERSON) | self._facts(table, row, "subject")

    def _relation(self, row: Row) -> Plain:
        return self._fields("relations", row, _RELATION) | self._facts("relations", row, "relation")

    def _record(self, row: Row) -> Plain:
        named = {"number": "document_number", "kind": "document_kind", "status": "document_status"}
        document = {name: self._value("records", row, column) for name, column in named.items()}
        return {
            **_some(id=self._value("records", row, "record_id")),
            **self._fields("records", row, _RECORD),
            **self._conduct("records", row),
            "document": _some(**document),
            **self._facts("records", row, "record"),
        }

    def _event(self, row: Row) -> Plain:
        changes = {
            name: self._value("events", row, f"change_{name}") for name in CHANGED if not name.startswith("conduct_")
        }
        found = _some(**changes) | self._conduct("events", row, "change_")
        facts = self._facts("events", row, "record", "change_fact_").get("facts", {})
        columns = self.facts["record", "fact_"]
        cleared = self._value("events", row, CLEARED) or ()
        facts = facts | {columns.get(column, column): None for column in cleared}
        if facts:
            found["facts"] = facts
        return self._fields("events", row, _EVENT) | ({"changes": found} if found else {})

    def _conduct(self, table: str, row: Row, prefix: str = "") -> Plain:
        days = {
            "from": self._value(table, row, f"{prefix}conduct_from"),
            "until": self._value(table, row, f"{prefix}conduct_until"),
        }
        return {"conduct": _some(**days)} if any(day is not None for day in days.values()) else {}

    def _fields(self, table: str, row: Row, names: Iterable[str]) -> Plain:
        return _some(**{name: self._value(table, row, name) for name in names})

    def _facts(self, table: str, row: Row, scope: Scope, prefix: str = "fact_") -> Plain:
        columns = self.facts[scope, prefix]
        facts = _some(**{name: self._value(table, row, column) for column, name in columns.items() if column in row})
        return {"facts": facts} if facts else {}

    def _value(self, table: str, row: Row, column: str) -> Any:
        value = row.get(column)
        return None if value is None else _plain(value, self.types[table][column])


def case_of(tables: Mapping[str, Any], id: str, vocabulary: Vocabulary) -> Plain:
    """One case of the tables of a batch (pandas, polars or pyarrow), as the mapping that :meth:`Engine.evaluate` takes.

    ``KeyError`` where ``subjects`` has no such case, or more than one.
    """
    from .frames import as_arrow

    arrow = as_arrow(tables, vocabulary)
    rows = {name: _of_case(table, id) for name, table in arrow.items()}
    if len(rows.get("subjects", ())) != 1:
        raise KeyError(id)
    return CaseReader(vocabulary).case(rows).plain


def _of_case(table: Any, id: str) -> list[Row]:
    import pyarrow.compute

    mask = pyarrow.compute.equal(table["case_id"].cast("string"), id)
    found: list[Row] = table.filter(mask).to_pylist()
    return found


def _some(**values: Any) -> Plain:
    return {name: value for name, value in values.items() if value is not None}


def _plain(value: Any, type: str) -> Any:
    """A carried value as JSON would hold it."""
    if isinstance(value, str):
        return _of_text(value, type)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}" if value.year > 999 else value.isoformat()[:10]
    return value


def _of_text(value: str, type: str) -> Any:
    if type == "boolean":
        return {"true": True, "false": False}.get(value, value)
    if type in ("int32", "int64"):
        digits = value.removeprefix("-")
        plain = digits.isascii() and digits.isdigit() and (digits == "0" or digits[0] != "0") and len(digits) <= 40
        return int(value) if plain else value
    if type.startswith("array"):
        return [] if value == "[]" else value.split("|")
    return value
