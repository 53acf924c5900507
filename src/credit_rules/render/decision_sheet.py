"""A decision as a page for a case officer; text, Markdown and terminal show the same (S16, S21, S25, S28)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..case.decision import Decision, Duty, Indication, MeasureView, Undetermined, Withheld
from .measure_entry import measure_entry, measure_line, record_name
from .missing_words import missing_words
from .sheet import Entry, Section, Sheet, rows
from .view import View


def decision_sheet(
    decision: Decision,
    view: View,
    *,
    brief: bool = False,
    overview: Sequence[Section] = (),
    not_given: Sequence[Section] = (),
) -> Sheet:
    """The whole decision: header, indication, records, measures by group, what is open, warnings, duties, origin.

    With ``brief`` measures that do not count for the matter stand as a line each. ``overview`` stands before the
    measures, ``not_given`` after what is withheld.
    """
    say = view.say
    days = view.join((
        str(decision.as_of),
        say(f"所知截至 {decision.known_at}", f"as known on {decision.known_at}"),
    ))  # fmt: skip
    region = view.title("places", decision.region) if decision.region else say("未指明", "not given")
    subject = view.join((view.named(decision.subject.id), view.label("kind", decision.subject.kind)))
    return Sheet(
        title=say("联合奖惩措施提示", "Indication of joint incentives and punishments"),
        notes=(view.free(decision.statement), *_english_statement(view)),
        fields=rows(
            (say("对象", "Subject"), subject),
            (say("决定日", "Day decided for"), days),
            (say("地区", "Region"), region),
        ),
        sections=tuple(
            section for section in _sections(decision, view, brief, overview, not_given) if _says_something(section)
        ),
    )


def _english_statement(view: View) -> tuple[str, ...]:
    if view.lang == "zh":
        return ()
    return ("This is an indication for an officer. It is not an administrative decision.",)


def _sections(
    decision: Decision, view: View, brief: bool, overview: Sequence[Section], not_given: Sequence[Section]
) -> Iterator[Section]:
    if decision.indication is not None:
        yield _indication(decision, decision.indication, view)
    yield _records(decision, view)
    yield from overview
    yield from _measures(decision, view, brief)
    yield _undetermined(decision, view)
    yield _withheld(decision, view)
    yield from not_given
    yield _warnings(decision, view)
    yield _duties(decision, view)
    yield _origin(decision, view)


def _says_something(section: Section) -> bool:
    return bool(section.notes or section.fields or section.entries)


def _indication(decision: Decision, indication: Indication, view: View) -> Section:
    say = view.say
    titles = {measure.id: measure.title for measure in decision.measures}
    titles |= {withheld.id: view.titles("acts", withheld.act) for withheld in decision.withheld}

    def named(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            titles[each] + view.aside(each) if each in titles else view.title("measures", each) for each in ids
        )

    elsewhere = view.aside(say("由其他承受人承受的", "as borne by others"))
    others = tuple(
        told + elsewhere if id in indication.measures else told
        for id, told in zip(indication.other, named(indication.other), strict=True)
    )
    return Section(
        say("事项提示：", "Indication for the matter: ") + view.title("matters", indication.matter),
        fields=rows(
            (say("结论", "Result"), view.label("result", indication.result)),
            (say("强制性措施", "Mandatory measures"), view.label("result", indication.mandatory)),
            (say("推荐性措施", "Recommended measures"), view.label("result", indication.recommended)),
            (say("据以得出", "Resting on"), named(indication.measures)),
            (say("未计入：暂不执行", "Not counted: suspended"), named(indication.suspended)),
            (say("未计入：依据不足", "Not counted: insufficient"), named(indication.insufficient)),
            (say("未计入：未发出", "Not counted: withheld"), named(indication.withheld)),
            (say("未计入：未确定", "Not counted: undetermined"), named(indication.undetermined)),
            (say("未计入：其他", "Not counted: other"), others),
        ),
    )


def _records(decision: Decision, view: View) -> Section:
    def entry(number: int) -> Entry:
        record = decision.records[number]
        facts = view.join((
            view.label("record-status", record.status),
            record.verification and record.status != "under-verification" and view.say("核实未结", "verification open"),
            view.period(record.from_, record.until) if record.from_ else None,
            view.named(record.subject) if record.subject != decision.subject.id else None,
        ))  # fmt: skip
        return Entry(f"{record_name(record, view)}{view.say('：', ': ')}{facts}")

    return Section(view.say("记录", "Records"), entries=tuple(entry(n) for n in range(len(decision.records))))


def _measures(decision: Decision, view: View, brief: bool) -> Iterator[Section]:
    say = view.say
    counted = set(decision.indication.measures) if decision.indication else set()
    groups: tuple[tuple[str, Callable[[MeasureView], bool]], ...] = (
        (
            say("计入本事项的措施", "Measures that count for the matter"),
            lambda m: m.id in counted and m.bearer.id == decision.subject.id and m.status != "suspended",
        ),
        *((_group_title(direction, force, view), _in_group(direction, force))
          for direction in ("punishment", "incentive") for force in ("mandatory", "recommended")),
        (say("暂不执行的措施（核实或者争议期间不得执行）", "Suspended measures (not to be executed)"), lambda m: True),
    )  # fmt: skip
    if not decision.measures:
        yield Section(say("措施", "Measures"), (say("没有发出任何措施。", "No measure is issued."),))
    records = {record.id: record for record in decision.records}
    left = list(decision.measures)
    for number, (title, belongs) in enumerate(groups):
        chosen = [measure for measure in left if belongs(measure)]
        if brief and number > 0:
            entries = tuple(measure_line(measure, view) for measure in chosen)
        else:
            entries = tuple(measure_entry(measure, records, view) for measure in chosen)
        suspended = bool(entries) and all(measure.status == "suspended" for measure in left if belongs(measure))
        left = [measure for measure in left if not belongs(measure)]
        yield Section(title, (_no_ground(view),) if suspended else (), entries=entries)


def _group_title(direction: str, force: str, view: View) -> str:
    return f"{view.label('direction', direction)}{view.say('：', ': ')}{view.label('force', force)}"


def _in_group(direction: str, force: str) -> Callable[[MeasureView], bool]:
    return lambda m: m.status != "suspended" and m.direction == direction and m.force == force


def _no_ground(view: View) -> str:
    return view.say(
        "未确定、暂不执行和未发出的事项，不得据此拒绝或者拖延办理。",
        "What is undetermined, suspended or withheld justifies neither refusal nor delay.",
    )


def _undetermined(decision: Decision, view: View) -> Section:
    say = view.say

    def entry(item: Undetermined) -> Entry:
        told = view.free(item.missing)
        return Entry(
            say(f"还缺：{told}", f"Would settle it: {told}"),
            rows(
                (say("要查明", "To find out"), words if (words := missing_words(item.missing, view)) != told else None),
                (say("原因", "Reason"), view.label("undetermined-reason", item.reason)),
                (say("承受人", "Bearer"), view.named(item.bearer.id)),
                (say("涉及措施", "Measures"), tuple(view.title("measures", each) for each in item.ids)),
            ),
        )

    items = tuple(entry(item) for item in decision.undetermined)
    title = say("未确定的措施", "Undetermined measures")
    return Section(title, (_no_ground(view),) if items else (), entries=items)


def _withheld(decision: Decision, view: View) -> Section:
    say = view.say

    def entry(item: Withheld) -> Entry:
        because = view.join(
            (*map(view.free, item.because), say("核实未结", "verification open") if item.verification else None)
        )
        return Entry(
            view.titles("acts", item.act),
            rows(
                (say("原因", "Reason"), view.label("withheld-reason", item.reason)),
                (say("依据", "Because of"), because),
                (say("承受人", "Bearer"), view.named(item.bearer.id)),
                (say("标识", "Id"), item.id),
            ),
        )

    items = tuple(entry(item) for item in decision.withheld)
    return Section(say("未发出的措施", "Withheld measures"), (_no_ground(view),) if items else (), entries=items)


def _warnings(decision: Decision, view: View) -> Section:
    def title(number: int) -> str:
        warning = decision.warnings[number]
        about = view.join((warning.record and view.free(warning.record), *warning.ids))
        sentence = f"{view.label('warning', warning.code)}{view.say('：', ': ')}{view.free(warning.message)}"
        return sentence + view.aside(about)

    return Section(view.say("提醒", "Warnings"), entries=tuple(Entry(title(n)) for n in range(len(decision.warnings))))


def _duties(decision: Decision, view: View) -> Section:
    """Each duty once; where several owe the same, one entry names them all."""
    say = view.say
    owners: dict[Duty, list[str]] = {}
    for duty in decision.duties:
        owners.setdefault(duty._replace(owed_by=""), []).append(duty.owed_by)
    entries = []
    for duty, names in owners.items():
        calendar = duty.calendar and view.label("calendar", duty.calendar)
        due = str(duty.due) if duty.due else say("没有确定的日期", "no day set")
        entries.append(
            Entry(
                view.label("duty", duty.code),
                rows(
                    (say("由谁", "Owed by"), view.join(_somebody(name, view) for name in names)),
                    (say("对谁", "To"), _somebody(duty.to, view)),
                    (say("期限", "Due"), f"{due}{view.aside(calendar)}"),
                    (say("依据", "Basis"), duty.basis and view.free(duty.basis)),
                ),
            )
        )
    return Section(say("职责和期限", "Duties and time limits"), entries=tuple(entries))


def _somebody(name: str, view: View) -> str:
    """A person or unit of the case by its name, else a department, or the words that stand for it."""
    return view.named(name) if name in view.people.known else view.free(view.titles("departments", name))


def _origin(decision: Decision, view: View) -> Section:
    say = view.say
    evaluator = view.label("evaluator", decision.engine.evaluator)
    options = decision.engine.options or {}
    chosen = view.join(f"{name}={value}" for name, value in options.items())
    return Section(
        say("出处", "Origin"),
        fields=rows(
            (say("规则包", "Packs"), tuple(f"{pack.id} {pack.digest}" for pack in decision.packs)),
            (say("名录", "Registry"), decision.registry.digest),
            (say("规则计划", "Plan"), decision.plan.digest),
            (say("引擎", "Engine"), view.join((f"credit-rules {decision.engine.version}", evaluator))),
            (say("方式", "Options"), chosen),
        ),
    )
