"""What a commit never holds: a path of one machine, the address of a registry, a lock file."""

from __future__ import annotations

import re
from pathlib import Path

# Written so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:home|root|Users|work|tmp|var|opt|mnt)/\w|[A-Z]:\\\w")
REGISTRIES = re.compile(
    r"https?://\S+/(?:simple|packages)\b|p[y]pi\.(?:org|python)|pythonh[o]sted|npmj[s]\.|regi[s]try\.\w+\.(?:org|com|io|net|cn)\b|cra[t]es\.io"
    r"|proxy\.gol[a]ng|deb\.deb[i]an|repo[1]?\.mav[e]n|ana[c]onda\.(?:org|com)|mirr[o]rs?\.[\w.]+\.(?:org|com|edu|net|cn)\b",
    re.IGNORECASE,
)
INDEX_SETTINGS = re.compile(
    r"--?(?:extra-)?index-[u]rl|(?:extra-)?index-[u]rl\s*=|--find-[l]inks|--trusted-[h]ost|INDEX_[U]RL"
)
LOCK_FILES = {"uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock", "package-lock.json", "yarn.lock"}


def lines_with(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_path_of_one_machine(texts: dict[str, str]) -> None:
    assert lines_with(MACHINE_PATHS, texts) == []


def test_no_file_names_a_registry(texts: dict[str, str]) -> None:
    assert lines_with(REGISTRIES, texts) == []
    assert lines_with(INDEX_SETTINGS, texts) == []


def test_no_lock_file_is_kept(files: list[Path]) -> None:
    assert [path.name for path in files if path.name in LOCK_FILES] == []


def test_the_patterns_match() -> None:
    assert MACHINE_PATHS.search("/" + "home/somebody/tree")
    assert REGISTRIES.search("https://example.invalid/" + "simple/")
    assert INDEX_SETTINGS.search("--index-" + "url https://example.invalid")


def test_the_licence_is_whole(texts: dict[str, str]) -> None:
    assert "Apache License" in texts["LICENSE"]
    assert "END OF TERMS AND CONDITIONS" in texts["LICENSE"]


def test_text_files_end_in_one_newline(texts: dict[str, str]) -> None:
    untidy = [
        path
        for path, text in texts.items()
        if text and (not text.endswith("\n") or text.endswith("\n\n") or "\r" in text)
    ]
    assert untidy == []
