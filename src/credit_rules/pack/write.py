"""A pack as YAML text, in the order and the style in which authors write one; read again it is the same pack."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from ..source.key_order import written_keys
from ..source.node import Path
from ..source.number import NUMBER
from .base import PackModel
from .condition import FORMS, Count, CountComparison
from .model import AdoptedMeasure, Measure, Pack
from .period import Period

Remarks = Mapping[Path, Sequence[str]]
"""Comment lines to stand above a key or an item, by its path; ``()`` is the head of the file."""


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a part of a pack as they are written: in the order of its fields, what a condition is first.

    A measure says above its clause what it adopts; a count says in which time, then how many, then which records.
    """
    if model in (Measure, AdoptedMeasure):
        return KEYS_OF_MEASURE
    keys = sorted(written_keys(model), key=lambda key: key not in FORMS)
    return tuple(sorted(keys, key=_COUNTED.index)) if model is Count else tuple(keys)


_OWN = written_keys(Measure)
KEYS_OF_MEASURE = (*_OWN[: _OWN.index("act")], "adopts", *_OWN[_OWN.index("act") :])
"""The order of the keys of a measure, whether it is written or adopted."""
_COUNTED = ("count", "within", *written_keys(CountComparison), "distinct", "grade", "where")
_ALONE = {"on_list", "after_exit", "count", "exists", "listed_kinds", "bearer_kinds", "grade"}
"""Keys under which a list of one is written as the word alone."""
_BLOCKS = {(), ("memorandum",), ("clauses",), ("measures",)}
_WORDS = {"true", "false", "null"}
_PLAIN = re.compile(r"[\w〔（《“][\w 〔〕（）()《》“”、，。；·…%./+-]*(?<! )\Z")


def write_pack(pack: Pack, remarks: Remarks | None = None, *, width: int = 120) -> str:
    """The text of a pack; ``remarks`` stand in it as comments.

    Keys that say what holds anyway are left out. What fits on a line of ``width`` characters stands on one.
    """
    writer = _Writer(remarks or {}, width)
    return "".join(f"{line}\n" for line in (*writer.remark((), 0), *writer.mapping(_plain(pack), (), 0)))


def quoted(text: str) -> str:
    """Text as a YAML scalar that is read as this text: plain where that is safe, else in double quotes."""
    safe = _PLAIN.match(text) and text not in _WORDS and not NUMBER.fullmatch(text)
    return text if safe else json.dumps(text, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """Models as dicts of the keys that say something, periods and days as text."""
    if isinstance(value, PackModel):
        found = {
            info.alias or name: _plain(getattr(value, name))
            for name, info in type(value).model_fields.items()
            if info.is_required() or getattr(value, name) != info.default
        }
        return {key: _shorter(key, found[key]) for key in keys_of(type(value)) if key in found}
    if isinstance(value, dict):
        return dict(value)
    if isinstance(value, Period | date):
        return str(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _shorter(key: str, value: Any) -> Any:
    return value[0] if key in _ALONE and isinstance(value, list) and len(value) == 1 else value


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return quoted(value) if isinstance(value, str) else json.dumps(value)


class _Writer:
    def __init__(self, remarks: Remarks, width: int):
        self.remarks, self.width = remarks, width

    def remark(self, path: Path, indent: int) -> Iterator[str]:
        for line in self.remarks.get(path, ()):
            yield f"{' ' * indent}# {line}".rstrip()

    def mapping(self, value: dict[str, Any], path: Path, indent: int) -> Iterator[str]:
        for key, item in value.items():
            here = (*path, key)
            yield from self.remark(here, indent)
            yield from self.entry(f"{' ' * indent}{quoted(key)}:", item, here, indent + 2)

    def entry(self, before: str, value: Any, path: Path, indent: int) -> Iterator[str]:
        """A key or the dash of an item, and its value on the same line, or below it."""
        flow = f"{before} {_flow(value)}"
        if not isinstance(value, dict | list) or not value or (path not in _BLOCKS and self.fits(flow, value, path)):
            yield flow
        elif isinstance(value, dict):
            yield before
            yield from self.mapping(value, path, indent)
        else:
            yield before
            for index, item in enumerate(value):
                yield from self.item(item, (*path, index), indent)

    def item(self, value: Any, path: Path, indent: int) -> Iterator[str]:
        if path[0] == "measures" and len(path) == 2 and path[1]:
            yield ""
        yield from self.remark(path, indent)
        dash = f"{' ' * indent}-"
        if not isinstance(value, dict) or (
            (len(path) != 2 or path[0] != "measures") and self.fits(f"{dash} {_flow(value)}", value, path)
        ):
            yield from self.entry(dash, value, path, indent + 2)
            return
        first, *rest = self.mapping(value, path, indent + 2)
        yield f"{dash} {first.lstrip()}"
        yield from rest

    def fits(self, line: str, value: Any, path: Path) -> bool:
        """Whether a value goes on one line: it is short enough, and no remark stands inside."""
        inside = any(other[: len(path)] == path and other != path for other in self.remarks)
        return len(line) <= self.width and not inside
