"""Packs over the small registry: every form of measure that the pack language has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from unittest.mock import patch

from hypothesis import strategies as st

from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.pack.loaded import LoadedPack
from credit_rules.pack.model import Pack
from credit_rules.plan.compile import compile
from credit_rules.plan.model import Plan
from credit_rules.registry.load import load_registry
from credit_rules.registry.pack_names import check_pack_names
from credit_rules.registry.registry import Registry
from credit_rules.source.binding import bind
from credit_rules.source.files import read_file
from credit_rules.source.plain import read_plain

from .conditions import MONITORED, ROLE_BEARERS, punishing, reversing, rewarding
from .people import Plain

PUNISHING_ACTS = ("bar-bids", "bar-bids", "bar-bids", "bar-bids", "restrict-funds", "undo-post", "strict-review", "bar-exit", "close-business",
                  "supervise", "publicise", "cut-allowance")  # fmt: skip
REWARDING_ACTS = ("green-channel", "favour-funds", "honour")
DEPARTMENTS = ("省国税局", "市国税局", "省工商局", "市法院", "市委组织部", "保险协会")

_PUNISHMENTS, _REWARDS = st.sampled_from(PUNISHING_ACTS), st.sampled_from(REWARDING_ACTS)
_DEPARTMENTS = st.sampled_from(
    ("none-printed", *([one] for one in DEPARTMENTS), ["省国税局", "市法院"], ["省工商局", "保险协会"])
)
_BLOCKING = st.sampled_from((["debts"], ["taxes", "prices"]))
_COIN = st.booleans()
_RARELY = st.sampled_from((False, False, False, True))
_RANKS = st.sampled_from(
    ("normative-document", "normative-document", "memorandum", "party-document", "law", "local-regulation")
)
_PLACES = st.sampled_from(("990000", "000000", "990000", "990100", "980000"))
_STARTS = st.sampled_from(("2014-01-01", "2014-01-01", "2016-12-20", "2018-03-30", "2020-12-07"))
_ENDS = st.sampled_from((None, None, None, "2020-01-01", "2026-04-01"))
_BASES = st.sampled_from(
    (
        "none-cited",
        "none-cited",
        [{"instrument": "credit-law", "article": "12"}],
        [{"instrument": "credit-regulation", "article": "3"}],
        [{"instrument": "yi-regulation", "article": "8"}, {"instrument": "ministry-rule", "article": "2"}],
        [{"instrument": "unread-law", "article": "5", "provenance": "secondary"}],
    )
)
_TERMS = st.sampled_from(
    (
        {"period": "1 year"},
        {"period": "90 days"},
        {"through": "next-calendar-year"},
        {"period": "5 years", "outlasts": {"instrument": "credit-law", "article": "30"}},
        {"through": "next-calendar-year", "outlasts": "本条"},
        {"period": "2 years", "clock": "decided"},
        {"through": "life", "outlasts": {"instrument": "credit-law", "article": "31"}},
    )
)
_BEARERS = st.one_of(
    st.just(["subject"]),
    st.builds(lambda roles: [roles], ROLE_BEARERS),
    st.builds(lambda roles: ["subject", roles], ROLE_BEARERS),
)
_KINDS = st.sampled_from((["units"], ["natural-persons"], ["enterprise"], ["market-entities", "natural-person"]))
_FORMS = st.sampled_from((*["punishing"] * 6, "reversing", "reversing", "monitoring", *["rewarding"] * 3))


@cache
def small_registry() -> Registry:
    """The registry of ``small_registry.yaml``."""
    node, found = read_file(Path(__file__).parent / "small_registry.yaml", "yaml")
    assert node is not None, found
    registry, wrong = load_registry([node])
    assert not (*found, *wrong), wrong
    return registry


def load_pack(plain: Plain, registry: Registry) -> tuple[LoadedPack, tuple[Diagnostic, ...]]:
    """A pack written as plain values, and what is wrong with its names."""
    node, read = read_plain(plain, "<pack>")
    assert node is not None, read
    pack, wrong = bind(Pack, node)
    assert pack is not None, wrong
    digest = f"sha256:{plain['memorandum']['id']}"
    return LoadedPack(pack, node, digest), (*read, *wrong, *check_pack_names(pack, node, registry))


def plan_of(packs: Sequence[Plain], registry: Registry | None = None) -> Plan:
    """The plan of packs written as plain values, over the small registry where none is given."""
    words = registry or small_registry()
    loaded = []
    for plain in packs:
        pack, wrong = load_pack(plain, words)
        assert not wrong, wrong
        loaded.append(pack)
    with patch("credit_rules.registry.condense.founding_years", dict):  # invented places are as old as need be
        return compile(loaded, words, "sha256:registry")


@st.composite
def packs(draw: st.DrawFn, number: int, growing: bool = False) -> Plain:
    """A pack ``pack-<number>`` of one to four measures; for ``growing`` see ``conditions.punishing``."""
    start = draw(_STARTS)
    head: Plain = {
        "id": f"pack-{number}",
        "title": f"文件{number}",
        "document_no": f"示例〔2014〕{number}号",
        "rank": draw(_RANKS),
        "place": draw(_PLACES),
        "from": start,
        "source": {"provenance": draw(st.sampled_from(("text", "text", "text", "secondary"))), "file": "示例"},
    }
    if draw(_RARELY):
        head |= {"from": "unknown", "proven_by": {"day": start, "source": "示例"}}
    if number and draw(_RARELY):
        head["supersedes"] = ["pack-0"]
    end = draw(_ENDS)
    if end is not None and end > start:
        head["until"] = end
    pack: Plain = {
        "format": 1,
        "memorandum": head,
        "triggered_by": draw(punishing(growing)),
        "defaults": {"on_reduce": draw(st.sampled_from(("recommended", "lifted", "unchanged")))},
    }
    pack["measures"] = [draw(measures(index, start, growing)) for index in range(draw(st.integers(1, 4)))]
    return pack


@st.composite
def measures(draw: st.DrawFn, number: int, start: str, growing: bool) -> Plain:
    """A measure ``m<number>``; without a trigger of its own it has the pack's."""
    form = draw(_FORMS)
    measure: Plain = {
        "id": f"m{number}",
        "clause": f"二({number})",
        "departments": draw(_DEPARTMENTS),
        "basis": draw(_BASES),
        "act": draw(_REWARDS if form == "rewarding" else _PUNISHMENTS),
        "bearers": ["subject"],
    }
    if form == "rewarding":
        measure |= {"direction": "incentive", "triggered_by": draw(rewarding())}
        if draw(_COIN):
            measure["blocked_by"] = draw(_BLOCKING)
    elif form == "monitoring":
        measure |= {"act": "monitor", "triggered_by": draw(MONITORED)}
    elif form == "reversing":
        measure |= {"triggered_by": draw(reversing(growing)), "bearer_kinds": ["units"]}
    else:
        measure["bearers"] = draw(_BEARERS)
        if draw(_RARELY):
            measure["triggered_by"] = draw(punishing(growing))
        if draw(_RARELY):
            measure["listed_kinds"] = draw(_KINDS)
        if draw(_RARELY):
            measure["bearer_kinds"] = draw(_KINDS)
    return measure | _details(draw, start, form)


def _details(draw: st.DrawFn, start: str, form: str) -> Plain:
    found: Plain = dict(draw(_FORCES))
    odd = draw(_BITS) & draw(_BITS)
    if odd & 1 and form in ("punishing", "rewarding"):
        found["term"] = draw(_TERMS)
    if odd & 2:
        found["provenance"] = draw(_PROVENANCES)
    if odd & 4:
        found["actor"] = "autonomous"
    if odd & 8 and start < "2019-01-01":
        found["from"] = "2019-01-01"
    if odd & 16 and start < "2022-01-01":
        found["until"] = "2022-01-01"
    if odd & 32:
        found["matters"] = draw(_MATTERS)
    if odd & 64:
        found |= {"guard": {"pledge": "书面承诺"}, "parameters": {"seats": "一等座"}}
    return found


_BITS = st.integers(0, 127)
_PROVENANCES = st.sampled_from(({"secondary": "示例"}, {"secondary": "示例"}, "unverified"))
_MATTERS = st.sampled_from((["works"], ["bids", "funds"], ["licence"]))
_FORCES = st.sampled_from(
    [
        {name: value for name, value in (("force", force), ("on_reduce", on_reduce)) if value is not None}
        for force in (None, "mandatory", "recommended")
        for on_reduce in (None, "recommended", "lifted", "unchanged")
    ]
)
