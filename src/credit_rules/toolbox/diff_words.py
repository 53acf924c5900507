"""The difference of two trees as a page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ..diagnostics.diagnostic import Language
from ..render.labels import LABELS
from ..render.language import Say, speaker
from ..render.sheet import Entry, Field, Section, Sheet, rows
from .diff import Change, Diff, FieldChange, parted
from .diff_items import State

KINDS = {
    "packs": ("文件", "Documents"),
    "measures": ("措施", "Measures"),
    "lists": ("名单", "Lists"),
    "recognitions": ("名单互认", "Recognised lists"),
    "departments": ("部门", "Departments"),
    "reforms": ("机构改革", "Reforms"),
    "measure_classes": ("惩戒措施类别", "Classes of measures"),
    "acts": ("措施内容", "Acts"),
    "matters": ("事项", "Matters"),
    "roles": ("身份", "Roles"),
    "kinds": ("主体类型", "Kinds of subject"),
    "facts": ("事实", "Facts"),
    "instruments": ("依据文件", "Instruments"),
    "provisions": ("条文", "Provisions"),
    "places": ("地区", "Places"),
    "procedures": ("程序规定", "Procedures"),
    "publicity": ("公示期", "Publicity"),
    "remedies": ("救济", "Remedies"),
    "duties": ("职责", "Duties"),
    "matrix": ("位阶权限", "Ranks"),
    "floors": ("法定底线", "Floors"),
}
"""What each kind of thing is called."""
FIELDS = {
    "title": ("名称", "title"),
    "document_no": ("文号", "document number"),
    "rank": ("位阶", "rank"),
    "place": ("地区", "place"),
    "from": ("开始适用", "from"),
    "until": ("停止适用", "until"),
    "provenance": ("出处", "provenance"),
    "source": ("来源", "source"),
    "note": ("备注", "note"),
    "clause": ("条款", "clause"),
    "act": ("措施内容", "act"),
    "direction": ("方向", "direction"),
    "force": ("强度", "force"),
    "actor": ("实施者", "actor"),
    "effect": ("效果", "effect"),
    "impact": ("影响", "impact"),
    "category": ("类别", "category"),
    "floor": ("法定底线", "floor"),
    "wording": ("用语", "wording"),
    "condition": ("条件", "condition"),
    "bearers": ("承受人", "bearers"),
    "bearer_kinds": ("承受人类型", "kinds of bearer"),
    "listed_kinds": ("列入者类型", "kinds listed"),
    "departments": ("部门", "departments"),
    "basis": ("依据", "basis"),
    "term": ("期限", "term"),
    "terms": ("期限", "terms"),
    "on_reduce": ("修复后减轻", "on reduction"),
    "blocked_by": ("排除名单", "blocked by"),
    "matters": ("事项", "matters"),
    "guard": ("前提", "guard"),
    "parameters": ("参数", "parameters"),
    "menu": ("选择组", "menu"),
    "versions": ("版本", "versions"),
    "names": ("名称沿革", "names"),
    "printed": ("文件用名", "printed names"),
    "determined_by": ("认定部门", "determined by"),
    "class": ("类别", "class"),
    "field": ("领域", "field"),
    "roles": ("身份", "roles"),
    "at": ("认定时点", "at"),
    "responsible": ("对记录负有责任", "responsible for the record"),
    "when": ("条件", "when"),
    "period": ("期间", "period"),
    "from_decision": ("自决定之日起", "from the decision"),
    "next_year": ("至次年", "into the next year"),
    "life": ("终身", "for life"),
    "outlasts": ("不随名单结束，依据", "outlasts the list by"),
    "instrument": ("文件", "instrument"),
    "article": ("条", "article"),
    "version": ("版本", "version"),
}
"""What a field is called; one that is not here is told by its key."""
STATES: dict[State, tuple[str, str]] = {
    "issued": ("发出", "issued"),
    "withheld": ("不予发出", "withheld"),
    "undetermined": ("未确定", "undetermined"),
    "none": ("不发出", "not issued"),
}
"""What is said of what becomes of a measure."""
_LABELLED = (
    "rank",
    "direction",
    "force",
    "actor",
    "effect",
    "impact",
    "category",
    "provenance",
    "level",
    "part",
    "kind",
)
_NAMED = {
    "act": "acts",
    "matters": "matters",
    "roles": "roles",
    "blocked_by": "lists",
    "instrument": "instruments",
    "place": "places",
    "determined_by": "departments",
}
_KINDS_OF = ("bearer_kinds", "listed_kinds", "kinds")


Beside = Mapping[tuple[str, str], tuple[str, ...]]
"""Lines that stand beside a change, by its kind and id."""


def diff_sheet(
    found: Diff,
    old: str,
    new: str,
    lang: Language,
    *,
    beside: Beside = MappingProxyType({}),
    notes: tuple[str, ...] = (),
) -> Sheet:
    """One section a kind of thing, one entry a change, one field a changed field with the old and the new value.

    ``beside`` are lines on what decides otherwise, ``notes`` sentences about the whole.
    """
    say = speaker(lang)
    words = _Words(found.titles, say, beside)
    return Sheet(
        say("两版规则的差异", "What differs"),
        notes=(*(() if found.changes else (say("没有差异。", "Nothing differs."),)), *notes),
        fields=rows((say("旧", "Old"), old), (say("新", "New"), new)),
        sections=tuple(
            Section(
                _heading(found, of, say),
                entries=tuple(words.entry(change) for change in found.changes if change.of == of),
            )
            for of in found.kinds()
        ),
    )


def _heading(found: Diff, of: str, say: Say) -> str:
    ways = {"added": ("新增", "added"), "removed": ("删去", "removed"), "changed": ("改动", "changed")}
    counted = [
        say(f"{ways[how][0]} {number}", f"{number} {ways[how][1]}")
        for how, number in found.counted(of).items()
        if number
    ]
    return f"{say(*KINDS.get(of, (of, of)))}{say('：', ': ')}{say('，', ', ').join(counted)}"


class _Words:
    """Says changes in one language, with the titles of the registry."""

    def __init__(self, titles: dict[str, dict[str, str]], say: Say, beside: Beside):
        self.titles, self.say, self.beside = titles, say, beside

    def entry(self, change: Change) -> Entry:
        say = self.say
        how = {"added": say("新增", "added"), "removed": say("删去", "removed"), "changed": say("改动", "changed")}[
            change.how
        ]
        clause = f" {change.clause}" if change.clause else ""
        fields = [self.field(each) for each in change.fields]
        lines = self.beside.get((change.of, change.id))
        if lines:
            fields.append(Field(say("决定", "decisions"), lines))
        return Entry(f"{how} {change.id}{clause} {change.title}", tuple(fields))

    def field(self, change: FieldChange) -> Field:
        return Field(self.say(*FIELDS.get(change.field, (change.field, change.field))), tuple(self.lines(change)))

    def lines(self, change: FieldChange) -> Iterator[str]:
        """What went and what came; of several values only those."""
        say, old, new = self.say, change.old, change.new
        if isinstance(old, list) and isinstance(new, list):
            removed, added = parted(old, new)
            if removed or added:
                yield from (f"{say('删去', 'removed')} {self.value(change.field, each)}" for each in removed)
                yield from (f"{say('新增', 'added')} {self.value(change.field, each)}" for each in added)
                return
        before, after = self.value(change.field, old), self.value(change.field, new)
        if before == after:  # the words of a condition may leave out in what it differs
            before, after = _json(old), _json(new)
        yield f"{say('旧', 'old')} {before}"
        yield f"{say('新', 'new')} {after}"

    def value(self, name: str, value: Any) -> str:
        """A value in words: titles for ids, labels for codes, the words of conditions."""
        say = self.say
        if value in (None, "", [], {}):
            return say("（无）", "(none)")
        if isinstance(value, bool):
            return say("是", "yes") if value else say("否", "no")
        if isinstance(value, list):
            return say("、", ", ").join(self.value(name, each) for each in value)
        if isinstance(value, dict):
            return self.whole(name, value)
        if name in _NAMED:
            title = self.titles[_NAMED[name]].get(str(value))
            return f"{title} ({value})" if title else str(value)
        labels = LABELS["kind" if name in _KINDS_OF else name] if name in (*_LABELLED, *_KINDS_OF) else {}
        return say(*labels[value]) if value in labels else str(value)

    def whole(self, name: str, value: dict[str, Any]) -> str:
        """Several keys as one phrase."""
        if "op" in value:
            return str(value["text"])
        if name == "bearers" and "roles" not in value:
            return self.say("列入名单的主体", "the subject listed")
        said = {key: each for key, each in value.items() if each not in (None, "", [], {})}
        if name == "departments" and "printed" in said:
            rest = [self.value(key, said[key]) for key in ("level", "part") if key in said]
            return f"{said['printed']} ({', '.join((said['id'], *rest))})"
        if all(isinstance(each, str | int | list | dict) for each in said.values()):
            return self.say("；", "; ").join(f"{self.label(key)} {self.value(key, each)}" for key, each in said.items())
        return _json(value)

    def label(self, key: str) -> str:
        """The name of a key inside a value."""
        return self.say(*FIELDS[key]) if key in FIELDS else key


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
