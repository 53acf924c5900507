"""Where somebody types, however broken the text around is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.source.gap import Gap, gap_at
from credit_rules.source.node import Path
from tests.lsp.marked import marked

HEAD = "format: 1\nmeasures:\n  - id: a\n    clause: 一\n"


def gap(text: str) -> Gap | None:
    whole, line, column = marked(text)
    return gap_at(whole, line, column)


@pytest.mark.parametrize(
    ("text", "path", "typed"),
    [
        ("    act: ba‸n\n    bearers: [subject]\n", ("measures", 0, "act"), "ba"),
        ("    act: ‸\n    bearers: [subject]\n", ("measures", 0, "act"), ""),
        ("    act: ‸", ("measures", 0, "act"), ""),
        ("    triggered_by: {on_list: ‸\n    bearers: [subject]\n", ("measures", 0, "triggered_by", "on_list"), ""),
        ("    triggered_by: {on_list: [a, b‸], at: listing}\n", ("measures", 0, "triggered_by", "on_list", 1), "b"),
        ("    departments:\n      - 市‸\n", ("measures", 0, "departments", 0), "市"),
        ("    departments: [市税务局, ‸", ("measures", 0, "departments", 1), ""),
        (
            "    bearers:\n      - subject\n      - {roles: [director], at: ‸}\n",
            ("measures", 0, "bearers", 1, "at"),
            "",
        ),
        ('    basis: [{instrument: law, article: "2‸"}]\n', ("measures", 0, "basis", 0, "article"), "2"),
        ('    basis: [{instrument: law, article: "2‸\n    act: x\n', ("measures", 0, "basis", 0, "article"), "2"),
        ("  - ‸\n", ("measures", 1), ""),
    ],
)
def test_a_value_is_known_by_its_path(text: str, path: Path, typed: str) -> None:
    found = gap(HEAD + text)
    assert found is not None
    assert (found.path, found.is_key, found.typed) == (path, False, typed)


@pytest.mark.parametrize(
    ("text", "path", "beside"),
    [
        ("    wh‸\n    bearers: [subject]\n", ("measures", 0), {"id", "clause", "bearers"}),
        ("    ‸\n  - id: b\n", ("measures", 0), {"id", "clause"}),
        ("    ‸bearers: []\n", ("measures", 0), {"id", "clause"}),
        ("    triggered_by: {on_list: a, ‸}\n", ("measures", 0, "triggered_by"), {"on_list"}),
        ("    triggered_by: {‸\n", ("measures", 0, "triggered_by"), set()),
        ("me‸\n", (), {"format", "measures"}),
    ],
)
def test_a_key_is_known_by_its_mapping_and_the_keys_beside_it(text: str, path: Path, beside: set[str]) -> None:
    found = gap(HEAD + text)
    assert found is not None
    assert (found.path, found.is_key, set(found.around[-1])) == (path, True, beside)


def test_a_fault_above_leaves_what_the_indentation_tells() -> None:
    found = gap("memorandum: {id: [}\n" + HEAD + "    act: b‸\n")
    assert found is not None
    assert found.path == ("measures", 0, "act")


@pytest.mark.parametrize("text", ["    # act: ‸\n", "    note: two w‸ords\n", "    note: |\n      some ‸text\n"])
def test_a_remark_and_longer_text_are_no_place_for_a_word(text: str) -> None:
    assert gap(HEAD + text) is None


def test_the_word_to_replace_goes_on_behind_the_cursor() -> None:
    found = gap('format: 1\nmemorandum: {place: "36‸0300"}\n')
    assert found is not None
    assert (found.typed, found.start, found.end, found.quote) == ("36", 22, 28, '"')


@given(text=st.text(alphabet="ab:-[]{}\"'# \n,|>&*!1某", max_size=60), data=st.data())
def test_no_text_makes_it_fail(text: str, data: st.DataObject) -> None:
    line = data.draw(st.integers(1, text.count("\n") + 1))
    gap_at(text, line, data.draw(st.integers(1, 70)))
