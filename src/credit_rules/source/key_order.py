"""The order of the keys of a file, told by the models that it is bound to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from .formatting import Order
from .node import Path

KeysOf = Callable[[type[BaseModel]], Sequence[str]]
"""The keys of a model as files name them, in order."""


def written_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model as files name them (``from``), in the order of its fields."""
    return tuple(info.alias or name for name, info in model.model_fields.items())


def order_by(root: type[BaseModel], keys_of: KeysOf = written_keys) -> Order:
    """The order of each mapping in a file that is bound to ``root``.

    Where several models may stand in a place, that one counts which has most of the keys there. A mapping whose keys
    are the author's (``guard``) has none.
    """

    def order(path: Path, keys: tuple[str, ...]) -> Sequence[str]:
        here: list[Any] = [root]
        for step in path:
            here = list(_below(here, step))
        found = [keys_of(model) for model in here if _is_model(model)]
        return max(found, key=lambda known: len(set(known) & set(keys)), default=())

    return order


def _below(here: Iterable[Any], step: str | int) -> Iterator[Any]:
    """What may stand under a key or at a number of what may stand here."""
    for each in here:
        if _is_model(each):
            for name, info in each.model_fields.items():
                if step == (info.alias or name):
                    yield from _alternatives(info.annotation)
        elif get_origin(each) is tuple:
            yield from _alternatives(get_args(each)[0])
        elif get_origin(each) is dict:
            yield from _alternatives(get_args(each)[1])


def _alternatives(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for member in get_args(annotation):
            yield from _alternatives(member)
    else:
        yield annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
