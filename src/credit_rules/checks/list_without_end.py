"""A list from which nobody ever comes off is no measure but a stigma (S6; LF 8.15)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..registry.model import ListEntry
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.lists import not_ended, used_lists


def list_without_end(checked: Checked) -> Iterable[Diagnostic]:
    """A serious list or list of dishonest subjects that the pack names, with neither a term nor a way off it."""
    for entry, path in used_lists(checked, ("serious", "dishonesty")):
        if not ends(entry, checked):
            yield checked.finding("list-without-end", path, found=entry.id)


def ends(entry: ListEntry, checked: Checked) -> bool:
    """Whether a record of the list ends by a term, or by an event that the list names, while the document applies."""
    terms = not_ended(entry.terms, checked)
    limited = any(term != "open" for rule in terms for term in (rule.otherwise, *(case.term for case in rule.cases)))
    return limited or bool(not_ended(entry.exits, checked))


CHECK = Check(
    find=list_without_end,
    rules=("S6", "S26", "LF 8.15"),
    reason=Words(
        "列入名单的人必须知道什么时候、怎样可以出来。没有期限又没有移出途径，措施永远不会结束，决定里也写不出怎样结束。",
        "Whoever is listed must know when and how it ends. Without a term and without a way off the list the measures never "
        "end, and a decision has nothing to say about it.",
    ),
    limits=Words(
        "只看规则包逐一指名的名单；on_lists 所指的类别不展开。期限只覆盖一部分情形的，算作有期限。",
        "Looks at lists that the pack names one by one; a class under on_lists is not spelt out. A term for some grounds "
        "alone counts as a term.",
    ),
    codes=(
        Code(
            id="list-without-end",
            level=None,
            said=Sentence(
                "名单“{found}”既没有期限，也没有移出的途径",
                "the list “{found}” has neither a term nor a way off it",
                "请在名录 lists 写 terms 或 exits，并注明依据；原文都没有的，这项名单不应触发措施。",
                "Write terms or exits in the registry of lists, with their basis; where no text has any, the list should "
                "trigger nothing.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_list: ‸endless}
                ---
                lists:
                  - id: endless
                    class: dishonesty
                    field: taxation
                    determined_by: taxation
                    criteria: 示例标准
                    procedure: 列入前告知
                    remedies: 向认定单位提出异议
                    exits: []
            """,
            good="""
                measures:
                  - triggered_by: {on_list: ended}
                ---
                lists:
                  - id: ended
                    class: dishonesty
                    field: taxation
                    determined_by: taxation
                    criteria: 示例标准
                    procedure: 列入前告知
                    remedies: 向认定单位提出异议
                    exits: [{way: repair, through: 认定单位, basis: none-cited}]
            """,
        ),
    ),
)
