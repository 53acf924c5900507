"""The nearest valid spelling of a word that nobody knows: one helper, used wherever a name is looked up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import islice

_LONGEST = 80
_MOST = 1_000
_LIKE_ENOUGH = 0.62
_MARGIN = 0.1


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
    likely = [(ratio, candidate) for candidate in known if (ratio := _likeness(plain, _plain(candidate)))]
    if not likely:
        return None
    highest = max(likely, key=lambda found: found[0])[0]
    close = [candidate for ratio, candidate in likely if ratio > highest - _MARGIN]
    return min(close, key=lambda candidate: _slips(plain, _plain(candidate)))


def _likeness(word: str, other: str) -> float:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, other, word, autojunk=False)
    if matcher.real_quick_ratio() <= _LIKE_ENOUGH or matcher.quick_ratio() <= _LIKE_ENOUGH:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio > _LIKE_ENOUGH else 0.0


def _slips(word: str, other: str) -> int:
    """How many letters are missing, too many, wrong, or changed places with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word):
        last, row = row, [i + 1]
        for j, wanted in enumerate(other):
            cost = min(last[j] + (letter != wanted), last[j + 1] + 1, row[j] + 1)
            if i and j and letter == other[j - 1] and word[i - 1] == wanted:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        before = last
    return row[-1]


def _plain(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word)
    return word.strip().lower().replace("_", "-").replace(" ", "-")
