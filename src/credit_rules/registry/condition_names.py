"""Names and comparisons in conditions, wherever a condition stands: in a pack, or in the term of a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..pack.condition import AfterExit, CleanFor, Condition, Count, Exists, Fact, OnList, OnLists
from ..source.node import Path
from ..source.values import ListClass
from .comparisons import check_count_comparison, check_fact_comparison
from .conditions import Scope, simple_conditions
from .findings import Findings
from .registry import Registry

CLASSES = (*get_args(ListClass), "negative")
"""What ``on_lists`` and ``after_exit`` can name: a class, or ``negative`` for the classes of bad records (S18)."""
SCOPES = ("subject", "record", "relation", "context")


def check_condition(condition: Condition, path: Path, registry: Registry, found: Findings, scope: Scope = None) -> None:
    """Findings on every name and comparison in a condition; ``scope`` says whose facts may be asked at its top.

    Codes: ``unknown-list``, ``unknown-class``, ``unknown-field``, ``unknown-role``, ``unknown-fact``,
    ``fact-out-of-place``, and those of comparisons.
    """
    for visit in simple_conditions(condition, path, scope):
        _check_simple(visit.condition, visit.path, visit.scope, registry, found)


def check_lists(names: tuple[str, ...], path: Path, registry: Registry, found: Findings) -> None:
    """``unknown-list`` and ``repeated-name`` for a list of lists, or for one written alone."""
    _check_names("unknown-list", names, path, registry.titles["lists"], found)


def check_roles(names: tuple[str, ...], path: Path, registry: Registry, found: Findings) -> None:
    """``unknown-role`` and ``repeated-name`` for a list of roles, or for one written alone."""
    _check_names("unknown-role", names, path, registry.titles["roles"], found)


def _check_names(code: str, names: tuple[str, ...], path: Path, titles: Mapping[str, str], found: Findings) -> None:
    for index, name in enumerate(names):
        here = (*path, index)
        found.name(code, name, here, titles)
        if name in names[:index]:
            found.add("repeated-name", here, found=shown(name))


def _check_simple(condition: object, path: Path, scope: Scope, registry: Registry, found: Findings) -> None:
    match condition:
        case OnList():
            check_lists(condition.on_list, (*path, "on_list"), registry, found)
            check_roles(condition.held_by or (), (*path, "held_by"), registry, found)
        case OnLists():
            found.word("unknown-class", condition.on_lists, (*path, "on_lists"), CLASSES)
            for index, field in enumerate(condition.of_fields or ()):
                found.word("unknown-field", field, (*path, "of_fields", index), registry.list_fields)
            if condition.fields is not None:
                check_count_comparison(condition.fields, (*path, "fields"), found, required=True)
        case AfterExit():
            known = {**registry.titles["lists"], **dict.fromkeys(CLASSES, "")}
            _check_names("unknown-list", condition.after_exit, (*path, "after_exit"), known, found)
        case CleanFor():
            pass
        case Count():
            check_lists(condition.count, (*path, "count"), registry, found)
            check_count_comparison(condition, path, found, required=True)
        case Exists():
            check_roles(condition.exists, (*path, "exists"), registry, found)
        case Fact():
            _check_fact(condition, path, scope, registry, found)


def _check_fact(fact: Fact, path: Path, scope: Scope, registry: Registry, found: Findings) -> None:
    here = (*path, "fact")
    whose, dot, name = fact.fact.partition(".")
    if not dot:
        near = next((f"{entry.on}.{entry.id}" for entry in registry.facts.values() if entry.id == fact.fact), None)
        found.add("fact-without-scope", here, found=shown(fact.fact), nearest=near or "", known="|".join(SCOPES))
        return
    if fact.fact not in registry.facts:
        elsewhere = next((key for key, entry in registry.facts.items() if entry.id == name), None)
        near = elsewhere or nearest(fact.fact, registry.facts)
        found.add("unknown-fact", here, found=shown(fact.fact), nearest=near or "")
        return
    if whose in ("record", "relation") and whose != scope:
        found.add("fact-out-of-place", here, found=shown(fact.fact), scope=whose)
    check_fact_comparison(fact, registry.facts[fact.fact], path, found)
