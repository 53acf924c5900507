"""From nodes to a case; where the whole does not hold, to its parts that do, so that all errors come at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ..diagnostics.diagnostic import Diagnostic
from ..source.binding import bind, mistaken_paths, validate
from ..source.node import Mapping, Node, Path, Scalar, Sequence
from .model import Case, Context, Event, Inquiry, Record, Relation, Subject

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class CaseParts:
    """What of a case could be bound, each part with its path.

    ``broken`` holds the records whose life cannot be judged, because something of them could not be bound;
    ``record_ids`` the ids of all records, bound or not.
    """

    subject: Subject | None
    relations: dict[Path, Relation]
    parties: dict[Path, Subject]
    records: dict[Path, Record]
    inquiry: Inquiry | None
    context: Context | None
    record_ids: frozenset[str]
    broken: frozenset[Path] = frozenset()


def bind_case(node: Node) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    """The case that a document holds, or None with every mistake of shape or type."""
    return bind(Case, node)


def parts_of(case: Case) -> CaseParts:
    """The parts of a case that is whole."""
    return CaseParts(
        subject=case.subject,
        relations=_numbered("relations", case.relations),
        parties=_numbered("parties", case.parties),
        records=_numbered("records", case.records),
        inquiry=case.inquiry,
        context=case.context,
        record_ids=frozenset(record.id for record in case.records),
    )


def bind_parts(node: Node) -> CaseParts:
    """The parts of a case that hold, for a document that is no case as a whole; what is wrong is left out."""
    records: dict[Path, Record] = {}
    broken: set[Path] = set()
    for path, item in _items(node, "records"):
        record, whole = _record(item)
        if record is not None:
            records[path] = record
        if not whole:
            broken.add(path)
    return CaseParts(
        subject=_what_holds(Subject, node.find(("subject",)))[0],
        relations=_bound(Relation, node, "relations"),
        parties=_bound(Subject, node, "parties"),
        records=records,
        inquiry=_what_holds(Inquiry, node.find(("inquiry",)))[0],
        context=_what_holds(Context, node.find(("context",)))[0],
        record_ids=frozenset(
            found.value
            for _, item in _items(node, "records")
            if isinstance(found := item.child("id"), Scalar) and isinstance(found.value, str)
        ),
        broken=frozenset(broken),
    )


def _numbered(name: str, parts: Iterable[T]) -> dict[Path, T]:
    return {(name, index): part for index, part in enumerate(parts)}


def _items(node: Node, name: str) -> list[tuple[Path, Node]]:
    found = node.child(name)
    return [((name, index), item) for index, item in enumerate(found.items)] if isinstance(found, Sequence) else []


def _bound(model: type[T], node: Node, name: str) -> dict[Path, T]:
    parts = ((path, _what_holds(model, item)[0]) for path, item in _items(node, name))
    return {path: part for path, part in parts if part is not None}


def _record(node: Node) -> tuple[Record | None, bool]:
    """A record with those of its events that hold, and whether all of it did."""
    events = node.child("events")
    if not isinstance(node, Mapping) or not isinstance(events, Sequence):
        return _what_holds(Record, node)
    values = {key: value for key, value in node.values.items() if key != "events"}
    record, whole = _what_holds(Record, Mapping(values, node.keys, node.span))
    if record is None:
        return None, False
    bound = [_what_holds(Event, event) for event in events.items]
    if any(event is None or not held for event, held in bound):
        return record, False
    return record.model_copy(update={"events": tuple(event for event, _ in bound)}), whole


def _what_holds(model: type[T], node: Node | None) -> tuple[T | None, bool]:
    """The part bound without the keys that are wrong, and whether nothing but unknown keys was."""
    if node is None:
        return None, False
    plain = node.to_plain(tuple)
    try:
        return validate(model, plain), True
    except ValidationError as error:
        paths = mistaken_paths(model, node, error)
        only_unknown = all(item["type"] == "extra_forbidden" for item in error.errors(include_url=False))
    for path in paths:
        _leave_out(plain, path)
    try:
        return validate(model, plain), only_unknown
    except ValidationError:
        return None, False


def _leave_out(plain: Any, path: Path) -> None:
    """Take the key that leads to a mistake out of ``plain``, in place."""
    for step in path[:-1]:
        inner = plain.get(step)
        if not isinstance(inner, dict):
            plain.pop(step, None)
            return
        plain = inner
    if path and isinstance(plain, dict):
        plain.pop(path[-1], None)
