"""Both languages of a sentence side by side, so that neither can be forgotten."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics.diagnostic import Language

Say = Callable[[str, str], str]
"""Takes the Chinese and the English sentence and gives the one asked for."""


def speaker(lang: Language) -> Say:
    """A function that chooses between Chinese and English: ``speaker("en")("对象", "Subject")`` is ``Subject``."""
    if lang == "en":
        return lambda zh, en: en
    return lambda zh, en: zh
