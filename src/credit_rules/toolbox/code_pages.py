"""What every code means: of a check with reason and examples, of anything else its sentence and its way out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..checks.framework.check import CARET, Check, Code, Words
from ..checks.framework.discover import every_code
from ..diagnostics import messages_case, messages_pack, messages_reading
from ..diagnostics.diagnostic import Language, Level
from ..diagnostics.messages import catalogue, hint_text, message_text
from ..render.labels import LABELS

if TYPE_CHECKING:
    from .proofs.proof import Proof

Group = Literal["check", "proof", "reading", "pack", "case", "other", "warning", "duty"]
GROUPS: dict[Group, Words] = {
    "check": Words("规则包的检查", "checks on packs"),
    "proof": Words("规则包的求证", "proofs of packs"),
    "reading": Words("读取文件", "reading files"),
    "pack": Words("规则包和名录里的名称与写法", "names and forms in packs and the registry"),
    "case": Words("案例", "cases"),
    "other": Words("其他", "other"),
    "warning": Words("决定中的提醒", "warnings of a decision"),
    "duty": Words("决定中的义务", "duties of a decision"),
}
"""The groups of codes, in the order in which they are listed."""
_OPTIONAL = re.compile(r"\[[^\[\]]*\{[^\[\]]*\]")
_VALUE = re.compile(r"\{(\w+)")
_LEVELS: dict[Level | None, Words] = {
    "error": Words("错误", "an error"),
    "warning": Words("警告", "a warning"),
    "note": Words("提示", "a note"),
    None: Words("不查", "not looked for"),
}


class Example(NamedTuple):
    """A part of a pack; where it is a bad one, the line and column of the finding, counted from 1."""

    text: str
    line: int = 0
    column: int = 0


class CodePage(NamedTuple):
    """A code in one language. What only checks and proofs have, with their file last, is empty for every other code."""

    id: str
    group: Group
    message: str
    hint: str
    level: str = ""
    strict: str = ""
    reason: str = ""
    rules: tuple[str, ...] = ()
    bad: Example | None = None
    good: Example | None = None
    limits: str = ""
    file: str = ""


def every_page(lang: Language) -> tuple[CodePage, ...]:
    """All codes, group by group and sorted within."""
    return tuple(sorted(_pages(lang), key=lambda page: (list(GROUPS).index(page.group), page.id)))


def page_of(id: str, lang: Language) -> CodePage:
    """What the code means; ``KeyError`` where there is none such."""
    for page in _pages(lang):
        if page.id == id:
            return page
    raise KeyError(id)


def _pages(lang: Language) -> Iterator[CodePage]:
    from .proofs.every import every_proof

    checks, proofs = every_code(), {proof.id: proof for proof in every_proof()}
    for check, code in checks.values():
        yield _of_check(check, code, lang)
    for proof in proofs.values():
        yield _of_proof(proof, lang)
    for id in catalogue():
        if id not in checks and id not in proofs:
            yield CodePage(id, _group(id), *_in_general(id, lang))
    for group in ("warning", "duty"):
        for id, words in LABELS[group].items():
            if id not in catalogue():
                yield CodePage(id, group, words[lang == "en"], "")


def _of_check(check: Check, code: Code, lang: Language) -> CodePage:
    return CodePage(
        code.id,
        "check",
        *_in_general(code.id, lang),
        level=_LEVELS[code.level][lang == "en"],
        strict=_LEVELS[code.strict][lang == "en"],
        reason=check.reason[lang == "en"],
        rules=check.rules,
        bad=_marked(code.bad),
        good=Example(code.good),
        limits=check.limits[lang == "en"] if check.limits else "",
        file=f"{check.find.__module__.rpartition('.')[2]}.py",
    )


def _of_proof(proof: Proof, lang: Language) -> CodePage:
    return CodePage(
        proof.id,
        "proof",
        *_in_general(proof.id, lang),
        level=_LEVELS[proof.level][lang == "en"],
        reason=proof.reason[lang == "en"],
        rules=proof.rules,
        bad=_marked(proof.bad[0]),
        good=Example(proof.good),
        limits=proof.limits[lang == "en"],
        file=f"{proof.find.__module__.rpartition('.')[2]}.py",
    )


def _marked(text: str) -> Example:
    """A bad example without its caret, and where that stands."""
    before, _, after = text.partition(CARET)
    return Example(before + after, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _group(id: str) -> Group:
    if id in messages_reading.SENTENCES:
        return "reading"
    if id in messages_pack.SENTENCES:
        return "pack"
    return "case" if id in messages_case.SENTENCES else "other"


def _in_general(id: str, lang: Language) -> tuple[str, str]:
    """The sentence and the way out with … for what was written, and without what only some findings say."""
    texts = " ".join(catalogue()[id])
    values = dict.fromkeys(_VALUE.findall(_OPTIONAL.sub("", texts)), "…")
    return message_text(id, values, lang), hint_text(id, values, lang)
