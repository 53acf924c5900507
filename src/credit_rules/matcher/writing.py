"""What families say, measure by measure, with reasons: written when somebody reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..plan.results import RuleResult
from ..situation.model import Situation
from .cells import Masks, places
from .families import Family
from .quick import told
from .stand_in import say, tell
from .view import Shown


def write(answers: Mapping[Family, Masks], situation: Situation) -> Iterator[RuleResult]:
    """The results of what families say of their records, family by family.

    Of a hit on one record the matcher always says the same; of what is undetermined, by what is unknown. What rests on
    several records it says each time.
    """
    bearer = situation.party(situation.subject)
    for family, masks in answers.items():
        hits, unknown = family.hits(masks), family.undetermined(masks)
        records = [state for state in situation.records if state.record.list == family.list]
        if len(records) > 1:
            for place in (*places(hits), *places(unknown)):
                yield from told(family.members[place].unit, family.numbers[place], family.plan, situation)
            continue
        shown = Shown(records[0], bearer, situation)
        for place in places(hits):
            yield from _said(family, shown, place, ())
        unsure = family.unsure(shown) if unknown else ()
        for place in places(unknown):
            yield from _said(family, shown, place, tuple([bits >> place & 1 for bits in unsure]))


def _said(family: Family, shown: Shown, place: int, unknown: tuple[int, ...]) -> list[RuleResult]:
    """What a measure says of a record, by what was said of a stand-in of which the same is unknown."""
    unit, key = family.members[place].unit, (place, unknown)
    said = family.said.get(key)
    if said is None:
        said = family.said[key] = say(unit, shown.state, family.plan, shown.situation)
    return tell(said, unit, family.numbers[place], shown.state, shown.situation)
