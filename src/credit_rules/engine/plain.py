"""Whatever a caller hands over as a case, as text that the readers read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ..case.model import Case


def as_text(case: Case | Mapping[str, Any] | str | bytes) -> str | bytes:
    """Text and bytes as they are; a :class:`Case` or a mapping as JSON, exact decimals as strings."""
    if isinstance(case, (str, bytes)):
        return case
    if isinstance(case, Case):
        case = case.model_dump(by_alias=True, exclude_unset=True)
    return json.dumps(dict(case), default=_plain, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (tuple, Mapping)):
        return list(value) if isinstance(value, tuple) else dict(value)
    raise TypeError(f"a case holds no {type(value).__name__}")
