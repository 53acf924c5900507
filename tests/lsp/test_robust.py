"""Whatever somebody has typed, there is an answer or none, and never a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credit_rules.lsp import answers
from credit_rules.lsp.completion import complete
from credit_rules.lsp.definition import definition
from credit_rules.lsp.fixes import fixes
from credit_rules.lsp.hover import hover
from credit_rules.lsp.meaning import Here
from credit_rules.lsp.positions import Positions
from credit_rules.lsp.project import Project
from credit_rules.source.words import read_words
from tests.lsp.conftest import SHIPPED

FILES = [
    SHIPPED / "regional" / "360300-judgment-debtors-2017" / "pack.yaml",
    SHIPPED / "regional" / "360300-joint-measures-2017" / "02-incentives.yaml",
    SHIPPED / "regional" / "360300-joint-measures-2017" / "cases.yaml",
    SHIPPED / "registry" / "departments" / "economy.yaml",
    SHIPPED / "registry" / "lists" / "court.yaml",
]
MARKS = "a-:[]{}\"'# \n\t\r,|>&*!%@1某𠮷\x00\u2028"


def look_everywhere(project: Project, file: Path, text: str, at: int) -> None:
    """Ask everything that an editor asks of a place of a text."""
    project.renew({str(file): text})
    assert project.known is not None
    here, words, positions = Here(project.known, file), read_words(text), Positions(text, "utf-16")
    line, column = positions.place(positions.position(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)))
    complete(here, text, line, column)
    hover(here, words, line, column)
    definition(here, words, line, column)
    for found in project.findings(file):
        told = answers.diagnostic(found, words, positions, "en")
        assert told.range.start <= told.range.end
        for fix in fixes(file, text, words, found):
            answers.action(fix, file.as_uri(), positions, [told])


def draw_and_look(project: Project, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    text = file.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.text(alphabet=MARKS, max_size=5)) + text[at + data.draw(st.integers(0, 60)) :]
    look_everywhere(project, file, text, min(at, len(text)))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_a_spoilt_file_never_makes_an_answer_fail(data: st.DataObject, shipped: Project) -> None:
    draw_and_look(shipped, data)


@pytest.mark.long
@settings(max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_no_spoilt_file_of_very_many_does(data: st.DataObject, shipped: Project) -> None:
    draw_and_look(shipped, data)


@pytest.mark.parametrize(
    "text", ["", "\n", "a", "- ", "[" * 5000, "{" * 300, "a: " * 500, "\ufeffformat: 1\n", "&a [*a]", "# "]
)
def test_odd_texts_have_an_answer(shipped: Project, text: str) -> None:
    look_everywhere(shipped, FILES[0], text, len(text))
