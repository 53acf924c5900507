"""A rights notice as a page: for the officer who checks it, or in plain words for the subject, rights first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..render.sheet import Entry, Field, Section, Sheet, rows
from ..render.view import View
from . import notice_sections as part
from .notice import Notice
from .notice_words import day_words

Part = tuple[Callable[[Notice, str, tuple[str, ...], View], Section], tuple[str, str], tuple[tuple[str, str], ...]]
"""A section, its title, and the sentences under it, in Chinese and English."""

_NUMBERS = "一二三四五六七八九十"

NO_PROMISE = (
    "是否受理、结果如何，由受理机关依法决定，本单不作承诺。",
    "Whether it is accepted, and with what result, is for that body to decide by law; this notice promises nothing.",
)

FOR_THE_OFFICER: tuple[Part, ...] = (
    (part.facts, ("事实", "Facts"), ()),
    (part.grounds, ("依据", "Grounds"), ()),
    (part.measure, ("措施", "Measure"), ()),
    (part.departments, ("责任部门", "Responsible departments"), ()),
    (part.period, ("起止", "Start and end"), ()),
    (part.repair, ("信用修复", "Credit repair"), ()),
    (part.objection, ("异议", "Objection"), ()),
    (part.remedy, ("救济", "Remedies"), (NO_PROMISE,)),
    (part.checks, ("人工复核", "Human review"), ()),
)

FOR_THE_SUBJECT: tuple[Part, ...] = (
    (
        part.objection,
        ("认为记录有误，可以提出异议", "You may object to a record that is wrong"),
        (("对“为什么”部分所列记录有不同意见的，可以提出并附上材料。", "Object to what part 5 lists, with whatever shows that you are right."),),
    ),
    (
        part.repair,
        ("改正以后，可以申请信用修复", "You may apply for credit repair"),
        (("纠正失信行为、履行义务以后，可以提出申请。", "Once the conduct is corrected and the duties performed, you may apply."),),
    ),
    (part.remedy, ("不服这项措施，可以申请救济", "You may apply for a remedy against the measure"), (NO_PROMISE,)),
    (part.measure, ("是什么措施", "What the measure is"), ()),
    (part.facts, ("为什么", "Why"), (("依据的是下列记录。", "It rests on these records."),)),
    (part.grounds, ("根据什么规定", "Under which rules"), ()),
    (part.departments, ("由谁负责", "Who is responsible"), (("有疑问可以向下列部门询问。", "You may ask these departments."),)),
    (part.period, ("从什么时候到什么时候", "From when until when"), ()),
)  # fmt: skip


def notice_sheet(notice: Notice, view: View, *, for_subject: bool = False) -> Sheet:
    """The whole notice; every identity number of a natural person in it is masked, wherever it stands (S28)."""
    say = view.say
    whom = view.join((view.named(notice.bearer.id), view.roles(notice.bearer.roles)))
    parts = FOR_THE_SUBJECT if for_subject else FOR_THE_OFFICER
    sheet = Sheet(
        title=say("联合奖惩措施提示单（权利告知）", "Indication of joint measures: rights notice"),
        notes=tuple(_notes(notice, view, for_subject=for_subject)),
        fields=rows(
            (say("致", "To") if for_subject else say("承受人", "Bearer"), whom),
            (say("措施", "Measure"), notice.measure.title),
            (say("提示所据的日期", "Day decided for"), day_words(notice.decision.as_of, view)),
            (say("所知截至", "As known on"), day_words(notice.decision.known_at, view)),
        ),
        sections=tuple(_section(number, each, notice, view) for number, each in enumerate(parts)),
    )
    whole = _without_numbers(sheet, view)
    return whole._replace(sections=(*whole.sections, _origin(notice, view)))


def _notes(notice: Notice, view: View, *, for_subject: bool) -> Iterator[str]:
    say = view.say
    yield notice.decision.statement
    if view.lang == "en":
        yield "This is an indication, not an administrative decision."
    yield say(
        "本单由程序根据登记的记录和文件生成，须由工作人员复核；程序不执行任何措施。",
        "Made by a program from registered records and documents, to be reviewed by an officer; it executes nothing.",
    )
    if for_subject:
        yield say("本单只发给承受人本人。", "This notice is for its bearer alone.")
    else:
        yield say(
            "供承办人员核对。告知时只发给承受人本人，不发给学校、亲属或者其他人。",
            "For the officer. It is given to the bearer alone: to no school, relative or anybody else.",
        )


def _section(number: int, given: Part, notice: Notice, view: View) -> Section:
    make, title, notes = given
    said = tuple(view.say(*note) for note in notes)
    return make(notice, view.say(f"{_NUMBERS[number]}、{title[0]}", f"{number + 1} {title[1]}"), said, view)


def _origin(notice: Notice, view: View) -> Section:
    """What a replay needs to come to the same decision (S27)."""
    say, decision = view.say, notice.decision
    return Section(
        say("出处", "Origin"),
        fields=rows(
            (say("措施标识", "Id of the measure"), notice.measure.id),
            (say("规则计划", "Plan"), decision.plan.digest),
            (say("名录", "Registry"), decision.registry.digest),
            (say("引擎", "Engine"), f"credit-rules {decision.engine.version}"),
        ),
    )


def _without_numbers(sheet: Sheet, view: View) -> Sheet:
    def fields(given: tuple[Field, ...]) -> tuple[Field, ...]:
        return tuple(Field(each.label, tuple(map(view.free, each.lines))) for each in given)

    def entry(given: Entry) -> Entry:
        return Entry(view.free(given.title), fields(given.fields))

    return Sheet(
        sheet.title,
        tuple(map(view.free, sheet.notes)),
        fields(sheet.fields),
        tuple(
            Section(each.title, tuple(map(view.free, each.notes)), fields(each.fields), tuple(map(entry, each.entries)))
            for each in sheet.sections
        ),
    )
