"""An exit ban needs a law or an administrative regulation; a policy document alone fails (S23; LF 8.3)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.bases import floor_of, is_carried, reduces
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def exit_without_basis(checked: Checked) -> Iterable[Diagnostic]:
    """Measures that keep somebody from leaving the country on no basis that may."""
    for path, measure, _ in checked.written:
        banned = floor_of(checked, measure) == "exit" and reduces(checked, measure)
        if banned and not is_carried(checked, measure, path, "exit"):
            yield checked.finding("exit-without-basis", (*path, "basis"), found=measure.id)


CHECK = Check(
    find=exit_without_basis,
    rules=("S23", "LF 8.3"),
    reason=Words(
        "中国公民不准出境的情形由出境入境管理法第12条列明，兜底的一项也只认法律、行政法规；未了结的民事案件须有人民法院决定。",
        "The grounds on which a citizen may not leave are listed in article 12 of the exit and entry law; the residual one "
        "refers to laws and administrative regulations only, and an open civil case needs a court's decision.",
    ),
    limits=Words(
        "法院的决定写在案例的记录里，这里看不到；协助执行法院决定的措施应当引用民事诉讼法的条文。",
        "A court's decision stands in the case and cannot be seen here; a measure that helps to carry one out cites the civil "
        "procedure law.",
    ),
    codes=(
        Code(
            id="exit-without-basis",
            level=None,
            said=Sentence(
                "措施“{found}”限制出境，引用的依据不是法律、行政法规",
                "the measure “{found}” keeps a person from leaving the country, and cites no law or administrative regulation",
                "请引用法律或者行政法规的条文；没有的，删去这项措施。",
                "Cite an article of a law or administrative regulation; where there is none, delete the measure.",
            ),
            bad="""
                measures:
                  - act: bar-exit
                    basis: ‸[{instrument: central-policy, article: "7"}]
            """,
            good="""
                measures:
                  - act: bar-exit
                    basis: [{instrument: enforcement-law, article: "7"}]
            """,
        ),
    ),
)
