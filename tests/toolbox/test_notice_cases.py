"""Every measure of every shipped case gives a notice or a list of what is missing, never anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from credit_rules import Engine, Options
from credit_rules.cli.inputs import titles_of
from credit_rules.render.html import write_html
from credit_rules.render.markdown import write_markdown
from credit_rules.render.people import People
from credit_rules.render.view import View
from credit_rules.source.tree import cases_under
from credit_rules.toolbox.case_file import PlacedCase, read_case_file
from credit_rules.toolbox.notice import Notice, write_notice
from credit_rules.toolbox.notice_choice import choose
from credit_rules.toolbox.notice_missing import Refusal, refusal_lines
from credit_rules.toolbox.notice_sheet import notice_sheet

MEMORANDA = Path(__file__).parents[2] / "memoranda"
FILES = cases_under(MEMORANDA)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.bundled()


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_notice_or_what_is_missing(engine: Engine, file: Path) -> None:
    written = read_case_file(file)
    assert written.pack in engine.plan.pack, "a draft decides nothing and has no cases"
    for placed in written.cases:
        try_all(engine, placed)


def try_all(engine: Engine, placed: PlacedCase) -> None:
    data, options = placed.node.to_plain(), Options(**dict(placed.written.options))
    decision, case = engine.evaluate(data, options), engine.read(data)
    people = People.of(decision, case)
    acts = {rule.id: rule.act for rule in engine.plan.rules}
    for measure in decision.measures:
        found = write_notice(decision, case, measure, engine.plan)
        for lang in ("zh", "en"):
            view = View(lang, titles_of(engine), people)  # type: ignore[arg-type]
            if isinstance(found, Refusal):
                assert len(list(refusal_lines(found, view))) == 1 + 2 * len(found.missing) > 1
            for for_subject in (False, True) if isinstance(found, Notice) else ():
                assert isinstance(found, Notice)
                sheet = notice_sheet(found, view, for_subject=for_subject)
                page = write_markdown(sheet) + write_html(sheet, view.lang)
                assert not [person for person in people.persons if person in page], placed.written.name
        executable = measure.direction == "punishment" and measure.status != "suspended"
        assert executable or isinstance(found, Refusal)
        assert measure.standing.value in ("sufficient", "practice") or isinstance(found, Refusal)
    for id in (*(entry.id for entry in decision.withheld), *(id for each in decision.undetermined for id in each.ids)):
        chosen = choose(decision, id, None, acts)
        assert chosen.measures or (chosen.refusal and chosen.refusal.missing)
