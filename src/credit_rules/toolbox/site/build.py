"""The whole site as files: the same packs, day and language give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ...diagnostics.diagnostic import Language
from ...render.language import speaker
from ...render.width import printable
from .addresses import Addresses
from .content import Content, read_content
from .documents import document_page
from .entry_fields import EntryWords
from .home import home_page, search_page
from .indexes import IndexPages
from .measures import MeasureWords
from .page import Link, Page
from .registry_pages import RegistryPages
from .search_index import search_index

if TYPE_CHECKING:
    from jinja2 import Environment

MARK = "site-files.txt"
"""The file that names all others of a site, so that a folder can be told to hold one."""
_LANGUAGE_TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}
_STATIC = ("site.css", "search.js")


def build_site(paths: Sequence[str | Path], day: date, lang: Language = "zh") -> dict[str, str]:
    """The text of every file of the site by its path, for the packs under ``paths`` (the shipped ones where none is given).

    ``day`` is the one for which the names of departments "today" are told. Raises :class:`InputError` where a pack has
    errors.
    """
    return files_of(read_content(paths, day), lang)


def files_of(content: Content, lang: Language = "zh") -> dict[str, str]:
    """The text of every file of the site by its path."""
    words = EntryWords(content.registry, _addresses(content), lang)
    environment = _environment()
    template = environment.get_template("page.html")
    menu = _menu(lang)
    found = {
        page.path: template.render(
            page=page, menu=menu, root="../" * page.path.count("/"), lang=_LANGUAGE_TAGS[lang], say=words.say
        )
        for page in pages_of(content, words)
    }
    assert environment.loader is not None
    for name in _STATIC:
        found[f"assets/{name}"] = environment.loader.get_source(environment, name)[0]
    found["assets/index.js"] = search_index(content, words)
    found[MARK] = "".join(f"{path}\n" for path in sorted((*found, MARK)))
    return dict(sorted(found.items()))


def pages_of(content: Content, words: EntryWords) -> Iterator[Page]:
    """Every page of the site."""
    measures = MeasureWords(content, words)
    yield home_page(content, words)
    yield search_page(words)
    yield from IndexPages(content, words).every()
    for document in content.documents:
        yield document_page(document, content, words, measures)
    yield from RegistryPages(content, words).every()


def _addresses(content: Content) -> Addresses:
    documents = {
        one.id: one.called if one.pack.memorandum.document_no else f"《{one.called}》" for one in content.documents
    }
    return Addresses(content.registry, documents, frozenset(one.rule.id for one in content.measures))


def _menu(lang: Language) -> tuple[Link, ...]:
    say = speaker(lang)
    return (
        Link(say("首页", "Home"), "index.html"),
        Link(say("文件", "Documents"), "documents/index.html"),
        Link(say("领域", "Fields"), "fields/index.html"),
        Link(say("名单", "Lists"), "lists/index.html"),
        Link(say("部门", "Departments"), "departments/index.html"),
        Link(say("措施内容", "Acts"), "acts/index.html"),
        Link(say("事项", "Matters"), "matters/index.html"),
        Link(say("依据文件", "Instruments"), "instruments/index.html"),
        Link(say("查找", "Search"), "search.html"),
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    pages = Environment(
        loader=PackageLoader("credit_rules.toolbox.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    pages.filters["line"] = printable
    return pages
