"""Examples of checks made whole: a template adds what an example leaves out, and every line stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from credit_rules.checks.framework.check import CARET
from credit_rules.checks.framework.run import run_checks
from credit_rules.checks.framework.suppression import Judged, judge
from credit_rules.diagnostics.diagnostic import Diagnostic, in_order
from credit_rules.pack.adoption import adopt
from credit_rules.pack.loaded import LoadedPack
from credit_rules.pack.model import Pack
from credit_rules.registry.load import load_registry
from credit_rules.registry.model import RegistryFile
from credit_rules.registry.pack_names import check_pack_names
from credit_rules.registry.registry import Registry
from credit_rules.source.binding import bind
from credit_rules.source.node import Mapping, Node, Sequence
from credit_rules.source.plain import read_plain
from credit_rules.source.remarks import read_remarks
from credit_rules.source.yaml_reader import read_yaml

REGISTRY = Path(__file__).with_name("template_registry.yaml")
FILE = "example.yaml"
OF_REGISTRY = RegistryFile.model_fields.keys() - {"format"}
HEAD: dict[str, Any] = {
    "id": "example-notice",
    "title": "示例通知",
    "document_no": "示府字〔2024〕1号",
    "rank": "normative-document",
    "place": "360300",
    "from": "2024-01-01",
    "source": {"provenance": "text", "file": "example.txt"},
}
MEASURE: dict[str, Any] = {
    "id": "example",
    "clause": "二(一)",
    "act": "supervise",
    "wording": "加强",
    "bearers": ["subject"],
    "departments": ["市税务局"],
    "basis": [{"instrument": "credit-regulation", "article": "9"}],
}
ADOPTED = {name: MEASURE[name] for name in ("id", "clause", "departments")}
TRIGGER = {"on_list": "tax-violation"}


class Place(NamedTuple):
    """Where the caret of an example stands."""

    line: int
    column: int


def checked(text: str, *, strict: bool) -> Judged:
    """What the checks find on the completed example; it reads, binds and resolves without a mistake."""
    whole, registry = completed(text)
    remarks = [remark for line, part in _parts(text) for remark in read_remarks(part, first_line=line)]
    return judge(run_checks(whole, registry, strict=strict), {FILE: remarks}, strict=strict)


def completed(text: str) -> tuple[tuple[LoadedPack, ...], Registry]:
    """The packs of the example made whole, and the registry that they name."""
    registry_parts, packs = [_template()], []
    for line, part in _parts(text):
        node, found = read_yaml(part, FILE, first_line=line)
        assert isinstance(node, Mapping), found
        assert not found, found
        if node.values.keys() <= OF_REGISTRY:
            registry_parts.append(_registry_entries(node))
        else:
            packs.append(_whole(node))
    registry, found = load_registry(registry_parts)
    assert not found, found
    loaded = []
    for node in packs:
        pack, wrong = bind(Pack, node)
        assert pack is not None, wrong
        wrong = check_pack_names(pack, node, registry)
        assert not wrong, wrong
        loaded.append(LoadedPack(pack, node, ""))
    whole, wrong = adopt(loaded)
    assert not wrong, wrong
    return tuple(whole), registry


def findings(text: str, *, strict: bool) -> list[Diagnostic]:
    """What stands, in order."""
    return list(in_order(checked(text, strict=strict).found))


def marked(text: str) -> tuple[str, Place]:
    """A bad example without its caret, and the place of the caret."""
    assert text.count(CARET) == 1, text
    before = text[: text.index(CARET)]
    return text.replace(CARET, ""), Place(before.count("\n") + 1, len(before) - before.rfind("\n"))


@cache
def _template() -> Node:
    node, found = read_yaml(REGISTRY.read_text(encoding="utf-8"), REGISTRY.name)
    assert node is not None, found
    return node


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The documents of an example, each with its first line."""
    line = 1
    for part in text.split("---\n"):
        yield line, part
        line += part.count("\n") + 1


def _whole(pack: Mapping) -> Mapping:
    """The pack with what it leaves out."""
    head = pack.values.get("memorandum")
    measures = pack.values.get("measures")
    written = measures.items if isinstance(measures, Sequence) else [_plain({})]
    whole = [_filled(one, ADOPTED if one.child("adopts") else MEASURE) for one in written]
    own = [one for one in whole if one.child("adopts") is None]
    filled = {
        "format": _plain(1),
        "memorandum": _filled(head or _plain({}), HEAD),
        "measures": Sequence(whole, (measures or pack).span),
    }
    if any(one.child("triggered_by") is None for one in own):
        filled["triggered_by"] = _plain(TRIGGER)
    if any(one.child("force") is None and _text(one, "actor") != "autonomous" for one in own):
        filled["defaults"] = _plain({"force": "mandatory"})
    values = {**filled, **pack.values, "memorandum": filled["memorandum"], "measures": filled["measures"]}
    return Mapping(values, {**dict.fromkeys(values, pack.span), **pack.keys}, pack.span)


def _registry_entries(file: Mapping) -> Mapping:
    """The entries with where they were read, which says nothing here."""
    for field, entries in list(file.values.items()):
        assert isinstance(entries, Sequence)
        filled = [_filled(entry, {"title": "示例", "provenance": "text", "source": "示例"}) for entry in entries.items]
        file.values[field] = Sequence(list(filled), entries.span)
    values = {**file.values, "format": _plain(1)}
    return Mapping(values, {**file.keys, "format": file.span}, file.span)


def _filled(node: Node, missing: dict[str, Any]) -> Mapping:
    assert isinstance(node, Mapping)
    values = {**{key: _plain(value) for key, value in missing.items()}, **node.values}
    return Mapping(values, {**dict.fromkeys(values, node.span), **node.keys}, node.span)


def _plain(value: Any) -> Node:
    node, found = read_plain(value, "template")
    assert node is not None, found
    return node


def _text(node: Node, key: str) -> object:
    child = node.child(key)
    return None if child is None else child.to_plain()
