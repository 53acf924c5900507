"""Every citation in a shipped pack or registry entry resolves to a version in force on its first day (S22)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from credit_rules import Engine
from credit_rules.registry.citations import version_on
from credit_rules.registry.vocabulary import Cited, in_force
from credit_rules.source.tree import parts_of, tree_of

TODAY = date(2026, 6, 1)
"""The last day the project speaks of: an entry that names no day must still stand on something then."""

REPORTED: dict[tuple[str, str, str], str] = {}
"""Citations with no version in force on their first day, by file, instrument and article, and why they stay."""

INSTRUMENTS = Engine.bundled().plan.vocabulary.instrument


class Found(NamedTuple):
    """A citation where it stands: its file, the period of what cites it, and what is cited beside it."""

    file: str
    cited: Cited
    from_: date | None
    until: date | None
    beside: tuple[str, ...]

    @property
    def place(self) -> tuple[str, str, str]:
        return (self.file, self.cited.instrument, self.cited.article)


def a_day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def citations(node: Any, file: str, from_: date | None, until: date | None, beside: tuple[str, ...]) -> Iterator[Found]:
    if isinstance(node, list):
        names = tuple(row["instrument"] for row in node if isinstance(row, dict) and "instrument" in row)
        for row in node:
            yield from citations(row, file, from_, until, names or beside)
    elif isinstance(node, dict) and {"instrument", "article"} <= node.keys():
        cited = Cited(node["instrument"], str(node["article"]), node.get("provenance", "text"), node.get("version"))
        yield Found(file, cited, from_, until, beside)
    elif isinstance(node, dict):
        from_, until = a_day(node.get("from")) or from_, a_day(node.get("until")) or until
        if isinstance(node.get("proven_by"), dict):
            from_ = a_day(node["proven_by"].get("day"))
        for value in node.values():
            yield from citations(value, file, from_, until, ())


def all_citations() -> list[Found]:
    tree = tree_of()
    sources: list[tuple[Path, date | None]] = [(path, None) for path in tree.registry]
    sources += [(path, pack_day(pack)) for pack in tree.packs for path in (pack, *parts_of(pack))]
    return [
        found
        for path, day in sources
        for found in citations(yaml.safe_load(path.read_text("utf-8")), path.name, day, None, ())
    ]


def pack_day(path: Path) -> date | None:
    head = yaml.safe_load(path.read_text("utf-8"))["memorandum"]
    return a_day(head.get("from")) or a_day(head.get("proven_by", {}).get("day"))


CITATIONS = all_citations()


def stands(found: Found) -> bool:
    """In force on the first day; for what names no first day, on its last, or with another beside it today."""
    entry = INSTRUMENTS[found.cited.instrument]
    if found.from_ is not None:
        return version_on(entry, found.from_) is not None
    if found.until is not None:
        return version_on(entry, found.until - timedelta(days=1)) is not None
    named = {found.cited.instrument, *found.beside}
    return any(version_on(INSTRUMENTS[name], TODAY) is not None for name in named)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("{from: 2023-05-01, basis: {instrument: ndrc-2019-527, article: x}}", False),
        ("{from: 2019-07-01, basis: {instrument: ndrc-2019-527, article: x}}", True),
        ("{until: 2023-05-01, basis: {instrument: ndrc-2019-527, article: x}}", True),
        ("{basis: {instrument: customs-order-251, article: x}}", False),
        ("{basis: [{instrument: customs-order-251, article: x}, {instrument: customs-order-282, article: x}]}", True),
        ("{from: 2020-01-01, terms: [{from: 2024-07-01, basis: {instrument: company-law, article: '178(5)'}}]}", True),
    ],
)
def test_a_planted_citation_is_judged_by_the_days_of_what_cites_it(text: str, good: bool) -> None:
    found = list(citations(yaml.safe_load(text), "planted.yaml", None, None, ()))
    assert [stands(row) for row in found][:1] == [good]


def test_there_are_citations_to_look_at() -> None:
    assert len(CITATIONS) > 30
    assert {found.file for found in CITATIONS} >= {"standing.yaml", "procedures.yaml"}


@pytest.mark.parametrize("found", CITATIONS, ids=lambda found: "-".join(found.place))
def test_a_citation_resolves_to_a_version_in_force(found: Found) -> None:
    assert found.cited.instrument in INSTRUMENTS
    versions = [row.version for row in INSTRUMENTS[found.cited.instrument].versions]
    assert found.cited.version in (None, *versions)
    assert stands(found) or found.place in REPORTED


def test_no_exception_is_kept_that_is_none() -> None:
    assert {place for place in REPORTED if not any(f.place == place and not stands(f) for f in CITATIONS)} == set()


def test_a_pinned_version_is_one_in_force_when_it_is_cited() -> None:
    for found in CITATIONS:
        if found.cited.version is not None and found.from_ is not None and found.place not in REPORTED:
            entry = INSTRUMENTS[found.cited.instrument]
            pinned = next(row for row in entry.versions if row.version == found.cited.version)
            later = pinned.from_ is not None and pinned.from_ > found.from_
            assert later or in_force(found.from_, pinned.from_, pinned.until), found.place
