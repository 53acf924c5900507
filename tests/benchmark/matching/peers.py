"""The same measures in other engines, each as its users would write them: what hits is told, what is unknown is not."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from .world import Answer, Measure, Record, Subject

Asked = Callable[[Subject], Answer]
Contender = Callable[[Sequence[Measure]], Asked]


def naive(measures: Sequence[Measure]) -> Asked:
    """A loop over every measure, for every record."""

    def holds(measure: Measure, record: Record, subject: Subject) -> bool:
        return (
            measure.list == record.list
            and (measure.grade is None or measure.grade == record.grade)
            and (measure.kind is None or measure.kind == subject.kind)
            and (measure.matter is None or measure.matter == subject.matter)
            and (measure.amount_at_least is None or (record.amount or 0) >= measure.amount_at_least)
            and (measure.since is None or (record.happened_on or 0) >= measure.since)
            and (measure.before is None or (record.happened_on or 10**6) < measure.before)
        )

    def ask(subject: Subject) -> Answer:
        return frozenset(
            measure.id for record in subject.records for measure in measures if holds(measure, record, subject)
        )

    return ask


def durable_by_hand(measures: Sequence[Measure]) -> Asked:
    """durable-rules: one host and one reused state, a rule a measure, whole numbers only, facts put in and out."""
    from durable.engine import Host, MessageNotHandledException

    lists = {name: number for number, name in enumerate(sorted({measure.list for measure in measures}))}
    codes: dict[str, int] = {}

    def coded(word: str) -> int:
        return codes.setdefault(word, len(codes) + 1)

    hits: set[str] = set()

    def action(id: str) -> Callable[[Any], None]:
        return lambda context: hits.add(id)

    rules: dict[str, Any] = {}
    for number, measure in enumerate(measures):
        tests: list[dict[str, Any]] = [{"list": lists[measure.list]}]
        tests += [{"grade": coded(measure.grade)}] if measure.grade else []
        tests += [{"kind": coded(measure.kind)}] if measure.kind else []
        tests += [{"matter": coded(measure.matter)}] if measure.matter else []
        tests += [{"$gte": {"amount": measure.amount_at_least}}] if measure.amount_at_least else []
        tests += [{"$gte": {"day": measure.since}}] if measure.since else []
        tests += [{"$lt": {"day": measure.before}}] if measure.before else []
        rules[f"r{number}"] = {
            "all": [{"m": {"$and": tests} if len(tests) > 1 else tests[0]}],
            "run": action(measure.id),
        }
    host = Host()
    host.set_rulesets({"measures": rules})

    def facts(subject: Subject) -> list[dict[str, Any]]:
        found = []
        for number, record in enumerate(subject.records):
            fact = {"id": f"f{number}", "sid": "0", "list": lists[record.list]}
            fact |= {"kind": coded(subject.kind), "matter": coded(subject.matter)}
            fact |= {} if record.grade is None else {"grade": coded(record.grade)}
            fact |= {} if record.amount is None else {"amount": record.amount}
            fact |= {} if record.happened_on is None else {"day": record.happened_on}
            found.append(fact)
        return found

    def ask(subject: Subject) -> Answer:
        hits.clear()
        given = facts(subject)
        for fact in given:
            with suppress(MessageNotHandledException):  # no rule wants it
                host.assert_fact("measures", fact)
        for fact in given:
            with suppress(MessageNotHandledException):
                host.retract_fact("measures", fact)
        return frozenset(hits)

    return ask


def clips(measures: Sequence[Measure]) -> Asked:
    """clipspy: a template, a rule a measure, facts put in and out."""
    import clips as library

    environment = library.Environment()
    slots = "".join(f"(slot {name})" for name in ("list", "grade", "kind", "matter", "amount", "day"))
    environment.build(f"(deftemplate entry {slots})")
    hits: set[str] = set()
    environment.define_function(lambda id: hits.add(str(id)), "hit")
    for number, measure in enumerate(measures):
        parts = [f"(list {measure.list})"]
        parts += [f"(grade {measure.grade})"] if measure.grade else []
        parts += [f"(kind {measure.kind})"] if measure.kind else []
        parts += [f"(matter {measure.matter})"] if measure.matter else []
        parts += (
            [f"(amount ?a&:(and (neq ?a nil) (>= ?a {measure.amount_at_least})))"] if measure.amount_at_least else []
        )
        days = ["(neq ?d nil)"] if measure.since or measure.before else []
        days += [f"(>= ?d {measure.since})"] if measure.since else []
        days += [f"(< ?d {measure.before})"] if measure.before else []
        parts += [f"(day ?d&:(and {' '.join(days)}))"] if days else []
        environment.build(f'(defrule r{number} (entry {" ".join(parts)}) => (hit "{measure.id}"))')
    template = environment.find_template("entry")

    def ask(subject: Subject) -> Answer:
        hits.clear()
        given = [
            template.assert_fact(
                list=library.Symbol(record.list),
                grade=library.Symbol(record.grade or "nil"),
                kind=library.Symbol(subject.kind),
                matter=library.Symbol(subject.matter),
                amount=library.Symbol("nil") if record.amount is None else record.amount,
                day=library.Symbol("nil") if record.happened_on is None else record.happened_on,
            )
            for record in dict.fromkeys(subject.records)
        ]
        environment.run()
        for fact in given:
            fact.retract()
        return frozenset(hits)

    return ask


def rule_engine(measures: Sequence[Measure]) -> Asked:
    """rule-engine: an expression a measure, those of a list found by the list."""
    import rule_engine as library

    kinds = library.DataType
    types = {
        "grade": kinds.STRING,
        "kind": kinds.STRING,
        "matter": kinds.STRING,
        "amount": kinds.FLOAT,
        "day": kinds.FLOAT,
    }
    context = library.Context(type_resolver=library.type_resolver_from_dict(types))
    by_list: dict[str, list[tuple[str, Any]]] = {}
    for measure in measures:
        parts = [f'grade == "{measure.grade}"'] if measure.grade else []
        parts += [f'kind == "{measure.kind}"'] if measure.kind else []
        parts += [f'matter == "{measure.matter}"'] if measure.matter else []
        parts += [f"amount != null and amount >= {measure.amount_at_least}"] if measure.amount_at_least else []
        parts += [f"day != null and day >= {measure.since}"] if measure.since else []
        parts += [f"day != null and day < {measure.before}"] if measure.before else []
        rule = library.Rule(" and ".join(parts) or "true", context=context)
        by_list.setdefault(measure.list, []).append((measure.id, rule))

    def ask(subject: Subject) -> Answer:
        hits = set()
        for record in subject.records:
            thing = {
                "grade": record.grade,
                "kind": subject.kind,
                "matter": subject.matter,
                "amount": record.amount,
                "day": record.happened_on,
            }
            hits.update(id for id, rule in by_list.get(record.list, ()) if rule.matches(thing))
        return frozenset(hits)

    return ask


def zen_one_table(measures: Sequence[Measure]) -> Asked:
    """zen-engine: one decision table of all measures, every row that fits."""
    decide = _zen_table(measures, True)

    def ask(subject: Subject) -> Answer:
        return frozenset(id for record in subject.records for id in decide(_zen_input(record, subject)))

    return ask


def zen_tables(measures: Sequence[Measure]) -> Asked:
    """zen-engine: a decision table for each list."""
    by_list: dict[str, list[Measure]] = {}
    for measure in measures:
        by_list.setdefault(measure.list, []).append(measure)
    tables = {name: _zen_table(rows, False) for name, rows in by_list.items()}

    def ask(subject: Subject) -> Answer:
        return frozenset(
            id
            for record in subject.records
            if record.list in tables
            for id in tables[record.list](_zen_input(record, subject))
        )

    return ask


def _zen_input(record: Record, subject: Subject) -> dict[str, Any]:
    return {
        "list": record.list,
        "grade": record.grade,
        "kind": subject.kind,
        "matter": subject.matter,
        "amount": record.amount,
        "day": record.happened_on,
    }


def _zen_table(measures: Sequence[Measure], with_list: bool) -> Callable[[dict[str, Any]], list[str]]:
    import zen

    fields = ["grade", "kind", "matter", "amount", "day"] + (["list"] if with_list else [])

    def quoted(word: str | None) -> str:
        return "" if word is None else f'"{word}"'

    def days(measure: Measure) -> str:
        parts = [f"$ != null and $ >= {measure.since}"] if measure.since else []
        parts += [f"$ != null and $ < {measure.before}"] if measure.before else []
        return " and ".join(parts)

    rows = []
    for number, measure in enumerate(measures):
        row = {
            "_id": f"r{number}",
            "out": f'"{measure.id}"',
            "grade": quoted(measure.grade),
            "kind": quoted(measure.kind),
            "matter": quoted(measure.matter),
            "amount": f"$ != null and $ >= {measure.amount_at_least}" if measure.amount_at_least else "",
            "day": days(measure),
        }
        rows.append(row | ({"list": quoted(measure.list)} if with_list else {}))
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": name, "name": name, "field": name} for name in fields],
        "outputs": [{"id": "out", "name": "out", "field": "id"}],
        "rules": rows,
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "table", "type": "decisionTableNode", "name": "table", "content": table},
        {"id": "end", "type": "outputNode", "name": "end"},
    ]
    edges = [
        {"id": "e1", "type": "edge", "sourceId": "in", "targetId": "table"},
        {"id": "e2", "type": "edge", "sourceId": "table", "targetId": "end"},
    ]
    decision = zen.ZenEngine().create_decision(
        json.dumps({"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges})
    )

    def decide(given: dict[str, Any]) -> list[str]:
        result = decision.evaluate(given)["result"]
        return [row["id"] for row in result or ()]

    return decide


PEERS: dict[str, Contender] = {
    "durable-rules by hand": durable_by_hand,
    "clipspy": clips,
    "zen-engine, one table": zen_one_table,
    "zen-engine, a table per list": zen_tables,
    "rule-engine": rule_engine,
    "naive loop": naive,
}
