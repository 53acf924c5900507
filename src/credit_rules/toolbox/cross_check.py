"""Deciding with two evaluators, and what to keep where they differ."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..case.decision_json import to_plain
from ..diagnostics.diagnostic import InputError
from ..engine.version import __version__
from .replay import Difference, differences

if TYPE_CHECKING:
    from ..case.decision import Decision
    from ..case.model import Case
    from ..engine.engine import CaseInput, Engine
    from ..plan.options import Options


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """The decision of the engine's own evaluator, and where that of the other differs; ``reproducer`` shows both.

    It is kept where they differ: the case, the options, the digests of packs, registry and plan, and both results.
    """

    case: Case
    decision: Decision
    differences: tuple[Difference, ...]
    reproducer: dict[str, Any] | None


def cross_check(
    engine: Engine, other: Engine, case: CaseInput, options: Options | None = None, *, name: str = "<case>"
) -> CrossCheck:
    """Decide a case with two engines on one plan and compare all of the decisions but the names of the evaluators.

    A second evaluator that breaks differs. Raises ``InputError`` where the case is wrong, or is more than the second
    one takes.
    """
    read, decision = engine.evaluate_with_case(case, options, name=name)
    first = _comparable(decision)
    second: dict[str, Any]
    try:
        second = _comparable(other.evaluate(case, options, name=name))
    except InputError:
        raise
    except Exception as error:  # whatever it is, nobody has confirmed the decision
        second = {"broke": f"{type(error).__name__}: {error}"}
    found = tuple(differences(first, second))
    if not found:
        return CrossCheck(read, decision, (), None)
    plan = engine.plan
    reproducer = {
        "format": 1,
        "case": to_plain(read),
        "options": {} if options is None else _given(options),
        "engine": {"version": __version__},
        "packs": [{"id": pack.id, "digest": pack.digest} for pack in plan.packs],
        "registry": {"digest": plan.registry_digest},
        "plan": {"digest": plan.digest},
        "differences": [
            {"path": one.path, engine.evaluator: _value(one.stored), other.evaluator: _value(one.now)} for one in found
        ],
        "results": {engine.evaluator: first, other.evaluator: second},
    }
    return CrossCheck(read, decision, found, reproducer)


def _comparable(decision: Decision) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(decision.to_json())
    del found["engine"]["evaluator"]
    return found


def _given(options: Options) -> dict[str, Any]:
    defaults = options._field_defaults
    return {
        name: value if value is None or isinstance(value, (bool, str)) else str(value)
        for name, value in options._asdict().items()
        if value != defaults[name]
    }


def _value(text: str | None) -> Any:
    return None if text is None else json.loads(text)
