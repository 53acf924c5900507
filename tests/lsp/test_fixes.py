"""A finding whose way out needs no thought can be mended at a stroke, and what is mended is not found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.diagnostics.span import Span
from credit_rules.lsp.fixes import Fix, fixes
from credit_rules.lsp.project import Project
from credit_rules.source.words import read_words


def found_in(project: Project, file: Path, text: str) -> list[Diagnostic]:
    project.renew({str(file): text})
    return list(project.findings(file))


def offered(file: Path, text: str, found: Diagnostic) -> list[Fix]:
    return list(fixes(file, text, read_words(text), found, "en"))


def applied(text: str, fix: Fix) -> str:
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: fix.start.line - 1]) + fix.start.column - 1
    end = sum(len(line) + 1 for line in lines[: fix.end.line - 1]) + fix.end.column - 1
    return text[:start] + fix.text + text[end:]


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("on_list: dishonest-judgment-debtor", "on_list: dishonest-judgement-debtor", "unknown-list"),
        ("on_list: dishonest-judgment-debtor", "on_list: 'dishonest-judgement-debtor'", "unknown-list"),
        ("on_list: dishonest-judgment-debtor", "on_lsit: dishonest-judgment-debtor", "no-form"),
        ("on_list: dishonest-judgment-debtor", "on_list: 失信被执行人", "unknown-list"),
        ("rank: party-document", "rank: party-documant", "not-one-of"),
        ("document_no:", "document-no:", "unknown-key"),
        ('place: "360300"', "place: 360300", "number-needs-quotes"),
        ("  - 02-support.yaml", "  - 02-suport.yaml", "section-missing"),
        ("{force: mandatory, on_reduce", "{force: mandatory, onreduce", "unknown-key"),
    ],
)
def test_the_nearest_spelling_takes_the_place_of_the_wrong_one(
    shipped: Project, pack_file: Path, right: str, wrong: str, code: str
) -> None:
    text = pack_file.read_text(encoding="utf-8")
    assert right in text
    spoilt = text.replace(right, wrong, 1)
    found = next(one for one in found_in(shipped, pack_file, spoilt) if one.code == code)
    (fix,) = (fix for fix in offered(pack_file, spoilt, found) if fix.sure)
    assert applied(spoilt, fix).replace("'", "") == text
    assert found_in(shipped, pack_file, applied(spoilt, fix)) == []


def test_a_section_that_nobody_names_is_named(shipped: Project, pack_file: Path) -> None:
    text = pack_file.read_text(encoding="utf-8")
    spoilt = text.replace("  - 02-support.yaml\n", "", 1)
    found = next(one for one in found_in(shipped, pack_file, spoilt) if one.code == "section-unnamed")
    (fix,) = offered(pack_file, spoilt, found)
    mended = applied(spoilt, fix)
    assert "  - 11-publicity-and-villages.yaml\n  - 02-support.yaml\n" in mended
    assert "section-unnamed" not in [one.code for one in found_in(shipped, pack_file, mended)]


def test_a_finding_may_be_allowed_once_somebody_gives_the_reason(shipped: Project, pack_file: Path) -> None:
    file = pack_file.with_name("07-spending.yaml")
    text = file.read_text(encoding="utf-8").replace("wording: 限制", "wording: 可以", 1)
    found = next(one for one in found_in(shipped, file, text) if one.code == "force-against-wording")
    found = Diagnostic("department-gone", found.span, level="warning")
    (fix,) = offered(file, text, found)
    assert not fix.sure
    allowed = applied(text, fix)
    assert allowed.splitlines()[found.span.line - 1].endswith("# allow: department-gone -- ")
    assert "suppression-without-reason" in [one.code for one in found_in(shipped, file, allowed)]
    assert offered(file, allowed, found) == []
    (more,) = offered(file, allowed, Diagnostic("list-without-end", found.span, level="warning"))
    line = applied(allowed, more).splitlines()[found.span.line - 1]
    assert line.endswith("# allow: department-gone, list-without-end -- ")


@pytest.mark.parametrize("code", ["punishment-without-list", "suppression-unused"])
def test_what_can_only_be_mended_is_not_offered_to_be_allowed(pack_file: Path, code: str) -> None:
    text = pack_file.read_text(encoding="utf-8")
    line = text.count("\n", 0, text.index("triggered_by")) + 1
    assert offered(pack_file, text, Diagnostic(code, Span(str(pack_file), line, 1))) == []


def test_a_misspelt_code_in_a_remark_is_mended_there(shipped: Project, pack_file: Path) -> None:
    text = pack_file.read_text(encoding="utf-8").replace(
        "\nformat: 1", "\nformat: 1  # allow: department-gonne -- 示例", 1
    )
    found = next(one for one in found_in(shipped, pack_file, text) if one.code == "suppression-unknown-code")
    (fix,) = (fix for fix in offered(pack_file, text, found) if fix.sure)
    assert "# allow: department-gone -- 示例" in applied(text, fix)
