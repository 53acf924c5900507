"""Whatever a caller hands over as a case, as the readers take it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..case.decision_json import to_plain
from ..case.model import Case


def as_input(case: Case | Mapping[str, Any] | str | bytes) -> Mapping[str, Any] | str | bytes:
    """Text, bytes and mappings as they are; a :class:`Case` as the mapping that its file would hold."""
    if isinstance(case, Case):
        plain: Mapping[str, Any] = to_plain(case)
        return plain
    return case
