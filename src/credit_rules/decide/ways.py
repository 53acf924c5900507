"""How a punishment ends, and what its bearer can do (S26)."""

from __future__ import annotations

from collections.abc import Iterable

from ..case.decision import WayOut
from ..pack.period import day_after_period
from ..plan.model import Plan
from ..registry.vocabulary import Cited, Vocabulary
from ..situation.life import Day
from ..situation.model import RecordState, Situation
from ..situation.repair import least_publicity
from ..source.values import Remedy
from .departments import current
from .merge import Merged
from .standing import denies_repair

REMEDIES: dict[Remedy, tuple[str, str]] = {
    "administrative": ("可以依法申请行政复议，或者向人民法院提起行政诉讼", "行政复议法；行政诉讼法"),
    "court": ("可以向作出决定的人民法院申请纠正，或者依法提出执行异议、申请复议", "民事诉讼法"),
    "party": (
        "党内、人事等内部处理不适用复议和诉讼，可以向作出决定的机关或者其上级机关申诉",
        "行政诉讼法第13条",
    ),
    "autonomous": ("可以与该机构协商、向其监管部门投诉，或者依合同主张权利", "合同约定和有关法律"),
}


def ways_out(measure: Merged, plan: Plan, situation: Situation, day: Day) -> tuple[WayOut, ...]:
    """Every way in which the measure ends, from the records that give it force and time."""
    words = plan.vocabulary
    found: list[WayOut] = []
    if measure.until is not None:
        found.append(WayOut("expiry", measure.until, None, None, None))
    if measure.first.rule.once:
        found.append(WayOut("once", None, None, None, None))
    for id in measure.lists_of:
        found.extend(_of_record(situation.record[id], situation, day, words))
    found.extend(_remedies(measure, situation, words))
    return tuple(dict.fromkeys(found))


def _of_record(state: RecordState, situation: Situation, day: Day, words: Vocabulary) -> Iterable[WayOut]:
    entry, record = state.list, state.record
    yield WayOut("objection", None, None, record.determined_by, _verification_basis(day))
    if state.status not in ("live", "reduced", "under-verification", "unclear"):
        return
    for way in entry.exits:
        earliest = None
        if way.way == "repair":
            least, _ = least_publicity(record, entry, day, day.as_of)
            earliest = None if least is None else day_after_period(record.decided_on, least)
        yield WayOut(way.way, None, earliest, _through(way.through, record.determined_by), cited(way.basis, words))
    denied = entry.unrepairable is not None and denies_repair(entry.unrepairable, situation, words)
    if not denied and not any(way.way == "repair" for way in entry.exits):
        least, title = least_publicity(record, entry, day, day.as_of)
        earliest = None if least is None else day_after_period(record.decided_on, least)
        yield WayOut("repair", None, earliest, record.determined_by, title)
    if not any(way.way == "delisting" for way in entry.exits):
        yield WayOut("delisting", None, None, record.determined_by, None)


def _through(printed: str, determined_by: str) -> str:
    return determined_by if printed == "determining-authority" else printed


def _verification_basis(day: Day) -> str | None:
    local = next((row for row in day.procedures(day.as_of) if row.verification), None)
    return f"{local.title} {local.verification.article}" if local is not None and local.verification else None


def _remedies(measure: Merged, situation: Situation, words: Vocabulary) -> Iterable[WayOut]:
    """The remedy that fits the kind of actor; it promises nothing."""
    kinds: list[Remedy] = []
    for item in measure.every:
        for spec in item.rule.departments:
            kinds.append(current(words.department[spec.id], situation.as_of, words).remedy)
    if measure.first.rule.actor == "autonomous":
        kinds = ["autonomous"]
    fallback: list[Remedy] = ["administrative"]
    for kind in dict.fromkeys(kinds or fallback):
        through, basis = REMEDIES[kind]
        yield WayOut("remedy", None, None, through, basis)


def cited(basis: Cited | None, words: Vocabulary) -> str | None:
    """A citation as text: the instrument's title and the article."""
    if basis is None:
        return None
    entry = words.instrument.get(basis.instrument)
    return f"《{entry.title if entry else basis.instrument}》{basis.article}"
