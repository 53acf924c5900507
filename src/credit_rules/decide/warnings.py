"""What an officer must be warned of beside the measures (S2, S3, S7-S9, S17, S20)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..case.decision import DecisionWarning
from ..situation.model import Notice, Situation
from .contribution import Contribution
from .measure import Issued
from .withhold import HINDERS


def warnings(
    notices: Iterable[Notice],
    situation: Situation,
    found: Sequence[Contribution],
    issued: Sequence[Issued],
) -> tuple[DecisionWarning, ...]:
    """Every warning once, by code, record and measures."""
    every = [
        *(DecisionWarning(item.code, item.message, item.record, ()) for item in notices),  # type: ignore[arg-type]
        *_before_measure(situation, found),
        *_no_inquiry(situation, found),
        *_contradictions(issued),
        *_uncertain_departments(issued),
    ]
    return tuple(sorted(dict.fromkeys(every), key=lambda item: (item.code, item.record or "", item.ids)))


def _before_measure(situation: Situation, found: Sequence[Contribution]) -> Iterable[DecisionWarning]:
    """Conduct that had ended before the measure began, on a list of no continuing duty (S3)."""
    ids: dict[str, list[str]] = {}
    for item in found:
        for id in item.result.records:
            state = situation.record[id]
            conduct = state.record.conduct
            ended = conduct is not None and conduct.until is not None and conduct.until < item.rule.from_
            if ended and not state.list.continuing_duty and item.rule.direction == "punishment":
                ids.setdefault(id, []).append(item.rule.id)
    for record, measures in ids.items():
        message = "该行为在措施开始适用之前已经结束"
        yield DecisionWarning("conduct-before-measure", message, record, tuple(dict.fromkeys(measures)))


def _no_inquiry(situation: Situation, found: Sequence[Contribution]) -> Iterable[DecisionWarning]:
    """An incentive issued although nobody looked whether its bearer is listed elsewhere (S17)."""
    ids = tuple(dict.fromkeys(item.rule.id for item in found if item.rule.direction == "incentive"))
    if ids and situation.inquiry is None:
        yield DecisionWarning("inquiry-missing", "没有说明查询过哪些记录，激励前应当交叉比对失信名单", None, ids)


def _contradictions(issued: Sequence[Issued]) -> Iterable[DecisionWarning]:
    """An incentive beside a punishment that does not settle the matter (S20): reported, never settled by order."""
    incentives = [item for item in issued if item.view.direction == "incentive"]
    for item in issued:
        if item.view.direction != "punishment" or item.view.effect not in HINDERS or item.view.status == "suspended":
            continue
        for other in incentives:
            if other.view.bearer.id == item.view.bearer.id and set(other.view.matters) & set(item.view.matters):
                message = "同一事项上激励与惩戒并存，由部门依法判断"
                yield DecisionWarning("contradictory-measures", message, None, (item.view.id, other.view.id))


def _uncertain_departments(issued: Sequence[Issued]) -> Iterable[DecisionWarning]:
    """A department in reorganisation: the day at this place was not checked, so another may do its work (S24)."""
    ids: dict[str, list[str]] = {}
    for item in issued:
        for spec in item.of.uncertain:
            ids.setdefault(spec.printed, []).append(item.view.id)
    for printed, measures in ids.items():
        message = f"“{printed}”当时正在机构改革，当地的日期未经核对，由哪个部门承担、叫什么名称请自行核实"
        yield DecisionWarning("department-uncertain", message, None, tuple(dict.fromkeys(measures)))
