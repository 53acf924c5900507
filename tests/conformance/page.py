"""The table of the suite for the reference, made from the files: ``python -m tests.conformance.page``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tests.conformance.form import HERE, RULES, Case, cases

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


def page() -> str:
    """The whole page."""
    return HEAD + "".join(_rows()) + "".join(_sections())


def _by_rule() -> Iterator[tuple[str, list[Case]]]:
    found = {rule: list(group) for rule, group in groupby(sorted(cases(), key=_place), key=lambda case: case.rule)}
    yield from ((rule, found[rule]) for rule in RULES if rule in found)


def _place(case: Case) -> int:
    return RULES.index(case.rule)


def _rows() -> Iterator[str]:
    for rule, group in _by_rule():
        file = group[0].file
        yield f"| [{rule}](#{rule.lower()}) | [{file}]({SUITE}/{file}) | {len(group)} |\n"
    yield f"| | | {len(cases())} |\n"


def _sections() -> Iterator[str]:
    for rule, group in _by_rule():
        yield f"\n## {rule}\n\n| words of the rules | case |\n|---|---|\n"
        for case in group:
            yield f"| {_cell(case.edge)} | {_cell(case.name)}{' †' if case.xfail else ''} |\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
