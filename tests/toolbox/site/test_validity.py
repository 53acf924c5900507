"""The site and the report of a decision are right HTML, by two validators that are not ours."""

from __future__ import annotations

from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from credit_rules.cli.program import run
from credit_rules.toolbox.site.build import build_site
from tests.repository.tree import ROOT
from tests.validity import checker_errors, needs_java, parse_errors

SAMPLE = (
    "index.html", "search.html", "documents/index.html", "fields/index.html", "lists/index.html", "acts/index.html",
    "documents/pingxiang-honours.html", "documents/2016-141-judgment-debtors.html", "documents/statutory-hooks.html",
    "lists/dishonest-judgment-debtor.html", "departments/state-taxation.html", "acts/ban-government-procurement.html",
    "matters/bidding.html", "instruments/government-procurement-law.html", "fields/taxation.html",
    "registry/duties.html", "registry/floors.html", "registry/places.html", "registry/publicity.html",
)  # fmt: skip
"""A page of every kind, among them a draft, a long one and one with every sort of field."""


@pytest.fixture(scope="module")
def sample(site: dict[str, str]) -> dict[str, str]:
    return {path: site[path] for path in SAMPLE}


@pytest.fixture(scope="module")
def reports() -> dict[str, str]:
    """Pages of decisions as the command writes them."""
    pages = {}
    for path in sorted((ROOT / "docs" / "examples").glob("*.yaml")):
        for lang in ("zh", "en"):
            out = StringIO()
            with redirect_stdout(out):
                assert run(["evaluate", str(path), "--format", "html", "--lang", lang]) == 0
            pages[f"reports/{path.stem}-{lang}.html"] = out.getvalue()
    return pages


def test_a_strict_parser_takes_every_kind_of_page(sample: dict[str, str], reports: dict[str, str]) -> None:
    assert len(reports) >= 4
    assert parse_errors({**sample, **reports}) == []


@pytest.fixture(scope="module")
def told(
    sample: dict[str, str], reports: dict[str, str], site: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> list[str]:
    """What the checker says of the sample and the reports, and of pages with one planted fault each."""
    page = sample["index.html"]
    wrong = {
        "wrong/nested.html": page.replace("<h1>", "<h1><p>"),
        "wrong/attribute.html": page.replace("<table>", '<table width="9">'),
        "wrong/twice.html": page.replace("<main>", '<main id="ways">'),
        "wrong/style.css": "p { colour: red; }",
    }
    style = {"assets/site.css": site["assets/site.css"]}
    return checker_errors({**sample, **reports, **style, **wrong}, tmp_path_factory.mktemp("checked"))


@needs_java
def test_the_checker_finds_no_error_in_any_kind_of_page(told: list[str]) -> None:
    assert [each for each in told if "/wrong/" not in each] == []


@needs_java
@pytest.mark.parametrize("name", ["nested.html", "attribute.html", "twice.html", "style.css"])
def test_the_checker_finds_a_planted_fault(told: list[str], name: str) -> None:
    assert [each for each in told if f"/wrong/{name}" in each]


@pytest.mark.long
@needs_java
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_checker_finds_no_error_in_the_whole_site(lang: str, tmp_path: Path) -> None:
    site = build_site((), date(2026, 6, 1), lang)  # type: ignore[arg-type]
    pages = {path: text for path, text in site.items() if path.endswith((".html", ".css"))}
    assert len(pages) > 1000
    assert parse_errors({path: text for path, text in pages.items() if path.endswith(".html")}) == []
    assert checker_errors(pages, tmp_path) == []
