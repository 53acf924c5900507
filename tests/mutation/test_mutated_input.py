"""Whatever is done to a case or a pack, reading it ends soon, with a place for what is wrong or with a clean load."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random
from time import process_time

import pytest

from credit_rules.case.bind import bind_case
from credit_rules.case.model import Case
from credit_rules.diagnostics.diagnostic import Diagnostic, has_errors
from credit_rules.pack.model import Pack
from credit_rules.registry.pack_names import check_pack_names
from credit_rules.registry.read_case import read_case
from credit_rules.registry.registry import Registry
from credit_rules.source.binding import bind
from credit_rules.source.files import read_text
from credit_rules.source.form import form_of, from_form
from credit_rules.source.node import Node
from tests.mutation.mutate import mutated_text, mutated_values
from tests.registry import example

SECONDS = 2.0
registry: Callable[[], Registry] = cache(example.registry)


def test_some_mutated_cases() -> None:
    for seed in range(250):
        read_mutated_case(seed)


def test_some_mutated_packs() -> None:
    for seed in range(250):
        read_mutated_pack(seed)


@pytest.mark.long
def test_ten_thousand_mutated_cases() -> None:
    for seed in range(250, 10_250):
        read_mutated_case(seed)


@pytest.mark.long
def test_ten_thousand_mutated_packs() -> None:
    for seed in range(250, 10_250):
        read_mutated_pack(seed)


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("relations", '{id: "x%d", kind: natural-person, role: rol%d, since: 2020-01-01}'),
        ("relations", "{id: %d, kind: natural-persn, rolee: r%d, since: 2020-01-01}"),
        (
            "relations",
            '{id: "x%d", kind: natural-person, role: shareholder, since: 2020-01-01, responsible_for: [q%d]}',
        ),
        (
            "records",
            "{id: z%d, subject: s%d, list: tax-credit-b, determined_by: x, document: {number: a}, decided_on: 2018-01-01}",
        ),
        ("    events", "    {type: stayed, on: 2018-05-01, ground: g%d, until: 201%d}"),
    ],
)
def test_many_mistakes_cost_little(where: str, line: str) -> None:
    lines = "".join(f"  - {line % (n, n)}\n" for n in range(3000)).replace("  -     {", "      - {")
    start = process_time()
    case, _, found = read_case(example.CASE.replace(f"{where}:\n", f"{where}:\n{lines}", 1), "case.yaml", registry())
    assert process_time() - start < SECONDS
    assert case is None
    assert 100 < len(found) <= 1500


def read_mutated_case(seed: int) -> None:
    data = mutated(example.CASE, seed)
    start = process_time()
    case, node, found = read_case(data, "case", registry())
    assert process_time() - start < SECONDS, seed
    assert (case is None) == has_errors(found), seed
    assert_told(found, seed)
    if node is not None:
        assert_both_readers_agree(node, seed)


def read_mutated_pack(seed: int) -> None:
    data = mutated(example.PACK, seed)
    start = process_time()
    node, found = read_text(data, "pack")
    if node is not None:
        pack, wrong = bind(Pack, node)
        found = (*found, *wrong)
        if pack is not None:
            found = (*found, *check_pack_names(pack, node, registry()))
        assert (pack is None) == bool(wrong), seed
    assert process_time() - start < SECONDS, seed
    assert node is not None or found, seed
    assert_told(found, seed)


def mutated(text: str, seed: int) -> bytes:
    random = Random(seed)
    if seed % 2:
        return mutated_text(text, random)
    node, _ = read_text(text, "x")
    assert node is not None
    return mutated_values(node.to_plain(), random)


def assert_told(found: tuple[Diagnostic, ...], seed: int) -> None:
    for diagnostic in found:
        assert diagnostic.span.line >= 1, (seed, diagnostic)
        assert diagnostic.span.column >= 1, (seed, diagnostic)
        for words in (diagnostic.message(), diagnostic.message("en"), diagnostic.hint() + diagnostic.hint("en")):
            assert words, (seed, diagnostic)


def assert_both_readers_agree(node: Node, seed: int) -> None:
    """The fast reader of what is right and the models that say what is wrong take the same cases for right."""
    form, wrong = bind(form_of(Case), node)
    case, told = bind_case(node)
    assert told == wrong, seed
    assert case == (None if form is None else from_form(Case, form)), seed
