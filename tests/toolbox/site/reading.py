"""What a page of the site holds: its anchors, its links, its words."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import NamedTuple

_ID = re.compile(r'\sid="([^"]*)"')
_LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")


class Read(NamedTuple):
    """A page: every anchor as often as it stands there, every address, the words without tags."""

    anchors: list[str]
    links: list[str]
    text: str


def read(page: str) -> Read:
    body = page[page.index("<body>") :]
    words = re.sub(r"\s+", " ", unescape(_TAG.sub("", body)))
    return Read(
        [unescape(found) for found in _ID.findall(page)], [unescape(found) for found in _LINK.findall(page)], words
    )


def resolved(link: str, path: str) -> tuple[str, str]:
    """The file and the anchor that a link of the page at ``path`` leads to."""
    file, _, anchor = link.partition("#")
    return (posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path), anchor
