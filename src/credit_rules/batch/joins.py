"""Joining tables under columns of the same names."""

from __future__ import annotations

from collections.abc import Sequence

import ibis


def beside(rows: ibis.Table, further: ibis.Table, keys: str | Sequence[str]) -> ibis.Table:
    """Every row with what stands in ``further`` under its keys, null where nothing does."""
    names = [keys] if isinstance(keys, str) else list(keys)
    apart = further.rename({f"{name}__": name for name in names})
    found = rows.join(apart, [rows[name] == apart[f"{name}__"] for name in names], how="left")
    return found.drop(*(f"{name}__" for name in names))
