"""Pages point at what is there, and their examples run."""

from __future__ import annotations

import contextlib
import doctest
import importlib
import io
import re
import urllib.parse
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.durable.available import AVAILABLE
from tests.repository.tree import ROOT, Module, committed_files

LINK = re.compile(
    r"(?<!!)\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)|!\[[^\]]*\]\(([^)\s]+)\)|^\[[^\]]+\]:\s*(\S+)", re.MULTILINE
)
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
PAGES = [path for path in committed_files() if path.suffix == ".md"]


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as common renderers make them."""
    found: set[str] = set()
    for heading in HEADING.findall(FENCE.sub("", text)):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        slug = re.sub(r"[^\w\- ]", "", plain).strip().replace(" ", "-")
        found.add(slug if slug not in found else f"{slug}-1")
    return found


def test_there_is_a_readme_in_both_languages() -> None:
    pages = {path.relative_to(ROOT).as_posix() for path in PAGES}
    assert {"README.md", "docs/README.zh.md"} <= pages


def test_links_resolve(documents: dict[str, str]) -> None:
    broken = []
    for page, text in documents.items():
        for found in LINK.finditer(FENCE.sub("", text)):
            target = next(group for group in found.groups() if group)
            if re.match(r"[a-z][a-z+.-]*:", target):
                continue
            name, _, anchor = urllib.parse.unquote(target).partition("#")
            file = (ROOT / page).parent / name if name else ROOT / page
            inside = file.exists() and file.resolve().is_relative_to(ROOT)
            if not inside or (
                anchor and file.suffix == ".md" and anchor not in anchors(file.read_text(encoding="utf-8"))
            ):
                broken.append(f"{page}: {target}")
    assert broken == []


def test_every_page_is_linked_from_somewhere(documents: dict[str, str]) -> None:
    linked = {
        ((ROOT / page).parent / urllib.parse.unquote(target).partition("#")[0]).resolve()
        for page, text in documents.items()
        for found in LINK.finditer(text)
        for target in found.groups()
        if target and not re.match(r"[a-z][a-z+.-]*:", target)
    }
    linked |= {path / "README.md" for path in linked if path.is_dir()}
    lost = [
        page
        for page in documents
        if page.startswith("docs/") and not page.startswith("docs/decisions/") and (ROOT / page).resolve() not in linked
    ]
    assert lost == []


NEEDED = {"get-a-second-opinion.md": ("durable-rules, and a Python before 3.13", AVAILABLE)}
"""What the examples of a page need beyond the program itself."""


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_python_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch, needs: Callable[[str, object], None]) -> None:
    """The blocks of a page share their names and run from the top of the repository, as a reader would run them."""
    if page.name in NEEDED:
        needs(*NEEDED[page.name])
    text = page.read_text(encoding="utf-8")
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"__name__": "example"}
    for found in FENCE.finditer(text):
        language, code = found.groups()
        if language in ("python", "py"):
            line = text[: found.start()].count("\n") + 1
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile("\n" * line + code, str(page), "exec"), names)


def test_docstring_examples_run(modules: list[Module], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed = [
        module.name
        for module in modules
        if ">>>" in module.text and doctest.testmod(importlib.import_module(module.name)).failed
    ]
    assert failed == []
