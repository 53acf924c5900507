"""Words of a rights notice: days, citations, clauses, ways out, limits."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..case.decision import BasisView, MeasureView, SourceView, WayOut
from ..pack.period import Period, Unit
from ..render.sheet import Field, rows
from ..render.view import View
from .notice import Notice
from .notice_limits import Limit
from .notice_missing import STEPS
from .notice_parts import Responsible, complete

_ARTICLES = re.compile(r"([0-9]+(?:、[0-9]+)*)((?:\([0-9]+\)|第[0-9]+[款项])*)")
_CITED = re.compile(rf"》{_ARTICLES.pattern}(?![0-9])")
_UNITS: dict[Unit, tuple[str, str]] = {
    "years": ("年", "year"),
    "months": ("个月", "month"),
    "days": ("日", "day"),
    "working days": ("个工作日", "working day"),
}
_NARROWING = ("范围：", "适用时由部门核对：")
"""How the reasons begin that narrow a measure (``decide/measure.py``)."""


def day_words(day: date, view: View) -> str:
    """``2018年1月5日``, in English ``2018-01-05``."""
    return view.say(f"{day.year}年{day.month}月{day.day}日", day.isoformat())


def period_words(period: Period, view: View) -> str:
    """``20日内``, ``within 10 working days``."""
    zh, en = _UNITS[period.unit]
    return view.say(f"{period.number}{zh}内", f"within {period.number} {en}{'s' if period.number > 1 else ''}")


def end_words(notice: Notice, view: View) -> tuple[str, ...]:
    """The last day, that there is none for life, or what ends the measure; and whether leaving the list ends it."""
    say, ending = view.say, notice.ending
    if ending.until is not None:
        last, after = (day_words(day, view) for day in (ending.until - timedelta(days=1), ending.until))
        end = say(f"{last}（含当日）；自{after}起不再有效", f"{last}, that day included; without effect from {after}")
    elif ending.for_life:
        end = say("终身，没有截止日", "for life, without a last day")
    else:
        named = say("、", ", ").join(dict.fromkeys(view.label("way", way.way) for way in ending.ways))
        end = say(f"没有确定的截止日；由下列事件结束：{named}", f"no fixed last day; it ends by {named}")
    runs_on = say(
        "这项措施有自己的期限，记录修复或者移出名单后仍然继续",
        "it has a term of its own and goes on after the record is repaired or delisted",
    )
    return (end, runs_on) if ending.runs_on else (end,)


def basis_words(basis: BasisView, view: View) -> str:
    """A citation with article, rank and version, and what is not known of it."""
    say = view.say
    version = say(f"{basis.version}版本", f"version {basis.version}") if basis.version else None
    details = view.join((
        view.label("rank", basis.rank),
        version or say("当日有效的版本未见", "no version of the day known"),
        basis.provenance != "text" and view.label("provenance", basis.provenance),
        not complete(basis) and say("不足以单独作为依据", "not enough by itself"),
    ))  # fmt: skip
    return f"《{basis.title.strip('《》')}》{say('', ' ')}{article_words(basis.article, view)}{view.aside(details)}"


def article_words(article: str, view: View) -> str:
    """``48`` as ``第48条``, ``178(5)`` as ``第178条(5)``; any other numbering as it is printed."""
    found = _ARTICLES.fullmatch(article)
    return article if found is None else view.say(f"第{found[1]}条{found[2]}", f"art {article}")


def clause_words(source: SourceView, view: View) -> str:
    """The document by title and number, its clause, and the word that orders or recommends."""
    title = view.titles("packs", source.pack)
    named = f"《{title}》{view.say('', ' ')}"
    details = view.join((
        source.wording and view.say(f"用语“{source.wording}”", f"wording “{source.wording}”"),
        source.provenance != "text" and view.label("provenance", source.provenance),
    ))  # fmt: skip
    number = f"{source.document_no}{view.say('', ' ')}" if source.document_no else ""
    return f"{named}{number}{source.clause}{view.aside(details)}"


def standing_words(measure: MeasureView, view: View) -> str:
    """Whether the law of the day carries the measure, and why (S23)."""
    value = view.label("standing", measure.standing.value)
    if measure.standing.reason == "document-suffices":
        why = view.say("不减损权益、不增加义务，文件有效即可", "takes nothing away, so its document in force suffices")
    else:
        why = cited_words(measure.standing.reason, view)
    return f"{value}{view.say('：', ': ')}{why}"


def department_words(department: Responsible, view: View) -> str:
    """The department by its name of the day; beside it the name in the text, where it is another or there is none."""
    say, printed = view.say, department.printed
    if printed is None:
        told: str | bool = say(
            "办理该事项的部门；条文没有写明由谁负责", "in charge of the matter; the text names nobody"
        )
    elif department.asking:
        told = say(f"办理该事项的部门；条文只写“{printed}”", f"in charge of the matter; the text says “{printed}”")
    else:
        told = printed != department.name and say(f"文件印为“{printed}”", f"printed “{printed}”")
    part = department.part and view.label("part", department.part)
    return f"{department.name}{view.aside(view.join((told, part)))}"


def force_words(measure: MeasureView, view: View) -> str:
    """What the documents ask of those who would apply the measure (S15)."""
    if measure.actor == "autonomous":
        return view.say(
            "由银行、保险、征信、协会、媒体等机构自主决定是否采取",
            "banks, insurers, credit agencies, associations or media decide for themselves",
        )
    if measure.force == "mandatory":
        return view.say("文件要求有关部门采取", "the documents order it")
    return view.say("文件建议采取，由有关部门根据实际情况决定", "the documents recommend it; the department decides")


def scope_words(measure: MeasureView, view: View) -> tuple[str, ...]:
    """What narrows the measure or is to be checked when it is applied."""
    found = (each.condition for each in measure.reasons if each.condition.startswith(_NARROWING))
    return tuple(view.free(condition.removeprefix(_NARROWING[0])) for condition in found)


def repair_words(way: WayOut, view: View) -> tuple[Field, ...]:
    """Through whom a record is repaired, from when and on what basis."""
    say = view.say
    unknown = say(
        "本单没有算出最早可以申请的日期，请向受理单位询问", "no earliest day is known here; ask whoever accepts the application"
    )  # fmt: skip
    return rows(
        (say("受理单位", "Through"), view.free(way.through or "")),
        (say("最早可以申请", "Earliest"), day_words(way.earliest, view) if way.earliest else unknown),
        (say("依据", "Basis"), cited_words(way.basis or "", view)),
    )


def objection_words(way: WayOut, notice: Notice, view: View) -> tuple[Field, ...]:
    """To whom to object, within what time the objection is answered, and whether the measure waits (S7)."""
    say = view.say
    unknown = say("登记的规定没有定期限，请在提出时询问", "no registered rule sets one; ask when objecting")
    told = tuple(_answer(limit, view) for limit in notice.answers if limit.by == way.through)
    waits = notice.suspends and say(
        f"只依据该记录的措施暂不执行（{notice.suspends}）",
        f"what rests only on that record is not executed while it is verified ({notice.suspends})",
    )
    return rows(
        (say("向谁提出", "To whom"), view.free(way.through or "")),
        (say("答复期限", "Answered"), told or unknown),
        (say("核实期间", "Meanwhile"), waits),
        (say("依据", "Basis"), cited_words(way.basis or "", view)),
    )


def _answer(limit: Limit, view: View) -> str:
    if limit.due is not None:
        return _by(limit.due, view)
    within = period_words(limit.period, view) if limit.period else ""
    return view.say(f"自收到异议之日起{within}", f"{within} of receipt")


def limit_words(limit: Limit, view: View) -> str:
    """A time limit in a sentence: the step, by when or within which period, and on what basis."""
    say = view.say
    learning = limit.code not in STEPS
    when = None
    if limit.due is not None:
        when = _by(limit.due, view)
    elif limit.period is not None:
        within = period_words(limit.period, view)
        when = say(f"自知道该行为之日起{within}", f"{within} of learning of it") if learning else within
    basis = limit.basis and say(f"依据{cited_words(limit.basis, view)}", f"basis {view.free(limit.basis)}")
    step = view.label("duty", limit.code) if learning else say(*STEPS[limit.code])
    unseen = limit.provenance != "text" and view.label("provenance", limit.provenance)
    return f"{step}{say('：', ': ')}{view.join((when, basis, unseen))}"


def _by(day: date, view: View) -> str:
    last = day_words(day, view)
    return view.say(f"不迟于{last}（含当日）", f"by {last}, that day included")


def cited_words(text: str, view: View) -> str:
    """A basis as the decision writes it, ``《行政复议法》20`` told as ``《行政复议法》第20条``."""
    said = _CITED.sub(lambda found: f"》第{found[1]}条{found[2]}", text) if view.lang == "zh" else text
    return view.free(said)
