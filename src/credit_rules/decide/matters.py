"""Matters and those above them (S20, S21)."""

from __future__ import annotations

from ..plan.model import Plan


def matter_and_parents(matter: str, plan: Plan) -> set[str]:
    """A matter with those above it: a measure that names the parent concerns the child (S21)."""
    found: set[str] = set()
    current: str | None = matter
    while current is not None and current not in found:
        found.add(current)
        current = plan.vocabulary.matters.get(current)
    return found
