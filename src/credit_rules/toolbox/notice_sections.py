"""The sections of a rights notice, each under the title that its reader gets."""

from __future__ import annotations

from ..render.measure_entry import reason_line
from ..render.sheet import Entry, Field, Section, rows
from ..render.view import View
from .notice import Notice
from .notice_parts import Listing
from .notice_words import (
    basis_words,
    cited_words,
    clause_words,
    day_words,
    department_words,
    end_words,
    force_words,
    limit_words,
    objection_words,
    repair_words,
    scope_words,
    standing_words,
)


def facts(notice: Notice, title: str, notes: tuple[str, ...], view: View) -> Section:
    """The records: list, document number, authority and days."""
    return Section(title, notes, entries=tuple(_listing(listing, notice, view) for listing in notice.listings))


def _listing(listing: Listing, notice: Notice, view: View) -> Entry:
    say, record = view.say, listing.record
    other = listing.subject != notice.bearer.id
    days = (
        (say("认定日期", "Decided on"), record.decided_on),
        (say("列入前告知", "Heard before listing"), record.notified_on),
        (say("送达日期", "Served on"), record.served_on),
        (say("公布日期", "Published on"), record.published_on),
        (say("生效日期", "In effect from"), listing.from_),
        (say("失效日期", "Without effect from"), listing.until),
    )
    return Entry(
        say(f"列入“{listing.entry.title}”", f"Listed: {listing.entry.title}"),
        rows(
            (say("被列入的主体", "Listed subject"), view.named(listing.subject) if other else None),
            (say("认定单位", "Determined by"), record.determined_by),
            (say("文书文号", "Document"), record.document.number),
            *((label, day_words(day, view)) for label, day in days if day is not None),
            (say("现状", "Status"), view.label("record-status", listing.status)),
        ),
    )


def grounds(notice: Notice, title: str, notes: tuple[str, ...], view: View) -> Section:
    """The legal basis with version and article, the clause of the memorandum, and whether the law of the day carries it."""
    say = view.say
    return Section(
        title,
        notes,
        rows(
            (say("法律依据", "Legal basis"), tuple(basis_words(basis, view) for basis in notice.basis)),
            (say("文件和条款", "Document and clause"), tuple(clause_words(source, view) for source in notice.clauses)),
            (say("依据效力", "Standing"), standing_words(notice.measure, view)),
        ),
    )


def measure(notice: Notice, title: str, notes: tuple[str, ...], view: View) -> Section:
    """What is prohibited, limited or done, how strongly it is asked for, and what narrows it."""
    say, given = view.say, notice.measure
    reduced = say("信用修复后减轻", "reduced after repair") if given.status == "reduced" else None
    contested = say("核实未结，名单的规定不因此暂停", "verification open; the list's rule does not suspend for it")
    return Section(
        title,
        notes,
        rows(
            (say("内容", "Content"), given.title),
            (say("效果", "Effect"), view.label("effect", given.effect)),
            (say("要求", "Force"), force_words(given, view)),
            (say("范围", "Scope"), scope_words(given, view)),
            (say("状态", "Status"), tuple(each for each in (reduced, given.verification and contested) if each)),
        ),
    )


def departments(notice: Notice, title: str, notes: tuple[str, ...], view: View) -> Section:
    """Who is responsible: the name of today beside the printed one (S24)."""
    found = tuple(department_words(department, view) for department in notice.departments)
    return Section(title, notes, rows((view.say("责任部门", "Departments"), found)))


def period(notice: Notice, title: str, notes: tuple[str, ...], view: View) -> Section:
    """The first day, and the last or what ends the measure."""
    say = view.say
    return Section(
        title,
        notes,
        rows(
            (say("开始", "Start"), day_words(notice.from_, view)),
            (say("结束", "End"), end_words(notice, view)),
        ),
    )


def repair(notice: Notice, title: str, notes: tuple[str, ...], view: View) -> Section:
    """Through whom a record is repaired, from when; nothing is left to repair of one that has left its list."""
    say = view.say
    if notice.repairs:
        return _ways(title, notes, [repair_words(way, view) for way in notice.repairs], say("信用修复", "Repair"))
    if notice.ending.runs_on:
        return Section(
            title,
            (
                say(
                    "这项措施按自己的期限结束，信用修复不使它提前结束",
                    "the measure ends by its own term; repair does not end it",
                ),
            ),
        )
    return Section(
        title,
        (
            say(
                "所据记录都已离开名单，没有可以再申请修复的",
                "every record has left its list; nothing is left to repair",
            ),
        ),
    )


def objection(notice: Notice, title: str, notes: tuple[str, ...], view: View) -> Section:
    """To whom to object, and when it is answered."""
    found = [objection_words(way, notice, view) for way in notice.objections]
    return _ways(title, notes, found, view.say("异议", "Objection"))


def remedy(notice: Notice, title: str, notes: tuple[str, ...], view: View) -> Section:
    """What may be applied for against the measure, and against the listing, with the limits; nothing is promised."""
    say = view.say
    limits = tuple(limit_words(limit, view) for limit in notice.limits)
    unlimited = say("没有统一的法定期限，请尽早提出", "no general statutory limit; do it early")
    listed = tuple(
        say(f"对{limit.by}的决定，", f"against {limit.by}: ") + limit_words(limit, view)
        for limit in notice.listing_limits
    )
    basis = dict.fromkeys(cited_words(way.basis, view) for way in notice.remedies if way.basis)
    return Section(
        title,
        notes,
        rows(
            (say("对这项措施", "Against the measure"), tuple(view.free(way.through or "") for way in notice.remedies)),
            (say("期限", "Time limit"), limits or unlimited),
            (say("对列入决定", "Against the listing"), listed),
            (say("依据", "Basis"), None if limits else tuple(basis)),
        ),
    )


def _ways(title: str, notes: tuple[str, ...], found: list[tuple[Field, ...]], one: str) -> Section:
    """One way as fields, several as numbered items."""
    if len(found) == 1:
        return Section(title, notes, found[0])
    return Section(title, notes, entries=tuple(Entry(one, fields) for fields in found))


def checks(notice: Notice, title: str, notes: tuple[str, ...], view: View) -> Section:
    """What an officer must look at before anything is done: conditions, warnings of the decision."""
    say = view.say
    warnings = tuple(
        f"{view.label('warning', each.code)}{say('：', ': ')}{view.free(each.message)}" for each in notice.warnings
    )
    return Section(
        title,
        notes,
        rows(
            (say("条件", "Conditions"), tuple(reason_line(reason, view) for reason in notice.measure.reasons)),
            (say("提醒", "Warnings"), warnings),
            (say("复核人、日期", "Reviewed by, on"), say("待填写", "to be filled in")),
        ),
    )
