"""Deciding again what was decided before, and what came out differently (S4, S27)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ..plan.options import MODES, Options

if TYPE_CHECKING:
    from ..engine.engine import Engine


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the stored decision and the new one differ; ``None``: it is not there, JSON text otherwise."""

    path: str
    stored: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Replay:
    """``identical`` to the byte, or not, with every difference.

    No difference and not identical: only spaces, line breaks or the order of keys differ.
    """

    identical: bool
    differences: tuple[Difference, ...]


class NotADecision(ValueError):
    """The stored text is not a decision: not JSON, or without what a replay needs."""


def replay(engine: Engine, case: bytes, stored: bytes, *, name: str = "<case>") -> Replay:
    """Decide ``case`` for the days, place, matter and options of the ``stored`` decision and compare.

    ``stored`` is a decision as JSON, in lines or on one line, with or without a line break at the end. Raises
    :class:`NotADecision`, and ``InputError`` where the case is wrong or the evaluator of that time cannot be had.
    """
    before = _read(stored)
    options = options_of(before)
    decision = _deciding(engine, before).evaluate(case, options, name=name)
    text = stored.decode().rstrip("\r\n")
    now = decision.to_json()
    if text in (now, decision.to_json(indent=None)):
        return Replay(True, ())
    return Replay(False, tuple(differences(before, json.loads(now))))


def options_of(stored: dict[str, Any]) -> Options:
    """The options with which a decision was made.

    A region that was only assumed (warning ``region-assumed``) is left to be assumed again.
    """
    try:
        modes = stored["engine"].get("options") or {}
        assumed = any(warning["code"] == "region-assumed" for warning in stored["warnings"])
        return Options(
            as_of=date.fromisoformat(stored["as_of"]),
            known_at=date.fromisoformat(stored["known_at"]),
            region=None if assumed else stored["region"],
            matter=stored["indication"] and stored["indication"]["matter"],
            **{mode: modes[mode] for mode in MODES if mode in modes},
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise NotADecision(str(error)) from error


def _deciding(engine: Engine, stored: dict[str, Any]) -> Engine:
    """The engine with the evaluator that made the stored decision, so that the same bytes can come."""
    return engine.with_evaluator("durable") if stored["engine"].get("evaluator") == "durable" else engine


def differences(stored: Any, now: Any, path: str = "") -> Iterator[Difference]:
    """Where two JSON values differ, as deep as it can be said; a list of other length is compared by its items' ids."""
    if isinstance(stored, dict) and isinstance(now, dict):
        for key in [*stored, *(key for key in now if key not in stored)]:
            yield from _differences_at(stored, now, key, f"{path}/{key}")
    elif isinstance(stored, list) and isinstance(now, list):
        before, after = _keyed(stored), _keyed(now)
        if list(before) != list(after) and sorted(before) == sorted(after):
            yield Difference(path, _text(list(before)), _text(list(after)))
        for key in [*before, *(key for key in after if key not in before)]:
            yield from _differences_at(before, after, key, f"{path}/{key}")
    elif type(stored) is not type(now) or stored != now:
        yield Difference(path, _text(stored), _text(now))


def _differences_at(stored: dict[str, Any], now: dict[str, Any], key: str, path: str) -> Iterator[Difference]:
    if key in stored and key in now:
        yield from differences(stored[key], now[key], path)
    else:
        yield Difference(path, _text(stored[key]) if key in stored else None, _text(now[key]) if key in now else None)


def _keyed(items: list[Any]) -> dict[str, Any]:
    """Items by what identifies them, so that one item more does not make all others differ."""
    keyed: dict[str, Any] = {}
    for number, item in enumerate(items):
        key = str(number)
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            key = item["id"].replace("/", ":")
            if isinstance(item.get("bearer"), dict):
                key = f"{key}@{item['bearer'].get('id')}"
        while key in keyed:
            key += "'"
        keyed[key] = item
    return keyed


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _read(stored: bytes) -> dict[str, Any]:
    try:
        read = json.loads(stored)
    except (ValueError, RecursionError) as error:
        raise NotADecision("not JSON") from error
    if not isinstance(read, dict) or read.get("format") != 1:
        raise NotADecision("format")
    return read
