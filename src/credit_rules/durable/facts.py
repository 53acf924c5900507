"""What is asserted, fact by fact: rows of whole numbers. Records, parties and relations are numbered from 1.

``0`` stands for nothing, unknown or does not matter. A value is 2 where something is so, 1 where it may be, 3 where it
is so and rests on records. ``copy`` numbers the copies of a fact (``copies.py``); ``k`` tells the kinds of facts apart.
Properties that :data:`PAGED` names are sent with a page beside them, so that a node of the network has few branches.
"""

from __future__ import annotations

from ..source.rows import NamedTuple

# --- what a situation says


class Day(NamedTuple):
    """The day decided for."""

    day: int
    copy: int = 0
    k: int = 1


class Place(NamedTuple):
    """A place that contains the region decided for: by its own code, or by that of its successor (``newest``)."""

    place: int
    own: int
    newest: int
    copy: int = 0
    k: int = 2


class Party(NamedTuple):
    """The subject or somebody related; ``known`` is 2 where the kind is, ``adult`` the first day of full age."""

    party: int
    kind: int
    known: int
    natural: int
    active: int
    subject: int
    adult: int
    copy: int = 0
    k: int = 3


class Record(NamedTuple):
    """A seen record: days, status, and how sure it is: as it stands, once it left its list, for a count."""

    record: int
    holder: int
    list: int
    grade: int
    effect: int
    earliest: int
    whole: int
    first: int
    last: int
    known: int
    latest: int
    copy: int = 0
    k: int = 4


class Relation(NamedTuple):
    """A seen relation: ``finding`` where its role asks for a finding, ``stated`` where it names what it answers for."""

    relation: int
    person: int
    unit: int
    role: int
    since: int
    until: int
    touching: int
    stated: int
    finding: int
    copy: int = 0
    k: int = 5


class Answer(NamedTuple):
    """A relation answers for a record."""

    relation: int
    record: int
    copy: int = 0
    k: int = 6


class Value(NamedTuple):
    """A fact of the case that some condition compares."""

    fact: int
    holder: int
    value: int
    copy: int = 0
    k: int = 7


class Unknown(NamedTuple):
    """A fact that some condition compares and the case does not state: that it is unknown is a fact of its own."""

    fact: int
    holder: int
    copy: int = 0
    k: int = 8


class UnaskedRole(NamedTuple):
    """A role whose holders no inquiry covers."""

    role: int
    copy: int = 0
    k: int = 9


class UnaskedList(NamedTuple):
    """A list whose register the inquiry does not cover."""

    list: int
    copy: int = 0
    k: int = 10


# --- what the first network makes of it


class Row(NamedTuple):
    """A record on one of a set of lists: with its status, and how sure it is as it stands and once it left its list."""

    set: int
    record: int
    holder: int
    status: int
    reaches: int
    rating: int
    minor: int
    sure: int
    sure_later: int
    sure_past: int
    last: int
    decided: int
    monitored: int
    suspended: int
    reduced: int
    copy: int = 0
    k: int = 20


class Candidate(NamedTuple):
    """A possible bearer because of somebody listed, in a reading, where something is so (``least`` 2) or may be (1).

    ``suspended``, ``reduced`` and ``disputed`` are 1 where the reading takes such records and relations in. Asserted
    for each set of lists on which there are records, and once for none (0).
    """

    spec: int
    set: int
    least: int
    pair: int
    reading: int
    bearer: int
    listed: int
    day: int
    suspended: int
    reduced: int
    disputed: int
    copy: int = 0
    k: int = 21


class Role(NamedTuple):
    """A relation in one of a set of roles; ``current`` on the as-of day."""

    roles: int
    current: int
    relation: int
    person: int
    unit: int
    disputed: int
    copy: int = 0
    k: int = 22


class Held(NamedTuple):
    """The role was held on the day reckoned for the record."""

    at: int
    relation: int
    record: int
    value: int
    copy: int = 0
    k: int = 23


class Answering(NamedTuple):
    """The relation answers for the record; ``asked`` where the measure asks for a finding whatever the role."""

    asked: int
    relation: int
    record: int
    value: int
    copy: int = 0
    k: int = 24


class Graded(NamedTuple):
    """The record is of one of a set of grades."""

    grades: int
    record: int
    value: int
    copy: int = 0
    k: int = 25


class Aged(NamedTuple):
    """The party was of full age on the days that count for the record, or is no natural person."""

    party: int
    record: int
    value: int
    copy: int = 0
    k: int = 26


class OfKind(NamedTuple):
    """The party is of one of a set of kinds; for the third network told of each condition with a value (``node``)."""

    kinds: int
    node: int
    party: int
    value: int
    copy: int = 0
    k: int = 27


class Valid(NamedTuple):
    """Measures of this place and period apply; told of those whose condition has a value."""

    validity: int
    node: int
    copy: int = 0
    k: int = 28


class Ending(NamedTuple):
    """The first day after a measure's own term, counted from the record."""

    term: int
    record: int
    day: int
    copy: int = 0
    k: int = 29


class Window(NamedTuple):
    """The first day of a period that ends on the as-of day."""

    window: int
    first: int
    copy: int = 0
    k: int = 30


class Uncovered(NamedTuple):
    """An inquiry is missing for a role (of a set of roles), a list (of a set) or a person; the other two are 0."""

    roles: int
    set: int
    person: int
    copy: int = 0
    k: int = 31


class Each(NamedTuple):
    """A record, relation or party there is; the other two are 0."""

    record: int
    relation: int
    party: int
    copy: int = 0
    k: int = 32


# --- what the second network finds, height by height


class Valued(NamedTuple):
    """The value of a condition, for whatever it depends on; ``carried`` is 0 where it is so without any record."""

    node: int
    pair: int
    reading: int
    bearer: int
    listed: int
    record: int
    relation: int
    party: int
    value: int
    carried: int
    copy: int = 0
    k: int = 40


class Reckoned(NamedTuple):
    """A relation makes the possible bearer answer for the record."""

    reckoning: int
    pair: int
    reading: int
    relation: int
    record: int
    value: int
    copy: int = 0
    k: int = 41


class Size(NamedTuple):
    """The least and greatest number counted, as far as it is so (``least`` 2); turned round for what may be (1)."""

    node: int
    least: int
    pair: int
    reading: int
    listed: int
    low: int
    high: int
    copy: int = 0
    k: int = 42


Fact = (
    Day | Place | Party | Record | Relation | Answer | Value | Unknown | UnaskedRole | UnaskedList | Row | Candidate
    | Role | Held | Answering | Graded | Aged | OfKind | Valid | Ending | Window | Uncovered | Each | Valued | Reckoned
    | Size
)  # fmt: skip
FactType = type[Fact]

PAGED = frozenset(
    {"list", "role", "roles", "fact", "set", "spec", "node", "reckoning", "validity", "place", "term", "window"}
)
"""Numbers of which a plan may have many."""
PAGE = 256


def kind_of(fact: FactType) -> int:
    """The number that tells a kind of facts from the others."""
    kind: int = fact._field_defaults["k"]
    return kind
