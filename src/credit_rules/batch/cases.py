"""Cases as the contract writes them to the tables of a batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..case.model import Case, Changes, Event, Facts, Inquiry, Record, Relation, Subject
from ..diagnostics.diagnostic import Diagnostic, InputError
from ..diagnostics.span import Span
from ..registry.operators import read_value
from ..registry.read_case import read_case
from ..registry.vocabulary import Vocabulary
from .read import sentences as _sentences  # noqa: F401
from .tables import CHANGED, CLEARED, Columns, Scope, column_of, inputs

if TYPE_CHECKING:
    import pyarrow

Row = dict[str, Any]


def tables_of(
    cases: Mapping[str, Case | Mapping[str, Any]] | Iterable[Case | Mapping[str, Any]], words: Vocabulary
) -> dict[str, pyarrow.Table]:
    """The input tables (``tables.inputs``) of cases by id; cases without ids are numbered from 0 in their order.

    A case is one that was read, or plain values as in JSON, which are read and resolved: :class:`InputError` with
    every mistake of the first one that is wrong, or every value that is beyond what tables hold.
    """
    named = cases if isinstance(cases, Mapping) else {str(number): case for number, case in enumerate(cases)}
    rows = _Rows(words)
    for id, case in named.items():
        rows.add(id, case if isinstance(case, Case) else _read(case, id, words))
    return {name: _table(rows.found[name], columns) for name, columns in inputs(words).items()}


def _table(rows: list[Row], columns: Columns) -> pyarrow.Table:
    import ibis
    import pyarrow

    schema = ibis.schema(columns).to_pyarrow()
    try:
        return pyarrow.Table.from_pylist(rows, schema)
    except (pyarrow.ArrowException, OverflowError):
        raise InputError(_beyond(rows, schema)) from None


def _beyond(rows: Iterable[Row], schema: pyarrow.Schema) -> Iterator[Diagnostic]:
    """The values that do not fit their column, by case and column."""
    import pyarrow

    for row in rows:
        for field in schema:
            try:
                pyarrow.array([row.get(field.name)], field.type)
            except (pyarrow.ArrowException, OverflowError):
                yield Diagnostic("value-not-held", Span(row["case_id"]), path=f"/{field.name}")


def _read(plain: Mapping[str, Any], id: str, words: Vocabulary) -> Case:
    case, _, found = read_case(plain, id, words)
    if case is None:
        raise InputError([one for one in found if one.level == "error"])
    return case


class _Rows:
    """Rows of every input table, filled case by case."""

    def __init__(self, words: Vocabulary):
        self.found: dict[str, list[Row]] = {name: [] for name in inputs(words)}
        self.typed = {
            (entry.scope, entry.name): _typed_reader(entry.type) for entry in words.facts
        }  # fmt: skip

    def add(self, id: str, case: Case) -> None:
        context = case.context
        self.found["subjects"].append(
            self.person(id, case.subject)
            | {
                "as_of": context.as_of,
                "known_at": context.known_at,
                "context_region": context.region,
                "matter": context.matter,
                **self.facts("context", context.facts, "context_fact_"),
            }
        )
        self.found["parties"] += [self.person(id, party) for party in case.parties]
        self.found["relations"] += [self.relation(id, relation) for relation in case.relations]
        for record in case.records:
            self.found["records"].append(self.record(id, record))
            self.found["events"] += [
                self.event(id, record.id, position, event) for position, event in enumerate(record.events)
            ]
        if case.inquiry is not None:
            self.found["inquiries"].append(_inquiry(id, case.inquiry))

    def person(self, id: str, person: Subject) -> Row:
        return {"case_id": id, **_plain(person), **self.facts("subject", person.facts)}

    def relation(self, id: str, relation: Relation) -> Row:
        return {"case_id": id, **_plain(relation), **self.facts("relation", relation.facts)}

    def record(self, id: str, record: Record) -> Row:
        row = _plain(record) | self.facts("record", record.facts)
        conduct = record.conduct
        return row | {
            "case_id": id,
            "record_id": row.pop("id"),
            "document_number": record.document.number,
            "document_kind": record.document.kind,
            "document_status": record.document.status,
            "conduct_from": conduct and conduct.from_,
            "conduct_until": conduct and conduct.until,
        }

    def event(self, id: str, record: str, position: int, event: Event) -> Row:
        row = {"case_id": id, "record_id": record, "position": position, **_plain(event)}
        return row if event.changes is None else row | self.changes(event.changes)

    def changes(self, changes: Changes) -> Row:
        conduct = changes.conduct
        row = _plain(changes) | {
            "conduct_from": conduct and conduct.from_,
            "conduct_until": conduct and conduct.until,
        }
        cleared = [column_of(name) for name, value in changes.facts.items() if value is None]
        return {
            **{f"change_{name}": row[name] for name in CHANGED},
            **self.facts("record", changes.facts, "change_fact_"),
            CLEARED: cleared or None,
        }

    def facts(self, scope: Scope, facts: Facts, prefix: str = "fact_") -> Row:
        return {
            column_of(name, prefix): self.typed[scope, name](value)
            for name, value in facts.items()
            if value is not None
        }  # fmt: skip


def _plain(part: Any) -> Row:
    """The fields of a named tuple that are columns as they stand; others are left out when the table is made."""
    return {name.rstrip("_"): value for name, value in part._asdict().items()}


def _inquiry(id: str, inquiry: Inquiry) -> Row:
    return {"case_id": id, **_plain(inquiry)}


def _typed_reader(type: Any) -> Callable[[Any], Any]:
    return lambda value: read_value(type, value)
