"""What a ``where`` or a ``when`` says: its condition judged of one record or relation more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import ibis

from .frames import FRAME, about
from .layers import Layer
from .scene import Scene

if TYPE_CHECKING:
    from .judge import Judged


class Asked(NamedTuple):
    """What was judged below, and the ``value`` of each ``frame``, ``record``, ``relation`` and ``node`` asked.

    ``inner`` is the frame in which it was judged; false ones are left out.
    """

    judged: Judged
    answers: ibis.Table


def ask(layer: Layer, asked: ibis.Table, frames: ibis.Table, scene: Scene) -> Asked:
    """Judge the node of each row of ``asked`` (``frame``, ``record``, ``relation``, ``node``)."""
    from .judge import judge

    inner = about(asked, frames, scene.store)
    back = inner.select("outer", "record_", "relation_", inner="frame")
    pairs = asked.join(
        back, (asked.frame == back.outer) & (asked.record == back.record_) & (asked.relation == back.relation_)
    )
    judged = judge(layer, inner.select(*FRAME), pairs.select("node", frame="inner").distinct(), scene)
    values = judged.values.select("node", "value", inner="frame")
    answers = values.join(back, "inner")
    return Asked(
        judged,
        answers.select("node", "value", "inner", frame="outer", record="record_", relation="relation_"),
    )
