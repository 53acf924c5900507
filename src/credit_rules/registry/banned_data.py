"""Facts that nobody may declare, because no case may carry them."""

from __future__ import annotations

from .model import FactEntry

BANNED: dict[str, str] = {
    "宗教": "征信业管理条例14",
    "基因": "征信业管理条例14",
    "指纹": "征信业管理条例14",
    "血型": "征信业管理条例14",
    "疾病": "征信业管理条例14",
    "病史": "征信业管理条例14",
    "举报人": "举报人应受保护",
    "投诉人": "举报人应受保护",
}
"""Words in the title of a fact that tell a kind of personal data never collected or an informant."""


def banned_word(entry: FactEntry) -> tuple[str, str] | None:
    """The word in the title of a fact that bars it, and why."""
    return next(((word, why) for word, why in BANNED.items() if word in entry.title), None)
