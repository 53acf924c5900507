"""A clause that repeats one of the place above adopts its measure, so that the meaning stands in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.shown import shown
from ..pack.condition import Condition
from ..pack.loaded import LoadedPack
from ..pack.model import AdoptedMeasure, Measure, Pack
from ..registry.places import contains
from .framework.check import Check, Code, Words
from .framework.checked import Checked

OWN = frozenset(AdoptedMeasure.model_fields) | {"triggered_by", "on_reduce", "provenance"}
"""What an adopting measure says itself, and what it takes over from the other pack's head."""


class _Original(NamedTuple):
    id: str
    measure: Measure
    trigger: Condition | None
    on_reduce: str


def copy_could_adopt(checked: Checked) -> Iterable[Diagnostic]:
    """A measure with act, bearers, trigger and wording of one in a pack that ``restates`` names."""
    pack = checked.loaded.pack
    originals = [one for name in pack.memorandum.restates for one in _of(checked.by_id.get(name), pack)]
    for path, measure, _ in checked.written:
        own = _Original(measure.id, measure, checked.trigger(measure), measure.on_reduce or pack.defaults.on_reduce)
        for other in originals:
            if _repeats(own, other):
                yield checked.finding(
                    "copy-could-adopt", (*path, "id"), "warning", found=shown(measure.id), adopts=other.id
                )
                break


def _of(loaded: LoadedPack | None, pack: Pack) -> Iterator[_Original]:
    if loaded is None or loaded.pack is pack:
        return
    head = loaded.pack.memorandum
    if not contains(head.place, pack.memorandum.place):
        return
    for measure in loaded.pack.measures:
        if isinstance(measure, Measure):
            trigger = measure.triggered_by or loaded.pack.triggered_by
            on_reduce = measure.on_reduce or loaded.pack.defaults.on_reduce
            yield _Original(f"{head.id}/{measure.id}", measure, trigger, on_reduce)


def _repeats(one: _Original, other: _Original) -> bool:
    inherited = (name for name in (*Measure.model_fields, "wording") if name not in OWN or name == "wording")
    return (one.trigger, one.on_reduce) == (other.trigger, other.on_reduce) and all(
        getattr(one.measure, name) == getattr(other.measure, name) for name in inherited
    )


CHECK = Check(
    find=copy_could_adopt,
    rules=("S22",),
    reason=Words(
        "下级文件照抄上级的条款，含义应当只写在一处：改一处而忘记另一处，两份就不一样了。",
        "Where a document repeats a clause of the one above, its meaning should stand in one place; of two copies one is forgotten when the other is mended.",
    ),
    limits=Words(
        "只比较 restates 写明的规则包，措辞（wording）不同的不算照抄。",
        "Compares with the packs that restates names, and takes another wording for another measure.",
    ),
    codes=(
        Code(
            id="copy-could-adopt",
            level="warning",
            said=Sentence(
                "措施“{found}”与“{adopts}”相同，可以沿用",
                "the measure “{found}” is the same as “{adopts}” and could adopt it",
                "请改写成 adopts: {adopts}，只保留自己的 clause 和 departments。",
                "Write adopts: {adopts}, and keep only its own clause and departments.",
            ),
            bad="""
                memorandum: {restates: [above]}
                measures:
                  - id: ‸copied
                    act: supervise
                    wording: 加强
                ---
                memorandum: {id: above, place: "360000"}
                measures:
                  - {id: supervision, act: supervise, wording: 加强}
            """,
            good="""
                memorandum: {restates: [above]}
                measures:
                  - id: copied
                    adopts: above/supervision
                ---
                memorandum: {id: above, place: "360000"}
                measures:
                  - {id: supervision, act: supervise, wording: 加强}
            """,
        ),
    ),
)
