"""The decision as one line of JSON, written at once: the bytes of ``to_json(decision, indent=None)``, sooner.

Every type of a decision gets a writer, made once of its fields. What many measures share is written once in a decision,
and departments and bases, which hold nothing of a case, also from one decision to the next.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from json.encoder import encode_basestring as quoted
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from .decision import BasisView, Decision, DepartmentView, EngineView, ReasonView, SourceView, WayOut, Withheld
from .decision_json import to_plain

Seen = dict[int, str]
Writer = Callable[[Any, Seen], str]

WITH_OPTIONAL_KEYS = (EngineView, Withheld)
SHARED_BY_MEASURES = (ReasonView, WayOut)
FREE_OF_THE_CASE = (DepartmentView, BasisView)
PRINTED = {SourceView: 6}
"""How many fields, from the first, say what a memorandum prints: clauses, which come again in other decisions."""
KEPT = 8192
"""How many lists of departments, and of bases, and how many clauses stay written."""


def to_line(decision: Decision) -> str:
    """The decision as JSON in one line, without a newline at the end."""
    return _writer(Decision)(decision, {})


@cache
def _writer(hint: Any) -> Writer:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(arguments)
    if origin is tuple:
        return _list(arguments[0])
    if _is_text(hint):
        return lambda value, seen: quoted(value)
    if hint is bool:
        return lambda value, seen: "true" if value else "false"
    if hint is date:
        return lambda value, seen: f'"{value.isoformat()}"'
    if hasattr(hint, "_fields") and hint not in WITH_OPTIONAL_KEYS:
        return _once(_object(hint)) if hint in SHARED_BY_MEASURES else _object(hint)
    return lambda value, seen: json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def _union(members: tuple[Any, ...]) -> Writer:
    """An optional value, or a list that a word may stand for."""
    some = [member for member in members if member is not type(None)]
    inner = _writer(some[0])
    if len(some) == 1:
        return lambda value, seen: "null" if value is None else inner(value, seen)
    return lambda value, seen: quoted(value) if type(value) is str else inner(value, seen)


def _list(item: Any) -> Writer:
    if item is str:
        return lambda value, seen: f"[{','.join(map(quoted, value))}]"
    inner = _writer(item)

    def write(value: Any, seen: Seen) -> str:
        return f"[{','.join([inner(each, seen) for each in value])}]"

    if item in FREE_OF_THE_CASE:
        return _kept(write)
    return _once(write) if item in SHARED_BY_MEASURES else write


def _once(write: Writer) -> Writer:
    def write_once(value: Any, seen: Seen) -> str:
        text = seen.get(id(value))
        if text is None:
            text = seen[id(value)] = write(value, seen)
        return text

    return write_once


def _kept(write: Writer) -> Writer:
    """Writes once what comes again, in this decision or another; what it holds on to cannot become something else."""
    kept: dict[int, tuple[Any, str]] = {}

    def write_kept(value: Any, seen: Seen) -> str:
        known = kept.get(id(value))
        if known is not None:
            return known[1]
        if len(kept) >= KEPT:
            kept.clear()
        kept[id(value)] = value, (text := write(value, seen))
        return text

    return write_kept


def _object(model: Any) -> Writer:
    """One expression over the fields, in their order: ``{{"id":{quoted(v[0])},"act":"{v[1]}"}}``."""
    hints = get_type_hints(model)
    names: dict[str, Any] = {
        "quoted": quoted,
        **{f"w{place}": _writer(hints[name]) for place, name in enumerate(model._fields)},
    }
    fields = [f'"{name.rstrip("_")}":{_field(hints[name], place)}' for place, name in enumerate(model._fields)]
    begin, printed = "{{", PRINTED.get(model, 0)
    if printed:
        names["printed"] = lru_cache(KEPT)(eval(f'lambda v: f"""{{{{{",".join(fields[:printed])},"""', names))
        begin = f"{{printed(v[:{printed}])}}"
    made: Writer = eval(f'lambda v, s: f"""{begin}{",".join(fields[printed:])}}}}}"""', names)
    return made


def _field(hint: Any, place: int) -> str:
    """How the value at a place is written: words and days on the spot, all else by the writer of its type.

    The words of an enumeration need no escapes.
    """
    members = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    some = [member for member in members if member is not type(None)]
    here = f"v[{place}]"
    if some == [str]:
        said = f"{{quoted({here})}}"
    elif some == [date]:
        said = f'"{{{here}.isoformat()}}"'
    elif len(some) == 1 and _is_text(some[0]):
        said = f'"{{{here}}}"'
    else:
        return f"{{w{place}({here}, s)}}"
    return said if len(some) == len(members) else f"{{'null' if {here} is None else f'{said}'}}"


def _is_text(hint: Any) -> bool:
    return hint is str or (get_origin(hint) is Literal and all(type(word) is str for word in get_args(hint)))
