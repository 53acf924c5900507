"""A difference as files: the packs, the case and how it was decided, to be asked again and minimised by hand.

``python -m tests.differential --again FOLDER`` compares what stands in such a folder.
"""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from credit_rules import Options
from credit_rules.source.files import read_file
from tests.conformance.running import options_of

from .blocks import Block
from .compare import Difference

HOW, TOLD = "options.json", "told.txt"


def keep(block: Block, found: Difference, folder: Path) -> Path:
    """Write a difference into a folder of its own, which is returned; the whole block where no case is named."""
    here = folder / f"{block.number}-{found.evaluator}-{found.case or 'all'}"
    here.mkdir(parents=True, exist_ok=True)
    for place, pack in enumerate(block.packs):
        unshared = json.loads(json.dumps(pack))  # else YAML would name what stands in two places
        written = yaml.safe_dump(unshared, allow_unicode=True, sort_keys=False)
        (here / f"pack-{place:02}.yaml").write_text(written, encoding="utf-8")
    names = [*block.cases] if found.case is None else [found.case]
    for name in names:
        _write(here / f"case-{name}.json", block.cases[name])
    _write(here / HOW, _chosen(block.options))
    (here / TOLD).write_text(found.told, encoding="utf-8")
    return here


def kept(folder: Path) -> Block:
    """The block that a folder holds; without packs those that ship."""
    packs = []
    for path in sorted(folder.glob("pack-*.yaml")):
        node, wrong = read_file(path, "yaml")
        assert node is not None, wrong
        packs.append(node.to_plain())
    cases = {path.stem.removeprefix("case-"): _read(path) for path in sorted(folder.glob("case-*.json"))}
    return Block(0, tuple(packs), cases, options_of(_read(folder / HOW)))


def _chosen(options: Options) -> dict[str, object]:
    """Options as JSON writes them, those alone that are not the default."""
    return {
        name: value if isinstance(value, (str, bool)) else value.isoformat()
        for name, value in options._asdict().items()
        if value != Options._field_defaults[name]
    }


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")


def _read(path: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return found
