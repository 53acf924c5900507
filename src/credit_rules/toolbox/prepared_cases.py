"""The written cases of a pack made ready to be decided again and again by plans that differ a little."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from ..case.decision import Decision
from ..case.model import Case
from ..diagnostics.diagnostic import InputError
from ..engine.engine import Engine
from ..engine.evaluate import Matched, decide_matched, match_case, situation_of
from ..engine.typed_options import typed
from ..engine.version import __version__
from ..plan.model import Plan
from ..plan.options import Options
from ..situation.model import Situation
from .case_file import CaseFile, PlacedCase, WrittenCase
from .cases import compare


@dataclass(frozen=True)
class Prepared:
    """A written case that was read, with its situation, to be decided by a plan."""

    plan: Plan
    placed: PlacedCase
    pack: str
    case: Case
    options: Options
    situation: Situation

    @property
    def written(self) -> WrittenCase:
        """The sentence and what must come of it."""
        return self.placed.written

    @cached_property
    def names(self) -> frozenset[str]:
        """The measures of the pack that the case speaks of."""
        written = self.written
        named = [id for expected in written.issued for id in expected.ids]
        named += [id for withheld in written.withheld for id in withheld.ids]
        return frozenset(
            id.removeprefix(f"{self.pack}/") for id in (*named, *written.not_issued, *written.undetermined)
        )

    def for_plan(self, plan: Plan) -> Prepared:
        """The same case for another plan: what was worked out of the situation by one plan is nothing to another."""
        return replace(self, plan=plan, situation=replace(self.situation))

    def match(self) -> Matched:
        """What the matcher says of it."""
        return match_case(self.plan, self.case, self.options, self.situation)

    def decide(self, matched: Matched) -> Decision:
        """The decision on what was matched."""
        return decide_matched(self.plan, self.case, self.options, self.situation, matched, __version__)

    def passes(self, matched: Matched, called: Mapping[str, str] = MappingProxyType({})) -> bool:
        """Whether all comes as written; ``called`` tells which measures of the pack the plan calls otherwise."""
        decision = self.decide(matched)
        return next(compare(renamed(self.written, called, self.pack), decision, self.pack), None) is None


def renamed(written: WrittenCase, called: Mapping[str, str], pack: str) -> WrittenCase:
    """What is written, of measures under other names."""
    if not called:
        return written

    def name(id: str) -> str:
        return called.get(id.removeprefix(f"{pack}/"), id)

    def names(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(name, ids))

    return written.model_copy(
        update={
            "issued": tuple(each.model_copy(update={"ids": names(each.ids)}) for each in written.issued),
            "withheld": tuple(each.model_copy(update={"ids": names(each.ids)}) for each in written.withheld),
            "not_issued": names(written.not_issued),
            "undetermined": names(written.undetermined),
        }
    )


def prepare(files: Sequence[CaseFile], plan: Plan) -> Iterator[Prepared]:
    """The cases of a pack made ready for a plan, and for others with its windows.

    :class:`InputError` where one cannot be read, with its place in the file.
    """
    engine = Engine(plan)
    for file in files:
        for placed in file.cases:
            options = typed(Options(**dict(placed.written.options)))
            try:
                case = engine.read(placed.node.to_plain(), placed.span.file)
                situation = situation_of(plan, case, options, placed.span.file)
            except InputError as error:
                raise InputError([placed.placed(each) for each in error.diagnostics]) from None
            yield Prepared(plan, placed, file.pack, case, options, situation)
