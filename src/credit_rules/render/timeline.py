"""The days of a case in their order: what happened to each record, and what a decision says is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..case.decision import Decision
from ..case.model import Case, Event, Record
from ..source.rows import NamedTuple
from .sheet import Field, Section
from .view import View

EVENTS: dict[str, tuple[str, str]] = {
    "verification-opened": ("开始核实", "verification opened"),
    "verification-closed": ("核实结束", "verification closed"),
    "repair-approved": ("信用修复获批准", "repair approved"),
    "repair-revoked": ("撤销信用修复", "repair revoked"),
    "rectified": ("完成整改", "rectified"),
    "delisted": ("移出名单", "taken off the list"),
    "extended": ("延长期限", "extended"),
    "stayed": ("停止执行", "stayed"),
    "resumed": ("恢复执行", "resumed"),
    "regraded": ("调整等级", "regraded"),
    "confirmed": ("确认为联合惩戒对象", "confirmed as object of joint measures"),
    "document-revoked": ("文书被撤销", "document revoked"),
}
DETAILS: dict[str, tuple[str, str]] = {
    "objection": ("异议", "objection"),
    "complaint": ("投诉", "complaint"),
    "own-motion": ("自行发现", "own finding"),
    "reconsideration": ("行政复议", "reconsideration"),
    "suit": ("诉讼", "suit"),
    "confirmed": ("信息无误", "confirmed"),
    "corrected": ("更正", "corrected"),
    "annulled": ("撤销", "annulled"),
    "lift": ("解除", "lift"),
    "reduce": ("减轻", "reduce"),
    "expired": ("到期", "expired"),
    "performed": ("已履行", "performed"),
    "rectified": ("已整改", "rectified"),
    "repaired": ("已修复", "repaired"),
    "in-error": ("列入有误", "in error"),
    "other": ("其他", "other"),
}
"""What stands beside the type of an event: its ground, result or effect."""


class Happening(NamedTuple):
    """Something on a day; ``known`` is when the deciding side learned of it, where that is another day."""

    day: date
    what: str
    known: date | None = None


def timeline(decision: Decision, case: Case, view: View) -> Section:
    """What the deciding side knew on the day of knowledge, by day, and the day decided for among it."""
    found = [*_of_records(decision, case, view), *_of_decision(decision, view)]
    seen = [one for one in found if (one.known or date.min) <= decision.known_at]
    by_day: dict[date, list[str]] = {}
    for one in sorted(seen, key=lambda one: one.day):
        by_day.setdefault(one.day, []).append(one.what)
    fields = tuple(Field(str(day), tuple(dict.fromkeys(told))) for day, told in by_day.items())
    return Section(view.say("时间线", "Timeline"), fields=fields)


def _of_records(decision: Decision, case: Case, view: View) -> Iterator[Happening]:
    say = view.say
    shown = {record.id for record in decision.records}
    for record in case.records:
        if record.id not in shown:
            continue
        name = f"{record.id}（{view.titles('lists', record.list)}）"
        known = record.recorded_on
        yield from _conduct(record, name, view)
        yield Happening(record.decided_on, say(f"{name}：作出认定", f"{name}: decided"), known)
        days = ((record.notified_on, "告知", "notified before"), (record.served_on, "送达", "served"))
        for day, zh, en in (*days, (record.published_on, "公布", "published")):
            if day is not None:
                yield Happening(day, say(f"{name}：{zh}", f"{name}: {en}"), known)
        for event in record.events:
            yield Happening(event.on, f"{name}{say('：', ': ')}{_told(event, view)}", event.recorded_on)
    for view_of in decision.records:
        name = f"{view_of.id}（{view.titles('lists', view_of.list)}）"
        if view_of.from_ is not None:
            yield Happening(view_of.from_, say(f"{name}：生效", f"{name}: takes effect"))
        if view_of.until is not None:
            yield Happening(view_of.until, say(f"{name}：不再有效", f"{name}: no longer in effect"))


def _conduct(record: Record, name: str, view: View) -> Iterator[Happening]:
    conduct = record.conduct
    for day, zh, en in (
        (conduct.from_ if conduct else None, "行为开始", "conduct began"),
        (conduct.until if conduct else None, "行为结束", "conduct ended"),
    ):
        if day is not None:
            yield Happening(day, view.say(f"{name}：{zh}", f"{name}: {en}"), record.recorded_on)


def _told(event: Event, view: View) -> str:
    zh, en = EVENTS[event.type]
    detail = event.ground or event.result or event.effect
    return view.say(zh, en) + (view.aside(view.say(*DETAILS[detail])) if detail else "")


def _of_decision(decision: Decision, view: View) -> Iterator[Happening]:
    yield Happening(decision.as_of, view.say("决定日", "the day decided for"))
    for measure in decision.measures:
        title = measure.title
        if measure.until is not None and measure.direction == "punishment":
            told = view.say(f"措施失效：{title}", f"measure no longer in effect: {title}")
            yield Happening(measure.until, told)
    for duty in decision.duties:
        if duty.due is not None:
            yield Happening(duty.due, view.say("期限：", "due: ") + view.label("duty", duty.code))
