"""Where everything stands on the site: one file for each thing that is looked up, one page for each small registry."""

from __future__ import annotations

import re
from hashlib import sha256

from ...registry.registry import Registry
from .page import Link

FOLDERS = ("lists", "departments", "acts", "matters", "instruments")
"""The registries whose entries have a page each; those of the others share one."""
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]*")


def file_name(id: str) -> str:
    """A name that any file system takes, another one for every id: the id itself, or the digest of a strange one."""
    if _PLAIN.fullmatch(id) and id != "index":
        return id
    return f"x-{sha256(id.encode()).hexdigest()[:16]}"


def anchor(kind: str, id: str) -> str:
    """The anchor of a thing on its page."""
    return f"{kind}-{id if re.fullmatch(r'[A-Za-z0-9._-]+', id) else file_name(id)}"


class Addresses:
    """Gives the link to a thing that has a place on the site, and plain words for what has none."""

    def __init__(self, registry: Registry, documents: dict[str, str], measures: frozenset[str]):
        """``documents``: what each is called, by id; ``measures``: those of them, as ``document/measure``."""
        self._registry = registry
        self._documents = documents
        self._measures = measures

    def path(self, kind: str, id: str) -> str:
        """The file of a thing, with its anchor where the file holds others too."""
        if kind in (*FOLDERS, "documents", "fields"):
            return f"{kind}/{file_name(id)}.html"
        return f"registry/{kind}.html#{anchor(kind, id)}"

    def entry(self, kind: str, id: str) -> Link | str:
        """An entry of the registry by its title."""
        found = getattr(self._registry, kind).get(id)
        return id if found is None else Link(found.title, self.path(kind, id))

    def document(self, id: str, words: str | None = None) -> Link | str:
        """A document by what it is called."""
        called = self._documents.get(id)
        return (words or id) if called is None else Link(words or called, self.path("documents", id))

    def measure(self, id: str, words: str | None = None) -> Link | str:
        """A measure, ``document/measure``, at its place on the page of its document."""
        if id not in self._measures:
            return words or id
        document, _, measure = id.partition("/")
        return Link(words or id, f"{self.path('documents', document)}#{anchor('m', measure)}")
