"""Another pack that the head of this one names: it is loaded, and it is another."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.messages_pack import SENTENCES
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def unknown_pack(checked: Checked) -> Iterable[Diagnostic]:
    """What ``supersedes`` and ``restates`` name; a pack that supersedes itself would never apply."""
    head = checked.loaded.pack.memorandum
    others = [loaded.pack.memorandum.id for loaded in checked.packs if loaded is not checked.loaded]
    for key in ("supersedes", "restates"):
        names: tuple[str, ...] = getattr(head, key)
        for index, name in enumerate(names):
            path = ("memorandum", key, index)
            if name == head.id and name not in others:
                yield checked.finding("pack-names-itself", path, found=shown(name), key=key)
            elif name in names[:index]:
                yield checked.finding("repeated-name", path, found=shown(name))
            elif name not in checked.by_id and checked.complete:
                near = nearest(name, others) or ""
                yield checked.finding("unknown-pack", path, found=shown(name), nearest=near)


CHECK = Check(
    find=unknown_pack,
    rules=("S3",),
    reason=Words(
        "取代和重申都指向另一个规则包；名字写错，旧版本就不会终止，照抄也查不出来。",
        "Superseding and restating point at another pack. With a wrong name the old version never ends, and no copy is noticed.",
    ),
    codes=(
        Code(
            id="unknown-pack",
            said=Sentence(
                "没有规则包“{found}”",
                "there is no pack “{found}”",
                "[是否指“{nearest}”？]请核对 id，或者一并给出那个规则包。",
                "[Is “{nearest}” meant? ]Check the id, or load that pack as well.",
            ),
            bad="""
                memorandum: {supersedes: [‸older-notise]}
                ---
                memorandum: {id: older-notice, from: 2016-01-01, until: 2024-01-01}
            """,
            good="""
                memorandum: {supersedes: [older-notice]}
                ---
                memorandum: {id: older-notice, from: 2016-01-01, until: 2024-01-01}
            """,
        ),
        Code(
            id="pack-names-itself",
            said=Sentence(
                "{key} 写的“{found}”是这个规则包自己",
                "“{found}” under {key} is this pack itself",
                "请写另一个规则包的 id，或者删去。",
                "Write the id of another pack, or delete it.",
            ),
            bad="""
                memorandum: {id: example-notice, supersedes: [‸example-notice]}
            """,
            good="""
                memorandum: {id: example-notice, supersedes: [older-notice]}
                ---
                memorandum: {id: older-notice, from: 2016-01-01, until: 2024-01-01}
            """,
        ),
        Code(
            id="repeated-name",
            said=SENTENCES["repeated-name"],
            bad="""
                memorandum: {supersedes: [older-notice, ‸older-notice]}
                ---
                memorandum: {id: older-notice, from: 2016-01-01, until: 2024-01-01}
            """,
            good="""
                memorandum: {supersedes: [older-notice]}
                ---
                memorandum: {id: older-notice, from: 2016-01-01, until: 2024-01-01}
            """,
        ),
    ),
)
