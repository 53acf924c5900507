"""Records and what can happen to them, in an order that a record can live through (contract.md, "Events")."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from credit_rules.registry.vocabulary import ListRule, Vocabulary

from .facts import facts_of
from .people import Plain

_GAPS = st.sampled_from((20, 0, 0, 1, 5, 21, 40, 100, 200, 400))
_SELDOM = st.sampled_from((*[False] * 7, True))
_MOSTLY = st.sampled_from((True, True, True, False))
_GRADES = ("general", "heavier", "serious")
_TIERS = ("minor", "general", "serious")
_GROUNDS = st.sampled_from(("objection", "complaint", "own-motion", "reconsideration", "suit", None))
_RESULTS = st.sampled_from(("confirmed", "corrected", "annulled", "confirmed", "corrected", "confirmed"))
_EXITS = st.sampled_from(("expired", "performed", "rectified", "repaired", "in-error", "other"))
_EFFECTS = st.sampled_from(("lift", "reduce", "reduce"))
_CONDUCTS = st.sampled_from((0, 0, 1, 2, 3, 4))
_EVENTS = st.sampled_from((0, 0, 0, 0, 1, 1, 1, 2, 3, 4))
_AGES = st.sampled_from((200, 0, 1, 30, 30, 90, 200, 200, 366, 500, 731, 1100))
_LATE = st.sampled_from((*[None] * 9, 0, 30, 600))
_MONITORED = st.sampled_from((None, 90, 1, 400))
_SAID = st.sampled_from((None, True, True, False))
_TERMS = st.sampled_from((366, 1, 90, 1500))
_FETCHED = st.sampled_from((None, 0, 29, 30, 31))
_EXTENSIONS = st.sampled_from((0, 100))
_TURNS = st.sampled_from(_GRADES)
_STATED = st.sampled_from(
    [
        {"grade": grade, "tier": tier, "notified": notified, "served": served}
        for grade in (None, *_GRADES)
        for tier in (None, *_TIERS)
        for notified, served in ((None, None), (None, None), (True, None), (True, False), (False, False))
    ]
)
"""What a record may say of its grade, its tier and the procedure."""
_DAYS = st.sampled_from([(p, s) for p in (2, 2, 0, 15, 60, None) for s in (None, None, None, 3)])
"""How long after the decision a record is published and served."""
_DOCUMENTS = st.sampled_from((*[None] * 25, "not-effective", "revoked"))
_ON_THE_LIST = st.sampled_from(
    ("verify", "verify", "verify", "repair", "repair", "stay", "rectified", "delisted", "verify", "extended",
     "regraded", "repair", "confirmed", "document-revoked")
)  # fmt: skip
_AFTERWARDS = st.just("verify")


def shifted(day: str, days: int) -> str:
    """The day so many days later, as text."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


@st.composite
def records(draw: st.DrawFn, number: int, entry: ListRule, anchor: str, vocabulary: Vocabulary) -> Plain:
    """A record on a list, decided before ``anchor``, with a life in legal order; id ``r<number>``."""
    decided = shifted(anchor, -draw(_AGES))
    conduct, status = draw(_CONDUCTS), draw(_DOCUMENTS)
    document = {"number": f"示例〔2016〕{conduct or 10 + number}号"} | ({} if status is None else {"status": status})
    record: Plain = {
        "id": f"r{number}",
        "list": entry.id,
        "determined_by": "示例机关",
        "document": document,
        "decided_on": decided,
        **{name: value for name, value in draw(_STATED).items() if value is not None},
    }
    published, served = draw(_DAYS)
    if published is not None:
        record["published_on"] = shifted(decided, published)
    if served is not None:
        record["served_on"] = shifted(decided, served)
    if conduct:
        days = {"from": -1100 - 300 * conduct, "until": -801 - 300 * conduct}
        record["conduct"] = {name: shifted(anchor, day) for name, day in days.items()}
    if draw(_SELDOM):
        record["expires_on"] = shifted(record.get("published_on", decided), draw(_TERMS))
    fetched = None if entry.greatest_age is None else draw(_FETCHED)
    if fetched is not None:
        record["fetched_on"] = shifted(anchor, -fetched)
    _recorded(draw, record, decided)
    record["facts"] = draw(facts_of(vocabulary, "record"))
    record["events"] = draw(lives(record))
    if entry.place != "000000" and draw(_MOSTLY):
        record["events"].insert(0, {"type": "confirmed", "on": decided})
    return record


@st.composite
def lives(draw: st.DrawFn, record: Plain) -> list[Plain]:
    """Events of a record: each possible after those before it."""
    if record["document"].get("status") == "revoked":
        return []
    day = record["decided_on"]
    end = max(record.get("expires_on", day), shifted(day, 6 * 366))
    open_, stayed, repaired, delisted = False, False, False, False
    events: list[Plain] = []
    for _ in range(draw(_EVENTS)):
        day = shifted(day, draw(_GAPS))
        what = draw(_AFTERWARDS if delisted else _ON_THE_LIST)
        event: Plain = {"type": what, "on": day}
        if what == "verify" and not open_:
            event |= {"type": "verification-opened", "ground": draw(_GROUNDS)}
            open_ = True
        elif what == "verify":
            event |= {"type": "verification-closed", "result": draw(_RESULTS)}
            if event["result"] == "corrected":
                event["changes"] = draw(_corrections(record))
            open_ = False
        elif what == "stay":
            event["type"] = "resumed" if stayed else "stayed"
            stayed = not stayed
        elif what == "repair":
            event |= {"type": "repair-revoked"} if repaired else {"type": "repair-approved", "effect": draw(_EFFECTS)}
            repaired = not repaired
        elif what == "rectified":
            event["within_time"] = draw(_SAID)
            watched = draw(_MONITORED)
            if watched is not None:
                event["monitoring_until"] = shifted(day, watched)
        elif what == "delisted":
            event["ground"] = draw(_EXITS)
            delisted = True
        elif what == "extended":
            end = shifted(max(end, day), draw(_EXTENSIONS))
            event["until"] = end
        elif what == "regraded":
            event["grade"] = draw(_TURNS)
        _recorded(draw, event, day)
        events.append(event)
        if event.get("result") == "annulled" or what == "document-revoked":
            break
    return events


_CORRECTED = st.sampled_from(
    (*({"grade": grade} for grade in _GRADES), *({"tier": tier} for tier in _TIERS), "published", "conduct")
)


@st.composite
def _corrections(draw: st.DrawFn, record: Plain) -> Plain:
    what = draw(_CORRECTED)
    if what == "published":
        return {"published_on": shifted(record["decided_on"], 45)}
    return {"conduct": {"from": "2007-01-01", "until": "2007-12-31"}} if what == "conduct" else what


def _recorded(draw: st.DrawFn, plain: Plain, day: str) -> None:
    late = draw(_LATE)
    if late is not None:
        plain["recorded_on"] = shifted(day, late)
