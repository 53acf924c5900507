"""The site of all shipped packs: nothing is missing, every link leads somewhere, and it needs nothing from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields

from credit_rules.registry.registry import Registry
from credit_rules.toolbox.site.addresses import FOLDERS
from credit_rules.toolbox.site.build import MARK
from credit_rules.toolbox.site.content import Content
from tests.toolbox.site.reading import Read, resolved

Pages = dict[str, Read]


def test_every_measure_stands_at_its_anchor_with_its_id(content: Content, pages: Pages) -> None:
    missing = [
        one.rule.id
        for one in content.measures
        if f"m-{one.rule.id.partition('/')[2]}" not in pages[f"documents/{one.document.id}.html"].anchors
        or one.rule.id not in pages[f"documents/{one.document.id}.html"].text
    ]
    assert len(content.measures) > 1000
    assert missing == []


def test_every_listed_clause_stands_as_printed(content: Content, pages: Pages) -> None:
    missing = [
        (document.id, clause.clause)
        for document in content.documents
        for clause in document.pack.clauses
        if " ".join(f"{clause.clause} {clause.heading}".split()) not in pages[f"documents/{document.id}.html"].text
    ]
    assert missing == []


def test_every_entry_of_the_registry_has_a_place(content: Content, pages: Pages) -> None:
    missing = []
    for kind in (row.name for row in fields(Registry)):
        for id, entry in getattr(content.registry, kind).items():
            path = f"{kind}/{id}.html" if kind in FOLDERS else f"registry/{kind}.html"
            page = pages[path]
            there = kind in FOLDERS or f"{kind}-{id}" in page.anchors
            if not there or " ".join(entry.title.split()) not in page.text or id.rpartition(".")[2] not in page.text:
                missing.append((kind, id))
    assert missing == []


def test_every_link_leads_to_a_page_and_an_anchor_of_it(pages: Pages, site: dict[str, str]) -> None:
    anchors = {path: set(page.anchors) for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for link in set(page.links):
            file, anchor = resolved(link, path)
            if file not in site or (anchor and anchor not in anchors[file]):
                broken.append((path, link))
    assert broken == []


def test_no_anchor_stands_twice_on_a_page(pages: Pages) -> None:
    twice = {path: [id for id, times in Counter(page.anchors).items() if times > 1] for path, page in pages.items()}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_every_page_is_reached_from_home(pages: Pages) -> None:
    seen, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in seen or not path.endswith(".html"):
            continue
        seen.add(path)
        ahead += [resolved(link, path)[0] for link in pages[path].links]
    assert set(pages) - seen == set()


def test_nothing_comes_from_elsewhere(site: dict[str, str], pages: Pages) -> None:
    outside = [(path, link) for path, page in pages.items() for link in page.links if re.match(r"[a-z]+:|//|/", link)]
    assert outside == []
    assert all("default-src 'none'" in text for path, text in site.items() if path.endswith(".html"))
    assert not re.search(r"url\(|@import", site["assets/site.css"])
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(|https?:", site["assets/search.js"])


def test_only_the_search_needs_a_script(site: dict[str, str]) -> None:
    scripted = [path for path, text in site.items() if path.endswith(".html") and "<script" in text]
    assert scripted == ["search.html"]
    assert "<noscript>" in site["search.html"]
    assert not [path for path, text in site.items() if path.endswith(".html") and re.search(r"<[^>]*\son[a-z]+=", text)]


def test_a_draft_says_so_wherever_it_is_named(content: Content, pages: Pages) -> None:
    drafts = [document for document in content.documents if document.draft]
    assert drafts
    for document in drafts:
        assert "草案：只供核对，从不用于作出提示" in pages[f"documents/{document.id}.html"].text
        assert f"{document.pack.memorandum.title}" in pages["documents/index.html"].text
    named = [one for one in content.measures if one.document.draft]
    for one in named:
        assert "〔草案〕" in pages[f"acts/{one.rule.act}.html"].text
    published = next(document for document in content.documents if not document.draft)
    assert "草案：" not in pages[f"documents/{published.id}.html"].text


def test_what_was_not_read_in_the_text_says_so_in_words(content: Content, pages: Pages) -> None:
    words = {"text": "原文核对", "secondary": "间接来源，未见原文", "unverified": "未核验"}
    for document in content.documents:
        text = pages[f"documents/{document.id}.html"].text
        assert f"出处 {words[document.pack.memorandum.source.provenance]}" in text
    for id, entry in content.registry.acts.items():
        assert f"出处 {words[entry.provenance]}" in pages[f"acts/{id}.html"].text


def test_the_mark_names_every_file(site: dict[str, str]) -> None:
    assert site[MARK].splitlines() == sorted(site)
