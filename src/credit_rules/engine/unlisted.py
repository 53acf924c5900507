"""Units of which nothing is on record: decided once for a day, a place and a question, and told to each in its turn.

Most of those who apply for something stand on no list. Without records, relations and other parties a decision knows a
unit by its kind, place and facts; the answer to one is the answer to another, save the name and number.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..case.decision import Decision, SubjectView
from ..case.decision_text import to_line
from ..case.identity import tell_id_type
from ..case.model import Case, Facts
from ..plan.model import Plan
from ..plan.options import Options

KEPT = 1024
"""How many answers a plan keeps; where there are more the first ones are forgotten."""


def is_unlisted_unit(case: Case) -> bool:
    """Whether the decision can know the subject by nothing but its kind, place and facts.

    Persons are left out, for their number tells their age, and numbers of another type, which might stand in a text.
    """
    subject = case.subject
    if case.records or case.relations or case.parties or subject.kind == "natural-person":
        return False
    return len(subject.id) == 18 and tell_id_type(subject.id, subject.kind) == "uscc"


def line_of(case: Case, options: Options, plan: Plan, decide: Callable[[], Decision]) -> str:
    """The decision as one line of JSON, from the answer kept for such units, or from ``decide``, which is then kept."""
    kept: dict[Any, list[str]] = plan.known.setdefault(("unlisted",), {})
    key = (_asked(case), options)
    parts = kept.get(key)
    if parts is None:
        decision = decide()
        said = _subject(decision.subject)
        head, found, rest = to_line(decision).partition(said)
        assert found, said
        parts = [head, *rest.split(case.subject.id)]
        if len(kept) >= KEPT:
            kept.pop(list(kept)[0], None)  # noqa: RUF015  one step, which no thread breaks into
        kept[key] = parts
    subject = case.subject
    said = _subject(SubjectView(subject.id, subject.kind, subject.name))
    return parts[0] + said + subject.id.join(parts[1:])


def _asked(case: Case) -> tuple[Any, ...]:
    """All of a case but the subject's name and number."""
    subject, inquiry, context = case.subject, case.inquiry, case.context
    if inquiry is not None:
        own = tuple(sorted({"" if id == subject.id else id for id in inquiry.records_of}))
        inquiry = inquiry._replace(records_of=own)
    about = (subject.kind, subject.id_type, subject.region, subject.status, subject.birth_date, _flat(subject.facts))
    return (*about, inquiry, *context[:4], _flat(context.facts))


def _flat(facts: Facts) -> tuple[Any, ...]:
    return tuple(sorted((name, type(value), value) for name, value in facts.items())) if facts else ()


def _subject(view: SubjectView) -> str:
    name = json.dumps(view.name, ensure_ascii=False)
    return f'"subject":{{"id":"{view.id}","kind":"{view.kind}","name":{name}}}'
