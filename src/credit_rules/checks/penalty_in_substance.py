"""A measure that is a penalty or a licence condition in substance needs a basis that may create that (S23; LF 8.2)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.bases import floor_of, is_carried, reduces
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def penalty_in_substance(checked: Checked) -> Iterable[Diagnostic]:
    """Measures whose act stands under a floor that no cited basis, nor the document itself, clears."""
    for path, measure, _ in checked.written:
        floor = floor_of(checked, measure)
        if floor in (None, "exit") or not reduces(checked, measure):
            continue
        if not is_carried(checked, measure, path, floor):
            title = checked.registry.acts[measure.act].title
            yield checked.finding("penalty-in-substance", (*path, "basis"), found=measure.id, act=title)


CHECK = Check(
    find=penalty_in_substance,
    rules=("S23", "LF 8.2"),
    reason=Words(
        "限制从业、降低资质、吊销执照、通报批评等是实质上的行政处罚，许可条件也由法律保留；什么位阶能设定哪一种，由行政处罚法和行政许可法规定，"
        "政策文件、备忘录和规范性文件不能设定。",
        "Barring from an occupation, lowering a qualification, taking a licence and public criticism are penalties in "
        "substance, and licence conditions are reserved too. The penalty law and the licensing law say which rank may create "
        "which; policy documents, memoranda and normative documents may not.",
    ),
    limits=Words(
        "行为属于哪一种由措施行为名录的 floor 说明；名录没有写的查不出来。罚款的限额不比较。",
        "The registry of acts says which kind an act is; one that says nothing cannot be told. The cap on fines is not "
        "compared.",
    ),
    codes=(
        Code(
            id="penalty-in-substance",
            level=None,
            said=Sentence(
                "措施“{found}”（{act}）实质上是处罚或者许可条件，引用的依据都不能设定",
                "the measure “{found}” ({act}) is a penalty or a licence condition in substance, and no cited basis may create it",
                "请引用可以设定它的法律、法规条文；没有的，删去这项措施。",
                "Cite the article of a law or regulation that may create it; where there is none, delete the measure.",
            ),
            bad="""
                measures:
                  - act: bar-occupation
                    basis: ‸[{instrument: central-policy, article: "7"}]
            """,
            good="""
                measures:
                  - act: bar-occupation
                    basis: [{instrument: credit-regulation, article: "7"}]
            """,
        ),
    ),
)
