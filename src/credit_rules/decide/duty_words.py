"""Who owes a duty, to whom, and on what basis, in the words of a decision."""

from __future__ import annotations

from datetime import date

from ..pack.period import Period
from ..plan.model import DepartmentSpec, Plan
from ..registry.carrying import weaker
from ..registry.citations import resolve
from ..registry.vocabulary import Cited, Vocabulary
from ..situation.model import Situation
from ..situation.places import level_of
from ..source.values import DutyTrigger, Provenance
from .departments import views_of
from .ways import UNITS

COLLECTIVE = {
    "implementing-departments": "采取措施的各部门",
    "deciding-department": "作出决定的部门",
    "public": "社会公众",
}
"""Owners that the case does not name."""
BEGINS: dict[DutyTrigger, str] = {
    "decision-made": "自作出决定之日起",
    "found-wrong": "自认定信息有误之日起",
    "found-right": "自认定信息无误之日起",
    "document-revoked": "自文书被撤销之日起",
    "left-list": "自离开名单之日起",
    "repaired": "自准予修复之日起",
}
"""From when a period counts where its text names nothing else."""


def owner(name: str, determined_by: str | None, subject: str, situation: Situation, plan: Plan) -> str:
    """Who is meant: the authority of the record, the subject, a department by its name on the day, or the words."""
    if name == "determining-authority" and determined_by is not None:
        return determined_by
    if name == "subject":
        return subject
    if name == "deciding-department" and situation.inquiry is not None and situation.inquiry.asked_by:
        return situation.inquiry.asked_by
    words = plan.vocabulary
    if name in words.department:
        level = level_of(situation.region)
        spec = DepartmentSpec(name, words.department[name].title, level, None)
        return "、".join(view.name for view in views_of(spec, situation, plan))
    return COLLECTIVE.get(name, name)


def cites(
    basis: tuple[Cited, ...], written: date | None, day: date, words: Vocabulary
) -> tuple[str, Provenance] | None:
    """The articles as on the day, and the weakest way in which they were read; ``None`` where one is not in force."""
    parts: dict[str, list[str]] = {}
    provenances: list[Provenance] = []
    for item in basis:
        entry = words.instrument[item.instrument]
        version, article = resolve(item, entry, written or day, day)
        if version is None:
            return None
        parts.setdefault(entry.title, []).append(article)
        provenances += (item.provenance, version.provenance)
    return "".join(f"《{title}》{'、'.join(articles)}" for title, articles in parts.items()), weaker(*provenances)


def said(cited: str, provenance: Provenance, *details: str | None) -> str:
    """The basis with the period in words; what was not read in the text says so (S22a)."""
    notes = [detail for detail in details if detail]
    if provenance != "text":
        notes.append("据转述，原文未核")
    return f"{cited}（{'；'.join(notes)}）" if notes else cited


def within(period: Period | None, begins: str | None) -> str | None:
    """``自收到修复申请之日起3个工作日内``."""
    return None if period is None else f"{begins or ''}{period.number}{UNITS[period.unit]}内"
