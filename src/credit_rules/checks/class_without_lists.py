"""A class of lists that holds none: nobody can stand on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.condition import AfterExit, OnLists
from ..registry.condition_names import CLASSES
from ..registry.registry import Registry
from ..registry.vocabulary import NEGATIVE
from ..source.node import Path
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.conditions import every_part, written_conditions


def class_without_lists(checked: Checked) -> Iterable[Diagnostic]:
    """A class under ``on_lists`` (with fields of it) or ``after_exit`` to which no list of the registry belongs."""
    for whole in written_conditions(checked):
        for form, path in every_part(whole):
            for name, fields, here in _classes(form, path):
                if _known(name, fields, checked.registry) and not _lists(name, fields, checked.registry):
                    yield checked.finding("class-without-lists", here, found=name, fields="|".join(fields))


def _classes(form: object, path: Path) -> Iterator[tuple[str, tuple[str, ...], Path]]:
    """The classes that a condition may name, with the fields and the place of each."""
    match form:
        case OnLists():
            yield form.on_lists, form.of_fields or (), (*path, "on_lists")
        case AfterExit():
            yield from ((name, (), (*path, "after_exit", index)) for index, name in enumerate(form.after_exit))


def _known(name: str, fields: tuple[str, ...], registry: Registry) -> bool:
    """A misspelt name is another finding, and a list is no class."""
    return name in CLASSES and all(field in registry.list_fields for field in fields)


def _lists(name: str, fields: tuple[str, ...], registry: Registry) -> list[str]:
    classes = NEGATIVE if name == "negative" else (name,)
    entries = registry.lists.values()
    return [entry.id for entry in entries if entry.class_ in classes and (not fields or entry.field in fields)]


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
