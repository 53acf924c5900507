"""Packs in the order of keys in which they are written (``pack/write.py``): which files change, and to what."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path as FilePath

from ..diagnostics.diagnostic import Diagnostic, InputError, has_errors
from ..pack import condition, model
from ..pack.base import Citation, PackModel
from ..pack.write import KEYS_OF_MEASURE
from ..source.files import read_bytes, read_text
from ..source.formatting import format_text
from ..source.marks import decode
from ..source.node import Path
from ..source.rows import NamedTuple


class Formatted(NamedTuple):
    """A file whose text changes, and the text that it gets."""

    file: FilePath
    text: str


def _fields(*models: type[PackModel]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(info.alias or name for one in models for name, info in one.model_fields.items()))


_ORDERS: dict[str, tuple[str, ...]] = {
    "memorandum": _fields(model.Memorandum),
    "proven_by": _fields(model.ProvenBy),
    "source": _fields(model.Source),
    "defaults": _fields(model.Defaults),
    "clauses": _fields(model.Clause),
    "measures": KEYS_OF_MEASURE,
    "bearers": _fields(model.RoleBearers),
    "departments": ("name", "part", "function"),
    "basis": _fields(Citation),
    "term": _fields(model.Term),
    "outlasts": _fields(Citation),
}
"""By the key that holds the mapping, or the list that holds it."""
_CONDITIONS = {
    form: (form, *(key for key in _fields(type_) if key != form))
    for type_ in (
        condition.All, condition.Any_, condition.Not, condition.OnList, condition.OnLists, condition.AfterExit,
        condition.CleanFor, condition.Fact, condition.Count, condition.Exists,
    )
    for form in condition.FORMS if form in _fields(type_)
}  # fmt: skip
_HOLD_CONDITIONS = {"triggered_by", "when", "where", "all", "any", "not"}
_COMPARED = _fields(condition.CountComparison)


def order_of_pack(path: Path, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The order of the keys of a mapping in a pack; of one whose keys are the author's (``guard``), none."""
    if not path:
        return _fields(model.Pack)
    holder = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if holder in _HOLD_CONDITIONS:
        form = next((form for form in condition.FORMS if form in keys), "")
        return _CONDITIONS.get(form, ())
    if holder == "fields":
        return _COMPARED
    return _ORDERS.get(holder, ())


def format_packs(files: Iterable[FilePath]) -> tuple[Formatted, ...]:
    """What changes, nothing written. Raises :class:`InputError` with all that is wrong where a file cannot be read."""
    found: list[Diagnostic] = []
    changed = []
    for file in files:
        data, wrong = read_bytes(file)
        if data is not None:
            _, wrong = read_text(data, str(file), "yaml")
        found.extend(wrong)
        text = None if data is None or has_errors(wrong) else decode(data, str(file))[0]
        if text is not None:
            made = format_text(text, order_of_pack)
            if made.encode() != data:
                changed.append(Formatted(file, made))
    if has_errors(found):
        raise InputError(tuple(found))
    return tuple(changed)
