"""Whether the law of the day carries a measure (S23): the best of its bases, and the list that it rests on."""

from __future__ import annotations

from datetime import date

from ..case.decision import Standing
from ..plan.model import PackInfo, Plan, Rule
from ..plan.results import RuleResult
from ..registry.carrying import Ground, carries, floors_under, row_on, weaker
from ..registry.citations import provisions_of, resolve
from ..registry.vocabulary import FloorRule, ListRule, Vocabulary
from ..situation.model import Situation
from ..source.rows import NamedTuple
from ..source.values import Kind, Provenance
from .founding import Unfounded, unfounded_list
from .rank_words import RANK_WORDS

DOCUMENT_SUFFICES = Standing("sufficient", "document-suffices")


class Carrier(NamedTuple):
    """A basis whose rank carries the measure on the day."""

    name: str
    provenance: Provenance


def standing_of(rule: Rule, result: RuleResult, plan: Plan, situation: Situation) -> Standing:
    """The standing of a measure for its bearer on the as-of day, with the reason and article in one sentence."""
    if rule.direction == "incentive" or rule.impact not in ("reduces-right", "adds-duty"):
        return DOCUMENT_SUFFICES
    kind, lists = situation.party(result.bearer).kind, _lists_of(result.records, situation)
    day, region = situation.as_of, situation.region
    known, key = plan.known_of(day, region), ("standing", rule.id, kind, lists)
    found: Standing | None = known.get(key)
    if found is None:
        entries = tuple(plan.vocabulary.list[id] for id in lists)
        found = known[key] = _on_lists(rule, kind, entries, plan, day, region)
    return found


def _lists_of(records: tuple[str, ...], situation: Situation) -> tuple[str, ...]:
    """The lists of records, by id, each once."""
    key = ("lists of", records)
    found: tuple[str, ...] | None = situation.memo.get(key)
    if found is None:
        found = situation.memo[key] = tuple(dict.fromkeys(situation.record[id].list.id for id in records))
    return found


def _on_lists(
    rule: Rule, kind: Kind | None, lists: tuple[ListRule, ...], plan: Plan, day: date, region: str | None
) -> Standing:
    """The standing of a measure that rests on records of certain lists, for a bearer of a kind."""
    words = plan.vocabulary
    floors = floors_under(rule.floor, (kind,), day, words)
    pack = plan.pack[rule.pack]
    ground = Ground(day, region, frozenset(entry.field for entry in lists))
    named = frozenset(entry.id for entry in lists)
    carriers = _carriers(rule, pack, named, ground, floors, words)
    verified = [carrier for carrier in carriers if carrier.provenance == "text"]
    lacking = unfounded_list(rule, lists, plan, day, region)
    if verified and lacking is None:
        return Standing("sufficient", f"{verified[0].name}是足够的依据")
    blocking = [floor for floor in floors if pack.rank not in floor.ranks]
    row = row_on(pack.rank, day, words)
    if row is not None and row.measure == "practice" and not blocking:
        reason = f"{row.until}前，有效的{RANK_WORDS[pack.rank]}可以作为实践依据：《{pack.title}》{rule.clause}"
        return Standing("practice", reason)
    if carriers and (lacking is None or lacking.value == "unverified"):
        name = carriers[0].name if lacking is None else f"名单“{lacking.title}”的依据"
        return Standing("unverified", f"只有尚未核对原文的依据可能足够：{name}")
    return Standing("insufficient", _why_not(rule, pack, blocking, lacking, named, ground, words))


def _carriers(
    rule: Rule, pack: PackInfo, lists: frozenset[str], ground: Ground, floors: list[FloorRule], words: Vocabulary
) -> list[Carrier]:
    """The cited bases, then the document itself, as far as they carry the measure on the day."""
    found = []
    for cited in rule.basis:
        entry = words.instrument[cited.instrument]
        version, article = resolve(cited, entry, rule.from_, ground.as_of)
        if version is None or not _provides(entry.id, article, rule, lists, ground, words):
            continue
        enabling = carries(entry.rank, entry.place, entry.enabled_by, ground, floors, words)
        if enabling is not None:
            name = f"《{entry.title}》{article}（{RANK_WORDS[entry.rank]}）"
            found.append(Carrier(name, weaker(cited.provenance, version.provenance, enabling)))
    enabling = carries(pack.rank, pack.place, (), ground, floors, words)
    if enabling is not None:
        name = f"《{pack.title}》{rule.clause}（{RANK_WORDS[pack.rank]}）"
        found.append(Carrier(name, weaker(rule.provenance, pack.provenance, enabling)))
    return found


def _provides(
    instrument: str, article: str, rule: Rule, lists: frozenset[str], ground: Ground, words: Vocabulary
) -> bool:
    """Whether an article that was read names the act, and the list where it names lists; one not read may."""
    rows = provisions_of(instrument, article, ground.as_of, words.provisions)
    return not rows or any(rule.act in row.acts and (not row.lists or bool(lists & set(row.lists))) for row in rows)


def _why_not(
    rule: Rule,
    pack: PackInfo,
    blocking: list[FloorRule],
    lacking: Unfounded | None,
    lists: frozenset[str],
    ground: Ground,
    words: Vocabulary,
) -> str:
    """The first thing that is wanting: a statutory floor, the list's own basis, the measure's."""
    if lacking is not None and lacking.value == "insufficient" and not _narrow(blocking):
        return f"名单“{lacking.title}”没有足够的依据（{_cited(lacking.floor, words)}）"
    if blocking:
        floor = (_narrow(blocking) or blocking)[0]
        cited = _of_bases(rule, lists, ground, words)
        return f"{floor.title}：{cited}{RANK_WORDS[pack.rank]}不能设定（{_cited(floor, words)}）"
    return f"减损权益或者增加义务，{RANK_WORDS[pack.rank]}不是足够的依据（{_of_bases(rule, lists, ground, words)}）"


def _narrow(floors: list[FloorRule]) -> list[FloorRule]:
    """Floors under the act or the bearer, which say more than the one under every measure."""
    return [floor for floor in floors if floor.floor != "measure"]


def _of_bases(rule: Rule, lists: frozenset[str], ground: Ground, words: Vocabulary) -> str:
    if not rule.basis:
        return "没有引用依据，"
    for cited in rule.basis:
        entry = words.instrument[cited.instrument]
        version, article = resolve(cited, entry, rule.from_, ground.as_of)
        if version is None:
            return f"引用的《{entry.title}》当日无效，"
        if not _provides(entry.id, article, rule, lists, ground, words):
            return f"《{entry.title}》{article}没有对这一名单规定这一措施，"
    return "引用的依据位阶不够，"


def _cited(floor: FloorRule, words: Vocabulary) -> str:
    entry = words.instrument[floor.article.instrument]
    return f"《{entry.title}》{floor.article.article}"
