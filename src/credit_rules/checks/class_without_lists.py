"""A class of lists that holds none: nobody can stand on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from ..diagnostics.diagnostic import Diagnostic
from ..pack.condition import OnLists
from ..registry.registry import Registry
from ..registry.vocabulary import NEGATIVE
from ..source.values import ListClass
from .check import Checked
from .conditions import every_part, written_conditions


def class_without_lists(checked: Checked) -> Iterable[Diagnostic]:
    """``on_lists`` with a class, or with fields of it, to which no list of the registry belongs."""
    for whole in written_conditions(checked):
        for form, path in every_part(whole):
            if isinstance(form, OnLists) and _known(form, checked.registry) and not _lists(form, checked.registry):
                fields = "|".join(form.of_fields or ())
                yield checked.finding("class-without-lists", (*path, "on_lists"), found=form.on_lists, fields=fields)


def _known(form: OnLists, registry: Registry) -> bool:
    """A misspelt name is another finding."""
    named = form.on_lists in (*get_args(ListClass), "negative")
    return named and all(field in registry.list_fields for field in form.of_fields or ())


def _lists(form: OnLists, registry: Registry) -> list[str]:
    classes = NEGATIVE if form.on_lists == "negative" else (form.on_lists,)
    entries = registry.lists.values()
    return [e.id for e in entries if e.class_ in classes and (form.of_fields is None or e.field in form.of_fields)]
