"""The second network: conditions on records, relations and each other, in two worlds.

A possible bearer is asserted once for what is so (``least`` 2) and once for what may be (``least`` 1), in each reading;
everything that a definition joins with it must be at least as sure. So one definition finds what is true, and what is
not false. Negation turns the worlds round, on values that are settled already (``height``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..plan.conditions import (
    AfterExit,
    AllOf,
    AnyOf,
    CleanFor,
    CountRecords,
    HasRelation,
    HeldBy,
    InFields,
    NotThat,
    OnList,
)  # fmt: skip
from ..source.rows import NamedTuple
from .codes import AFTERWARDS, DAYS, HISTORY, STATUSES, TRIGGERS
from .definitions import Definition, Of, Pattern, Test, above, below, eq, least, most, pattern
from .facts import (
    Aged,
    Answering,
    Candidate,
    Each,
    Ending,
    Graded,
    Held,
    OfKind,
    Party,
    Reckoned,
    Role,
    Row,
    Size,
    Uncovered,
    Valued,
    Window,
)  # fmt: skip
from .nodes import PAIR, PARTY, RECORD, RELATION, Node, Nodes, Profile, Reckoning
from .numbers import day_number

COUNTED = (InFields, CountRecords)
SURELY = least("value", Of("c", "least"))
OF_PAIR = (eq("pair", Of("c", "pair")), eq("reading", Of("c", "reading")))


class Finds(NamedTuple):
    """What a match of a definition tells: of which node or reckoning, and how (``what``)."""

    what: str
    of: Node | Reckoning
    value: int = 0


Finding = tuple[Finds, tuple[Pattern, ...]]


class Judging:
    """Definitions of the second network: what each finds and at which height, and what is settled at each height.

    ``asked`` are, by kind of bearer, the sets of lists for which possible bearers are asked about; ``negated`` the
    nodes whose being false must be told.
    """

    def __init__(self, nodes: Nodes):
        self.finds: dict[str, Finds] = {}
        self.height: dict[str, int] = {}
        self.definitions: list[Definition] = []
        self.asked: dict[int, set[int]] = defaultdict(set)
        self.negated: set[int] = set()
        self.negated_at: dict[int, list[Node]] = defaultdict(list)
        self.counted_at: dict[int, list[Node]] = defaultdict(list)
        for reckoning in nodes.reckonings:
            self._add(reckoning.height, [(Finds("reckoned", reckoning), _reckoned(reckoning, nodes))])
        for node in nodes.all:
            self._add(node.height, _findings(node, nodes))
            if isinstance(node.condition, COUNTED):
                self.counted_at[node.height - 1].append(node)
            if isinstance(node.condition, NotThat) and node.parts[0].number not in self.negated:
                self.negated.add(node.parts[0].number)
                self.negated_at[node.parts[0].height].append(node.parts[0])
        self.clean = [node for node in nodes.all if isinstance(node.condition, CleanFor)]
        self.highest = max((node.height for node in nodes.all), default=0)

    def _add(self, height: int, findings: Iterable[Finding]) -> None:
        for finds, patterns in findings:
            name = f"j{len(self.definitions)}"
            before = isinstance(finds.of, Node) and isinstance(finds.of.condition, COUNTED) and finds.what != "size"
            self.finds[name], self.height[name] = finds, height - before
            self.definitions.append(Definition(name, patterns))
            for part in patterns:
                if part.fact is Candidate:
                    head = {test.name: test.value for test in part.head}
                    self.asked[head["spec"]].add(head["set"])  # type: ignore[index,arg-type]


def _findings(node: Node, nodes: Nodes) -> Iterator[Finding]:
    match node.condition:
        case AllOf():
            yield from _all_of(node)
        case AnyOf():
            yield from _any_of(node, nodes)
        case NotThat():
            settled = pattern("v0", Valued, eq("node", node.parts[0].number), most("value", 1))
            yield Finds("not", node), (settled,)
        case OnList():
            yield from _on_list(node, nodes)
        case HeldBy():
            yield from _held_by(node, nodes)
        case AfterExit():
            watched = (eq("status", STATUSES["delisted"]), above("monitored", Of("c", "day")))
            yield Finds("record", node), (*_rows(node, nodes, *watched), *_concerns(node))
        case HasRelation():
            held = _role("n", nodes.role_sets[node.condition.roles], eq("current", 1))
            yield Finds("relation", node), (_candidate(node, nodes), held, *_where(node, relation="n"))
        case CountRecords():
            yield from _counted(node, nodes)
        case InFields():
            yield from _in_fields(node, nodes)


# --- whether a record counts


def _profile(node: Node) -> Profile:
    assert node.profile is not None
    return node.profile


def _candidate(node: Node, nodes: Nodes, *tests: Test, lists: int = 0) -> Pattern:
    return pattern("c", Candidate, eq("spec", nodes.specs[_profile(node).spec]), eq("set", lists), *tests)


def _row(node: Node, lists: int, holder: Of, *tests: Test) -> Pattern:
    """A record on one of the lists, that the reading takes in; no minor one where the measure is too heavy for it."""
    minor = (eq("minor", 0),) if _profile(node).slight else ()
    read = (most("suspended", Of("c", "suspended")), most("reduced", Of("c", "reduced")))
    return pattern("r", Row, eq("set", lists), eq("reaches", 1), *minor, *tests, eq("holder", holder), *read)


def _rows(node: Node, nodes: Nodes, *tests: Test) -> tuple[Pattern, Pattern]:
    """A possible bearer, and a record of the listed one on one of the lists."""
    lists = nodes.list_sets[node.condition.lists]  # type: ignore[union-attr]
    return _candidate(node, nodes, lists=lists), _row(node, lists, Of("c", "listed"), *tests)


def _statuses(node: Node) -> Iterator[tuple[str, tuple[Test, ...]]]:
    """The tests of a record's status, and whether it counts although it left its list (S5, S10)."""
    carries = (eq("rating", 0), most("status", TRIGGERS), least("sure", Of("c", "least")))
    began = _profile(node).afterwards
    if began is None:
        yield "record", carries
        return
    began_on = day_number(began)
    afterwards = (eq("rating", 0), most("status", AFTERWARDS), least("sure_later", Of("c", "least")))
    yield "record-later", (*afterwards, above("last", began_on))
    yield "record", (*carries, most("last", began_on))


def _concerns(node: Node, *, by_role: bool = True) -> tuple[Pattern, ...]:
    """The record is the bearer's to answer for: by a role on the day reckoned, and not as a minor (S11)."""
    of_record = eq("record", Of("r", "record"))
    parts = []
    if by_role and node.reckoning is not None:
        parts.append(pattern("k", Reckoned, eq("reckoning", node.reckoning.number), *OF_PAIR, of_record, SURELY))
    if _profile(node).punishment:
        parts.append(pattern("a", Aged, eq("party", Of("c", "bearer")), of_record, SURELY))
    return tuple(parts)


def _graded(node: Node, nodes: Nodes) -> tuple[Pattern, ...]:
    grades = getattr(node.condition, "grades", ())
    if not grades:
        return ()
    return (pattern("g", Graded, eq("grades", nodes.grade_sets[grades]), eq("record", Of("r", "record")), SURELY),)


def _ending(node: Node, nodes: Nodes) -> tuple[Pattern, ...]:
    """The measure's own term still runs (S10)."""
    term = _profile(node).term
    if term is None:
        return ()
    runs = (eq("record", Of("r", "record")), above("day", Of("c", "day")))
    return (pattern("e", Ending, eq("term", nodes.terms[term]), *runs),)


def _where(node: Node, record: str = "r", relation: str = "n") -> tuple[Pattern, ...]:
    if node.where is None:
        return ()
    return (_valued("w", node.where, SURELY, record=record, relation=relation),)


def _valued(alias: str, node: Node, *tests: Test, record: str = "r", relation: str = "n") -> Pattern:
    """The value of a condition for the possible bearer, and for the record or relation looked at."""
    joins = {
        PAIR: OF_PAIR,
        PARTY: (eq("party", Of("c", "listed")),),
        RECORD: (eq("record", Of(record, "record")),),
        RELATION: (eq("relation", Of(relation, "relation")),),
    }
    asked = [test for column in sorted(node.columns) for test in joins[column]]
    return pattern(alias, Valued, eq("node", node.number), *asked, *tests)


def _on_list(node: Node, nodes: Nodes) -> Iterator[Finding]:
    further = (*_graded(node, nodes), *_ending(node, nodes), *_concerns(node), *_where(node))
    for what, status in _statuses(node):
        yield Finds(what, node), (*_rows(node, nodes, *status), *further)


def _in_fields(node: Node, nodes: Nodes) -> Iterator[Finding]:
    """Records of an enterprise, or of one that may be; then what their number says (S19)."""
    enterprise = pattern(
        "f",
        OfKind,
        eq("kinds", nodes.kind_sets[("enterprise",)]),
        eq("node", 0),
        eq("party", Of("c", "listed")),
        least("value", 1),
    )
    further = (enterprise, *_ending(node, nodes), *_concerns(node))
    for what, status in _statuses(node):
        yield Finds(what, node), (*_rows(node, nodes, *status), *further)
    known = pattern("p", Party, eq("party", Of("s", "listed")), least("known", Of("s", "least")))
    yield Finds("size", node), (_size(node), known)


def _counted(node: Node, nodes: Nodes) -> Iterator[Finding]:
    """Records decided in the window, whatever became of them; then what their number says (S5, S16)."""
    assert isinstance(node.condition, CountRecords)
    window = pattern("x", Window, eq("window", nodes.windows[node.condition.within]))
    decided = (least("decided", Of("x", "first")), most("decided", Of("c", "day")))
    candidate, row = _rows(node, nodes, most("status", HISTORY), *decided, least("sure_past", Of("c", "least")))
    yield (
        Finds("record", node),
        (candidate, window, row, *_concerns(node), *_graded(node, nodes), *_where(node)),
    )
    # a record that may count although its procedure is unproven or its data old is possible whatever its own doubt
    yield Finds("size", node), (_size(node),)


def _size(node: Node) -> Pattern:
    tests = [_BOUNDS[operator](bound) for operator, bound in node.condition.bounds]  # type: ignore[union-attr]
    return pattern("s", Size, eq("node", node.number), *tests)


_BOUNDS = {
    "at_least": lambda bound: least("low", bound),
    "more_than": lambda bound: above("low", bound),
    "at_most": lambda bound: most("high", bound),
    "less_than": lambda bound: below("high", bound),
}


# --- persons in roles


def _role(alias: str, roles: int, *tests: Test, end: str = "unit", who: str = "bearer") -> Pattern:
    """A relation in one of the roles, that the reading takes in."""
    return pattern(
        alias, Role, eq("roles", roles), *tests, eq(end, Of("c", who)), most("disputed", Of("c", "disputed"))
    )


def _reckoned(reckoning: Reckoning, nodes: Nodes) -> tuple[Pattern, ...]:
    """The role was held on the day reckoned, the relation answers for the record and is as the condition asks (S11)."""
    spec = reckoning.spec
    held = (eq("relation", Of("n", "relation")), SURELY)
    patterns = [
        pattern("c", Candidate, eq("spec", nodes.specs[spec]), eq("set", 0)),
        _role("n", nodes.role_sets[spec.roles], eq("person", Of("c", "bearer")), who="listed"),
        pattern("h", Held, eq("at", DAYS[spec.at]), *held),
        pattern("b", Answering, eq("asked", int(spec.responsible)), eq("record", Of("h", "record")), *held),
    ]
    if reckoning.when is not None:
        patterns.append(_valued("w", reckoning.when, SURELY, record="h"))
    return tuple(patterns)


def _held_by(node: Node, nodes: Nodes) -> Iterator[Finding]:
    """A listed person in a role of the bearer; what no inquiry covers may be one (S12)."""
    condition = node.condition
    assert isinstance(condition, HeldBy)
    lists, roles = nodes.list_sets[condition.lists], nodes.role_sets[condition.roles]
    candidate = _candidate(node, nodes, lists=lists)
    held = pattern(
        "h",
        Held,
        eq("at", DAYS[condition.at]),
        eq("relation", Of("n", "relation")),
        eq("record", Of("r", "record")),
        SURELY,
    )
    further = (held, *_graded(node, nodes), *_ending(node, nodes), *_concerns(node, by_role=False), *_where(node))
    for what, status in _statuses(node):
        row = _row(node, lists, Of("n", "person"), *status)
        yield Finds(f"held-{what}", node), (candidate, _role("n", roles), row, *further)
    anybody = _candidate(node, nodes, eq("least", 1))
    holder = _role("n", roles, *([eq("current", 1)] if condition.at == "as-of" else []))
    yield Finds("uncovered", node), (anybody, pattern("u", Uncovered, eq("roles", roles)))
    yield Finds("uncovered", node), (anybody, pattern("u", Uncovered, eq("set", lists)))
    yield (
        Finds("uncovered", node),
        (anybody, holder, pattern("u", Uncovered, above("person", 0), eq("person", Of("n", "person")))),
    )


# --- conditions on conditions


def _all_of(node: Node) -> Iterator[Finding]:
    """Every part is so; may be; is so, and one of them rests on records."""
    parts = sorted(node.joined, key=lambda part: PAIR not in part.columns)
    yield Finds("value", node, 2), _joined(parts, [2] * len(parts))
    yield Finds("value", node, 1), _joined(parts, [1] * len(parts))
    for index, part in enumerate(parts):
        if part.carries:
            yield Finds("value", node, 3), _joined(parts, [3 if index == at else 2 for at in range(len(parts))])


def _joined(parts: list[Node], values: list[int]) -> tuple[Pattern, ...]:
    """Values of several conditions for the same pair, record, relation and party."""
    patterns: list[Pattern] = []
    seen: dict[str, str] = {}
    for index, (part, value) in enumerate(zip(parts, values, strict=True)):
        alias = f"v{index}"
        joins = [test for column in sorted(part.columns) for test in _same(column, seen)]
        patterns.append(pattern(alias, Valued, eq("node", part.number), least("value", value), *joins))
        for column in part.columns:
            seen.setdefault(column, alias)
    return tuple(patterns)


def _same(column: str, seen: dict[str, str]) -> list[Test]:
    if column == PARTY and PAIR in seen:
        return [eq("party", Of(seen[PAIR], "listed"))]
    if column not in seen:
        return []
    names = ("pair", "reading") if column == PAIR else (column,)
    return [eq(name, Of(seen[column], name)) for name in names]


def _any_of(node: Node, nodes: Nodes) -> Iterator[Finding]:
    """One part is so, or may be; one that does not depend on the record, say, is so for each record."""
    for part in node.parts:
        missing = node.columns - part.columns
        patterns: list[Pattern] = []
        joins: list[Test] = []
        if PAIR in missing:
            patterns.append(_candidate(node, nodes, eq("least", 2)))
            joins += [eq("party", Of("c", "listed"))] if PARTY in part.columns else []
        patterns += [pattern(f"x{column}", Each, above(column, 0)) for column in sorted(missing - {PAIR})]
        patterns.append(pattern("v0", Valued, eq("node", part.number), least("value", 1), *joins))
        yield Finds("any", node), tuple(patterns)
