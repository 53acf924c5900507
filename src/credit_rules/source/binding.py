"""From positioned nodes to a typed value: every mistake of shape or type at once, in the author's words."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from .annotation_walk import Place, walk
from .limits import DEFAULT_LIMITS
from .node import Mapping, Node, Path, Scalar, Sequence, pointer
from .rows import NamedTuple

T = TypeVar("T", bound=BaseModel)


def bind(model: type[T], node: Node, at: Path = ()) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """``node`` as a ``model``, or None with a diagnostic for each mistake.

    Nothing is coerced: no number becomes text, no text a boolean. Keys are the names written in files (``from``).
    ``at`` is the path of ``node`` in its document, put before every JSON pointer.

    Errors: ``unknown-key``, ``missing-key``, ``number-needs-quotes``, ``not-a-day``, ``not-a-period``,
    ``not-one-of``, ``no-form``, ``two-forms``, ``empty-text``, ``empty-list``, ``wrong-type``.
    """
    try:
        return validate(model, node.to_plain(tuple)), ()
    except ValidationError as error:
        return None, tuple(_diagnostics(model, node, error, at))


def validate(model: type[T], plain: Any) -> T:
    """Strict validation by the names written in files; lists are given as tuples."""
    return model.model_validate(plain, strict=True, by_alias=True, by_name=False)


def mistaken_paths(model: type[BaseModel], node: Node, error: ValidationError) -> list[Path]:
    """Where each mistake of ``error`` stands below ``node``."""
    return [walk(model, node, item["loc"]).path for item in error.errors(include_url=False, include_context=False)]


class _Finding(NamedTuple):
    code: str
    values: dict[str, str]
    at_key: bool = False
    words: tuple[str, ...] = ()


_RANK = ("unknown-key", "two-forms", "no-form", "missing-key", "number-needs-quotes", "not-a-day", "not-a-period",
         "empty-text", "empty-list", "not-one-of", "wrong-type")  # fmt: skip
_EXPECTED = {
    "string_type": "text", "int_type": "whole-number", "bool_type": "boolean", "tuple_type": "list",
    "model_type": "mapping", "dict_type": "mapping", "is_instance_of": "number",
}  # fmt: skip


def _diagnostics(model: type[BaseModel], node: Node, error: ValidationError, at: Path) -> list[Diagnostic]:
    by_path: dict[Path, list[_Finding]] = defaultdict(list)
    of_second_form: set[Path] = set()
    for item in error.errors(include_url=False)[: DEFAULT_LIMITS.findings]:
        place = _standing(walk(model, node, item["loc"]), node)
        if item["type"] == "too_short" and not _is_empty(node.find(place.path)):
            continue  # items that are wrong themselves are not counted
        finding = _finding(item, place, node)
        by_path[place.path].append(finding)
        if finding.code == "two-forms":
            second = place.form_keys.get(str(place.path[-1]), ())
            of_second_form.update((*place.path[:-1], key) for key in second if key != place.path[-1])
    found = []
    for path, findings in by_path.items():
        finding = _settled(findings)
        if finding.code == "wrong-type" and any(len(p) > len(path) and p[: len(path)] == path for p in by_path):
            continue
        if finding.code == "unknown-key" and path in of_second_form:
            continue
        if finding.code == "missing-key" and _is_meant_by_another(path, by_path):
            continue
        span = node.key_span(path) if finding.at_key else node.span_at(path)
        found.append(Diagnostic(finding.code, span, pointer((*at, *path)), finding.values))
    return found


def _standing(place: Place, node: Node) -> Place:
    """The place, or that of the word which stands alone where several may."""
    alone = place.path and isinstance(place.path[-1], int) and node.find(place.path) is None
    return place._replace(path=place.path[:-1]) if alone else place


def _is_empty(node: Node | None) -> bool:
    return isinstance(node, Sequence) and not node.items


def _is_meant_by_another(path: Path, by_path: dict[Path, list[_Finding]]) -> bool:
    """Whether a misspelt key beside the missing one is its near miss: one mistake is told once."""
    return any(
        finding.code == "unknown-key" and finding.values.get("nearest") == path[-1] and other[:-1] == path[:-1]
        for other, findings in by_path.items()
        for finding in findings
    )


def _settled(findings: list[_Finding]) -> _Finding:
    """One finding for a place where each alternative of a union has said no."""
    best = min(findings, key=lambda finding: _RANK.index(finding.code))
    values = dict(best.values)
    if best.code == "wrong-type":
        wanted = [*best.words, *(f.values["expected"] for f in findings if "expected" in f.values)]
        values["expected"] = "|".join(dict.fromkeys(word for word in wanted if word))
    elif best.code in ("not-a-day", "not-a-period"):
        values["also"] = "|".join(f.values["known"] for f in findings if f.code == "not-one-of")
    return best._replace(values=values)


def _finding(item: Any, place: Place, node: Node) -> _Finding:
    kind = item["type"]
    if kind == "missing":
        return _Finding("missing-key", {"key": shown(place.path[-1])})
    if kind == "extra_forbidden":
        return _unknown_key(place)
    value = node.find(place.path)
    if place.is_key:
        return _Finding("not-one-of", _one_of(place, str(place.path[-1])), at_key=True)
    if kind in ("union_tag_not_found", "union_tag_invalid"):
        return _no_form(place, value)
    if kind == "literal_error":
        if isinstance(value, Scalar) and value.value is not None:
            return _Finding("not-one-of", _one_of(place, _written(value)[1]))
        return _Finding("wrong-type", {"expected": "", **_described(value)}, words=place.literals)
    if kind == "value_error":
        code = "not-a-period" if str(item["ctx"]["error"]) == "period" else "not-a-day"
        return _Finding(code, _described(value))
    if kind in ("too_short", "string_too_short"):
        return _Finding("empty-list" if kind == "too_short" else "empty-text", {})
    if kind == "string_type" and _is_number(value):
        return _Finding("number-needs-quotes", {"found": shown(_written(value)[1])})
    return _Finding("wrong-type", {"expected": _EXPECTED.get(kind, "value"), **_described(value)}, words=place.literals)


def _unknown_key(place: Place) -> _Finding:
    key = str(place.path[-1])
    if key in place.forms:
        return _Finding("two-forms", {"key": key, "form": place.form or ""}, at_key=True)
    near = nearest(key, place.keys)
    values = {"key": shown(key), "known": "|".join(place.keys)}
    return _Finding("unknown-key", {**values, "nearest": near} if near else values, at_key=True)


def _no_form(place: Place, value: Node | None) -> _Finding:
    if not isinstance(value, Mapping):
        return _Finding("wrong-type", {"expected": "condition", **_described(value)})
    near = next((near for key in value.values if (near := nearest(key, place.forms))), None)
    values = {"known": "|".join(place.forms)}
    return _Finding("no-form", {**values, "nearest": near} if near else values)


def _one_of(place: Place, written: str) -> dict[str, str]:
    near = nearest(written, place.literals)
    values = {"found": shown(written), "known": "|".join(place.literals)}
    return {**values, "nearest": near} if near else values


def _is_number(value: Node | None) -> bool:
    return isinstance(value, Scalar) and value.value is not None and not isinstance(value.value, str | bool)


def _described(value: Node | None) -> dict[str, str]:
    kind, text = _written(value)
    return {"kind": kind, "found": shown(text)} if text else {"kind": kind}


def _written(value: Node | None) -> tuple[str, str]:
    """What kind of thing was written, as a phrase, and its text."""
    if isinstance(value, Sequence):
        return "a-list", ""
    if not isinstance(value, Scalar):
        return "a-mapping", ""
    if value.value is None:
        return "a-null", ""
    if isinstance(value.value, bool):
        return "a-boolean", "true" if value.value else "false"
    if isinstance(value.value, str):
        return "a-text", value.value
    return "a-number", str(value.value)
