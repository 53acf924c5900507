"""A fault is noticed by the quick trial exactly where the cases fail on a tree compiled with the fault in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from credit_rules import Engine
from credit_rules.pack.model import Measure
from credit_rules.plan.compile import compile
from credit_rules.toolbox.case_trees import CaseTree, PackCases, read_case_trees
from credit_rules.toolbox.cases import run_cases
from credit_rules.toolbox.mutation.every import every_mutant
from credit_rules.toolbox.mutation.mutant import FAULTS, Mutant
from credit_rules.toolbox.mutation.planted import plant, unsigned
from credit_rules.toolbox.mutation.trial import Trial, killed_head
from credit_rules.toolbox.mutation.validity import refused

REGIONAL = Path(__file__).parents[3] / "memoranda" / "regional"
FOLDERS = [folder for folder in sorted(REGIONAL.iterdir()) if (folder / "cases.yaml").exists()]


def fails(mutant: Mutant, tree: CaseTree, pack: PackCases) -> bool:
    """Whether a case fails on the whole tree with the fault in the place of the measure, as ``credit-rules test`` runs it."""
    loaded = pack.loaded
    measures: list[object] = list(loaded.pack.measures)
    for index, measure in mutant.measures:
        measures[index] = measure
    wrong = mutant.head or loaded.pack.model_copy(update={"measures": tuple(measures)})
    packs = [replace(loaded, pack=wrong) if each is loaded else each for each in tree.read.packs]
    engine = Engine(unsigned(compile(packs, tree.read.registry, "")))
    return any(not outcome.passed for file in pack.files for outcome in run_cases(file, engine))


@cache
def tried(folder: Path) -> tuple[CaseTree, PackCases, tuple[Mutant, ...]]:
    (tree,) = read_case_trees([folder])
    (pack,) = tree.packs
    every = every_mutant(pack.loaded, tree.read.registry)
    return (
        tree,
        pack,
        tuple(each for each in every if not refused(each, pack.loaded, tree.read.packs, tree.read.registry)),
    )


def expect_agreement(tree: CaseTree, pack: PackCases, mutants: Sequence[Mutant]) -> None:
    packs, registry = tree.read.packs, tree.read.registry
    planted = plant(packs, registry, pack.id, mutants)
    trial = Trial.of(planted, pack.files)
    cases = [case for case, _ in trial.cases]
    for mutant in mutants:
        quick = (
            killed_head(mutant, packs, registry, pack.loaded, cases)
            if mutant.head is not None
            else planted.differs(mutant.number) and trial.killed(mutant)
        )
        assert quick == fails(mutant, tree, pack), (mutant.span, mutant.said)


def sample(mutants: Sequence[Mutant], size: int, seed: int) -> list[Mutant]:
    """Some of each fault."""
    random = Random(seed)
    found = []
    for fault in FAULTS:
        some = [each for each in mutants if each.fault == fault]
        found += random.sample(some, min(size, len(some)))
    return sorted(found, key=lambda each: each.number)


def test_the_trial_agrees_on_one_of_each_fault_of_a_pack() -> None:
    tree, pack, mutants = tried(REGIONAL / "360300-red-black-boards-2015")
    expect_agreement(tree, pack, sample(mutants, 1, 0))


@pytest.mark.long
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_trial_agrees_on_many_of_each_fault(folder: Path) -> None:
    tree, pack, mutants = tried(folder)
    expect_agreement(tree, pack, sample(mutants, 8, 1))


def test_other_mutants_in_the_plan_do_not_touch_the_decision() -> None:
    tree, pack, mutants = tried(REGIONAL / "360300-red-black-boards-2015")
    together = plant(tree.read.packs, tree.read.registry, pack.id, mutants)
    assert not list(Trial.of(together, pack.files).failing())
    assert all(isinstance(measure, Measure) for mutant in mutants for _, measure in mutant.measures)
