"""A class of lists that holds none: nobody can stand on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.condition import OnLists
from ..registry.registry import Registry
from ..registry.vocabulary import NEGATIVE
from ..source.values import ListClass
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.conditions import every_part, written_conditions


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


CHECK = Check(
    find=class_without_lists,
    rules=("S1",),
    reason=Words(
        "没有任何名单属于这个类别（和领域），条件永远不成立，措施永远不会发出。",
        "No list is of this class (and field), so the condition never holds and the measure is never issued.",
    ),
    codes=(
        Code(
            id="class-without-lists",
            said=Sentence(
                "没有名单属于类别“{found}”[和领域 {fields:list}]，条件永远不会成立",
                "no list is of the class “{found}”[ and the fields {fields:list}], so the condition never holds",
                "请先登记名单，或者换用另一个类别、领域。",
                "Register the list first, or name another class or field.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_lists: ‸serious, of_fields: [market]}
            """,
            good="""
                measures:
                  - triggered_by: {on_lists: serious, of_fields: [taxation]}
            """,
        ),
    ),
)
