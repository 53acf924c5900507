"""What the fields of registry entries and the codes in them are called (beside those that a decision has)."""

from __future__ import annotations

from ...pack.period import Period
from ...render.labels import LABELS
from ...render.language import Say
from ...render.timeline import DETAILS
from ..diff_words import FIELDS
from .codes import CODES

ENTRY_FIELDS = {
    "id": ("标识", "id"),
    "title_en": ("英文名", "English title"),
    "clock": ("起算", "counted from"),
    "cases": ("按情形", "by case"),
    "when": ("情形", "case"),
    "otherwise": ("其余", "otherwise"),
    "on_repetition": ("再次列入", "on repetition"),
    "ground": ("缘由", "ground"),
    "period": ("期限", "time"),
    "way": ("途径", "way"),
    "through": ("由谁办理", "through"),
    "conditions": ("条件", "conditions"),
    "earliest": ("最早", "earliest"),
    "within": ("办理时限", "within"),
    "text": ("内容", "text"),
    "grounds": ("缘由", "grounds"),
    "criteria": ("列入标准", "criteria"),
    "family": ("四类严重失信", "family"),
    "procedure": ("列入程序", "procedure"),
    "remedies": ("救济", "remedies"),
    "exemptions": ("不列入的情形", "exemptions"),
    "continuing_duty": ("持续义务", "continuing duty"),
    "requires_notice": ("须公布或者送达才生效", "takes effect only once published or served"),
    "publicity_window": ("公示多久后生效", "in effect after a publicity of"),
    "greatest_age": ("数据最长时效", "greatest age of data"),
    "verification": ("核实期限", "verification"),
    "no_suspension": ("核实期间不停止的阶段", "stages that suspend nothing"),
    "repair_reduces": ("修复减轻，依据", "repair reduces, by"),
    "unrepairable": ("不得修复，依据", "not repairable, by"),
    "exits": ("移出途径", "ways off the list"),
    "list": ("名单", "list"),
    "part": ("部分", "part"),
    "once": ("一次性", "done once"),
    "livelihood": ("涉及基本民生", "touches livelihood"),
    "listed_as": ("全国基础清单类别", "class of the national basic list"),
    "parent": ("上级事项", "parent"),
    "needs_finding": ("须有责任认定", "needs a finding of responsibility"),
    "kinds": ("主体类型", "kinds"),
    "on": ("说明谁", "said of"),
    "type": ("类型", "type"),
    "choices": ("取值", "choices"),
    "number": ("文号", "number"),
    "renumbered": ("条文换号（旧→新）", "articles renumbered (old → new)"),
    "issuer": ("制定机关", "issuer"),
    "pointer": ("参见", "see"),
    "repealed_by": ("被何文件取代", "repealed by"),
    "enabled_by": ("上位依据", "enabled by"),
    "acts": ("措施内容", "acts"),
    "lists": ("名单", "lists"),
    "longest": ("最长", "longest"),
    "for_life": ("终身", "for life"),
    "renumbered_to": ("改用代码", "renumbered to"),
    "rectified_delists": ("按期整改即移出，依据", "rectification delists, by"),
    "confirmation_required": ("须确认为联合惩戒对象，依据", "confirmation required, by"),
    "incentives_blocked_by_all_fields": ("各领域失信均阻止激励，依据", "dishonesty in any field blocks incentives, by"),
    "least": ("最短公示", "published at least"),
    "fields": ("领域", "fields"),
    "special_for": ("专门适用的领域", "special for fields"),
    "documents": ("文书类型", "kinds of document"),
    "step": ("步骤", "step"),
    "remedy": ("救济类型", "kind of remedy"),
    "steps": ("步骤", "steps"),
    "measure": ("可否承载减损权益的措施", "may carry measures that reduce rights"),
    "founds": ("可否设立名单", "may found lists"),
    "ranks": ("够得上的位阶", "ranks that clear it"),
    "article": ("条文", "article"),
    "level": ("层级", "level"),
    "name": ("名称", "name"),
    "body": ("性质", "body"),
    "short": ("简称", "short names"),
    "successors": ("职责划转", "successors"),
    "part_of": ("属于", "part of"),
    "days": ("各地各级完成之日", "days by place and level"),
    "code": ("职责", "duty"),
    "trigger": ("何时产生", "brought about by"),
    "classes": ("名单类别", "classes of list"),
    "not_tiers": ("不适用的信息类别", "tiers left out"),
    "ways": ("离开名单的方式", "ways off the list"),
    "directions": ("方向", "directions"),
    "owed_by": ("由谁", "owed by"),
    "to": ("对谁", "to"),
    "counted_from": ("起算", "counted from"),
    "each_quarter_by": ("每季度首月几日前", "by this day of each quarter"),
}
"""What a field of an entry is called, where ``diff`` has no word for it or another thing is meant here."""

_SETS = {
    "classes": "class",
    "ground": "ground",
    "grounds": "ground",
    "kinds": "kind",
    "ranks": "rank",
    "directions": "direction",
    "ways": "way",
    "not_tiers": "tier",
    "documents": "document",
    "owed_by": "owner",
    "to": "owner",
    "through": "owner",
    "determined_by": "owner",
    "code": "duty",
}
"""The closed set in which the value of a field stands, where it is called otherwise than the field."""
_UNITS = {"years": "年", "months": "个月", "days": "日", "working days": "个工作日"}


def field_label(name: str, say: Say) -> str:
    """What a field is called; its key where nothing is known."""
    return say(*(ENTRY_FIELDS.get(name) or FIELDS.get(name) or (name, name)))


def code_label(name: str, code: str, say: Say) -> str:
    """The words for a code in the field ``name``; the code itself where it is none of a closed set."""
    of = _SETS.get(name, name)
    if of == "ground":
        return say(*DETAILS.get(code, (code, code)))
    pair = CODES.get(of, {}).get(code) or LABELS.get(of, {}).get(code)
    return say(*pair) if pair else code


def period_words(period: Period, say: Say) -> str:
    """``3年``, ``7个工作日``."""
    return say(f"{period.number}{_UNITS[period.unit]}", str(period))


def interval(from_: object, until: object, say: Say) -> str:
    """A half-open period in words; the day named as its end is the first that is no longer in it."""
    if from_ is None and until is None:
        return say("不限", "no limit")
    begin = say(f"{from_} 起", f"from {from_}") if from_ is not None else ""
    end = say(f"至 {until}（当日不含）", f"until {until} (that day not included)") if until is not None else ""
    return begin + (say("", " ") if begin and end else "") + end
