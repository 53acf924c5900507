"""The catalogue of sentences: code -> what is wrong and what to do, Chinese first.

A template quotes values as ``{name}``. ``{name:list}`` joins a value of ``|``-separated words, ``{name:phrase}`` does
so after looking each up among the phrases (``phrases.py``), ``{name:of}`` and ``{name:bound}`` after putting ``of-`` or
``bound-`` before it. A part in square brackets is left out where one of its values is missing or empty; other brackets
and braces are text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

_PART = re.compile(r"\[([^\[\]]*)\]|\{(\w+)(?::(list|phrase|of|bound))?\}")
_FIELD = re.compile(r"\{(\w+)(?::(list|phrase|of|bound))?\}")


class Sentence(NamedTuple):
    """A message and its way out in both languages; an empty hint where the message says it already."""

    zh: str
    en: str
    zh_hint: str = ""
    en_hint: str = ""


_CATALOGUE: dict[str, Sentence] = {}
_loaded = False


def declare_messages(sentences: Mapping[str, Sentence]) -> None:
    """Add sentences of one's own, as a check does; a code that is taken by another sentence is a ``ValueError``."""
    for code, sentence in sentences.items():
        if _CATALOGUE.setdefault(code, sentence) != sentence:
            raise ValueError(f"code {code!r} has a sentence already")


def catalogue() -> Mapping[str, Sentence]:
    """Every sentence known so far, by code."""
    global _loaded
    if not _loaded:
        _loaded = True
        from . import messages_case, messages_evaluating, messages_pack, messages_reading

        for module in (messages_reading, messages_case, messages_pack, messages_evaluating):
            declare_messages(module.SENTENCES)
    return _CATALOGUE


def message_text(code: str, values: Mapping[str, str], lang: Literal["zh", "en"] = "zh") -> str:
    """The sentence of ``code`` filled with ``values``; the code itself where no sentence is known."""
    sentence = catalogue().get(code)
    if sentence is None:
        return ", ".join([code, *(f"{name} {value}" for name, value in values.items())])
    return _fill(sentence.zh if lang == "zh" else sentence.en, values, lang)


def hint_text(code: str, values: Mapping[str, str], lang: Literal["zh", "en"] = "zh") -> str:
    """The way out for ``code`` filled with ``values``; empty where there is none."""
    sentence = catalogue().get(code)
    return (
        "" if sentence is None else _fill(sentence.zh_hint if lang == "zh" else sentence.en_hint, values, lang).strip()
    )


def _fill(template: str, values: Mapping[str, str], lang: Literal["zh", "en"]) -> str:
    def value(found: re.Match[str], name: int) -> str:
        text, form = values.get(found[name], ""), found[name + 1]
        return text if form is None else _joined(text, form, lang)

    def part(found: re.Match[str]) -> str:
        if found[1] is None:
            return value(found, 2)
        needed = [field[1] for field in _FIELD.finditer(found[1])]
        if not needed:
            return found[0]
        if not all(values.get(name) for name in needed):
            return ""
        return _FIELD.sub(lambda field: value(field, 1), found[1])

    return _PART.sub(part, template)


def _joined(text: str, form: str, lang: Literal["zh", "en"]) -> str:
    from .phrases import PHRASES

    words = text.split("|")
    if form != "list":
        words = words if form == "phrase" else [f"{form}-{word}" for word in words]
        words = [PHRASES[word][lang == "en"] if word in PHRASES else f"“{word}”" for word in words]
    comma, last = ("、", "或") if lang == "zh" else (", ", " or ")
    if form == "list" or len(words) == 1:
        return comma.join(words)
    return f"{comma.join(words[:-1])}{last}{words[-1]}"
