"""A plan as the cache keeps it: its JSON and where each part stands, so that a decision reads only what it needs.

Rules, conditions and the tables of the vocabulary are read when somebody first looks at them. What is read is the
same as what :meth:`Plan.from_json` reads at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, Self, TypeVar, overload

from ..registry.vocabulary import DepartmentRule, InstrumentRule, ListRule, Vocabulary
from .codec import encode, reader
from .conditions import Condition
from .model import Plan, Rule

T = TypeVar("T")
Span = list[int]
Index = dict[str, Any]
"""Spans of the parts in the plan's JSON, and the ids of its rules."""


def index_of(plan: Plan) -> Index:
    """Where the parts of a plan stand in its JSON."""
    text = plan.json
    rules = _items(text, '"rules":[', plan.rules)
    conditions = _items(text, '"conditions":[', plan.conditions)
    tables: dict[str, Span] = {}
    entries: dict[str, dict[str, Span]] = {}
    at = text.index('"vocabulary":{') + len('"vocabulary":{')
    for field in fields(Vocabulary):
        part = encode(getattr(plan.vocabulary, field.name))
        at = text.index(f'"{field.name}":', at) + len(field.name) + 3
        tables[field.name] = [at, at + len(part)]
        if field.name in BY_ID:
            items = getattr(plan.vocabulary, field.name)
            spans = _spans(at + 1, items)
            entries[field.name] = {item.id: span for item, span in zip(items, spans, strict=True)}
        at += len(part)
    start, end = text.index('"rules":['), text.index(',"by_list":')
    words = [text.index('"vocabulary":{'), tables[fields(Vocabulary)[-1].name][1] + 1]
    return {
        "rules": rules,
        "ids": plan.ids,
        "conditions": conditions,
        "tables": tables,
        "entries": entries,
        "rest": [[0, start], [end + 1, words[0]], [words[1] + 1, len(text)]],
    }


def open_kept(text: str, index: Index) -> Plan:
    """The plan whose JSON and index were kept; its parts are read when they are looked at."""
    rest = json.loads("".join(text[start:end] for start, end in index["rest"]))
    hints = Plan.__annotations__
    values = {name: reader(hints[name])(raw) for name, raw in rest.items()}
    values["rules"] = Late(text, index["rules"], reader(Rule))
    values["conditions"] = Late(text, index["conditions"], reader(Condition))
    values["vocabulary"] = LateVocabulary.over(text, index["tables"], index["entries"])
    plan = Plan(**values)
    plan.__dict__.update(json=text, ids=tuple(index["ids"]))
    return plan


def _items(text: str, key: str, items: Sequence[object]) -> list[Span]:
    return _spans(text.index(key) + len(key), items)


def _spans(at: int, items: Sequence[object]) -> list[Span]:
    spans = []
    for item in items:
        length = len(encode(item))
        spans.append([at, at + length])
        at += length + 1
    return spans


BY_ID: dict[str, tuple[str, Any]] = {
    "lists": ("list", ListRule),
    "departments": ("department", DepartmentRule),
    "instruments": ("instrument", InstrumentRule),
}
"""Tables that are looked up by id, the name of the look-up, and the type of an entry."""


class Late(Sequence[T]):
    """Items of a plan, each read once when it is first looked at."""

    __slots__ = ("_read", "_reader", "_spans", "_text")

    def __init__(self, text: str, spans: Sequence[Span], read: Any):
        self._text, self._spans, self._reader = text, spans, read
        self._read: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self._spans)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        try:
            return self._read[place]  # type: ignore[index]
        except (KeyError, TypeError):  # not read yet, or a slice
            pass
        if isinstance(place, slice):
            return tuple(self[number] for number in range(*place.indices(len(self))))
        start, end = self._spans[place]
        self._read[place] = self._reader(json.loads(self._text[start:end]))
        return self._read[place]

    def __iter__(self) -> Iterator[T]:
        return (self[number] for number in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Late, tuple)) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


class LateEntries(Mapping[str, T]):
    """Entries of a table by id, each read once when it is first looked at."""

    __slots__ = ("_read", "_reader", "_spans", "_text")

    def __init__(self, text: str, spans: dict[str, Span], read: Any):
        self._text, self._spans, self._reader = text, spans, read
        self._read: dict[str, T] = {}

    def __getitem__(self, id: str) -> T:
        if id not in self._read:
            start, end = self._spans[id]
            self._read[id] = self._reader(json.loads(self._text[start:end]))
        return self._read[id]

    def __contains__(self, id: object) -> bool:
        return id in self._spans

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)


class LateVocabulary(Vocabulary):
    """A vocabulary whose tables are read when they are first looked at; those of ``BY_ID`` one by one."""

    @classmethod
    def over(cls, text: str, spans: dict[str, Span], entries: dict[str, dict[str, Span]]) -> Self:
        """Beside the constructor of a vocabulary, not instead of it: a changed copy is made whole."""
        late = cls.__new__(cls)
        by_id = {name: LateEntries[Any](text, entries[table], reader(entry)) for table, (name, entry) in BY_ID.items()}
        late.__dict__.update(_text=text, _spans=spans, **by_id)
        return late

    def __getattr__(self, name: str) -> Any:
        """A table that nobody has looked at yet."""
        spans = self.__dict__.get("_spans", {})
        if name not in spans:
            raise AttributeError(name)
        start, end = spans[name]
        value = reader(Vocabulary.__annotations__[name])(json.loads(self._text[start:end]))
        self.__dict__[name] = value
        return value

    def __eq__(self, other: object) -> bool:
        tables = (field.name for field in fields(Vocabulary))
        return isinstance(other, Vocabulary) and all(getattr(self, name) == getattr(other, name) for name in tables)

    def __hash__(self) -> int:
        return id(self)
