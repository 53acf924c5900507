"""From nodes to a case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ..diagnostics.diagnostic import Diagnostic
from ..source.node import Node, Path
from ..source.rows import NamedTuple
from ..source.strict import Unfit, read_strict
from .model import Case, Context, Inquiry, Record, Relation, Subject

T = TypeVar("T")


class CaseParts(NamedTuple):
    """What of a case could be bound, each part with its path.

    ``broken`` holds the records whose life cannot be judged, because something of them could not be bound;
    ``record_ids`` the ids of all records, bound or not, in the order written.
    """

    subject: Subject | None
    relations: dict[Path, Relation]
    parties: dict[Path, Subject]
    records: dict[Path, Record]
    inquiry: Inquiry | None
    context: Context | None
    record_ids: dict[str, None]
    broken: frozenset[Path] = frozenset()


def bind_case(node: Node) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    """The case that a document holds, or None with every mistake of shape or type."""
    try:
        return read_strict(Case, node.to_plain(tuple)), ()
    except Unfit:
        from ..source.binding import bind
        from ..source.form import form_of, from_form

        form, found = bind(form_of(Case), node)
        return (None if form is None else from_form(Case, form)), found


def parts_of(case: Case) -> CaseParts:
    """The parts of a case that is whole."""
    return CaseParts(
        subject=case.subject,
        relations=_numbered("relations", case.relations),
        parties=_numbered("parties", case.parties),
        records=_numbered("records", case.records),
        inquiry=case.inquiry,
        context=case.context,
        record_ids=dict.fromkeys(record.id for record in case.records),
    )


def _numbered(name: str, parts: Iterable[T]) -> dict[Path, T]:
    return {(name, index): part for index, part in enumerate(parts)}
