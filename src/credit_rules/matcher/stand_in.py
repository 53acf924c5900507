"""What a measure says of a record, said once of a stand-in and told of every record that shows it the same."""

from __future__ import annotations

from dataclasses import replace

from ..plan.model import Plan
from ..plan.results import Missing, RuleResult, Used
from ..situation.model import RecordState, Situation
from ..source.rows import NamedTuple
from .match import judge_unit
from .records import ends_on
from .unit import Unit

MARK = "\0"
RECORD, SUBJECT = MARK + "record", MARK + "subject"
"""The names of the stand-in, which no case has."""


class Said(NamedTuple):
    """The result on a stand-in, and which of its conditions name it: their words, value, and what they looked at."""

    result: RuleResult
    named: tuple[bool, ...]


def say(unit: Unit, state: RecordState, plan: Plan, situation: Situation) -> Said:
    """What the matcher says of a unit where nothing but one record of the subject is known."""
    record = state._replace(record=state.record._replace(id=RECORD), subject=SUBJECT)
    parties = {SUBJECT: situation.party(situation.subject)._replace(id=SUBJECT)}
    case = replace(situation, subject=SUBJECT, parties=parties, records=(record,), relations=())
    (result,) = judge_unit(unit, plan, case)
    return Said(result, tuple(any(MARK in use for use in one.uses) for one in result.used))


def tell(said: Said, unit: Unit, numbers: tuple[int, ...], state: RecordState, at: Situation) -> list[RuleResult]:
    """The same of a record, with its own name and days, for each measure that the unit stands for."""
    result, id, subject = said.result, state.record.id, at.subject

    def named(text: str) -> str:
        return text.replace(RECORD, id).replace(SUBJECT, subject) if MARK in text else text

    used = tuple(
        [
            Used(one[0], one[1], tuple([named(use) for use in one[2]])) if names else one
            for one, names in zip(result.used, said.named, strict=True)
        ]
    )
    hit = bool(result.readings[0])
    told = RuleResult(
        rule=unit.number,
        bearer=subject,
        roles=result.roles,
        listed=subject,
        readings=result.readings,
        unopposed=result.unopposed,
        records=(id,) if hit else (),
        since=(state.current_from or at.as_of) if hit else None,
        until=ends_on(state, unit.rule) if hit else None,
        missing=tuple([Missing(named(item.what), item.reason) for item in result.missing]),
        used=used,
    )
    return [RuleResult(number, *told[1:]) for number in numbers]
