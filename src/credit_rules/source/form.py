"""Named tuples as pydantic models: the same shape, able to say what is wrong and to publish its schema."""

from __future__ import annotations

from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from .scalars import Day, Text

T = TypeVar("T")


class Form(BaseModel):
    """Base of the models made here: frozen, unknown keys refused, keys as files write them."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


@cache
def form_of(model: Any) -> type[Form]:
    """The pydantic model of a named tuple; a trailing underscore of a field is dropped in its key."""
    hints = get_type_hints(model, include_extras=True)
    fields: dict[str, Any] = {}
    for name in model._fields:
        default = model._field_defaults.get(name, ...)
        alias = name.rstrip("_")
        fields[name] = (_hint(hints[name]), Field(default, alias=None if alias == name else alias))
    made: type[Form] = create_model(model.__name__, __base__=Form, __doc__=model.__doc__, **fields)
    return made


def from_form(model: type[T], value: Form) -> T:
    """A validated form as the named tuple that it was made of."""
    return model(*[_plain(getattr(value, name)) for name in model._fields])  # type: ignore[attr-defined]


def _plain(value: Any) -> Any:
    if isinstance(value, Form):
        return from_form(_MODELS[type(value)], value)
    return tuple(_plain(item) for item in value) if isinstance(value, tuple) else value


def _hint(hint: Any) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is date:
        return Day
    if origin is Annotated:
        return Text
    if origin in (Union, UnionType):
        return Union[tuple(_hint(argument) for argument in arguments)]  # noqa: UP007
    if origin is tuple:
        return tuple.__class_getitem__((_hint(arguments[0]), ...))
    if origin is dict:
        return dict.__class_getitem__((str, _hint(arguments[1])))
    if hasattr(hint, "_fields"):
        made = form_of(hint)
        _MODELS[made] = hint
        return made
    return hint


_MODELS: dict[type[Form], Any] = {}
