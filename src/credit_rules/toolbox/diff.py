"""What differs between two trees of packs and registries: each change once, as data.

Measures are compared as the plan has them, so that spelling, order and comments make no difference; entries of the
registry as their authors wrote them. What a measure only takes over from its act or its document is told there.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from ..engine.load import load_plan, read_registry
from ..engine.version import __version__
from ..pack.period import Period
from ..plan.model import PackInfo, Plan, Rule
from ..registry.registry import Registry
from ..source.rows import NamedTuple
from ..source.tree import tree_of

How = Literal["added", "removed", "changed"]
PACK_FIELDS = ("title", "document_no", "rank", "place", "from", "until", "provenance")
MEASURE_FIELDS = (
    "clause", "act", "direction", "force", "actor", "wording", "condition", "bearers", "bearer_kinds", "listed_kinds",
    "departments", "basis", "term", "from", "until", "on_reduce", "blocked_by", "matters", "guard", "parameters", "menu",
    "provenance", "note",
)  # fmt: skip
"""What is compared of a measure, in the order told; the rest of a rule follows from these, its act and its document."""
_WITHOUT_ORDER = {
    "parts", "lists", "roles", "grades", "bearers", "bearer_kinds", "listed_kinds", "departments", "basis", "matters",
    "blocked_by",
}  # fmt: skip
"""Keys whose values mean the same in every order."""
_ATTRIBUTE = {"from": "from_"}


class Side(NamedTuple):
    """One of the two trees: its plan, and its registry as written."""

    plan: Plan
    registry: Registry


class FieldChange(NamedTuple):
    """A field and its two values as JSON; ``None`` where there is none. A condition has its words under ``text``."""

    field: str
    old: Any
    new: Any


class Change(NamedTuple):
    """One thing that differs; ``of`` is ``packs``, ``measures`` or a field of the registry, such as ``lists``.

    ``fields`` is empty for what was added or removed.
    """

    of: str
    id: str
    how: How
    title: str
    clause: str | None
    fields: tuple[FieldChange, ...]


class Diff(NamedTuple):
    """Every change: documents, then measures, then the registry, each by id.

    ``titles`` has the Chinese titles of both registries by field and id, those of the new one first.
    """

    changes: tuple[Change, ...]
    titles: dict[str, dict[str, str]]

    def counted(self, of: str) -> dict[How, int]:
        """How many of a kind were added, removed and changed."""
        found = Counter(change.how for change in self.changes if change.of == of)
        ways: tuple[How, ...] = ("added", "removed", "changed")
        return {how: found[how] for how in ways}

    def kinds(self) -> tuple[str, ...]:
        """The kinds of things that differ, in the order told."""
        return tuple(dict.fromkeys(change.of for change in self.changes))


def read_side(path: str | Path) -> Side:
    """The packs under a folder with their registry; :class:`InputError` where they are not free of errors."""
    plan = load_plan([path], __version__)
    registry, _, _ = read_registry(tree_of([path]))
    return Side(plan, registry)


def diff(old: Side, new: Side) -> Diff:
    """Everything in which the new side differs from the old one. Things are the same by id."""
    titles = {of: {**old.registry.titles[of], **known} for of, known in new.registry.titles.items()}
    return Diff((*_packs(old.plan, new.plan), *_measures(old, new), *_entries(old.registry, new.registry)), titles)


def as_json(found: Diff, old: str, new: str, witnesses: Mapping[tuple[str, str], Any] | None = None) -> dict[str, Any]:
    """The difference as a JSON object; ``old`` and ``new`` are the names of the sides. Values of several also have
    what was ``removed`` and ``added``. ``witnesses`` says by kind and id what cases show of a change, as JSON."""
    return {
        "format": 1,
        "old": old,
        "new": new,
        "counts": {of: found.counted(of) for of in found.kinds()},
        "witnesses": witnesses is not None,
        "changes": [
            {
                **change._asdict(),
                "fields": [_field(each) for each in change.fields],
                "witnesses": (witnesses or {}).get((change.of, change.id)),
            }
            for change in found.changes
        ],
    }


def parted(old: Sequence[Any], new: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """What only the old sequence has and what only the new one has, each in its order, as often as it has it more."""
    return _beyond(old, new), _beyond(new, old)


def _beyond(these: Sequence[Any], those: Sequence[Any]) -> list[Any]:
    left = Counter(_key(each) for each in those)
    found = []
    for each in these:
        if left[_key(each)]:
            left[_key(each)] -= 1
        else:
            found.append(each)
    return found


def _field(change: FieldChange) -> dict[str, Any]:
    if isinstance(change.old, list) and isinstance(change.new, list):
        removed, added = parted(change.old, change.new)
        return {**change._asdict(), "removed": removed, "added": added}
    return change._asdict()


def _packs(old: Plan, new: Plan) -> Iterator[Change]:
    def values(pack: PackInfo) -> dict[str, Any]:
        return {name: _plain(getattr(pack, _ATTRIBUTE.get(name, name))) for name in PACK_FIELDS}

    yield from _compared("packs", old.pack, new.pack, values, values)


def _measures(old: Side, new: Side) -> Iterator[Change]:
    was, now = ({rule.id: rule for rule in side.plan.rules} for side in (old, new))
    for change in _compared("measures", was, now, lambda rule: _values(rule, old), lambda rule: _values(rule, new)):
        if change.how != "changed":
            yield change
            continue
        before, after = was[change.id], now[change.id]
        own = tuple(each for each in change.fields if not _taken_over(each.field, before, after, old, new))
        if own:
            yield change._replace(fields=own)


def _values(rule: Rule, side: Side) -> dict[str, Any]:
    """The fields of a measure as JSON; sets of things in one order, conditions as trees with their words."""
    found: dict[str, Any] = {}
    for name in MEASURE_FIELDS:
        if name == "condition":
            found[name] = _condition(rule.condition, side.plan)
        elif name == "bearers":
            found[name] = [
                {**_plain(bearer), **({} if bearer.when is None else {"when": _condition(bearer.when, side.plan)})}
                for bearer in rule.bearers
            ]
        else:
            found[name] = _plain(getattr(rule, _ATTRIBUTE.get(name, name)))
    return found


def _condition(number: int, plan: Plan) -> dict[str, Any]:
    """A condition as a tree."""
    written = plan.conditions[number]
    found: dict[str, Any] = {"op": written.op, "text": written.text}
    row: Iterable[tuple[str, Any]] = zip(written._fields, written, strict=True)
    for name, value in row:
        if name == "parts":
            found[name] = [_condition(part, plan) for part in value]
        elif name in ("part", "where") and value is not None:
            found[name] = _condition(value, plan)
        elif name not in found and value not in (None, ()):
            found[name] = _plain(value)
    return found


def _taken_over(field: str, before: Rule, after: Rule, old: Side, new: Side) -> bool:
    """Whether a measure has a field from its act or its document on both sides."""
    sides = ((before, old), (after, new))
    if field == "matters":
        return all(rule.matters == side.registry.acts[rule.act].matters for rule, side in sides)
    if field in ("from", "until", "provenance"):
        name = _ATTRIBUTE.get(field, field)
        return all(getattr(rule, name) == getattr(side.plan.pack[rule.pack], name) for rule, side in sides)
    return False


def _entries(old: Registry, new: Registry) -> Iterator[Change]:
    def values(entry: Any) -> dict[str, Any]:
        found: dict[str, Any] = entry.model_dump(mode="json", by_alias=True)
        return found

    for row in fields(Registry):
        yield from _compared(row.name, getattr(old, row.name), getattr(new, row.name), values, values)


def _compared(of: str, old: Mapping[str, Any], new: Mapping[str, Any], before: Any, after: Any) -> Iterator[Change]:
    """The changes between things of one kind; ``before`` and ``after`` give the fields of one of them as JSON."""
    for id in sorted({*old, *new}):
        entry = new.get(id, old.get(id))
        clause = entry.clause if of == "measures" else None
        if id not in old or id not in new:
            yield Change(of, id, "removed" if id in old else "added", entry.title, clause, ())
        elif old[id] != new[id] or of == "measures":
            changed = tuple(_changed(before(old[id]), after(new[id])))
            if changed:
                yield Change(of, id, "changed", entry.title, clause, changed)


def _changed(old: dict[str, Any], new: dict[str, Any]) -> Iterable[FieldChange]:
    for name in dict.fromkeys((*old, *new)):
        if _key(old.get(name), name) != _key(new.get(name), name):
            yield FieldChange(name, old.get(name), new.get(name))


def _key(value: Any, name: str = "") -> str:
    """A value as text that is equal where the meaning is: without the words of conditions, sets in one order."""
    return json.dumps(_bare(value, name), ensure_ascii=False, sort_keys=True)


def _bare(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        said = "op" in value or "operator" in value
        return {key: _bare(each, key) for key, each in value.items() if not (said and key == "text")}
    if isinstance(value, list):
        bare = [_bare(each) for each in value]
        return sorted(bare, key=lambda each: json.dumps(each, sort_keys=True)) if name in _WITHOUT_ORDER else bare
    return value


def _plain(value: Any) -> Any:
    """A value of the plan as JSON; what a row does not say is left out."""
    if isinstance(value, Period | date | Decimal):
        return str(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        row = zip(value._fields, value, strict=True)
        return {name: _plain(each) for name, each in row if each is not None and each is not False and each != ()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return dict(value) if isinstance(value, dict) else value
