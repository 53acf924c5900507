"""The decision as JSON and back: the contract's keys and order, the same bytes for the same decision (S27)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from .decision import Decision, EngineView, Withheld

_LEFT_OUT_WHEN_NONE = {EngineView: {"options"}, Withheld: {"verification"}}
"""Keys that stand only where they say something; every other ``null`` is spelt out."""

_KEYS: dict[type, tuple[tuple[str, str, bool], ...]] = {}

_AS_IT_IS = (str, bool, int, Decimal, type(None), dict)


def to_json(decision: Decision, *, indent: int | None = 2) -> str:
    """The decision as JSON text, without a newline at the end.

    ``indent=None`` gives one line, for JSON Lines. Days are ``YYYY-MM-DD``; Chinese is written as it is.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(to_plain(decision), ensure_ascii=False, indent=indent, separators=separators)


def to_plain(value: Any) -> Any:
    """The decision, or a part of it, as the dictionaries, lists and strings of its JSON."""
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is tuple:
        return [to_plain(each) for each in value]
    if kind is date:
        return value.isoformat()
    plain = {}
    for name, key, optional in _keys(kind):
        part = getattr(value, name)
        if part is not None or not optional:
            plain[key] = to_plain(part)
    return plain


def decision_from_json(text: str | bytes) -> Decision:
    """A stored decision read back: ``decision_from_json(to_json(d)) == d``.

    ``ValueError`` where the text is not JSON, a key is missing or unknown, or a value is not of its closed set; the
    message holds the place as a JSON pointer.
    """
    read: Decision = _read(Decision, json.loads(text), "")
    return read


def _keys(kind: Any) -> tuple[tuple[str, str, bool], ...]:
    """Attribute, key and whether it is left out when ``None``, of each field of a part."""
    known = _KEYS.get(kind)
    if known is None:
        optional = _LEFT_OUT_WHEN_NONE.get(kind, set())
        known = tuple((name, name.rstrip("_"), name in optional) for name in kind._fields)
        _KEYS[kind] = known
    return known


def _read(hint: Any, value: Any, place: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _read_one_of(get_args(hint), value, place)
    if origin is Literal:
        return _expect(value in get_args(hint), value, place)
    if origin is tuple:
        _expect(isinstance(value, list), value, place)
        return tuple(_read(get_args(hint)[0], each, f"{place}/{number}") for number, each in enumerate(value))
    if origin is dict:
        return _expect(isinstance(value, dict), value, place)
    if hint is date:
        return date.fromisoformat(_expect(isinstance(value, str), value, place))
    if hasattr(hint, "_fields"):
        return _read_object(hint, value, place)
    return _expect(type(value) is hint, value, place)


def _read_one_of(hints: tuple[Any, ...], value: Any, place: str) -> Any:
    if value is None and type(None) in hints:
        return None
    matching: Callable[[Any], bool] = lambda hint: (get_origin(hint) is tuple) == isinstance(value, list)  # noqa: E731
    rest = [hint for hint in hints if hint is not type(None) and matching(hint)]
    _expect(bool(rest), value, place)
    return _read(rest[0], value, place)


def _read_object(kind: Any, value: Any, place: str) -> Any:
    _expect(isinstance(value, dict), value, place)
    hints = get_type_hints(kind)
    keys = _keys(kind)
    unknown = value.keys() - {key for _, key, _ in keys}
    _expect(not unknown, sorted(unknown), place)
    _expect(all(key in value or optional for _, key, optional in keys), sorted(value), place)
    return kind(**{name: _read(hints[name], value[key], f"{place}/{key}") for name, key, _ in keys if key in value})


def _expect(holds: bool, value: Any, place: str) -> Any:
    if not holds:
        raise ValueError(f"{place or '/'}: {str(value)[:80]}")
    return value
