"""A case from text to resolved: everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..case.bind import bind_case, parts_of
from ..case.model import Case
from ..case.quick import read_quickly
from ..diagnostics.diagnostic import Diagnostic, has_errors, in_order
from ..diagnostics.span import Span
from ..source.files import TextKind, read_text
from ..source.node import Mapping as MappingNode
from ..source.node import Node
from .case_life import check_case_life
from .case_names import check_case_names
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from .registry import Registry


NOWHERE = MappingNode({}, {}, Span(""))
"""Stands for the places of a text of which none is asked for."""


def read_case(
    data: bytes | str | Mapping[str, Any],
    name: str,
    registry: Registry | Vocabulary,
    kind: TextKind = "auto",
    *,
    first_line: int = 1,
) -> tuple[Case | None, Node | None, tuple[Diagnostic, ...]]:
    """Read, bind and resolve a case given as text or as a Python mapping.

    ``name`` is the file as the person gave it. The case is None where anything stands at error level; diagnostics
    come in file order, warnings among them. Where a part of the case cannot be bound the other parts are resolved all
    the same. ``first_line`` is the line on which ``data`` begins in its file (JSON Lines).
    """
    if isinstance(data, bytes | str):
        node, read = read_text(data, name, kind, first_line=first_line)
    else:
        from ..source.plain import read_plain

        node, read = read_plain(data, name)
    if node is None:
        return None, None, read
    case, found = resolve_case(node, registry)
    reported = {(diagnostic.span, diagnostic.path) for diagnostic in read}
    new = [diagnostic for diagnostic in found if (diagnostic.span, diagnostic.path) not in reported]
    everything = in_order([*read, *new])
    return (None if has_errors(everything) else case), node, everything


def read_case_quickly(data: bytes | str, vocabulary: Vocabulary) -> Case | None:
    """The case of a JSON text in which nothing is wrong and nothing worth a warning; ``None`` where it wants a closer
    look, which :func:`read_case` takes."""
    case = read_quickly(data)
    if case is None:
        return None
    parts = parts_of(case)
    if check_case_names(parts, NOWHERE, vocabulary) or check_case_life(parts, NOWHERE, vocabulary):
        return None
    return case


def resolve_case(node: Node, registry: Registry | Vocabulary) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    """Bind and resolve a document that has been read; diagnostics in no special order.

    The case is there wherever it could be bound: look for errors among the diagnostics.
    """
    vocabulary = registry if isinstance(registry, Vocabulary) else registry.vocabulary
    case, wrong = bind_case(node)
    if case is None:
        from ..case.parts import bind_parts

        checked = bind_parts(node)
    else:
        checked = parts_of(case)
    names = check_case_names(checked, node, vocabulary)
    return case, (*wrong, *names, *check_case_life(checked, node, vocabulary))
