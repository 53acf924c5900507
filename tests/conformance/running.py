"""A case of the suite through the engine's own stages: bind, resolve, compile, decide. No file is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from credit_rules import Diagnostic, Engine, InputError, Options
from credit_rules.case.decision import Decision
from credit_rules.checks.framework.run import run_checks
from credit_rules.diagnostics.diagnostic import has_errors
from credit_rules.pack.adoption import adopt
from credit_rules.pack.loaded import LoadedPack
from credit_rules.pack.model import Pack
from credit_rules.plan.compile import compile
from credit_rules.registry.load import load_registry
from credit_rules.registry.pack_names import check_pack_names
from credit_rules.registry.registry import Registry
from credit_rules.source.binding import bind
from credit_rules.source.files import read_file
from credit_rules.source.node import Node
from credit_rules.source.plain import read_plain
from tests.conformance.expectation import differences
from tests.conformance.form import HERE, Case


class Refused(Exception):
    """What was handed over is wrong: in a ``registry``, a ``pack`` or the ``case``."""

    def __init__(self, where: str, diagnostics: Iterable[Diagnostic]):
        super().__init__(where)
        self.where, self.diagnostics = where, tuple(diagnostics)


def decide(case: Case) -> Decision:
    """The decision on a case; :class:`Refused` where it has none."""
    return _decided(as_json(case.registry), as_json(case.packs), as_json(case.case), as_json(case.options))


@cache
def _decided(registry: str, packs: str, case: str, options: str) -> Decision:
    """The same, kept by what is asked, for every test that looks at it."""
    engine = engine_of(registry, packs)
    try:
        return engine.evaluate(case, options_of(json.loads(options)))
    except InputError as error:
        raise Refused("case", error.diagnostics) from error


def engine_for(case: Case) -> Engine:
    """The engine with the packs and the registry of a case."""
    return engine_of(as_json(case.registry), as_json(case.packs))


def as_json(value: Any) -> str:
    """JSON text; a decimal number stays the number that was written."""
    text = json.dumps(value, ensure_ascii=False, default=lambda number: f"@number {number}")
    return re.sub(r'"@number ([^"]*)"', r"\1", text)


def options_of(written: dict[str, Any]) -> Options:
    """Options as a case writes them."""
    days = {key: date.fromisoformat(written[key]) for key in ("as_of", "known_at") if key in written}
    return Options(**{**written, **days})


@cache
def engine_of(registry_text: str, packs_text: str) -> Engine:
    """The engine with these packs and these further entries of the registry, both as JSON."""
    registry = registry_with(registry_text)
    packs = loaded(packs_text, registry)
    found = run_checks(packs, registry)
    if has_errors(found):
        raise Refused("pack", found)
    return Engine(compile(packs, registry, _digest(registry_text)))


@cache
def registry_with(text: str) -> Registry:
    """The suite's registry with further entries."""
    further = [_node(entries, "registry") for entries in json.loads(text)]
    registry, found = load_registry([_own_registry(), *further])
    if has_errors(found):
        raise Refused("registry", found)
    return registry


@cache
def _own_registry() -> Node:
    node, found = read_file(HERE / "registry.yaml", "yaml")
    assert node is not None, found
    return node


def loaded(text: str, registry: Registry) -> tuple[LoadedPack, ...]:
    """Packs bound and resolved; all that is wrong with them at once."""
    packs: list[LoadedPack] = []
    found: list[Diagnostic] = []
    for written in json.loads(text):
        node = _node(written, "pack")
        pack, wrong = bind(Pack, node)
        found.extend(wrong)
        if pack is not None:
            found.extend(check_pack_names(pack, node, registry))
            packs.append(LoadedPack(pack, node, _digest(as_json(written))))
    whole, wrong = adopt(packs)
    found.extend(wrong)
    if has_errors(found):
        raise Refused("pack", tuple(found))
    return whole


def findings(case: Case) -> list[dict[str, str]]:
    """What the checks on packs say, as data."""
    registry = registry_with(as_json(case.registry))
    found = run_checks(loaded(as_json(case.packs), registry), registry)
    return [{"code": one.code, "path": one.path, "level": one.level} for one in found]


def explanations(case: Case) -> list[dict[str, Any]]:
    """Why each measure is or is not given, as data (S25)."""
    found = engine_for(case).why(as_json(case.case), options_of(case.options))
    return [
        {
            "id": one.id,
            "bearer": one.bearer,
            "outcome": one.outcome,
            "reasons": [{"condition": r.condition, "value": r.value, "uses": list(r.uses)} for r in one.reasons],
        }
        for one in found
    ]


def wrong_with_error(case: Case, refused: Refused) -> list[str]:
    """How the refusal differs from the error that the case names."""
    assert case.error is not None
    wanted = case.error
    told = [
        {
            "in": refused.where,
            "code": one.code,
            "path": one.path,
            "text": f"{one.message('en')} {one.hint('en')} {one.message('zh')} {one.hint('zh')}",
        }
        for one in refused.diagnostics
        if one.level == "error"
    ]
    fixed = {"in": "case", **{key: wanted[key] for key in ("in", "code", "path") if key in wanted}}
    wrong = differences({"contains": [fixed]}, told, "/errors")
    texts = " ".join(one["text"] for one in told)
    if wanted.get("suggests", "") not in texts:
        wrong.append(f"/errors: does not suggest {wanted['suggests']}: {texts}")
    return wrong + [f"/errors: shows {secret}" for secret in wanted.get("hides", ()) if secret in texts]


def _node(value: Any, name: str) -> Node:
    node, found = read_plain(value, name)
    assert node is not None, found
    assert not found, found
    return node


def _digest(text: str) -> str:
    return f"sha256:{sha256(text.encode()).hexdigest()}"
