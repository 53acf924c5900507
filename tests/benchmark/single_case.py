"""One case, JSON bytes to JSON bytes, beside what pydantic needs to read and write the same.

The bar: at most 3 times ``model_validate_json`` of the case model, with the identifier checks of python-stdnum, plus
``model_dump_json`` of the finished decision; for a case without records at most 4 times. The cases differ in subject,
document and days, so that nothing is answered from an earlier answer.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from stdnum.cn import ric, uscc

from credit_rules import Case, Decision, Engine
from credit_rules.case.identity import uscc_check
from credit_rules.source.form import form_of

CASES = 100
TURNS = 15
AS_OF = date(2024, 3, 20)


class Side(NamedTuple):
    """What is compared, in microseconds a case: both sides, the greatest ratio allowed, how many measures."""

    name: str
    ours: float
    beside: float
    at_most: float
    measures: float

    @property
    def ratio(self) -> float:
        """How many times the other side's time it takes."""
        return self.ours / self.beside


def code(number: int) -> str:
    """An invented firm's code with the right check character."""
    first = f"91360302MA0EX{number:04d}"
    return first + uscc_check(first + "0")


def with_one_record(number: int) -> dict[str, Any]:
    """A firm that owes wages, with an inquiry."""
    decided = AS_OF - timedelta(days=20 + number)
    return {
        "subject": {"id": code(number), "kind": "enterprise", "name": f"示例{number}有限公司", "region": "360302"},
        "records": [
            {
                "id": "r1",
                "list": "wage-arrears",
                "determined_by": "示例市人力资源和社会保障局",
                "document": {"number": f"示人社欠〔2024〕{number}号", "kind": "listing-decision"},
                "decided_on": str(decided),
                "published_on": str(decided + timedelta(days=3)),
                "notified_on": str(decided - timedelta(days=10)),
                "served_on": str(decided + timedelta(days=1)),
            }
        ],
        "inquiry": {"records_of": [code(number)], "registers": ["*"], "from": "2019-01-01", "until": str(AS_OF)},
        "context": {"as_of": str(AS_OF), "region": "360300", "matter": "government-subsidy"},
    }


def without_records(number: int) -> dict[str, Any]:
    """A firm of which nothing is on record."""
    case = with_one_record(number)
    return {"subject": case["subject"], "context": case["context"]}


def measure(turns: int = TURNS) -> list[Side]:
    """Both kinds of case, both ways, in turns; the median of the turns."""
    engine = Engine.bundled()
    return [
        _side("one live record", with_one_record, 3, engine, turns),
        _side("no records", without_records, 4, engine, turns),
    ]


def _side(name: str, make: Callable[[int], dict[str, Any]], at_most: float, engine: Engine, turns: int) -> Side:
    texts = [json.dumps(make(number), ensure_ascii=False).encode() for number in range(CASES)]
    case_model, decision_model = form_of(Case), form_of(Decision)
    finished = [decision_model.model_validate_json(engine.evaluate_json(text)) for text in texts]

    def beside() -> None:
        for text, decision in zip(texts, finished, strict=True):
            read: Any = case_model.model_validate_json(text)
            _check(read)
            decision.model_dump_json(by_alias=True)

    def ours() -> None:
        for text in texts:
            engine.evaluate_json(text)

    pairs = [(_seconds(ours), _seconds(beside)) for _ in range(turns)]
    each = [statistics.median(times) / CASES * 1e6 for times in zip(*pairs, strict=True)]
    measures = statistics.mean(len(decision.measures) for decision in finished)  # type: ignore[attr-defined]
    return Side(name, each[0], each[1], at_most, measures)


def _check(case: Any) -> None:
    uscc.validate(case.subject.id)
    for relation in case.relations:
        (ric if relation.kind == "natural-person" else uscc).validate(relation.id)


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def lines(sides: Sequence[Side]) -> list[str]:
    """The result as lines of text."""
    return [
        f"{side.name}: {side.ours:.0f} us beside {side.beside:.0f} us, {side.ratio:.2f} times "
        f"(at most {side.at_most:g}), {side.measures:.0f} measures"
        for side in sides
    ]


if __name__ == "__main__":
    print("\n".join(lines(measure())))
