"""A measure that reduces a right or adds a duty rests on a basis whose rank can carry it (S23; LF 8.1, 8.4)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.bases import floor_of, is_carried, reduces
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def basis_rank(checked: Checked) -> Iterable[Diagnostic]:
    """Measures that neither a cited basis nor the document itself can carry; acts under a floor have their own check."""
    for path, measure, _ in checked.written:
        plain = floor_of(checked, measure) is None and reduces(checked, measure)
        if plain and not is_carried(checked, measure, path, None):
            yield checked.finding("basis-rank", (*path, "basis"), found=measure.id)


CHECK = Check(
    find=basis_rank,
    rules=("S23", "LF 8.1", "LF 8.4"),
    reason=Words(
        "减损权益或者增加义务的措施，必须直接引用法律、行政法规、党中央国务院政策文件或者当地的地方性法规；部门规章只能细化这些依据。"
        "备忘录和规范性文件引用再多也不够。没有这样的依据，决定时它的效力是“依据不足”，不能据此拒绝任何人。",
        "What reduces a right or adds a duty must cite a law, an administrative regulation, a central policy document or a "
        "local regulation of the place; a departmental rule only details one of these. Memoranda and normative documents "
        "do not add up to a basis. Without one the measure is insufficient, and nobody may be refused because of it.",
    ),
    limits=Words(
        "只看位阶和施行日，条文是否真的这样规定，见 act-beyond-basis；2020-12-07 以前的文件按该日的规则判断，历史文本可以注明理由放行。",
        "Looks at rank and dates; what the article says is for act-beyond-basis. A document older than 2020-12-07 is judged "
        "by the rule of that day; a historic text may give its reason on the line.",
    ),
    codes=(
        Code(
            id="basis-rank",
            level=None,
            said=Sentence(
                "措施“{found}”减损权益或者增加义务，引用的依据都不足以支持",
                "the measure “{found}” reduces a right or adds a duty, and no basis that it cites can carry it",
                "请引用法律、行政法规、党中央国务院政策文件或者当地地方性法规的条文；没有的，改为不减损权益的措施，或者删去。",
                "Cite an article of a law, administrative regulation, central policy document or local regulation; where "
                "there is none, choose an act that reduces no right, or delete it.",
            ),
            bad="""
                measures:
                  - act: bar-procurement
                    basis: ‸[{instrument: notice, article: "3"}]
            """,
            good="""
                measures:
                  - act: bar-procurement
                    basis: [{instrument: credit-regulation, article: "3"}]
            """,
        ),
    ),
)
