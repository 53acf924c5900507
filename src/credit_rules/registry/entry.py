"""What every entry of the registry has."""

from __future__ import annotations

from pydantic import Field

from ..pack.base import PackModel
from ..source.scalars import Day, Text
from ..source.values import Provenance


class Entry(PackModel):
    """What every entry has: an id, a title in Chinese, a period, and where it was read."""

    id: Text
    title: Text
    title_en: str | None = None
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    provenance: Provenance
    source: Text
    note: str | None = None
