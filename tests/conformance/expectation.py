"""What a case expects against what came: every difference, each with its place (README.md, "What is expected")."""

from __future__ import annotations

from typing import Any

MATCHERS = {"contains", "count", "none_of", "present"}


def differences(expected: Any, found: Any, path: str = "") -> list[str]:
    """Nothing where ``found`` is as expected."""
    if isinstance(expected, dict) and expected and expected.keys() <= MATCHERS:
        return _by_matcher(expected, found, path)
    if isinstance(expected, dict):
        return _mapping(expected, found, path)
    if isinstance(expected, list):
        return _list(expected, found, path)
    same = type(expected) is type(found) and expected == found
    return [] if same else [f"{path or '/'}: expected {expected!r}, found {_short(found)}"]


def _mapping(expected: dict[str, Any], found: Any, path: str) -> list[str]:
    if not isinstance(found, dict):
        return [f"{path or '/'}: expected a mapping, found {_short(found)}"]
    wrong = []
    for key, value in expected.items():
        if key not in found:
            wrong.append(f"{path}/{key}: missing")
        else:
            wrong.extend(differences(value, found[key], f"{path}/{key}"))
    return wrong


def _list(expected: list[Any], found: Any, path: str) -> list[str]:
    if not isinstance(found, list):
        return [f"{path or '/'}: expected a list, found {_short(found)}"]
    if len(expected) != len(found):
        return [f"{path or '/'}: expected {len(expected)} items, found {len(found)}: {_short(found)}"]
    return [
        wrong
        for number, (one, other) in enumerate(zip(expected, found, strict=True))
        for wrong in differences(one, other, f"{path}/{number}")
    ]


def _by_matcher(expected: dict[str, Any], found: Any, path: str) -> list[str]:
    if "present" in expected:
        is_there = found not in (None, "", [], {})
        return [] if is_there is expected["present"] else [f"{path}: expected {expected}, found {_short(found)}"]
    if not isinstance(found, list):
        return [f"{path or '/'}: expected a list, found {_short(found)}"]
    wrong = []
    if "count" in expected and len(found) != expected["count"]:
        wrong.append(f"{path}: expected {expected['count']} items, found {len(found)}: {_short(found)}")
    if not _each_its_own(expected.get("contains", []), found):
        wrong.append(f"{path}: expected to contain {expected['contains']}, found {_short(found)}")
    for one in expected.get("none_of", []):
        if any(not differences(one, item) for item in found):
            wrong.append(f"{path}: expected none like {one}, found {_short(found)}")
    return wrong


def _each_its_own(wanted: list[Any], found: list[Any]) -> bool:
    """Whether every wanted item is there, no two of them the same one."""
    if not wanted:
        return True
    first, *rest = wanted
    return any(
        not differences(first, item) and _each_its_own(rest, found[:number] + found[number + 1 :])
        for number, item in enumerate(found)
    )


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 600 else f"{text[:600]}…"
