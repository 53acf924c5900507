"""The site of all shipped packs, built once."""

from __future__ import annotations

from datetime import date

import pytest

from credit_rules.toolbox.site.build import files_of
from credit_rules.toolbox.site.content import Content, read_content
from tests.toolbox.site.reading import Read, read

DAY = date(2026, 6, 1)


@pytest.fixture(scope="session")
def content() -> Content:
    return read_content((), DAY)


@pytest.fixture(scope="session")
def site(content: Content) -> dict[str, str]:
    return files_of(content)


@pytest.fixture(scope="session")
def pages(site: dict[str, str]) -> dict[str, Read]:
    return {path: read(text) for path, text in site.items() if path.endswith(".html")}
