"""What people see of a case: its decision as text and Markdown, in both languages (S28)."""

from __future__ import annotations

from collections.abc import Iterator

from credit_rules.case.decision import Decision
from credit_rules.render.decision_sheet import decision_sheet
from credit_rules.render.markdown import write_markdown
from credit_rules.render.people import People
from credit_rules.render.text import write_text
from credit_rules.render.view import View
from tests.conformance.form import Case
from tests.conformance.running import as_json, engine_for


def shown_pages(case: Case, decision: Decision) -> Iterator[tuple[str, str]]:
    """Each page by its name."""
    engine = engine_for(case)
    people = People.of(decision, engine.read(as_json(case.case)))
    for lang in ("zh", "en"):
        sheet = decision_sheet(decision, View(lang=lang, titles=engine.title, people=people))  # type: ignore[arg-type]
        yield f"text ({lang})", write_text(sheet)
        yield f"Markdown ({lang})", write_markdown(sheet)
