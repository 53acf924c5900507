"""The third network: the measures. A condition, a place and period that apply, and the kinds of those concerned."""

from __future__ import annotations

from collections.abc import Iterator

from ..plan.model import BearerSpec, Plan, Rule
from ..source.rows import NamedTuple
from .definitions import Definition, Of, Pattern, Test, eq, least, pattern
from .facts import Candidate, OfKind, Valid, Valued
from .nodes import PAIR, PARTY, Node, Nodes, Reckoning
from .observing import POSSIBLE, SURE, Validity


class Concludes(NamedTuple):
    """What a match says: the measure and bearer whose condition is met, surely (2) or possibly (1).

    ``0``: as surely as the value of the condition that was matched, or where it is to rest on records (``carried``) as
    these carry it.
    """

    rule: int
    spec: BearerSpec
    value: int
    carried: bool


class Concluding:
    """Definitions of the third network, what each concludes, and the condition of each measure and bearer.

    ``reckoning`` is the role by which it bears; ``validities`` and ``kinds`` are those asked for with a condition;
    ``asked`` the kinds of bearers that conditions without records are asked about.
    """

    def __init__(self, nodes: Nodes, plan: Plan, validities: dict[Validity, int]):
        self.concludes: dict[str, Concludes] = {}
        self.definitions: list[Definition] = []
        self.node: dict[tuple[int, BearerSpec], Node] = {}
        self.reckoning: dict[tuple[int, BearerSpec], Reckoning | None] = {}
        self.asked: dict[int, set[int]] = {}
        self.nodes: dict[int, Node] = {}
        self.validities: dict[int, set[int]] = {}
        self.kinds: dict[int, set[int]] = {}
        self.validity = [validities[validity_of(rule, plan)] for rule in plan.rules]
        for number, rule in enumerate(plan.rules):
            validity = self.validity[number]
            for spec in rule.bearers:
                node, reckoning = nodes.of_rule(rule, spec)
                self.node[(number, spec)], self.reckoning[(number, spec)] = node, reckoning
                self.nodes[node.number] = node
                self.validities.setdefault(node.number, set()).add(validity)
                self.kinds.setdefault(node.number, set()).update(
                    nodes.kind_sets.of(names) for names in (rule.listed_kinds, rule.bearer_kinds) if names
                )
                if PAIR not in node.columns:
                    self.asked[nodes.specs[spec]] = {0}
                if rule.direction == "punishment" and not rule.listed:
                    continue  # a punishment rests on a record (S1)
                valid = pattern("a", Valid, eq("validity", validity), eq("node", node.number))
                for value, patterns in _hits(rule, spec, node, nodes):
                    name = f"m{len(self.definitions)}"
                    self.concludes[name] = Concludes(number, spec, value, rule.direction == "punishment")
                    self.definitions.append(Definition(name, (*patterns, valid)))


def validity_of(rule: Rule, plan: Plan) -> Validity:
    """Where and when a measure applies: where and when its document does, and it itself."""
    pack = plan.pack[rule.pack]
    ends = [day for day in (pack.until, rule.until) if day is not None]
    return Validity(pack.place, max(pack.from_, rule.from_), min(ends, default=None))


def _hits(rule: Rule, spec: BearerSpec, node: Node, nodes: Nodes) -> Iterator[tuple[int, tuple[Pattern, ...]]]:
    """The condition with the kinds of the listed and of the bearer, where these are asked for."""
    kinds = [
        (nodes.kind_sets.of(names), whose)
        for names, whose in ((rule.listed_kinds, "listed"), (rule.bearer_kinds, "bearer"))
        if names
    ]
    name = "carried" if rule.direction == "punishment" else "value"
    if not kinds:
        yield 0, _condition(node, spec, nodes, least(name, POSSIBLE))
        return
    for value in (SURE, POSSIBLE):
        condition = _condition(node, spec, nodes, least(name, value))
        by = condition[0].alias
        fitting = (
            pattern(
                f"k{whose}",
                OfKind,
                eq("kinds", number),
                eq("node", node.number),
                least("value", value),
                eq("party", Of(by, whose)),
            )
            for number, whose in kinds
        )
        yield value, (*condition, *fitting)


def _condition(node: Node, spec: BearerSpec, nodes: Nodes, *tests: Test) -> tuple[Pattern, ...]:
    """The value of the condition; one that asks for no records and no relations holds for every possible bearer."""
    met = (eq("node", node.number), *tests)
    if PAIR in node.columns:
        return (pattern("v", Valued, *met),)
    anybody = pattern("c", Candidate, eq("spec", nodes.specs[spec]), eq("set", 0), eq("least", SURE))
    listed = (eq("party", Of("c", "listed")),) if PARTY in node.columns else ()
    return anybody, pattern("v", Valued, *met, *listed)
