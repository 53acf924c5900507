"""A rating is no record: only a list that a text makes of it triggers anything (S1)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..pack.condition import OnList, OnLists
from .check import Checked
from .conditions import every_part, written_conditions


def rating_triggers_nothing(checked: Checked) -> Iterable[Diagnostic]:
    """``on_list`` with a list of class ``rating``, or ``on_lists`` with that class."""
    for whole in written_conditions(checked):
        for form, path in every_part(whole):
            if isinstance(form, OnList):
                for index, name in enumerate(form.on_list):
                    entry = checked.registry.lists.get(name)
                    if entry is not None and entry.class_ == "rating":
                        here = (*path, "on_list", index)
                        yield checked.finding("rating-triggers-nothing", here, found=name)
            elif (
                isinstance(form, OnLists)
                and form.on_lists == "rating"
                and checked.registry.lists_by_class.get("rating")
            ):
                yield checked.finding("rating-triggers-nothing", (*path, "on_lists"), found=form.on_lists)
