"""Which measure of a decision a notice is asked for, and why there is none where it is not issued."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..case.decision import Decision, MeasureView
from .notice_missing import Missing, Refusal


class Choice(NamedTuple):
    """The measures that were asked for; none: ``refusal`` where the plan has it, ``None`` where nobody knows it."""

    measures: tuple[MeasureView, ...]
    refusal: Refusal | None = None


def choose(decision: Decision, asked: str, bearer: str | None, acts: Mapping[str, str]) -> Choice:
    """The measures that ``asked`` names: as ``pack/measure``, as the measure alone, or as its act.

    ``bearer`` is the number of who bears it, or a role of his or hers; ``acts`` leads from each measure of the plan to
    its act. Of what is withheld or undetermined the reason is told, and of what is not issued that it is not.
    """
    wanted = {id for id, act in acts.items() if asked in (id, id.rpartition("/")[2], act)}
    if not wanted:
        return Choice(())
    found = [measure for measure in decision.measures if wanted & {source.id for source in measure.sources}]
    found = [measure for measure in found if bearer in (None, measure.bearer.id, *measure.bearer.roles)]
    if found:
        return Choice(tuple(found))
    return Choice((), Refusal(asked, tuple(_reasons(decision, wanted, bearer)) or (Missing("not-issued"),)))


def _reasons(decision: Decision, wanted: set[str], bearer: str | None) -> dict[Missing, None]:
    found: dict[Missing, None] = {}
    for withheld in decision.withheld:
        if withheld.id in wanted and bearer in (None, withheld.bearer.id):
            found[Missing("withheld", withheld.reason)] = None
    for item in decision.undetermined:
        if wanted & set(item.ids) and bearer in (None, item.bearer.id):
            found[Missing("undetermined", item.missing)] = None
    return found
