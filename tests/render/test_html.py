"""A sheet as an HTML file: everything escaped, nothing fetched, nothing run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.render.html import write_html
from credit_rules.render.sheet import Entry, Field, Section, Sheet

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;{{ 7 * 7 }}"


def full_of(text: str) -> Sheet:
    field = (Field(text, (text, text)),)
    return Sheet(text, (text,), field, (Section(text, (text,), field, (Entry(text, field),)),))


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


def test_text_stays_text() -> None:
    reader = read(write_html(full_of(EVIL)))
    assert not {"script", "img", "link", "iframe", "form"} & set(reader.tags)
    assert not [name for name, _ in reader.attributes if name.startswith("on") or name == "src"]
    assert reader.texts.count(EVIL) == 15


def test_the_only_links_lead_to_parts_of_the_page() -> None:
    sheet = full_of(EVIL)
    reader = read(write_html(sheet._replace(sections=sheet.sections * 4)))
    links = [value for name, value in reader.attributes if name == "href"]
    assert links == ["#part-1", "#part-2", "#part-3", "#part-4"]
    assert set(links) <= {f"#{value}" for name, value in reader.attributes if name == "id"}


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=60))
def test_any_text_gives_the_same_tags(text: str) -> None:
    assert read(write_html(full_of(text))).tags == read(write_html(full_of("示例"))).tags


def test_the_page_needs_nothing_else() -> None:
    page = write_html(full_of("示例"))
    assert not re.search(r"https?:|url\(|@import|<link|<script", page)
    assert "default-src 'none'" in page
    assert "width=device-width" in page
    assert "size: A4" in page


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_says_its_language(lang: str, tag: str) -> None:
    assert f'<html lang="{tag}">' in write_html(full_of("x"), lang)  # type: ignore[arg-type]


def test_control_characters_do_not_get_through() -> None:
    assert "\u202e" not in write_html(full_of("a\u202eb"))
