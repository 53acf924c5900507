"""Editors count in units of their own, and lines break as YAML breaks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from credit_rules.lsp.positions import Positions
from credit_rules.source.words import Place

LINE = "- {name: 𠮷野局, part: lead}"


@pytest.mark.parametrize(("encoding", "units"), [("utf-8", 19), ("utf-16", 13), ("utf-32", 12)])
def test_a_character_beyond_the_basic_plane_counts_as_agreed(encoding: str, units: int) -> None:
    positions = Positions(f"a\r\n{LINE}\rb\n", encoding)
    behind = Place(2, LINE.index(",") + 1)
    assert positions.position(*behind) == Position(1, units)
    assert positions.place(Position(1, units)) == behind


def test_what_is_outside_is_moved_to_the_edge() -> None:
    positions = Positions("ab\nc", "utf-16")
    assert positions.place(Position(0, 99)) == Place(1, 3)
    assert positions.place(Position(99, 0)) == Place(2, 1)
    assert positions.position(99, 99) == Position(1, 1)
    assert positions.position(0, 0) == Position(0, 0)


@given(
    text=st.text(alphabet="ab \n\r某𠮷", max_size=40),
    encoding=st.sampled_from(["utf-8", "utf-16", "utf-32"]),
    data=st.data(),
)
def test_there_and_back_is_the_same_place(text: str, encoding: str, data: st.DataObject) -> None:
    positions = Positions(text, encoding)
    line = data.draw(st.integers(1, len(positions.lines)))
    column = data.draw(st.integers(1, len(positions.lines[line - 1]) + 1))
    assert positions.place(positions.position(line, column)) == (line, column)
