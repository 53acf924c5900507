"""A citation is of an instrument in force: neither repealed nor still to come (S3, S22; LF 8.16, 8.17)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.bases import bases, first_day
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def basis_in_force(checked: Checked) -> Iterable[Diagnostic]:
    """Citations without a version in force on the measure's first day, and those that end while it goes on."""
    pack_until = checked.loaded.pack.memorandum.until
    for path, measure, _ in checked.written:
        day = first_day(checked, measure)
        for basis in bases(checked, measure, path):
            where = (*basis.path, "instrument")
            if basis.on.version is None:
                yield checked.finding("basis-not-in-force", where, "warning", found=basis.entry.title, day=str(day))
                continue
            last = basis.entry.versions[-1].until
            ends = [end for end in (measure.until, pack_until) if end is not None]
            if last is not None and (not ends or last < min(ends)):
                yield checked.finding("basis-ended", where, found=basis.entry.title, day=str(last))


CHECK = Check(
    find=basis_in_force,
    rules=("S3", "S22", "LF 8.16", "LF 8.17"),
    reason=Words(
        "引用当日没有施行或者已经废止的文件，等于没有依据；抄自旧文件的规则包最容易引用已被取代的条文。",
        "To cite what is not yet, or no longer, in force is to cite nothing. Packs copied from older ones cite superseded "
        "articles most easily.",
    ),
    limits=Words(
        "各版的期间以名录 instruments 为准；名录没有登记的旧版查不出来，因而平时只是警告。",
        "The periods are those of the registry of instruments; a version that nobody registered cannot be told, hence a "
        "warning outside --strict.",
    ),
    codes=(
        Code(
            id="basis-not-in-force",
            level="warning",
            said=Sentence(
                "引用的《{found}》在措施开始适用之日（{day}）没有有效的版本",
                "no version of “{found}” is in force on {day}, when the measure begins",
                "请核对日期，改引当日有效的文件；名录缺那一版的，请补登记。",
                "Check the days and cite what is in force then; where the registry lacks the version, add it.",
            ),
            bad="""
                measures:
                  - basis: [{instrument: ‸repealed-regulation, article: "3"}, {instrument: credit-regulation, article: "3"}]
            """,
            good="""
                memorandum: {from: 2016-01-01, until: 2020-01-01}
                measures:
                  - basis: [{instrument: repealed-regulation, article: "3"}]
            """,
        ),
        Code(
            id="basis-ended",
            level=None,
            said=Sentence(
                "引用的《{found}》自 {day} 起失效，措施却没有终止",
                "“{found}” is no longer in force from {day}, and the measure does not end",
                "请写 until，或者另引现行的依据。",
                "Write until, or cite what is in force now.",
            ),
            bad="""
                memorandum: {from: 2021-06-01}
                measures:
                  - basis: [{instrument: ‸former-rule, article: "3"}, {instrument: credit-regulation, article: "3"}]
            """,
            good="""
                memorandum: {from: 2021-06-01, until: 2023-01-01}
                measures:
                  - basis: [{instrument: former-rule, article: "3"}, {instrument: credit-regulation, article: "3"}]
            """,
        ),
    ),
)
