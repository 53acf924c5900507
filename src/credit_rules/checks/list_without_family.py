"""A serious list belongs to one of four families of conduct (LF 8.5)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.lists import used_lists


def list_without_family(checked: Checked) -> Iterable[Diagnostic]:
    """A serious list that the pack names, and that names no family."""
    for entry, path in used_lists(checked, ("serious",)):
        if entry.family is None:
            yield checked.finding("list-without-family", path, found=entry.id)


CHECK = Check(
    find=list_without_family,
    rules=("S23", "LF 8.5"),
    reason=Words(
        "国办发〔2020〕49号把严重失信主体名单限于四类：严重危害健康和生命安全，严重破坏市场公平竞争秩序和社会正常秩序，拒不履行法定义务、严重影响司法机关和行政机关公信力，拒不履行国防义务。不属于任何一类的领域不得设列。",
        "Document 49 of 2020 of the General Office of the State Council confines serious lists to four families: life and health; fair competition and social order; refusal of "
        "legal duties that harms judicial or administrative credibility; refusal of national-defence duties. In any other "
        "field there may be none.",
    ),
    limits=Words(
        "归类由登记的人判断；名录写了归类，不等于归类正确。",
        "Who registers the list judges its family; that one is named does not make it right.",
    ),
    codes=(
        Code(
            id="list-without-family",
            level=None,
            said=Sentence(
                "严重失信名单“{found}”没有写属于四类中的哪一类",
                "the serious list “{found}” names none of the four families",
                "请在名录 lists 写 family：life-and-health、market-order、judicial-and-administrative-credibility 或 national-defence。",
                "Write family in the registry of lists: life-and-health, market-order, "
                "judicial-and-administrative-credibility or national-defence.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_list: ‸unplaced}
                ---
                lists:
                  - id: unplaced
                    class: serious
                    field: taxation
                    determined_by: taxation
                    criteria: 示例标准
                    procedure: 列入前告知
                    remedies: 向认定单位提出异议
                    basis: [{instrument: credit-regulation, article: "1"}]
                    exits: [{way: repair, through: 认定单位, basis: none-cited}]
            """,
            good="""
                measures:
                  - triggered_by: {on_list: placed}
                ---
                lists:
                  - id: placed
                    class: serious
                    family: market-order
                    field: taxation
                    determined_by: taxation
                    criteria: 示例标准
                    procedure: 列入前告知
                    remedies: 向认定单位提出异议
                    basis: [{instrument: credit-regulation, article: "1"}]
                    exits: [{way: repair, through: 认定单位, basis: none-cited}]
            """,
        ),
    ),
)
