"""What the site tells of: every document with its measures, drafts among them, and the registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from ...diagnostics.diagnostic import InputError, has_errors
from ...engine.load import read_tree
from ...pack.effective import effective_from
from ...pack.loaded import LoadedPack
from ...pack.model import Pack
from ...plan.compile import compile
from ...plan.model import PackInfo, Plan, Rule
from ...registry.registry import Registry
from ...source.node import Scalar
from ...source.node import Sequence as Items
from ...source.rows import NamedTuple
from ...source.tree import tree_of
from ..coverage import as_published, lists_of


class Document(NamedTuple):
    """A document, the plan that its measures are part of, and which of them restate others: own id to the adopted."""

    pack: Pack
    plan: Plan
    draft: bool
    adopts: dict[str, str]

    @property
    def id(self) -> str:
        """The id of its pack."""
        return self.pack.memorandum.id

    @property
    def info(self) -> PackInfo:
        """Where and when it applies; of a draft, as if it were published."""
        return self.plan.pack[self.id]

    @property
    def called(self) -> str:
        """Its number, or its title where it has none."""
        return self.pack.memorandum.document_no or self.pack.memorandum.title


class Measured(NamedTuple):
    """A measure: its document, and its place in the plan of it."""

    document: Document
    number: int

    @property
    def rule(self) -> Rule:
        """The compiled measure."""
        return self.document.plan.rules[self.number]

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists whose records can trigger it."""
        return lists_of(self.rule.condition, self.document.plan)


@dataclass(frozen=True)
class Content:
    """All documents by id, and the registry that they name. ``day`` is the one for which "today" is said."""

    documents: tuple[Document, ...]
    registry: Registry
    day: date

    @cached_property
    def measures(self) -> tuple[Measured, ...]:
        """Every measure, by document and in the order of its text."""
        return tuple(
            Measured(document, number)
            for document in self.documents
            for number, rule in enumerate(document.plan.rules)
            if rule.pack == document.id
        )

    @cached_property
    def measure(self) -> dict[str, Measured]:
        """Measures by their whole id, ``document/measure``."""
        return {one.rule.id: one for one in self.measures}

    @cached_property
    def of_document(self) -> dict[str, tuple[Measured, ...]]:
        """Measures by document."""
        return _grouped(self.measures, lambda one: (one.document.id,))

    @cached_property
    def of_list(self) -> dict[str, tuple[Measured, ...]]:
        """Measures by each list that can trigger them."""
        return _grouped(self.measures, lambda one: one.lists)

    @cached_property
    def of_act(self) -> dict[str, tuple[Measured, ...]]:
        """Measures by act."""
        return _grouped(self.measures, lambda one: (one.rule.act,))

    @cached_property
    def of_department(self) -> dict[str, tuple[Measured, ...]]:
        """Measures by each department that their text names."""
        return _grouped(self.measures, lambda one: (spec.id for spec in one.rule.departments))

    @cached_property
    def of_matter(self) -> dict[str, tuple[Measured, ...]]:
        """Measures by each matter that they concern by name."""
        return _grouped(self.measures, lambda one: one.rule.matters)

    @cached_property
    def adopted_by(self) -> dict[str, tuple[str, ...]]:
        """Measures that restate one, by the one restated."""
        found: dict[str, list[str]] = {}
        for document in self.documents:
            for own, adopted in document.adopts.items():
                found.setdefault(adopted, []).append(f"{document.id}/{own}")
        return {id: tuple(ids) for id, ids in found.items()}

    @cached_property
    def superseded_by(self) -> dict[str, tuple[str, ...]]:
        """Documents that take the place of one, by the one that went."""
        return _reversed((one.id, one.pack.memorandum.supersedes) for one in self.documents)

    @cached_property
    def restated_by(self) -> dict[str, tuple[str, ...]]:
        """Documents that repeat clauses of one, by that one."""
        return _reversed((one.id, one.pack.memorandum.restates) for one in self.documents)


def read_content(paths: Sequence[str | Path], day: date) -> Content:
    """The packs under the paths, the shipped ones where none is given; :class:`InputError` where one has errors."""
    read = read_tree(tree_of(paths))
    if has_errors(read.found):
        raise InputError(read.found)
    published = [loaded for loaded in read.packs if effective_from(loaded.pack) is not None]
    plan = compile(published, read.registry, "")
    documents = (
        Document(loaded.pack, plan, False, _adopted(loaded))
        if effective_from(loaded.pack) is not None
        else Document(loaded.pack, as_published(loaded, read, day), True, _adopted(loaded))
        for loaded in read.packs
    )
    return Content(tuple(sorted(documents, key=lambda one: one.id)), read.registry, day)


def _adopted(loaded: LoadedPack) -> dict[str, str]:
    """What each measure of a pack restates, as it is written: adoption has made the measures whole."""
    written = loaded.node.child("measures")
    found: dict[str, str] = {}
    for item in written.items if isinstance(written, Items) else ():
        own, adopts = item.child("id"), item.child("adopts")
        if isinstance(own, Scalar) and isinstance(adopts, Scalar):
            found[str(own.value)] = str(adopts.value)
    return found


def _grouped(
    measures: Iterable[Measured], keys_of: Callable[[Measured], Iterable[str]]
) -> dict[str, tuple[Measured, ...]]:
    found: dict[str, list[Measured]] = {}
    for one in measures:
        for key in dict.fromkeys(keys_of(one)):
            found.setdefault(key, []).append(one)
    return {key: tuple(group) for key, group in found.items()}


def _reversed(pairs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for id, others in pairs:
        for other in others:
            found.setdefault(other, []).append(id)
    return {other: tuple(ids) for other, ids in found.items()}
