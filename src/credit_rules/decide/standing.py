"""Whether the law of the day carries a measure (S23), by the matrix and the floors of the registry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..case.decision import Standing
from ..plan.conditions import AllOf, AnyOf, CountRecords, InFields
from ..plan.model import Plan, Rule
from ..plan.results import RuleResult
from ..registry.places import NATIONWIDE
from ..registry.vocabulary import Cited, FloorRule, ListRule, VersionRule, Vocabulary, in_force
from ..situation.model import Situation
from ..situation.places import applies
from ..source.values import Provenance, Rank

BASIS_NEEDED_FROM = date(2020, 12, 7)
"""From this day what reduces rights or adds duties needs a basis of sufficient rank (国办发〔2020〕49号)."""
PRACTICE: tuple[Rank, ...] = ("memorandum", "normative-document", "party-document")

RANK_WORDS: dict[Rank, str] = {
    "law": "法律",
    "administrative-regulation": "行政法规",
    "state-council-decision": "国务院决定",
    "central-policy-document": "党中央、国务院政策文件",
    "judicial-interpretation": "司法解释",
    "local-regulation": "地方性法规",
    "departmental-rule": "部门规章",
    "local-government-rule": "地方政府规章",
    "normative-document": "规范性文件",
    "party-document": "地方党委文件",
    "memorandum": "合作备忘录",
    "industry-rule": "行业规则",
}


def standing_of(rule: Rule, result: RuleResult, plan: Plan, situation: Situation) -> Standing:
    """The standing of a measure for its bearer on the as-of day, with the reason in one sentence."""
    if rule.direction == "incentive" or rule.impact not in ("reduces-right", "adds-duty"):
        return Standing("sufficient", "document-suffices")
    words, as_of = plan.vocabulary, situation.as_of
    floors = _floors(rule, situation.party(result.bearer).kind, words, as_of)
    pack = plan.pack[rule.pack]
    carriers = [
        (f"《{entry.title}》{cited.article}", entry.rank, _weaker(cited.provenance, entry.provenance))
        for cited in rule.basis
        if (entry := words.instrument.get(cited.instrument)) is not None
        and version_on(cited.instrument, as_of, words) is not None
        and _carries(entry.rank, entry.place, situation.region, floors, words)
    ]
    if _carries(pack.rank, pack.place, situation.region, floors, words):
        own = f"《{pack.title}》{rule.clause}"
        carriers.append((own, pack.rank, _weaker(rule.provenance, pack.provenance)))
    verified = [carrier for carrier in carriers if carrier[2] == "text"]
    lists = _list_without_basis(rule, result, plan, situation) if as_of >= BASIS_NEEDED_FROM else None
    if verified and lists is None:
        name, rank, _ = verified[0]
        return Standing("sufficient", f"{name}（{RANK_WORDS[rank]}）是足够的依据")
    blocking = [floor for floor in floors if pack.rank not in floor.ranks]
    if as_of < BASIS_NEEDED_FROM and pack.rank in PRACTICE and not blocking:
        return Standing("practice", f"2020-12-07前，有效的{RANK_WORDS[pack.rank]}可以作为实践依据")
    if carriers and (lists is None or lists[1] == "unverified"):
        return Standing("unverified", f"只有尚未核对原文的依据可能足够：{carriers[0][0]}")
    return Standing("insufficient", _why_not(rule, pack.rank, blocking, lists, words))


def version_on(instrument: str, day: date, words: Vocabulary) -> VersionRule | None:
    """The version of an instrument in force on a day (S22)."""
    entry = words.instrument.get(instrument)
    if entry is None:
        return None
    return next((row for row in entry.versions if in_force(day, row.from_, row.until)), None)


def _weaker(one: Provenance, other: Provenance) -> Provenance:
    order: tuple[Provenance, ...] = ("text", "secondary", "unverified")
    return max(one, other, key=order.index)


def _floors(rule: Rule, kind: str | None, words: Vocabulary, day: date) -> list[FloorRule]:
    """The statutory floors under the act, and under any act on such a bearer; they hold at every date of theirs."""
    return [
        floor
        for floor in words.floors
        if in_force(day, floor.from_, floor.until)
        and (floor.floor == rule.floor or (floor.floor == "market-entity" and kind in floor.kinds))
    ]


def _carries(rank: Rank, place: str, region: str | None, floors: Iterable[FloorRule], words: Vocabulary) -> bool:
    row = next((row for row in words.matrix if row.rank == rank), None)
    if row is None or row.measure == "no" or any(rank not in floor.ranks for floor in floors):
        return False
    return applies(place, region, words.renumbered)


def denies_repair(basis: Cited, situation: Situation, words: Vocabulary) -> bool:
    """Whether a basis on which repair is denied holds on the day: judged like any (S9)."""
    entry = words.instrument.get(basis.instrument)
    if entry is None or version_on(basis.instrument, situation.as_of, words) is None:
        return False
    if situation.as_of < BASIS_NEEDED_FROM and entry.rank in PRACTICE:
        return True
    verified = _weaker(basis.provenance, entry.provenance) == "text"
    return verified and _carries(entry.rank, entry.place, situation.region, (), words)


def _list_without_basis(rule: Rule, result: RuleResult, plan: Plan, situation: Situation) -> tuple[str, str] | None:
    """Whether a list of its own basis is wanting among those the condition rests on, and how it fails.

    Where any of several lists is enough, one of sufficient basis is; registers of decisions need none.
    """
    values: dict[str, str] = {}
    titles: dict[str, str] = {}
    for id in result.records:
        entry = situation.record[id].list
        titles[entry.id] = entry.title
        free = entry.class_ in ("decision", "red", "rating")
        values[entry.id] = "sufficient" if free else _list_standing(entry, situation, plan.vocabulary)
    value, code = _founded(rule.condition, plan, values)
    return None if value == "sufficient" else (titles.get(code, code), value)


def _founded(number: int, plan: Plan, values: dict[str, str]) -> tuple[str, str]:
    """The standing of the lists under a condition: the best of alternatives, the worst of what must go together."""
    order = ("sufficient", "unverified", "insufficient")
    condition = plan.conditions[number]
    if isinstance(condition, (AllOf, AnyOf)):
        found = [_founded(part, plan, values) for part in condition.parts]
        known = [item for item in found if item[1]] or [("sufficient", "")]
        choose = max if isinstance(condition, AllOf) else min
        return choose(known, key=lambda item: order.index(item[0]))
    lists = [code for code in getattr(condition, "lists", ()) if code in values]
    if not lists:
        return "sufficient", ""
    choose = max if isinstance(condition, (InFields, CountRecords)) else min
    return choose(((values[code], code) for code in lists), key=lambda item: order.index(item[0]))


def _list_standing(entry: ListRule, situation: Situation, words: Vocabulary) -> str:
    enough = [cited for cited in entry.basis if _bears_list(cited, entry, situation, words)]
    if any(_weaker(cited.provenance, words.instrument[cited.instrument].provenance) == "text" for cited in enough):
        return "sufficient"
    return "unverified" if enough else "insufficient"


def _bears_list(cited: Cited, entry: ListRule, situation: Situation, words: Vocabulary) -> bool:
    instrument = words.instrument.get(cited.instrument)
    if instrument is None or version_on(cited.instrument, situation.as_of, words) is None:
        return False
    if entry.place != NATIONWIDE:
        return instrument.rank == "local-regulation" and applies(instrument.place, situation.region, words.renumbered)
    return any(row.rank == instrument.rank and row.nationwide_list for row in words.matrix)


def _why_not(
    rule: Rule, rank: Rank, blocking: list[FloorRule], lists: tuple[str, str] | None, words: Vocabulary
) -> str:
    if blocking:
        floor = blocking[0]
        entry = words.instrument.get(floor.article.instrument)
        name = entry.title if entry else floor.article.instrument
        return f"{floor.title}：{RANK_WORDS[rank]}不能设定（《{name}》{floor.article.article}）"
    if lists is not None and lists[1] == "insufficient":
        return f"名单“{lists[0]}”没有法律、法规或者党中央、国务院政策文件的依据（国办发〔2020〕49号）"
    cited = "引用的依据位阶不够或者当日无效" if rule.basis else "没有引用依据"
    return f"减损权益或者增加义务，{cited}，{RANK_WORDS[rank]}不是足够的依据（国办发〔2020〕49号）"
