"""Which leaves of the conditions of a pack its cases see true, false and unknown, and which measures they issue and miss.

The matcher judges each leaf itself: it is given the measure with its leaves labelled and a view that notes what was
judged wherever it looks, so that nothing is noted when it decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath

from ..case.decision import Decision
from ..diagnostics.span import Span
from ..matcher.judge import judge
from ..matcher.match import applicable, candidates
from ..matcher.view import Candidate, View
from ..pack.loaded import LoadedPack
from ..plan.compile import compile
from ..plan.model import Plan, Rule
from ..plan.results import Used
from ..registry.truth import Truth
from ..source.node import Path
from .case_trees import read_case_trees
from .leaves import NOT_OF_UNKNOWN, Leaf, Sentence, Watched, kind_leaves, watch
from .mutation.planted import unsigned
from .prepared_cases import Prepared, prepare

Seen = dict[Path, set[Truth]]


class Watching(View):
    """A view that notes also what it judges of a single record or relation."""

    __slots__ = ()

    def about(self, record=None, relation=None):  # type: ignore[no-untyped-def]
        return self._replace(record=record or self.record, relation=relation or self.relation)


@dataclass(frozen=True, slots=True)
class SeenLeaf:
    """A leaf and the values that the cases saw."""

    leaf: Leaf
    true: bool
    false: bool
    unknown: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """The values that it can have and no case saw."""
        wanted = {"true": self.true, "false": self.false, "unknown": self.unknown or self.leaf.known is not None}
        return tuple(value for value, seen in wanted.items() if not seen)


@dataclass(frozen=True, slots=True)
class SeenMeasure:
    """A measure, and whether a case issues it and another names it among those not issued."""

    id: str
    span: Span
    hit: bool
    missed: bool


@dataclass(frozen=True, slots=True)
class LeafCoverage:
    """The leaves and the measures of a pack as its cases see them."""

    pack: str
    cases: int
    leaves: tuple[SeenLeaf, ...]
    measures: tuple[SeenMeasure, ...]

    @property
    def wanted(self) -> int:
        """How many values there are to be seen: three of a leaf, two of one that is never unknown."""
        return sum(3 if each.leaf.known is None else 2 for each in self.leaves)

    @property
    def seen(self) -> int:
        """How many of them were."""
        return self.wanted - sum(len(each.missing) for each in self.leaves)

    @property
    def percent(self) -> float:
        """Of the values that leaves can have, how many of a hundred were seen; 100 where there is no leaf."""
        return 100.0 * self.seen / self.wanted if self.wanted else 100.0


def leaf_coverage(loaded: LoadedPack, plan: Plan, cases: Sequence[Prepared]) -> LeafCoverage:
    """The leaves and measures of a pack of the plan, as seen by its cases, made ready for it."""
    decisions = [case.decide(case.match()) for case in cases]
    return LeafCoverage(
        loaded.pack.memorandum.id,
        len(cases),
        tuple(_leaves(loaded, plan, cases, decisions)),
        tuple(_measures(loaded, cases, decisions)),
    )


def _leaves(
    loaded: LoadedPack, plan: Plan, cases: Sequence[Prepared], decisions: Sequence[Decision]
) -> Iterator[SeenLeaf]:
    seen: Seen = {}
    known: dict[Path, Sentence | None] = {}
    texts: dict[Path, str] = {}
    for watched in watch(loaded, plan):
        rule = watched.rule
        index = next(place for place, each in enumerate(loaded.pack.measures) if rule.id.endswith(f"/{each.id}"))
        leaves = [
            *zip(watched.paths, watched.texts, watched.known, strict=True),
            *((("measures", index, key), key, why) for key, why in kind_leaves(rule)),
            *(
                (("measures", index, "blocked_by", place), code, NOT_OF_UNKNOWN)
                for place, code in enumerate(_hindrances(rule))
            ),
        ]
        for path, text, why in leaves:
            known[path] = why if path not in known or known[path] is not None else None
            texts.setdefault(path, text)
            seen.setdefault(path, set())
        for case, decision in zip(cases, decisions, strict=True):
            for path, value in (*values_in(watched, index, case), *_hindered(rule, index, case, decision)):
                seen[path].add(value)
    for path in sorted(seen, key=lambda each: (loaded.node.span_at(each), str(each))):
        values = seen[path]
        leaf = Leaf(path, loaded.node.span_at(path), texts[path], known[path])
        yield SeenLeaf(leaf, True in values, False in values, None in values)


def values_in(watched: Watched, index: int, case: Prepared) -> Iterator[tuple[Path, Truth]]:
    """Each leaf of a measure with a value that it has in a case."""
    rule, situation = watched.rule, case.for_plan(watched.plan).situation
    if not applicable(rule, watched.plan, situation):
        return
    for candidate in candidates(rule, situation):
        kinds = list(_kinds(rule, candidate, case))
        yield from ((("measures", index, key), value) for key, value in kinds)
        if any(value is False for _, value in kinds):
            continue
        used: list[Used] = []
        bearing = (candidate.spec, candidate.bearer, candidate.listed)
        judge(rule.condition, Watching(watched.plan, situation, rule, candidate, "all", used, bearing))
        yield from ((watched.paths[int(each.text)], each.value) for each in used)


def _kinds(rule: Rule, candidate: Candidate, case: Prepared) -> Iterator[tuple[str, Truth]]:
    asked = (
        ("listed_kinds", candidate.listed, rule.listed_kinds),
        ("bearer_kinds", candidate.bearer, rule.bearer_kinds),
    )
    for key, who, kinds in asked:
        if kinds:
            kind = case.situation.party(who).kind
            yield key, None if kind is None else kind in kinds


def _hindrances(rule: Rule) -> tuple[str, ...]:
    return rule.blocked_by or () if rule.direction == "incentive" else ()


def _hindered(rule: Rule, index: int, case: Prepared, decision: Decision) -> Iterator[tuple[Path, Truth]]:
    """Each list that hinders the incentive: whether it did, where it would have been issued."""
    lists = _hindrances(rule)
    because = [each.because for each in decision.withheld if each.id == rule.id and each.reason == "listed-elsewhere"]
    issued = any(source.id == rule.id for measure in decision.measures for source in measure.sources)
    if not lists or not (because or issued):
        return
    named = {case.situation.record[id].list.id for each in because for id in each}
    yield from ((("measures", index, "blocked_by", place), code in named) for place, code in enumerate(lists))


def _measures(loaded: LoadedPack, cases: Sequence[Prepared], decisions: Iterable[Decision]) -> Iterator[SeenMeasure]:
    pack = loaded.pack.memorandum.id
    issued = {source.id for decision in decisions for measure in decision.measures for source in measure.sources}
    refused = {id if "/" in id else f"{pack}/{id}" for case in cases for id in case.written.not_issued}
    for index, measure in enumerate(loaded.pack.measures):
        full = f"{pack}/{measure.id}"
        yield SeenMeasure(measure.id, loaded.node.span_at(("measures", index)), full in issued, full in refused)


def every_leaf_coverage(paths: Sequence[str | FilePath]) -> tuple[LeafCoverage, ...]:
    """The leaves of every pack under the paths (the shipped ones where none is given) that decides, by id.

    :class:`~credit_rules.InputError` where a pack or a file of cases has errors.
    """
    found = []
    for tree in read_case_trees(paths):
        plan = unsigned(compile(tree.read.packs, tree.read.registry, ""))
        found += [
            leaf_coverage(each.loaded, plan, list(prepare(each.files, plan))) for each in tree.packs if not each.draft
        ]
    return tuple(sorted(found, key=lambda each: each.pack))
