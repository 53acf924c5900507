"""What the words of a clause say about its force: an order, or advice (S15)."""

from __future__ import annotations

import re

from ..source.values import Force

ADVICE = ("可根据实际情况", "可以", "可", "酌情", "鼓励", "支持", "引导", "提倡", "探索", "推动", "适当")
"""Words that leave the measure to the department."""
ORDERS = ("应当", "应", "不得", "禁止", "要")
"""Words that order it."""

_NO_ADVICE = "许认不"
"""Before 可 these make another word of it: 许可, 认可, 不可."""
_NO_ORDER = {"应": ("急", "用", "税", "收"), "要": ("求", "件", "素")}
_NO_ORDER_BEFORE = {"要": "重主需必", "应": "响反相对适供"}


def force_of(wording: str) -> Force | None:
    """``mandatory`` where the words order, ``recommended`` where they advise; ``None``: neither, or both."""
    advised = any(_says(wording, word) for word in ADVICE)
    ordered = any(_says(wording, word) for word in ORDERS)
    if advised == ordered:
        return None
    return "mandatory" if ordered else "recommended"


def _says(wording: str, word: str) -> bool:
    """Whether the word stands there as itself, and not as part of another."""
    before = _NO_ADVICE if word == "可" else _NO_ORDER_BEFORE.get(word, "")
    after = _NO_ORDER.get(word, ())
    return any(
        not (hit.start() and wording[hit.start() - 1] in before) and not wording.startswith(after, hit.end())
        for hit in re.finditer(re.escape(word), wording)
    )
