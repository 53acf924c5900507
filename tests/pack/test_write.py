"""A pack that is written and read again is the same pack."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.pack.model import AdoptedMeasure, Measure, Pack
from credit_rules.pack.sections import with_sections
from credit_rules.pack.write import KEYS_OF_MEASURE, quoted, write_pack
from credit_rules.source.binding import bind
from credit_rules.source.files import read_file, read_text
from credit_rules.source.marks import FORBIDDEN
from credit_rules.source.node import Scalar
from credit_rules.source.tree import bundled_root
from tests.generators import packs as generated
from tests.generators.people import Plain

CLEAN = Path(__file__).parent / "clean"
FILES = sorted([*bundled_root().rglob("pack.yaml"), *CLEAN.rglob("pack.yaml")])


def pack_of(file: Path) -> Pack:
    node, wrong = read_file(file, "yaml")
    assert node is not None, wrong
    whole, wrong = with_sections(node, file)
    assert wrong == ()
    pack, wrong = bind(Pack, whole)
    assert pack is not None, wrong
    return pack


def read(text: str) -> Pack:
    node, wrong = read_text(text, "written.yaml")
    assert node is not None
    assert wrong == ()
    pack, wrong = bind(Pack, node)
    assert pack is not None, wrong
    return pack


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_shipped_pack_comes_back(file: Path) -> None:
    pack = pack_of(file)
    assert read(write_pack(pack)) == pack
    assert read(write_pack(pack, width=30)) == pack


@given(generated.packs(1))
def test_any_pack_comes_back(plain: Plain) -> None:
    pack, _ = generated.load_pack(plain, generated.small_registry())
    assert read(write_pack(pack.pack)) == pack.pack


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not FORBIDDEN.search(text)))
def test_any_text_comes_back(text: str) -> None:
    for written in (f"{quoted(text)}\n", f"[{quoted(text)}]\n", f"{{{quoted(text)}: {quoted(text)}}}\n"):
        node, wrong = read_text(f"- {written}", "text.yaml")
        assert node is not None
        assert wrong == ()
        found = node.find((0,))
        assert (found.value if isinstance(found, Scalar) else found and found.to_plain()) in (
            text,
            [text],
            {text: text},
        )


def test_what_holds_anyway_is_not_written() -> None:
    text = write_pack(pack_of(CLEAN / "pack" / "pack.yaml"))
    assert "direction: punishment" not in text
    assert "null" not in text
    assert "    listed_kinds: units\n" in text
    assert "{fact: relation.share, at_least: 5 %}" in text


def test_remarks_stand_above_what_they_speak_of() -> None:
    remarks = {
        (): ["示例文件"],
        ("memorandum", "from"): ["施行日"],
        ("measures", 1): ["第二项"],
        ("measures", 1, "act"): ["名录 acts"],
        ("measures", 0, "departments", 1): ["牵头"],
    }
    pack = pack_of(CLEAN / "pack" / "pack.yaml")
    text = write_pack(pack, remarks)
    assert text.startswith("# 示例文件\nformat: 1\n")
    assert "\n  # 施行日\n  from: 2017-03-28\n" in text
    assert "\n\n  # 第二项\n  - id: large-amounts\n" in text
    assert "\n    # 名录 acts\n    act: supervise\n" in text
    assert "\n      # 牵头\n      - {name: 市法院, part: lead}\n" in text
    assert read(text) == pack


def test_every_key_of_a_measure_has_its_place() -> None:
    keys = {info.alias or name for model in (Measure, AdoptedMeasure) for name, info in model.model_fields.items()}
    assert keys == set(KEYS_OF_MEASURE)
