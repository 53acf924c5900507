"""A pack as read: its types, its nodes for places, and the digest of its text."""

from __future__ import annotations

from dataclasses import dataclass

from ..source.node import Node
from .model import Pack


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """A bound pack with the nodes that tell where everything stands, and ``sha256:`` of its bytes."""

    pack: Pack
    node: Node
    digest: str
