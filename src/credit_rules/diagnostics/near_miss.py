"""The nearest valid spelling of a word that nobody knows: one helper, used wherever a name is looked up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice

_LONGEST = 80
_MOST = 1_000
_LIKE_ENOUGH = 0.62


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that ``word`` was most likely meant to be, or None.

    A slip of case, width, underscore, hyphen or space counts as the same word; after that likeness decides, and
    between equals the first candidate. Words of more than 80 characters are never guessed at, and no more than 1,000
    candidates looked at, so that many mistakes at once cost little.
    """
    if not word or len(word) > _LONGEST:
        return None
    known = [candidate for candidate in islice(candidates, _MOST) if candidate != word]
    plain = _plain(word)
    for candidate in known:
        if _plain(candidate) == plain:
            return candidate
    best, score = None, _LIKE_ENOUGH
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(plain)
    for candidate in known:
        matcher.set_seq1(_plain(candidate))
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score:
            ratio = matcher.ratio()
            if ratio > score:
                best, score = candidate, ratio
    return best


def _plain(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word)
    return word.strip().lower().replace("_", "-").replace(" ", "-")
