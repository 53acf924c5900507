"""A new memorandum enters on texts that somebody has read (S22a; LF 8.30)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def unread_source(checked: Checked) -> Iterable[Diagnostic]:
    """Published packs, and citations in them, that nobody read in the text."""
    pack = checked.loaded.pack
    if pack.memorandum.status == "draft":
        return
    if pack.memorandum.source.provenance != "text":
        yield checked.finding("unread-source", ("memorandum", "source", "provenance"), found=pack.memorandum.id)
    for path, measure, _ in checked.written:
        if isinstance(measure.provenance, str) and measure.provenance == "unverified":
            yield checked.finding("unread-source", (*path, "provenance"), found=measure.id)
        for index, citation in enumerate(() if isinstance(measure.basis, str) else measure.basis):
            if citation.provenance == "unverified":
                where = (*path, "basis", index, "provenance")
                yield checked.finding("unread-basis", where, found=citation.article)


CHECK = Check(
    find=unread_source,
    rules=("S22a", "LF 8.30"),
    reason=Words(
        "凭记忆或者转述写的规则，会把没有的话加在真实的人身上；没有读过原文的，只能作草稿。",
        "Rules written from memory or at second hand lay on real people what nobody said. What was not read in the text is a "
        "draft.",
    ),
    codes=(
        Code(
            id="unread-source",
            level=None,
            said=Sentence(
                "“{found}”没有读过原文",
                "nobody has read “{found}” in the text",
                "请对照原文后写 provenance: text；读不到的，写 status: draft。",
                "Read it in the text and write provenance: text; where it cannot be read, write status: draft.",
            ),
            bad="""
                memorandum: {source: {provenance: ‸secondary, file: example.txt}}
            """,
            good="""
                memorandum: {status: draft, source: {provenance: secondary, file: example.txt}}
            """,
        ),
        Code(
            id="unread-basis",
            level=None,
            said=Sentence(
                "引用的第{found}条没有核对",
                "the article {found} that is cited has not been checked",
                "请核对条文；查不到的，删去引用并写 none-cited。",
                "Check the article; where it cannot be found, delete the citation and write none-cited.",
            ),
            bad="""
                measures:
                  - basis: [{instrument: credit-regulation, article: "3", provenance: ‸unverified}]
            """,
            good="""
                measures:
                  - basis: [{instrument: credit-regulation, article: "3"}]
            """,
        ),
    ),
)
