"""From where pydantic says that a mistake is to where it stands in the file.

A pydantic location mixes keys, indexes and the names of union members; only the types tell which is which.
"""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag

from .node import Node, Path
from .rows import NamedTuple


class Place(NamedTuple):
    """A place and what may stand there: the keys of its mapping, the forms of its union, the words of its literal.

    For a mistaken key ``path`` ends with the key, and ``keys`` and ``forms`` are those of the mapping around it;
    ``form`` is the form that the mapping was taken for; ``form_keys`` are the keys of every form.
    """

    path: Path
    keys: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    form: str | None = None
    literals: tuple[str, ...] = ()
    is_key: bool = False
    form_keys: dict[str, tuple[str, ...]] = {}


def walk(model: type[BaseModel], node: Node, location: tuple[str | int, ...]) -> Place:
    """Follow a pydantic error location through the types of ``model``."""
    here: Any = model
    around: Any = Any
    path: list[str | int] = []
    forms: tuple[str, ...] = ()
    form: str | None = None
    form_keys: dict[str, tuple[str, ...]] = {}
    literals: tuple[str, ...] = ()
    for step in location:
        if step == "[key]":
            return Place(tuple(path), literals=_literals(_bare(around)), is_key=True)
        here = _bare(here)
        members = _members(here)
        if members:
            tags = _tags(members)
            literals = _literals(here)
            if tags:
                forms, form = tags, str(step)
                form_keys = {tag: tuple(_fields(members[tag])) for tag in tags}
            here = members.get(str(step), Any)
            continue
        around = here
        path.append(step)
        if isinstance(here, type) and issubclass(here, BaseModel):
            fields = _fields(here)
            if step not in fields:
                return Place(tuple(path), keys=tuple(fields), forms=forms, form=form, form_keys=form_keys)
            here = fields[str(step)]
        elif get_origin(here) is tuple:
            here = get_args(here)[0]
        elif get_origin(here) is dict:
            around, here = get_args(here)
        else:
            here = Any
        forms, form, form_keys, literals = (), None, {}, ()
    here = _bare(here)
    return Place(tuple(path), forms=_tags(_members(here)), literals=literals or _literals(here))


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _bare(annotation: Any) -> Any:
    """The annotation without metadata and without ``None`` beside a single alternative."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            others = [member for member in get_args(annotation) if member is not NoneType]
            if len(others) != 1:
                return annotation
            annotation = others[0]
        else:
            return annotation


def _members(annotation: Any) -> dict[str, Any]:
    """The alternatives of a union by the name that pydantic gives them: tag, or class name."""
    if get_origin(annotation) not in (Union, UnionType):
        return {}
    named = {}
    for member in get_args(annotation):
        bare = _bare(member)
        named[_tag(member) or str(getattr(bare, "__name__", bare))] = bare
    return named


def _tags(members: dict[str, Any]) -> tuple[str, ...]:
    """The names of alternatives that are mappings told by a key of that name."""
    return tuple(
        name for name, member in members.items()
        if isinstance(member, type) and issubclass(member, BaseModel) and name in _fields(member)
    )  # fmt: skip


def _tag(member: Any) -> str | None:
    if get_origin(member) is not Annotated:
        return None
    return next((item.tag for item in get_args(member)[1:] if isinstance(item, Tag)), None)


def _literals(annotation: Any) -> tuple[str, ...]:
    """The words allowed, those of a union's alternatives together."""
    annotation = _bare(annotation)
    if get_origin(annotation) is Literal:
        return tuple(str(word) for word in get_args(annotation))
    if get_origin(annotation) in (Union, UnionType):
        return tuple(word for member in get_args(annotation) for word in _literals(member))
    return ()
