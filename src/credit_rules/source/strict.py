"""Plain values to named tuples by their annotations: fast, and without a word on what is wrong.

Whoever reads a case that is right pays for nothing else. What this refuses is read again by the models that can say
why (``source/form.py``); a test holds the two to the same answers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from .days import parse_day

T = TypeVar("T")
Reader = Callable[[Any], Any]

NOT_EMPTY = "not empty"
NonEmpty = Annotated[str, NOT_EMPTY]
"""Text of at least one character."""


class Unfit(Exception):
    """The value is not of the type; another reader says why."""


def read_strict(model: type[T], plain: Any) -> T:
    """``plain`` as a named tuple ``model``; :class:`Unfit` where it is not one.

    Nothing is coerced, no key is left over. Keys are the names as files write them (``from``); lists are lists or
    tuples; days are ``YYYY-MM-DD``.
    """
    try:
        result: T = _reader(cast(Any, model))(plain)
    except (ValueError, TypeError) as fault:
        raise Unfit from fault
    return result


@cache
def _reader(hint: Any) -> Reader:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is date:
        return parse_day
    if origin is Annotated:
        return _not_empty
    if origin is Literal:
        return _one_of(frozenset(arguments))
    if origin in (Union, UnionType):
        return _union(arguments)
    if origin is tuple:
        return _list(_reader(arguments[0]))
    if origin is dict:
        return _mapping(_reader(arguments[1]))
    if hasattr(hint, "_fields"):
        return _object(hint)
    return _exactly(hint)


def _exactly(kind: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise Unfit
        return value

    return read


def _not_empty(value: Any) -> Any:
    if type(value) is not str or not value:
        raise Unfit
    return value


def _one_of(words: frozenset[Any]) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not str or value not in words:
            raise Unfit
        return value

    return read


def _union(members: tuple[Any, ...]) -> Reader:
    """An optional value, or one of several exact types."""
    some = [member for member in members if member is not type(None)]
    if len(some) > 1:
        kinds = frozenset(members)

        def read(value: Any) -> Any:
            if type(value) not in kinds:
                raise Unfit
            return value

        return read
    inner = _reader(some[0])
    return lambda value: None if value is None else inner(value)


def _list(item: Reader) -> Reader:
    def read(value: Any) -> Any:
        if type(value) not in (list, tuple):
            raise Unfit
        return tuple([item(part) for part in value])

    return read


def _mapping(item: Reader) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise Unfit
        return {key: item(part) for key, part in value.items()}

    return read


def _object(model: Any) -> Reader:
    hints = get_type_hints(model, include_extras=True)
    readers = {name.rstrip("_"): (name, _reader(hints[name])) for name in model._fields}
    required = frozenset(name.rstrip("_") for name in model._fields if name not in model._field_defaults)

    def read(value: Any) -> Any:
        if type(value) is not dict or not required <= value.keys():
            raise Unfit
        found = {}
        for key, part in value.items():
            if key not in readers:
                raise Unfit
            name, inner = readers[key]
            found[name] = inner(part)
        return model(**found)

    return read
