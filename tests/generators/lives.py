"""Records and what can happen to them, in an order that a record can live through (contract.md, "Events")."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from credit_rules.registry.vocabulary import ListRule, Vocabulary

from .facts import facts_of
from .people import Plain

_GAPS = st.sampled_from((20, 0, 0, 1, 5, 21, 40, 100, 200, 400))
_COIN = st.booleans()
_RARELY = st.sampled_from((False, False, False, True))
_SELDOM = st.sampled_from((*[False] * 7, True))
_GRADES = st.sampled_from((None, "general", "heavier", "serious"))
_TIERS = st.sampled_from((None, "minor", "general", "serious"))
_GROUNDS = st.sampled_from(("objection", "complaint", "own-motion", "reconsideration", "suit"))
_RESULTS = st.sampled_from(("confirmed", "corrected", "annulled", "confirmed", "corrected", "confirmed"))
_EXITS = st.sampled_from(("expired", "performed", "rectified", "repaired", "in-error", "other"))
_CONDUCTS = st.sampled_from((0, 0, 1, 2, 3, 4))
_EVENTS = st.sampled_from((0, 0, 0, 0, 1, 1, 1, 2, 3, 4))
_AGES = st.sampled_from((200, 0, 1, 30, 30, 90, 200, 200, 366, 500, 731, 1100))
_MOSTLY = st.sampled_from((True, True, True, False))
_DOCUMENTS = st.sampled_from((*[None] * 25, "not-effective", "revoked"))
_SAID = st.sampled_from((None, None, True, False))
_LATE = st.sampled_from((*[None] * 7, 0, 30, 600))

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
    conduct = draw(_CONDUCTS)
    record: Plain = {
        "id": f"r{number}",
        "list": entry.id,
        "determined_by": "示例机关",
        "document": {"number": f"示例〔2016〕{conduct or 10 + number}号"},
        "decided_on": decided,
    }
    if draw(_MOSTLY):
        record["published_on"] = shifted(decided, draw(st.sampled_from((2, 0, 15, 60))))
    if draw(_RARELY):
        record["served_on"] = shifted(decided, 3)
    if conduct:
        record["conduct"] = {
            "from": shifted(anchor, -1100 - 300 * conduct),
            "until": shifted(anchor, -801 - 300 * conduct),
        }
    if draw(_SELDOM):
        record["expires_on"] = shifted(record.get("published_on", decided), draw(st.sampled_from((366, 1, 90, 1500))))
    status = draw(_DOCUMENTS)
    if status is not None:
        record["document"]["status"] = status
    for name, values in (("grade", _GRADES), ("tier", _TIERS), ("notified", _SAID), ("served", _SAID)):
        value = draw(values)
        if value is not None:
            record[name] = value
    if entry.greatest_age is not None and draw(_COIN):
        record["fetched_on"] = shifted(anchor, -draw(st.sampled_from((0, 29, 30, 31))))
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
            if draw(_COIN):
                event["monitoring_until"] = shifted(day, draw(st.sampled_from((1, 90, 400))))
        elif what == "delisted":
            event["ground"] = draw(_EXITS)
            delisted = True
        elif what == "extended":
            end = shifted(max(end, day), draw(st.sampled_from((0, 100))))
            event["until"] = end
        elif what == "regraded":
            event["grade"] = draw(st.sampled_from(("general", "heavier", "serious")))
        _recorded(draw, event, day)
        events.append(event)
        if event.get("result") == "annulled" or what == "document-revoked":
            break
    return events


_EFFECTS = st.sampled_from(("lift", "reduce", "reduce"))


@st.composite
def _corrections(draw: st.DrawFn, record: Plain) -> Plain:
    what = draw(st.sampled_from(("grade", "published_on", "conduct", "tier")))
    if what == "grade":
        return {"grade": draw(st.sampled_from(("general", "heavier", "serious")))}
    if what == "published_on":
        return {"published_on": shifted(record["decided_on"], draw(st.sampled_from((0, 45))))}
    if what == "conduct":
        return {"conduct": {"from": "2007-01-01", "until": "2007-12-31"}}
    return {"tier": draw(st.sampled_from(("minor", "general", "serious")))}


def _recorded(draw: st.DrawFn, plain: Plain, day: str) -> None:
    late = draw(_LATE)
    if late is not None:
        plain["recorded_on"] = shifted(day, late)
