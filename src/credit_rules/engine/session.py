"""A case that changes: what is asserted and retracted, and which measures each change issues, lifts or suspends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date
from threading import RLock
from types import TracebackType
from typing import Any

from ..case.decision import Decision, MeasureView
from ..case.decision_json import to_plain
from ..case.model import Case, Event, FactValue, Record, Relation
from ..diagnostics.diagnostic import Diagnostic, InputError
from ..diagnostics.span import Span
from ..plan.model import Plan
from ..plan.options import Options
from ..source.rows import NamedTuple
from .evaluate import decide_case
from .evaluators import Evaluator

Plain = dict[str, Any]
_SCOPES = ("subject", "record", "relation", "context")


class Change(NamedTuple):
    """What a change did to the measures, each by its act and bearer.

    ``issued`` are those that apply now and did not before, or were suspended; ``suspended`` those that must not be
    executed now and could be before, or were not there; ``lifted`` those that are gone, as they were. A measure that
    only changes its force, standing or days is in none of them: see :attr:`Session.decision`.
    """

    issued: tuple[MeasureView, ...]
    lifted: tuple[MeasureView, ...]
    suspended: tuple[MeasureView, ...]


class Session:
    """A case held open, by :meth:`Engine.open_session`; every change is decided at once.

    What is wrong raises ``InputError``, and the case stays as it was. To be closed, or used in a ``with``.
    """

    def __init__(
        self,
        plan: Plan,
        read: Callable[[Plain], Case],
        case: Case,
        options: Options,
        version: str,
        by: Evaluator,
        end: Callable[[], None],
    ):
        self._plan, self._read, self._options, self._version = plan, read, options, version
        self._by, self._end = by, end
        self._lock = RLock()
        self._plain: Plain = to_plain(case)
        self._case, self._decision = case, self._decide(case, options)

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self._case

    @property
    def decision(self) -> Decision:
        """The decision on the case as it stands."""
        return self._decision

    def assert_record(self, record: Record | Mapping[str, Any]) -> Change:
        """Add a record, or put it in the place of the one of the same id."""
        plain = _plain(record)

        def add(case: Plain) -> None:
            kept = [one for one in case["records"] if one["id"] != plain.get("id")]
            case["records"] = [*kept, plain]

        return self._change(add)

    def assert_event(self, record: str, event: Event | Mapping[str, Any]) -> Change:
        """Add an event to the life of a record, after those that it has."""

        def add(case: Plain) -> None:
            found = _one(case["records"], record)
            found["events"] = [*found.get("events", ()), _plain(event)]

        return self._change(add)

    def assert_relation(self, relation: Relation | Mapping[str, Any]) -> Change:
        """Add a relation, or put it in the place of the one of the same person, role, unit and first day."""
        plain = _plain(relation)

        def add(case: Plain) -> None:
            kept = [one for one in case["relations"] if _ends(one) != _ends(plain)]
            case["relations"] = [*kept, plain]

        return self._change(add)

    def assert_fact(self, name: str, value: FactValue | date, of: str | None = None) -> Change:
        """State a fact of a party, record, relation or the context, written as packs write it: ``subject.staff``.

        ``of`` is the id: of a record or related person it must be given, of the subject it need not.
        """
        return self._change(lambda case: _state(case, name, to_plain(value), of))

    def retract_record(self, id: str) -> Change:
        """Take a record out, as if it had never been handed over."""

        def take(case: Plain) -> None:
            _one(case["records"], id)
            case["records"] = [one for one in case["records"] if one["id"] != id]
            for relation in case["relations"]:
                if relation.get("responsible_for"):
                    relation["responsible_for"] = [one for one in relation["responsible_for"] if one != id]

        return self._change(take)

    def retract_relation(self, id: str, role: str | None = None) -> Change:
        """Take the relations of a person out; with ``role`` only those in that role."""

        def take(case: Plain) -> None:
            kept = [one for one in case["relations"] if one["id"] != id or role not in (None, one["role"])]
            if len(kept) == len(case["relations"]):
                raise _missing(id)
            case["relations"] = kept

        return self._change(take)

    def retract_fact(self, name: str, of: str | None = None) -> Change:
        """Let a fact be unknown again."""
        return self._change(lambda case: _state(case, name, None, of))

    def move_to(self, as_of: date) -> Change:
        """Decide for another day."""
        with self._lock:
            decision = self._decide(self._case, self._options._replace(as_of=as_of))
            self._options = self._options._replace(as_of=as_of)
            return self._took(self._case, decision)

    def close(self) -> None:
        """Give back what the session holds."""
        self._end()

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _change(self, edit: Callable[[Plain], None]) -> Change:
        with self._lock:
            plain = deepcopy(self._plain)
            edit(plain)
            case = self._read(plain)
            decision = self._decide(case, self._options)
            self._plain = plain
            return self._took(case, decision)

    def _decide(self, case: Case, options: Options) -> Decision:
        return decide_case(self._plan, case, options, self._version, "<session>", by=self._by)

    def _took(self, case: Case, decision: Decision) -> Change:
        before, now = _measures(self._decision), _measures(decision)
        self._case, self._decision = case, decision
        return Change(
            issued=tuple(one for key, one in now.items() if _applies(one) and not _applies(before.get(key))),
            lifted=tuple(one for key, one in before.items() if key not in now),
            suspended=tuple(
                one for key, one in now.items() if not _applies(one) and (key not in before or _applies(before[key]))
            ),
        )


def _measures(decision: Decision) -> dict[tuple[str, str, str], MeasureView]:
    return {(one.direction, one.act, one.bearer.id): one for one in decision.measures}


def _applies(measure: MeasureView | None) -> bool:
    return measure is not None and measure.status != "suspended"


def _plain(part: Any) -> Plain:
    plain: Plain = deepcopy(dict(part)) if isinstance(part, Mapping) else to_plain(part)
    return plain


def _ends(relation: Plain) -> tuple[Any, ...]:
    return tuple(str(relation.get(key)) for key in ("id", "role", "of", "since"))


def _one(found: list[Plain], id: str | None) -> Plain:
    for one in found:
        if one["id"] == id:
            return one
    raise _missing(id)


def _missing(found: str | None) -> InputError:
    return InputError([Diagnostic("not-in-session", Span("<session>"), values={"found": found or "?"})])


def _state(case: Plain, name: str, value: Any, of: str | None) -> None:
    """Write a fact, or ``None``, into the case where it belongs."""
    scope, _, fact = name.partition(".")
    subject = case["subject"]
    match scope:
        case "subject":
            holders = [subject if of in (None, subject["id"]) else _one(case["parties"], of)]
        case "record":
            holders = [_one(case["records"], of)]
        case "relation":
            holders = [one for one in case["relations"] if one["id"] == of]
            if not holders:
                raise _missing(of)
        case "context":
            holders = [case["context"]]
        case _:
            raise InputError(
                [
                    Diagnostic(
                        "fact-without-scope", Span("<session>"), values={"found": name, "known": "|".join(_SCOPES)}
                    )
                ]
            )
    for holder in holders:
        holder["facts"] = {**holder.get("facts", {}), fact: value}
