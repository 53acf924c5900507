"""``explain`` tells what every code means, with reason and examples where it is a check's."""

from __future__ import annotations

import pytest

from credit_rules.checks.framework.discover import every_code
from credit_rules.diagnostics.messages import catalogue
from credit_rules.toolbox.code_pages import GROUPS, every_page, page_of
from tests.cli.conftest import Call


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_code_has_a_page(call: Call, lang: str) -> None:
    pages = every_page(lang)  # type: ignore[arg-type]
    ids = [page.id for page in pages]
    assert len(set(ids)) == len(ids)
    assert {*every_code(), *catalogue()} <= set(ids)
    assert {"inquiry-missing", "restore-reputation"} <= set(ids)
    for page in pages:
        assert page.message
        assert "{found" not in page.message + page.hint
        assert page.group in GROUPS


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_check_is_told_with_reason_and_examples(call: Call, lang: str) -> None:
    page = page_of("autonomous-mandatory", lang)  # type: ignore[arg-type]
    done = call("explain", "autonomous-mandatory", "--lang", lang)
    assert (done.status, done.err) == (0, "")
    squeezed = "".join(done.out.split())
    for text in (page.message, page.reason, page.hint, page.limits, page.bad.text.splitlines()[0]):  # type: ignore[union-attr]
        assert "".join(text.split()) in squeezed
    assert "S15,LF8.25" in squeezed


def test_the_mark_stands_under_the_place(call: Call) -> None:
    lines = call("explain", "department-gone", "--lang", "en").out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.strip() == "^")
    assert lines[at].index("^") == lines[at - 1].index("市工商局")


def test_an_error_of_the_input_is_told_too(call: Call) -> None:
    done = call("explain", "unknown-list", "--lang", "en")
    assert done.status == 0
    assert "there is no list “…”" in done.out
    assert "Is “" not in done.out


@pytest.mark.parametrize("arguments", [[], ["--list"], ["--list", "unknown-list"]])
def test_without_a_code_all_are_listed(call: Call, arguments: list[str]) -> None:
    done = call("explain", *arguments, "--lang", "en")
    assert done.status == 0
    assert all(f"\n  {page.id}  " in done.out for page in every_page("en"))


def test_an_unknown_code_is_answered_with_the_nearest(call: Call) -> None:
    done = call("explain", "autonomos-mandatory")
    assert (done.status, done.out) == (2, "")
    assert "autonomous-mandatory" in done.err
    assert call("explain", "zzzzzz", "--lang", "en").err.startswith("Error: there is no code “zzzzzz”.")
