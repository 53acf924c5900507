"""A small tree with every form of condition in it (tests/pack/clean), and cases that see part of what its city pack says."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

from credit_rules.engine.load import ReadTree, read_tree
from credit_rules.pack.loaded import LoadedPack
from credit_rules.source.tree import tree_of
from credit_rules.toolbox.mutation.every import every_mutant
from credit_rules.toolbox.mutation.mutant import Mutant

CLEAN = Path(__file__).parents[2] / "pack" / "clean"
UNIT, DIRECTOR, HOLDER = "91350100M000100Y43", "11010519491231002X", "36030219850505001X"

BASE = f"""\
format: 1
base:
  subject: {{id: "{UNIT}", kind: enterprise, region: "360300", facts: {{industry: food}}}}
  context: {{as_of: 2018-05-10, region: "360300"}}
cases:
"""


def record(id: str, list: str, decided: str = "2018-01-10", more: str = "") -> str:
    """A record on a list, published the day it was decided."""
    words = f"id: {id}, list: {list}, determined_by: 示例机关, document: {{number: 示例{id}号}}"
    return f"{{{words}, decided_on: {decided}, published_on: {decided}{more}}}"


DEBTOR = "procurement, subsidy, credit"
"""What a debtor gets of the city's measures, if nothing else is so."""
WEAK = f"""\
  - name: a debtor
    case: {{records: [{record("r1", "judgment-debtor")}]}}
    issued: [{DEBTOR}]
  - name: large tax arrears
    case: {{records: [{record("r1", "tax-violation", more=", facts: {amount: '2000000.00'}")}]}}
    issued: [large-amounts, tax-supervision]
  - name: small tax arrears
    case: {{records: [{record("r1", "tax-violation", more=", facts: {amount: '5000.00'}")}]}}
    issued: [tax-supervision]
    not_issued: [large-amounts]
  - name: class A
    case: {{records: [{record("r1", "tax-a")}]}}
    issued: [green-channel]
  - name: nothing is known
    case: {{records: []}}
    not_issued: [procurement]
"""


def tree(folder: Path, cases: str = WEAK) -> Path:
    """A copy of the tree with these cases of the city's pack; the pack's folder."""
    copytree(CLEAN, folder / "tree")
    pack = folder / "tree" / "pack"
    (pack / "cases.yaml").write_text(BASE + cases, encoding="utf-8")
    return pack


def read_clean() -> tuple[ReadTree, LoadedPack]:
    """The tree as it is, and the city's pack in it."""
    read = read_tree(tree_of([CLEAN]))
    return read, next(each for each in read.packs if each.pack.memorandum.id == "city-2017")


def of_the_city() -> tuple[Mutant, ...]:
    """The mutants of the city's pack."""
    read, city = read_clean()
    return every_mutant(city, read.registry)
