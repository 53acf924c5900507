"""Examples of proofs, and generated packs, as the proofs take them."""

from __future__ import annotations

from collections.abc import Sequence
from unittest.mock import patch

from credit_rules.checks.framework.run import run_checks
from credit_rules.engine.load import ReadTree
from credit_rules.pack.loaded import LoadedPack
from credit_rules.plan.compile import compile
from credit_rules.registry.registry import Registry
from credit_rules.toolbox.proofs.proving import Proving
from credit_rules.toolbox.proofs.run import Report, prove_read
from credit_rules.toolbox.proofs.search import Search
from credit_rules.toolbox.proofs.solver import available
from tests.checks.template import completed
from tests.generators.packs import load_pack, small_registry
from tests.generators.people import Plain

SOLVER = ("z3-solver (extra analysis)", available())
"""What the tests of proofs need."""


def prove_text(text: str) -> Report:
    """What is proved of an example; nothing in it keeps it from being loaded."""
    packs, registry = completed(text)
    assert [each.code for each in run_checks(packs, registry) if each.level == "error"] == []
    return prove_packs(packs, registry)


def prove_packs(packs: Sequence[LoadedPack], registry: Registry) -> Report:
    """What is proved of packs; places in a test are as old as need be."""
    with patch("credit_rules.registry.condense.founding_years", dict):
        return prove_read(ReadTree(tuple(packs), registry, (), ()))


def proving_of(written: Sequence[Plain]) -> Proving:
    """Packs over the small registry, ready to be proved."""
    registry = small_registry()
    packs = tuple(load_pack(plain, registry)[0] for plain in written)
    with patch("credit_rules.registry.condense.founding_years", dict):
        plan = compile(packs, registry, "")
    return Proving(packs, registry, plan, Search(plan))
