"""A sheet as one HTML file that needs nothing else: readable on a telephone, printed on A4; all text is escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..diagnostics.diagnostic import Language
from .language import speaker
from .sheet import Sheet
from .width import printable

if TYPE_CHECKING:
    from jinja2 import Template

_LANGUAGE_TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}


def write_html(sheet: Sheet, lang: Language = "zh") -> str:
    """The sheet as a page with its style inside: no script, no picture, no link but to its own parts, and a policy that
    forbids them."""
    contents = speaker(lang)("本页目录", "On this page")
    return _template().render(sheet=sheet, lang=_LANGUAGE_TAGS[lang], contents=contents)


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    pages = Environment(
        loader=PackageLoader("credit_rules.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    pages.filters["line"] = printable
    return pages.get_template("sheet.html")
