"""Conditions that must hold together and cannot: nothing ever meets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.condition import All, Fact, Not
from ..pack.model import RoleBearers
from ..registry.comparisons import contradict
from ..source.node import Path
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.conditions import At, every_part, joined, parts_of, written_conditions


def never_together(checked: Checked) -> Iterable[Diagnostic]:
    """Bounds of one fact that exclude one another, or a condition beside its opposite; what triggers a measure and its
    ``when`` must hold together too."""
    told: set[Path] = set()
    for group in _groups(checked):
        for path, found in _contradictions(group, checked):
            if path not in told:
                told.add(path)
                yield checked.finding("never-together", path, found=found)


def _groups(checked: Checked) -> Iterator[list[At]]:
    """Everything that must hold together."""
    for whole in written_conditions(checked):
        yield list(joined(whole))
        for part in every_part(whole):
            if not isinstance(part.condition, All):
                yield from (list(joined(inner)) for inner in parts_of(part))
    for path, measure, _ in checked.written:
        trigger = checked.trigger(measure)
        if trigger is not None and measure.when is not None:
            where = (*path, "triggered_by") if measure.triggered_by is not None else ("triggered_by",)
            together = [*joined(At(trigger, where)), *joined(At(measure.when, (*path, "when")))]
            yield together
        else:
            together = []
        for index, bearer in enumerate(measure.bearers):
            if together and isinstance(bearer, RoleBearers) and bearer.when is not None:
                yield [*together, *joined(At(bearer.when, (*path, "bearers", index, "when")))]


def _contradictions(group: list[At], checked: Checked) -> Iterator[tuple[Path, str]]:
    for index, (later, path) in enumerate(group):
        before = [part.condition for part in group[:index]]
        if any(_opposite(later, other) for other in before):
            yield path, ""
        elif isinstance(later, Fact) and later.fact in checked.registry.facts:
            same = [other for other in before if isinstance(other, Fact) and other.fact == later.fact]
            if same and contradict([*same, later], checked.registry.facts[later.fact]):
                yield path, later.fact


def _opposite(one: object, other: object) -> bool:
    return (isinstance(one, Not) and one.not_ == other) or (isinstance(other, Not) and other.not_ == one)


CHECK = Check(
    find=never_together,
    rules=("S16", "S16a"),
    reason=Words(
        "互相矛盾的要求永远不会同时成立，措施永远不会发出，而没有人会发现。",
        "Conditions that contradict one another never hold together: the measure is never issued, and nobody notices.",
    ),
    limits=Words(
        "只比较同一个事实的界限，以及一个条件和它的否定；不做更深的推理。",
        "Compares bounds of one fact, and a condition with its opposite; it does not reason any deeper.",
    ),
    codes=(
        Code(
            id="never-together",
            said=Sentence(
                "[对“{found}”的]几个要求互相矛盾，永远不会同时成立",
                "these conditions[ on “{found}”] contradict one another and never hold together",
                "请核对各个条件，包括 triggered_by 和 when；二者择一的请用 any。",
                "Check them all, triggered_by and when included; put alternatives under any.",
            ),
            bad="""
                measures:
                  - triggered_by:
                      on_list: tax-violation
                      where:
                        all:
                          - {fact: record.amount, more_than: "1000000.00"}
                          - ‸{fact: record.amount, less_than: "500.00"}
            """,
            good="""
                measures:
                  - triggered_by:
                      on_list: tax-violation
                      where:
                        all:
                          - {fact: record.amount, more_than: "500.00"}
                          - {fact: record.amount, less_than: "1000000.00"}
            """,
        ),
    ),
)
