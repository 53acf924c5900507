"""Plans to JSON and back, by the annotations of their types.

Days are ``YYYY-MM-DD``, periods ``3 years``, exact decimals ``{"decimal": "1.50"}``, days among values
``{"day": ...}``; a trailing underscore of a name is dropped.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from ..pack.period import Period
from ..registry.operators import Comparison

T = TypeVar("T")
Reader = Callable[[Any], Any]


def encode(value: object) -> str:
    """Canonical JSON text of a plan."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(model: type[T], text: str) -> T:
    """The value that :func:`encode` wrote; ``ValueError`` where the text is something else."""
    try:
        result: T = _reader(cast(Any, model))(json.loads(text))
    except (KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise ValueError(f"not a plan of this version: {fault}") from fault
    return result


def reader(model: Any) -> Reader:
    """What reads a value of a type that :func:`encode` wrote, from plain JSON values."""
    return _reader(model)


@cache
def _names(model: Any) -> tuple[tuple[str, str], ...]:
    names = tuple(field.name for field in fields(model)) if is_dataclass(model) else model._fields
    return tuple((name, name.rstrip("_")) for name in names)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Period):
        return str(value)
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if not _has_names(cast(Any, type(value))):
        return [_plain(item) for item in value]
    plain = {key: _plain(getattr(value, name)) for name, key in _names(cast(Any, type(value)))}
    if isinstance(value, Comparison) and value.type == "day":
        plain["bounds"] = [{"day": str(bound)} for bound in value.bounds]
    return plain


def _has_names(model: Any) -> bool:
    """Whether values of the type are objects in JSON: dataclasses and named tuples."""
    return is_dataclass(model) or hasattr(model, "_fields")


def _value(raw: Any) -> Any:
    """A bound of a comparison: its JSON form tells its type."""
    if isinstance(raw, dict):
        return Decimal(raw["decimal"]) if "decimal" in raw else date.fromisoformat(raw["day"])
    return raw


def _same(raw: Any) -> Any:
    return raw


@cache
def _reader(model: Any) -> Reader:
    origin, arguments = get_origin(model), get_args(model)
    if model is date:
        return date.fromisoformat
    if model is Period:
        return Period.parse
    if _has_names(model):
        return _object_reader(model)
    if origin is Sequence:
        origin, arguments = tuple, (*arguments, ...)
    if origin is tuple:
        item = _reader(arguments[0]) if arguments[-1] is Ellipsis else None
        if item is None:
            return tuple
        return tuple if item is _same else lambda raw: tuple([item(part) for part in raw])
    if origin is dict:
        inner = _reader(arguments[1])
        return dict if inner is _same else lambda raw: {key: inner(part) for key, part in raw.items()}
    if origin in (Union, types.UnionType):
        return _union_reader(arguments)
    if origin is Literal and arguments == (1,):
        return _format_one
    return _same


def _format_one(raw: Any) -> Any:
    if raw != 1:
        raise ValueError(f"not a plan of format 1: {raw}")
    return raw


def _union_reader(arguments: tuple[Any, ...]) -> Reader:
    some = [argument for argument in arguments if argument is not type(None)]
    if Decimal in some:
        return _value
    if all(_has_names(argument) for argument in some) and len(some) > 1:
        by_op = {get_args(get_type_hints(argument)["op"])[0]: _reader(argument) for argument in some}
        return lambda raw: by_op[raw["op"]](raw)
    inner = next((reader for reader in map(_reader, some) if reader is not _same), _same)
    return inner if inner is _same else lambda raw: None if raw is None else inner(raw)


def _object_reader(model: Any) -> Reader:
    written = model.__annotations__
    hints = get_type_hints(model) if any(isinstance(hint, str) for hint in written.values()) else written
    readers = [(name, key, _reader(hints[name])) for name, key in _names(model)]
    plain = tuple(key for _, key, reader in readers if reader is _same)
    if len(plain) == len(readers):
        return lambda raw: model(*[raw[key] for key in plain])
    steps = tuple((key, None if reader is _same else reader) for _, key, reader in readers)
    return lambda raw: model(*[raw[key] if read is None else read(raw[key]) for key, read in steps])
