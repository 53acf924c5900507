"""The life of a record: what can follow what (contract.md, "Events")."""

from __future__ import annotations

import pytest

from credit_rules.registry.read_case import read_case
from credit_rules.registry.registry import Registry

HEAD = """\
subject: {id: "91350100M000100Y43", kind: enterprise}
records:
  - id: r1
    list: major-tax-violation
    determined_by: 示例税务局
    document: {number: 一}
    decided_on: 2018-01-02
    published_on: 2018-01-10
"""


def found_in(events: str, registry: Registry, fields: str = "") -> list[tuple[str, str]]:
    lines = "".join(f"      - {{{event.strip()}}}\n" for event in events.strip().splitlines() if event.strip())
    text = (
        HEAD
        + "".join(f"    {field.strip()}\n" for field in fields.splitlines())
        + (f"    events:\n{lines}" if lines else "")
    )
    case, _, found = read_case(text, "case.yaml", registry)
    assert (case is None) == bool(found)
    assert all(d.span.line > 6 and d.message() and d.hint("en") for d in found)
    return [(d.code, d.path.removeprefix("/records/0/")) for d in found]


@pytest.mark.parametrize(
    "events",
    [
        """type: verification-opened, on: 2018-05-01, ground: objection
           type: verification-closed, on: 2018-05-20, result: confirmed
           type: verification-opened, on: 2018-05-20, ground: suit""",
        "type: verification-opened, on: 2018-01-02, ground: own-motion",
        """type: stayed, on: 2018-05-01
           type: resumed, on: 2018-06-01
           type: stayed, on: 2018-06-01""",
        """type: repair-approved, on: 2018-05-01, effect: reduce
           type: repair-approved, on: 2018-06-01, effect: lift
           type: repair-revoked, on: 2018-07-01""",
        """type: extended, on: 2018-05-01, until: 2020-01-01
           type: extended, on: 2019-05-01, until: 2021-01-01""",
        """type: delisted, on: 2019-01-01, ground: expired
           type: verification-opened, on: 2019-02-01, ground: complaint
           type: verification-closed, on: 2019-02-10, result: annulled""",
        """type: verification-opened, on: 2018-05-01, ground: objection
           type: verification-closed, on: 2018-05-20, result: corrected, changes: {decided_on: 2018-01-03, grade: general}""",
        "type: rectified, on: 2018-05-01, within_time: true, monitoring_until: 2018-11-01, recorded_on: 2018-06-01",
        "type: rectified, on: 2018-05-01",
        "type: regraded, on: 2018-05-01, grade: serious",
        "type: confirmed, on: 2018-05-01",
        "type: document-revoked, on: 2018-05-01",
    ],
)
def test_lives_that_can_be_lived(events: str, registry: Registry) -> None:
    assert found_in(events, registry) == []


def test_events_may_be_written_in_any_order_of_days(registry: Registry) -> None:
    events = """type: verification-closed, on: 2018-05-20, result: confirmed
                type: verification-opened, on: 2018-05-01, ground: objection"""
    assert found_in(events, registry) == []


def test_events_of_one_day_act_in_the_order_written(registry: Registry) -> None:
    opened = "type: verification-opened, on: 2018-05-01, ground: objection"
    closed = "type: verification-closed, on: 2018-05-01, result: confirmed"
    assert found_in(f"{opened}\n{closed}", registry) == []
    assert found_in(f"{closed}\n{opened}", registry) == [("verification-not-open", "events/0/type")]


@pytest.mark.parametrize(
    ("events", "code", "path"),
    [
        ("type: stayed, on: 2018-01-01", "event-before-decision", "events/0/on"),
        ("type: verification-closed, on: 2018-05-01, result: confirmed", "verification-not-open", "events/0/type"),
        (
            """type: verification-opened, on: 2018-05-01, ground: objection
               type: verification-opened, on: 2018-05-02, ground: suit""",
            "verification-open", "events/1/type",
        ),
        ("type: resumed, on: 2018-05-01", "stay-not-open", "events/0/type"),
        ("type: stayed, on: 2018-05-01\ntype: stayed, on: 2018-06-01", "stay-open", "events/1/type"),
        ("type: repair-revoked, on: 2018-05-01", "nothing-repaired", "events/0/type"),
        (
            """type: extended, on: 2018-05-01, until: 2021-01-01
               type: extended, on: 2018-06-01, until: 2020-12-31""",
            "extension-before-end", "events/1/until",
        ),
        (
            """type: verification-opened, on: 2018-05-01, ground: objection
               type: verification-closed, on: 2018-05-20, result: annulled
               type: stayed, on: 2018-06-01""",
            "event-after-annulment", "events/2/type",
        ),
        ("type: document-revoked, on: 2018-05-01\ntype: verification-opened, on: 2018-05-01, ground: suit", "event-after-annulment", "events/1/type"),
        ("type: delisted, on: 2018-05-01, ground: expired\ntype: stayed, on: 2018-05-02", "event-after-delisting", "events/1/type"),
        ("type: delisted, on: 2018-05-01, ground: expired\ntype: delisted, on: 2018-05-02, ground: other", "event-after-delisting", "events/1/type"),
        # the fields of each type
        ("type: verification-opened, on: 2018-05-01, ground: expired", "unknown-ground", "events/0/ground"),
        ("type: delisted, on: 2018-05-01, ground: objection", "unknown-ground", "events/0/ground"),
        ("type: extended, on: 2018-05-01", "event-field-missing", "events/0/until"),
        ("type: extended, on: 2018-05-01, until: 2018-04-30", "period-ends-before-start", "events/0/until"),
        ("type: regraded, on: 2018-05-01", "event-field-missing", "events/0/grade"),
        ("type: stayed, on: 2018-05-01, until: 2018-06-01", "event-field-refused", "events/0/until"),
        ("type: rectified, on: 2018-05-01, result: confirmed", "event-field-refused", "events/0/result"),
        ("type: rectified, on: 2018-05-01, monitoring_until: 2018-04-01", "period-ends-before-start", "events/0/monitoring_until"),
        ("type: confirmed, on: 2018-05-01, ground: other", "event-field-refused", "events/0/ground"),
        # shape
        ("type: verification-open, on: 2018-05-01", "not-one-of", "events/0/type"),
        ("type: stayed, on: 2018-13-01", "not-a-day", "events/0/on"),
        ("type: stayed", "missing-key", "events/0/on"),
    ],
)  # fmt: skip
def test_lives_that_cannot(events: str, code: str, path: str, registry: Registry) -> None:
    assert found_in(events, registry) == [(code, path)]


def test_a_verification_without_result_or_changes(registry: Registry) -> None:
    opened = "type: verification-opened, on: 2018-05-01, ground: objection\n"
    closed = "type: verification-closed, on: 2018-05-20"
    assert found_in(opened + closed, registry) == [("event-field-missing", "events/1/result")]
    assert found_in(f"{opened}{closed}, result: corrected", registry) == [("event-field-missing", "events/1/changes")]
    assert found_in(f"{opened}{closed}, result: confirmed, changes: {{grade: general}}", registry) == [
        ("changes-without-correction", "events/1/changes")
    ]


@pytest.mark.parametrize("changes", ["{}", "{facts: {}}", "{grade: null}", "{conduct: {}}", "{conduct: {from: null}}"])
def test_a_correction_that_corrects_nothing(changes: str, registry: Registry) -> None:
    opened = "type: verification-opened, on: 2018-05-01, ground: objection\n"
    closed = f"type: verification-closed, on: 2018-05-20, result: corrected, changes: {changes}"
    assert found_in(opened + closed, registry) == [("correction-without-values", "events/1/changes")]


def test_a_correction_that_makes_a_fact_unknown_corrects_something(registry: Registry) -> None:
    opened = "type: verification-opened, on: 2018-05-01, ground: objection\n"
    closed = "type: verification-closed, on: 2018-05-20, result: corrected, changes: {facts: {amount: null}}"
    assert found_in(opened + closed, registry) == []


@pytest.mark.parametrize(
    ("fields", "code", "path"),
    [
        ("served_on: 2018-01-01", "day-before-decision", "served_on"),
        ("expires_on: 2018-01-01", "day-before-decision", "expires_on"),
        ("conduct: {from: 2016-02-01, until: 2016-01-01}", "conduct-ends-before-start", "conduct/until"),
        ("conduct: {from: 2019-02-01}", "conduct-after-decision", "conduct/from"),
    ],
)
def test_days_that_contradict_one_another(fields: str, code: str, path: str, registry: Registry) -> None:
    assert found_in("", registry, fields) == [(code, path)]


def test_published_before_decided(registry: Registry) -> None:
    case, _, found = read_case(HEAD.replace("2018-01-10", "2018-01-01"), "case.yaml", registry)
    assert case is None
    assert [(d.code, d.path, d.span[1:]) for d in found] == [
        ("day-before-decision", "/records/0/published_on", (8, 19))
    ]


def test_an_extension_is_held_to_the_stated_end(registry: Registry) -> None:
    extended = "type: extended, on: 2018-05-01, until: 2020-01-01"
    assert found_in(extended, registry, "expires_on: 2020-01-01") == []
    assert found_in(extended, registry, "expires_on: 2020-01-02") == [("extension-before-end", "events/0/until")]


def test_an_extension_is_held_to_the_shortest_term_of_the_list(registry: Registry) -> None:
    """Published 2018-01-10, two years: the first day without effect is 2020-01-11 (S6)."""

    def found(until: str) -> list[str]:
        text = HEAD.replace("major-tax-violation", "dishonest-judgment-debtor")
        text += f"    events: [{{type: extended, on: 2018-05-01, until: {until}}}]\n"
        return [d.code for d in read_case(text, "case.yaml", registry)[2]]

    assert found("2020-01-11") == []
    assert found("2020-01-10") == ["extension-before-end"]


def test_a_corrected_end_is_the_present_one(registry: Registry) -> None:
    events = """type: verification-opened, on: 2018-05-01, ground: objection
                type: verification-closed, on: 2018-05-20, result: corrected, changes: {expires_on: 2019-01-01}
                type: extended, on: 2018-06-01, until: 2019-06-01"""
    assert found_in(events, registry, "expires_on: 2021-01-01") == []


def test_a_relation_ends_after_it_began(registry: Registry) -> None:
    relation = (
        '{id: "11010519491231002X", kind: natural-person, role: shareholder, since: 2018-01-02, until: 2018-01-01}'
    )
    _, _, found = read_case(f"{HEAD}relations: [{relation}]\n", "case.yaml", registry)
    assert [(d.code, d.path) for d in found] == [("period-ends-before-start", "/relations/0/until")]
