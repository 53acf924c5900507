"""A serious list rests on law, or on a central policy document; a local one on the local regulation (S23; LF 8.5)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.lists import founding_ranks, used_lists


def list_without_basis(checked: Checked) -> Iterable[Diagnostic]:
    """A serious list that the pack names, and that nothing founds, or a departmental rule for the time being."""
    for entry, path in used_lists(checked, ("serious",)):
        ranks = founding_ranks(entry, checked)
        if ranks is not None and not ranks:
            yield checked.finding("list-without-basis", path, found=entry.id)
        elif ranks == {"departmental-rule"}:
            yield checked.finding("list-interim", path, found=entry.id)


CHECK = Check(
    find=list_without_basis,
    rules=("S23", "LF 8.5"),
    reason=Words(
        "严重失信主体名单只能由法律、法规或者党中央、国务院政策文件设列；全国名单的标准暂时可以由部门规章规定，只在一地适用的名单须由当地的地方性法规规定。没有依据的名单不能触发减损权益的措施。",
        "A serious list is created by law, regulation or central policy document only. A departmental rule may fix the "
        "criteria of a nationwide list for the time being; a list of one place needs the local regulation of that place. "
        "Without such a basis a list carries no measure that reduces rights.",
    ),
    limits=Words(
        "只看名录 lists 的 basis 和名录 instruments 的位阶、版本和地区；2020-12-07 以前的文件按该日判断。草案没有施行日，不判断。",
        "Looks at the basis of the list and at rank, versions and place of the instruments in the registry; a document older "
        "than 2020-12-07 is judged as on that day. A draft has no day and is not judged.",
    ),
    codes=(
        Code(
            id="list-without-basis",
            level=None,
            said=Sentence(
                "严重失信名单“{found}”没有足以设列的依据",
                "nothing that the registry cites can found the serious list “{found}”",
                "请在名录 lists 的 basis 写明法律、法规或者党中央、国务院政策文件的条文；一地的名单写当地的地方性法规。",
                "Cite under basis in the registry of lists a law, regulation or central policy document; for a local list the "
                "local regulation.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_list: ‸unfounded}
                ---
                lists:
                  - id: unfounded
                    class: serious
                    family: market-order
                    field: taxation
                    determined_by: taxation
                    criteria: 示例标准
                    procedure: 列入前告知
                    remedies: 向认定单位提出异议
                    basis: [{instrument: notice, article: "1"}]
                    exits: [{way: repair, through: 认定单位, basis: none-cited}]
            """,
            good="""
                measures:
                  - triggered_by: {on_list: founded}
                ---
                lists:
                  - id: founded
                    class: serious
                    family: market-order
                    field: taxation
                    place: "360000"
                    determined_by: taxation
                    criteria: 示例标准
                    procedure: 列入前告知
                    remedies: 向认定单位提出异议
                    basis: [{instrument: local-regulation, article: "1"}]
                    exits: [{way: repair, through: 认定单位, basis: none-cited}]
            """,
        ),
        Code(
            id="list-interim",
            level=None,
            strict="note",
            said=Sentence(
                "严重失信名单“{found}”的标准暂由部门规章规定",
                "the criteria of the serious list “{found}” rest on a departmental rule for the time being",
                "有了法律、行政法规或者政策文件的依据，请补在名录 lists 的 basis。",
                "Once a law, administrative regulation or policy document founds it, add that under basis in the registry.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_list: ‸interim}
                ---
                lists:
                  - id: interim
                    class: serious
                    family: market-order
                    field: taxation
                    determined_by: taxation
                    criteria: 示例标准
                    procedure: 列入前告知
                    remedies: 向认定单位提出异议
                    basis: [{instrument: ministry-rule, article: "1"}]
                    exits: [{way: repair, through: 认定单位, basis: none-cited}]
            """,
            good="""
                measures:
                  - triggered_by: {on_list: enacted}
                ---
                lists:
                  - id: enacted
                    class: serious
                    family: market-order
                    field: taxation
                    determined_by: taxation
                    criteria: 示例标准
                    procedure: 列入前告知
                    remedies: 向认定单位提出异议
                    basis: [{instrument: ministry-rule, article: "1"}, {instrument: credit-regulation, article: "1"}]
                    exits: [{way: repair, through: 认定单位, basis: none-cited}]
            """,
        ),
    ),
)
