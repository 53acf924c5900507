"""Two packs of one id: a measure's id would no longer name one measure."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def pack_twice(checked: Checked) -> Iterable[Diagnostic]:
    """Every pack that is loaded beside another of its id, save the first."""
    own = checked.loaded.pack.memorandum.id
    first = next(loaded for loaded in checked.packs if loaded.pack.memorandum.id == own)
    if first is not checked.loaded:
        where = str(first.node.span_at(("memorandum", "id")))
        yield checked.finding("duplicate-pack", ("memorandum", "id"), found=own, first=where)


CHECK = Check(
    find=pack_twice,
    rules=("S25",),
    reason=Words(
        "措施的 id 由规则包 id 和自己的 id 组成；两个规则包同 id，理由和比较就会指错。",
        "The id of a measure is made of the pack's and its own; with two packs of one id, reasons and comparisons point at the wrong one.",
    ),
    codes=(
        Code(
            id="duplicate-pack",
            said=Sentence(
                "规则包 id“{found}”重复，{first} 已有",
                "the pack id “{found}” stands twice; first at {first}",
                "每个规则包要有自己的 id。",
                "Give each pack an id of its own.",
            ),
            bad="""
                memorandum: {id: example-notice}
                ---
                memorandum: {id: ‸example-notice}
            """,
            good="""
                memorandum: {id: example-notice}
                ---
                memorandum: {id: another-notice}
            """,
        ),
    ),
)
