"""Ways out of a finding that need no thought: the nearest right spelling, quotes, a remark that allows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath

from ..checks.framework.discover import every_code
from ..checks.framework.suppression import OWN, named_in
from ..diagnostics.diagnostic import Diagnostic, Language
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..pack.condition import FORMS
from ..pack.write import quoted
from ..render.language import Say, speaker
from ..source.remarks import read_remarks
from ..source.rows import NamedTuple
from ..source.tree import parts_of
from ..source.words import Place, Word, Words


class Fix(NamedTuple):
    """What it does in words, and the text that takes the place of another; ``sure`` where it is what was meant."""

    title: str
    start: Place
    end: Place
    text: str
    sure: bool


def fixes(file: FilePath, text: str, words: Words, found: Diagnostic, lang: Language = "zh") -> Iterator[Fix]:
    """The ways out of a finding in a file with this text."""
    say = speaker(lang)
    near = found.values.get("nearest", "")
    if found.code == "section-missing":
        word = words.from_(found.span.line, found.span.column)
        names = [part.name for part in parts_of(file)]
        near = "" if word is None else nearest(word.text, names) or ""
    if near:
        fix = _spelt(text, words, found, near, say)
        if fix is not None:
            yield fix
    if found.code == "number-needs-quotes":
        word = words.from_(found.span.line, found.span.column)
        if word is not None and word.plain:
            yield Fix(say("加上引号", "Put it in quotes"), word.start, word.end, f'"{word.text}"', True)
    if found.code == "section-unnamed":
        yield from _named(words, found.values.get("found", ""), say)
    if found.code in every_code() and every_code()[found.code][1].allowable and not found.code.startswith(OWN):
        yield from _allowed(text, found, say)


def _spelt(text: str, words: Words, found: Diagnostic, near: str, say: Say) -> Fix | None:
    title = say(f"改为 {near}", f"Change to {near}")
    if found.code == "suppression-unknown-code":
        line = text.splitlines()[found.span.line - 1]
        at = line.find(found.values.get("found", ""), found.span.column)
        start = Place(found.span.line, at + 1)
        end = Place(found.span.line, at + 1 + len(found.values.get("found", "")))
        return None if at < 0 else Fix(title, start, end, near, True)
    word = _misspelt(words, found, near)
    if word is None:
        return None
    return Fix(title, word.start, word.end, quoted(near) if word.plain else _requoted(text, word, near), True)


def _misspelt(words: Words, found: Diagnostic, near: str) -> Word | None:
    """The word that a finding is about; of a condition without a form, the key that was meant for one."""
    span = found.span
    if found.code == "no-form":
        first = next((word for word in words if word.start >= (span.line, span.column)), None)
        keys = [word for word in words if first is not None and word.holder is first.holder and word.is_key]
        return next((word for word in keys if nearest(word.text, FORMS) == near), None)
    word = words.from_(span.line, span.column)
    said = found.values.get("found") or found.values.get("key")
    return word if word is not None and (said is None or shown(word.text) == said) else None


def _requoted(text: str, word: Word, near: str) -> str:
    quote = text.splitlines()[word.start.line - 1][word.start.column - 1]
    return f"{quote}{near}{quote}" if quote in "\"'" else near


def _named(words: Words, name: str, say: Say) -> Iterator[Fix]:
    """Name a section file behind those that are named."""
    last = next((word for word in reversed(words.found) if len(word.path) == 2 and word.path[0] == "sections"), None)
    if last is None or not name:
        return
    before = [word for word in words if word.holder is last.holder and word.step == 0]
    block = len(before) == 1 and (last is before[0] or before[0].start.column == last.start.column)
    indent = " " * (last.start.column - 3)
    more = f"\n{indent}- {quoted(name)}" if block and last.start.column > 2 else f", {quoted(name)}"
    yield Fix(say(f"把 {name} 列入 sections", f"Name {name} under sections"), last.end, last.end, more, False)


def _allowed(text: str, found: Diagnostic, say: Say) -> Iterator[Fix]:
    """Allow the finding on its line, the reason left to be written: without one that is a finding too."""
    lines = text.splitlines()
    number = found.span.line
    if not 1 <= number <= len(lines):
        return
    line = lines[number - 1]
    remark = next((one for one in read_remarks(text) if one.line == number and not one.alone), None)
    codes = () if remark is None else named_in(remark)[0]
    if found.code in codes:
        return
    if codes:
        at = line.find(codes[-1], 0 if remark is None else remark.column) + len(codes[-1])
        more = f", {found.code}"
    else:
        at = len(line.rstrip())
        more = f"{' ' if remark else '  '}# allow: {found.code} -- "
    changed = f"{line[:at]}{more}{line[at:] if codes else ''}"
    after = read_remarks("\n".join([*lines[: number - 1], changed, *lines[number:]]))
    if any(one.line == number and found.code in named_in(one)[0] for one in after):
        title = say(f"放过 {found.code}（须写明理由）", f"Allow {found.code} (a reason must be given)")
        yield Fix(title, Place(number, at + 1), Place(number, len(line) + 1 if not codes else at + 1), more, False)
