"""A remark that allows a finding says why, names what exists, stands on the line, and allows something."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def suppression(checked: Checked) -> Iterable[Diagnostic]:
    """Nothing: remarks are judged once every check has looked (``framework/suppression.py``)."""
    return ()


CHECK = Check(
    find=suppression,
    rules=("S22a",),
    reason=Words(
        "历史文件不可能满足对新文件的要求，可以逐处说明理由后放过；没有理由、写错代码或者什么也没有放过的说明，会让人以为问题已经有人看过。",
        "A historic text cannot satisfy what a new one must, and may say so place by place. A remark without a reason, with a wrong code, or that allows nothing makes a reader believe that somebody looked.",
    ),
    limits=Words(
        "只在查找该代码的方式下判断是否用到：只有 --strict 才查的代码，平时不判断。",
        "Whether a remark is used is judged where its code is looked for: for a code of --strict alone, only there.",
    ),
    codes=(
        Code(
            id="suppression-without-reason",
            said=Sentence(
                "放过检查结果没有写理由",
                "a finding is allowed without a reason",
                "请写成 # allow: 代码 -- 理由。",
                "Write it as # allow: CODE -- reason.",
            ),
            bad="""
                memorandum: {from: 2024-06-01}
                measures:
                  - departments: [市工商局]  ‸# allow: department-gone
            """,
            good="""
                memorandum: {from: 2024-06-01}
                measures:
                  - departments: [市工商局]  # allow: department-gone -- 原文如此，市工商局已并入市市场监管局
            """,
        ),
        Code(
            id="suppression-unknown-code",
            said=Sentence(
                "没有检查代码“{found}”",
                "there is no check with the code “{found}”",
                "[是否指“{nearest}”？]代码见 credit-rules explain --list。",
                "[Is “{nearest}” meant? ]credit-rules explain --list has the codes.",
            ),
            bad="""
                measures:
                  - departments: [市税务局]  ‸# allow: departments-gone -- 原文如此
            """,
            good="""
                memorandum: {from: 2024-06-01}
                measures:
                  - departments: [市工商局]  # allow: department-gone -- 原文如此，市工商局已并入市市场监管局
            """,
        ),
        Code(
            id="suppression-not-possible",
            said=Sentence(
                "“{found}”不能放过，只能改正",
                "“{found}” cannot be allowed, only mended",
                "请删去这个代码，改正它所说的问题。",
                "Delete this code, and mend what it is about.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_list: tax-violation}  ‸# allow: punishment-without-list -- 示例
            """,
            good="""
                measures:
                  - triggered_by: {on_list: tax-violation}
            """,
        ),
        Code(
            id="suppression-misplaced",
            said=Sentence(
                "allow 独占一行，不起作用",
                "allow stands alone on its line and has no effect",
                "请写在所说的那一行的末尾，或者写在开启该段的那一行（例如 measures:）的末尾。",
                "Put it at the end of the line that it is about, or of the line that opens the block, such as measures:.",
            ),
            bad="""
                memorandum: {from: 2018-06-01}
                measures:
                  ‸# allow: department-gone -- 原文如此
                  - departments: [市税务局]
            """,
            good="""
                memorandum: {from: 2024-06-01}
                measures:  # allow: department-gone -- 原文如此，市工商局已并入市市场监管局
                  - {id: first, departments: [市工商局]}
                  - {id: second, departments: [市工商局], bearers: [{roles: [director], at: listing}]}
            """,
        ),
        Code(
            id="suppression-unused",
            level="warning",
            said=Sentence(
                "这里没有“{found}”可以放过",
                "there is no “{found}” here to be allowed",
                "请删去；各文件分开算，pack.yaml 的一行不管 sections 里的文件。",
                "Delete it; each file is by itself, so a line of pack.yaml covers nothing in the files of sections.",
            ),
            bad="""
                measures:
                  - departments: [市税务局]  ‸# allow: department-gone -- 原文如此
            """,
            good="""
                memorandum: {from: 2024-06-01}
                measures:
                  - departments: [市工商局]  # allow: department-gone -- 原文如此，市工商局已并入市市场监管局
            """,
        ),
    ),
)
