"""The parts of a document that is no case as a whole, so that all its errors come at once."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from pydantic import ValidationError

from ..source.binding import mistaken_paths, validate
from ..source.form import form_of, from_form
from ..source.node import Mapping, Node, Path, Scalar, Sequence
from .bind import CaseParts
from .model import Context, Event, Inquiry, Record, Relation, Subject

T = TypeVar("T")

STAND_INS: dict[Any, dict[str, Any]] = {
    Record: {"determined_by": "?", "document": {"number": "?"}, "decided_on": "2000-01-01"},
    Relation: {"since": "2000-01-01"},
}
"""What takes the place of a part that is wrong or missing, so that the names beside it are checked all the same."""


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
        record_ids=dict.fromkeys(
            found.value
            for _, item in _items(node, "records")
            if isinstance(found := item.child("id"), Scalar) and isinstance(found.value, str)
        ),
        broken=frozenset(broken),
    )


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
    return record._replace(events=tuple(event for event, _ in bound if event is not None)), whole


def _what_holds(model: type[T], node: Node | None) -> tuple[T | None, bool]:
    """The part bound without the keys that are wrong, and whether nothing but unknown keys was."""
    if node is None:
        return None, False
    plain = node.to_plain(tuple)
    form = form_of(cast(Any, model))
    try:
        return from_form(model, validate(form, plain)), True
    except ValidationError as error:
        paths = mistaken_paths(form, node, error)
        only_unknown = all(item["type"] == "extra_forbidden" for item in error.errors(include_url=False))
    for path in paths:
        _leave_out(plain, path)
    if isinstance(plain, dict):
        missing = {name: value for name, value in STAND_INS.get(model, {}).items() if name not in plain}
        plain.update(missing)
    try:
        return from_form(model, validate(form, plain)), only_unknown
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
