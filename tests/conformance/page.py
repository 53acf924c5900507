"""The table of the suite for the reference, made from the files: ``python -m tests.conformance.page``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tests.conformance.form import HERE, PATTERNS, RULES, Case, cases, pattern_cases

PAGE = HERE.parent.parent / "docs" / "reference" / "conformance.md"
SUITE = "../../tests/conformance"

HEAD = f"""\
# Conformance suite

What a decision means is fixed by the rules S1 to S29. The [suite]({SUITE}/README.md) holds each of them as cases in
plain YAML that any implementation can run: what is asked, and what the decision must hold. Each case names the words of
the rules that it tests.

This page is made from the files (`python -m tests.conformance.page`); a test keeps it current. A case marked † is one
where the matcher still departs from the rule; the file says how.

| rule | file | cases |
|---|---|---|
"""

OF_PATTERNS = """
## Patterns

What the [patterns of the texts](patterns.md) come to, each with cases for and near misses.

| pattern | file | cases |
|---|---|---|
"""


def page() -> str:
    """The whole page."""
    rules, patterns = _grouped(cases(), RULES), _grouped(pattern_cases(), PATTERNS)
    parts = [
        _rows(rules),
        _sections(rules, "words of the rules"),
        _rows(patterns),
        _sections(patterns, "of the pattern"),
    ]
    whole = ["".join(part) for part in parts]
    return HEAD + whole[0] + whole[1] + OF_PATTERNS + whole[2] + whole[3]


def _grouped(found: tuple[Case, ...], order: tuple[str, ...]) -> list[tuple[str, list[Case]]]:
    by_name = {name: list(group) for name, group in groupby(sorted(found, key=_name), key=_name)}
    return [(name, by_name[name]) for name in order if name in by_name]


def _name(case: Case) -> str:
    return case.rule


def _rows(groups: list[tuple[str, list[Case]]]) -> Iterator[str]:
    for name, group in groups:
        file = group[0].file
        yield f"| [{name}](#{name.lower()}) | [{file}]({SUITE}/{file}) | {len(group)} |\n"
    yield f"| | | {sum(len(group) for _, group in groups)} |\n"


def _sections(groups: list[tuple[str, list[Case]]], words: str) -> Iterator[str]:
    for name, group in groups:
        yield f"\n## {name}\n\n| {words} | case |\n|---|---|\n"
        for case in group:
            yield f"| {_cell(case.edge)} | {_cell(case.name)}{' †' if case.xfail else ''} |\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
