"""How a punishment ends, and what its bearer can do (S26)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..case.decision import WayOut
from ..plan.model import Plan
from ..registry.carrying import denies_repair
from ..registry.vocabulary import Cited, ExitWay, RemedySentence, Vocabulary, in_force
from ..situation.life import Day
from ..situation.model import RecordState, Situation
from ..situation.publicity import publicity_of
from ..situation.verification import stage_of
from ..situation.working_days import first_day_after
from ..source.values import Remedy
from .merge import Merged


def ways_out(
    measure: Merged, kinds: tuple[Remedy, ...], plan: Plan, situation: Situation, day: Day
) -> tuple[WayOut, ...]:
    """Every way in which the measure ends, from the records that give it force and time, and what can be done against
    the ``kinds`` of actor that carry it out."""
    once, with_listing = measure.first.rule.once, _ends_with_listing(measure)
    lists_of = measure.lists_of
    key = ("ways", measure.until, once, with_listing, kinds, lists_of)
    known = situation.memo.get(key)
    if known is None:
        found: list[WayOut] = []
        if measure.until is not None:
            found.append(WayOut("expiry", measure.until, None, None, None))
        if once:
            found.append(WayOut("once", None, None, None, None))
        for id in lists_of:
            found.extend(_of_record_once(id, situation, day, plan.vocabulary, with_listing))
        found.extend(_against(kinds, situation.as_of, plan.vocabulary))
        known = situation.memo[key] = tuple(dict.fromkeys(found))
    ways: tuple[WayOut, ...] = known
    return ways


def _of_record_once(
    id: str, situation: Situation, day: Day, words: Vocabulary, with_listing: bool
) -> tuple[WayOut, ...]:
    key = ("ways of record", id, with_listing)
    if key not in situation.memo:
        situation.memo[key] = tuple(_of_record(situation.record[id], situation, day, words, with_listing))
    found: tuple[WayOut, ...] = situation.memo[key]
    return found


def _ends_with_listing(measure: Merged) -> bool:
    """Whether the measure ends when its records leave their lists: not what is done once or outlasts them (S10)."""
    if measure.first.rule.once:
        return False
    for item in measure.leading:
        term = item.rule.term
        if term is None or term.outlasts is None:
            return True
    return False


def _of_record(
    state: RecordState, situation: Situation, day: Day, words: Vocabulary, with_listing: bool
) -> Iterable[WayOut]:
    entry, record = state.list, state.record
    yield WayOut("objection", None, None, record.determined_by, stage_of(entry, "objection", day.as_of, day).basis)
    if not with_listing:
        yield WayOut("annulment", None, None, record.determined_by, None)
        return
    if state.status not in ("live", "reduced", "under-verification", "unclear"):
        return
    publicity = publicity_of(record, entry, day, day.as_of)
    exits = [way for way in entry.exits if in_force(day.as_of, way.from_, way.until)]
    for way in exits:
        opens = [publicity.repair_from] if way.way == "repair" else []
        if way.earliest is not None and state.effect is not None:
            opens.append(first_day_after(state.effect, way.earliest))
        earliest = max((on for on in opens if on is not None), default=None)
        yield WayOut(way.way, None, earliest, _through(way, record.determined_by), cited(way.basis, words))
    denied = entry.unrepairable is not None and denies_repair(
        entry.unrepairable, situation.as_of, situation.region, words
    )
    if not denied and not any(way.way == "repair" for way in exits):
        yield WayOut("repair", None, publicity.repair_from, record.determined_by, publicity.title)
    if not any(way.way == "delisting" for way in exits):
        yield WayOut("delisting", None, None, record.determined_by, None)


UNREGISTERED: dict[Remedy, str] = {
    "administrative": "可以依法申请行政复议，或者向人民法院提起行政诉讼",
    "court": "可以向作出决定的人民法院申请纠正，或者依法提出异议、申请复议",
    "party": "可以向作出决定的机关或者其上级机关申诉",
    "autonomous": "可以与该机构协商、向其监管部门投诉，或者依合同主张权利",
}
"""What is said where the registry has no remedy of the day: no article and no time limit is invented."""

UNITS = {"years": "年", "months": "个月", "days": "日", "working days": "个工作日"}


def _through(way: ExitWay, determined_by: str) -> str:
    """Who acts, on what conditions, and within what time of them."""
    who = determined_by if way.through == "determining-authority" else way.through
    details = [] if way.conditions is None else [f"条件：{way.conditions.rstrip('。')}"]
    if way.within is not None:
        details.append(f"情形具备后 {way.within.number} {UNITS[way.within.unit]}内办理")
    return f"{who}（{'；'.join(details)}）" if details else who


def _against(kinds: Iterable[Remedy], day: date, words: Vocabulary) -> Iterable[WayOut]:
    """The remedy that fits each kind of actor on the day; it promises nothing."""
    for kind in kinds:
        row = remedy_on(kind, day, words)
        if row is None:
            yield WayOut("remedy", None, None, UNREGISTERED[kind], None)
        else:
            basis = "；".join(dict.fromkeys(f"{cited(step.basis, words)}" for step in row.steps))
            yield WayOut("remedy", None, None, row.title, basis or None)


def remedy_on(kind: Remedy, day: date, words: Vocabulary) -> RemedySentence | None:
    """What the registry says of the remedy against an actor of a kind on a day."""
    return next((row for row in words.remedies if row.remedy == kind and in_force(day, row.from_, row.until)), None)


def cited(basis: Cited | None, words: Vocabulary) -> str | None:
    """A citation as text: the instrument's title and the article."""
    if basis is None:
        return None
    entry = words.instrument.get(basis.instrument)
    return f"《{entry.title if entry else basis.instrument}》{basis.article}"
