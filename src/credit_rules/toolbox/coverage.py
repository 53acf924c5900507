"""What of each document is encoded: clauses, what is left out and why, and how the measures stand on a day (S22a, S23)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

from ..case.decision import Standing
from ..case.model import Case, Context, Document, Record, Subject
from ..checks.bearer_never_fits import OF_PERSONS
from ..decide.standing import standing_of
from ..diagnostics.diagnostic import InputError, has_errors
from ..engine.load import ReadTree, read_tree
from ..pack.effective import effective_from
from ..pack.loaded import LoadedPack
from ..plan.compile import compile
from ..plan.conditions import AfterExit, AllOf, AnyOf, CountRecords, HeldBy, InFields, OnList
from ..plan.model import Plan, Rule
from ..plan.options import Options
from ..plan.results import RuleResult
from ..registry.places import NATIONWIDE
from ..registry.vocabulary import in_force
from ..situation.situate import situate
from ..source.tree import tree_of
from ..source.values import Kind

ClauseState = Literal["encoded", "left-out", "open"]
StandingThere = Literal["sufficient", "practice", "insufficient", "unverified", "not-in-force", "not-borne"]
FIRM: Kind = "enterprise"
PERSON: Kind = "natural-person"


@dataclass(frozen=True, slots=True)
class ClauseCoverage:
    """A listed clause: the measures that bear its number, or the reason why none does."""

    clause: str
    heading: str
    state: ClauseState
    measures: tuple[str, ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class MeasureCoverage:
    """A measure, and how it stands on the day for an enterprise and for a natural person who bears it."""

    id: str
    clause: str
    act: str
    title: str
    direction: str
    force: str
    effect: str
    provenance: str
    firm: StandingThere
    person: StandingThere


@dataclass(frozen=True, slots=True)
class DocumentCoverage:
    """A document with its listed clauses and its measures; ``unlisted`` are clauses of measures that it does not list."""

    id: str
    title: str
    document_no: str | None
    place: str
    status: Literal["draft", "published"]
    clauses: tuple[ClauseCoverage, ...]
    unlisted: tuple[str, ...]
    measures: tuple[MeasureCoverage, ...]

    def count(self, what: Literal["direction", "force", "effect", "provenance", "firm", "person"]) -> dict[str, int]:
        """How many measures there are of each kind, the most first."""
        found = Counter(getattr(measure, what) for measure in self.measures)
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    def clauses_in(self, state: ClauseState) -> tuple[ClauseCoverage, ...]:
        """The listed clauses of a state, in the order of the text."""
        return tuple(clause for clause in self.clauses if clause.state == state)


def coverage(paths: Sequence[str | Path], day: date) -> tuple[DocumentCoverage, ...]:
    """The coverage of every document under the paths (the shipped ones where none is given), by id.

    ``day`` is the day on which the standing is judged, in the place of each document, for a bearer with one fresh
    record on the first list that triggers the measure. A draft is judged as if it applied. Raises :class:`InputError`
    where a pack has errors.
    """
    read = read_tree(tree_of(paths))
    if has_errors(read.found):
        raise InputError(read.found)
    published = [pack for pack in read.packs if effective_from(pack.pack) is not None]
    plan = compile(published, read.registry, "")
    documents = [
        _document(pack, plan if pack in published else as_published(pack, read, day), day) for pack in read.packs
    ]
    return tuple(sorted(documents, key=lambda document: document.id))


def as_json(documents: Iterable[DocumentCoverage], day: date) -> dict[str, Any]:
    """The coverage as plain data, with the counts that a report needs."""
    return {
        "format": 1,
        "as_of": str(day),
        "documents": [
            {
                **asdict(document),
                "counts": {
                    what: document.count(what)
                    for what in ("direction", "force", "effect", "provenance", "firm", "person")
                },
            }
            for document in documents
        ],
    }


def as_published(loaded: LoadedPack, read: ReadTree, day: date) -> Plan:
    """The plan of a draft alone, as if it were published."""
    head = loaded.pack.memorandum
    start = head.from_ if head.from_ != "unknown" else head.proven_by.day if head.proven_by else day
    now = head.model_copy(update={"status": "published", "from_": start})
    pack = loaded.pack.model_copy(update={"memorandum": now})
    return compile([replace(loaded, pack=pack)], read.registry, "")


def _document(loaded: LoadedPack, plan: Plan, day: date) -> DocumentCoverage:
    head = loaded.pack.memorandum
    numbers = [number for number, rule in enumerate(plan.rules) if rule.pack == head.id]
    measures = tuple(_measure(number, plan, day) for number in numbers)
    listed = [entry.clause for entry in loaded.pack.clauses]
    borne: dict[str, list[str]] = {}
    for measure in measures:
        borne.setdefault(measure.clause, []).append(measure.id)
    clauses = []
    for entry in loaded.pack.clauses:
        own = tuple(borne.get(entry.clause, ()))
        state: ClauseState = "encoded" if own else "left-out" if entry.left_out is not None else "open"
        clauses.append(ClauseCoverage(entry.clause, entry.heading, state, own, entry.left_out))
    return DocumentCoverage(
        id=head.id,
        title=head.title,
        document_no=head.document_no,
        place=head.place,
        status=head.status,
        clauses=tuple(clauses),
        unlisted=tuple(clause for clause in borne if clause not in listed),
        measures=measures,
    )


def _measure(number: int, plan: Plan, day: date) -> MeasureCoverage:
    rule = plan.rules[number]
    return MeasureCoverage(
        id=rule.id.rpartition("/")[2],
        clause=rule.clause,
        act=rule.act,
        title=rule.title,
        direction=rule.direction,
        force=rule.force,
        effect=rule.effect,
        provenance=rule.provenance,
        firm=_standing(number, plan, FIRM, day),
        person=_standing(number, plan, PERSON, day),
    )


def _standing(number: int, plan: Plan, kind: Kind, day: date) -> StandingThere:
    found = judged(number, plan, kind, day)
    return found.value if isinstance(found, Standing) else found


def judged(number: int, plan: Plan, kind: Kind, day: date) -> Standing | Literal["not-in-force", "not-borne"]:
    """The standing of a measure for a bearer of the kind, in the place of its document, with its reason (S23)."""
    rule = plan.rules[number]
    if not _can_bear(rule, kind):
        return "not-borne"
    if not in_force(day, rule.from_, rule.until):
        return "not-in-force"
    place = plan.pack[rule.pack].place
    records = tuple(_record(code, day) for code in lists_of(rule.condition, plan)[:1])
    region = None if place == NATIONWIDE else place
    case = Case(Subject("bearer", kind), records=records, context=Context(as_of=day, region=region))
    situation = situate(case, Options(), plan.vocabulary, plan.windows)
    seen = tuple(state.id for state in situation.records)
    result = RuleResult(number, "bearer", (), "bearer", (True, True, True), True, seen, None, None, (), ())
    return standing_of(rule, result, plan, situation)


def _can_bear(rule: Rule, kind: Kind) -> bool:
    if rule.bearer_kinds and kind not in rule.bearer_kinds:
        return False
    for bearer in rule.bearers:
        if not bearer.roles:
            if (not rule.listed_kinds or kind in rule.listed_kinds) and not (rule.reverse and kind == PERSON):
                return True
        elif kind == PERSON or not OF_PERSONS.issuperset(bearer.roles):
            return True
    return False


def lists_of(number: int, plan: Plan) -> tuple[str, ...]:
    """The lists whose records can trigger a condition, each once, the first one first."""
    condition = plan.conditions[number]
    if isinstance(condition, AllOf | AnyOf):
        return tuple(dict.fromkeys(code for part in condition.parts for code in lists_of(part, plan)))
    if isinstance(condition, OnList | HeldBy | InFields | AfterExit | CountRecords):
        return condition.lists
    return ()


def _record(code: str, day: date) -> Record:
    before = day - timedelta(days=1)
    return Record("record", code, "authority", Document("1"), before, published_on=before, served_on=before)
