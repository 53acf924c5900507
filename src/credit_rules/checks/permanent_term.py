"""Nothing is for life but what a statute says is (LF 8.15)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.shown import shown
from ..pack.model import Measure
from ..registry.citations import provisions_of
from ..source.node import Path
from .framework.bases import bases, first_day
from .framework.check import Check, Code, Words
from .framework.checked import Checked

FOR_EVER = re.compile("终身|终生|永久|永远|无限期")


def permanent_term(checked: Checked) -> Iterable[Diagnostic]:
    """A measure for life, by its term or its words, that cites no article of which it was read that it says so."""
    for path, measure, _ in checked.written:
        where = _for_life(measure, path)
        if where is not None and checked.sound and not _provided(checked, measure, path):
            yield checked.finding("permanent-term", where, found=shown(measure.id))


def _for_life(measure: Measure, path: Path) -> Path | None:
    """Where a measure says that it is for life."""
    if measure.term is not None and measure.term.through == "life":
        return (*path, "term", "through")
    if measure.term is not None:
        return None
    if FOR_EVER.search(measure.wording or ""):
        return (*path, "wording")
    return next(
        ((*path, "parameters", key) for key, value in measure.parameters.items() if FOR_EVER.search(value)), None
    )


def _provided(checked: Checked, measure: Measure, path: Path) -> bool:
    """Whether an article that the measure cites says so of its act; a draft has no day on which to judge."""
    day = first_day(checked, measure)
    rows = [row for row in checked.registry.provisions.values() if row.for_life and measure.act in row.acts]
    return day is None or any(
        basis.on.version is not None and provisions_of(basis.entry.id, basis.on.article, day, rows)
        for basis in bases(checked, measure, path)
    )


CHECK = Check(
    find=permanent_term,
    rules=("S6", "S10", "LF 8.15"),
    reason=Words(
        "终身限制只有法律明文写了“终身”才有，例如食品安全法135条、药品管理法118条、安全生产法92条和94条所说的人。其他措施必须有期限，或者有结束它的事件。",
        "A bar for life exists only where a statute says so in words, as for those named in articles 135 of the Food Safety "
        "Law, 118 of the Drug Administration Law, 92 and 94 of the Work Safety Law. Every other measure has a term, or an "
        "event that ends it.",
    ),
    limits=Words(
        "准许终身的条文以名录 provisions 的 for_life 为准；只在 note 里写终身的查不出来。草案没有施行日，不判断引用的条文。",
        "Which articles allow it is what provisions in the registry marks for_life; a note that says so is not read. A draft "
        "has no day on which to judge what it cites.",
    ),
    codes=(
        Code(
            id="permanent-term",
            level="warning",
            said=Sentence(
                "措施“{found}”是终身的，引用的依据没有登记为规定终身的条文",
                "the measure “{found}” is for life, and it cites no article that is registered as saying so",
                "请写期限或者结束的事件；法律明文规定终身的，引用该条，并在名录 provisions 登记 for_life。",
                "Give it a term, or an event that ends it; where a statute says for life, cite the article and register it "
                "under provisions with for_life.",
            ),
            bad="""
                measures:
                  - act: bar-procurement
                    term: {through: ‸life, outlasts: 二(一)}
                    basis: [{instrument: enforcement-law, article: "30"}]
            """,
            good="""
                measures:
                  - act: bar-procurement
                    term: {through: life, outlasts: 二(一)}
                    basis: [{instrument: enforcement-law, article: "30"}]
                ---
                provisions:
                  - {id: for-life, instrument: enforcement-law, article: "30", acts: [bar-procurement], for_life: true}
            """,
        ),
    ),
)
