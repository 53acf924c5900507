"""What changed between two files of cases, as JSON and as a page: by department, then subject by subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from ..case.decision_json import to_plain
from ..diagnostics.diagnostic import Language
from ..render.labels import LABELS
from ..render.sheet import Entry, Field, Section, Sheet, rows
from ..render.view import Titles, View
from .changes import KINDS, Change, Kind, RecordTurn, Standing
from .changes_tally import NONE_PRINTED, Changed, Changes, Presence

KIND_WORDS: dict[Kind, tuple[str, str]] = {
    "issued": ("发出", "issued"),
    "lifted": ("解除", "lifted"),
    "withheld": ("不再发出（另有理由）", "withheld now"),
    "undetermined": ("现在不能确定", "undetermined now"),
    "suspended": ("暂停执行", "suspended"),
    "resumed": ("恢复执行", "resumed"),
    "reduced": ("减轻", "reduced"),
    "restored": ("恢复原强度", "restored"),
    "extended": ("延长", "extended"),
    "shortened": ("缩短", "shortened"),
    "altered": ("其他改变", "altered otherwise"),
}
PRESENCE: dict[Presence, tuple[str, str]] = {
    "kept": ("", ""),
    "added": ("新增案例", "case added"),
    "removed": ("案例已不在", "case gone"),
}


def as_json(found: Changes) -> dict[str, Any]:
    """The changes as a JSON object, with identifiers in full, for programs."""
    return {
        "subjects": {
            "kept": found.kept,
            "added": found.added,
            "removed": found.removed,
            "changed": len(found.subjects),
            "wrong": len(found.wrong_old) + len(found.wrong_new),
        },
        "kinds": {kind: found.kinds[kind] for kind in KINDS},
        "departments": [
            {"id": id, "name": name, **{kind: kinds[kind] for kind in KINDS if kinds[kind]}}
            for (id, name), kinds in sorted(found.departments.items())
        ],
        "changes": [
            {
                "subject": to_plain(each.subject),
                "case": each.presence,
                "old_as_of": to_plain(each.old_day),
                "new_as_of": to_plain(each.new_day),
                "measures": [_measure(change) for change in each.changes],
            }
            for each in found.subjects
        ],
    }


def changes_sheet(found: Changes, old: str, new: str, titles: Titles, lang: Language) -> Sheet:
    """Counts, one entry a department, then one section a subject with one entry a change; numbers of persons masked."""
    view = View(lang, titles)
    say = view.say
    departments = tuple(
        Entry(f"{_department(id, name, view)}{say('：', ': ')}{_counts(kinds, view)}")
        for (id, name), kinds in sorted(found.departments.items(), key=lambda row: (-row[1].total(), row[0]))
    )
    sections = [_subject(each, view._replace(people=each.people)) for each in found.subjects]
    if departments:
        sections.insert(0, Section(say("按部门", "By department"), entries=departments))
    changed = len(found.subjects)
    return Sheet(
        say("两份案例之间的变化", "What changed"),
        notes=() if changed else (say("没有措施变化。", "No measure changed."),),
        fields=rows(
            (say("旧", "Old"), old),
            (say("新", "New"), new),
            (
                say("对象", "Subjects"),
                say(
                    f"两份都有 {found.kept}，新增 {found.added}，已不在 {found.removed}；有变化 {changed}",
                    f"{found.kept} in both, {found.added} added, {found.removed} gone; {changed} with changes",
                ),
            ),
            (say("措施", "Measures"), _counts(found.kinds, view)),
        ),
        sections=tuple(sections),
    )


def _counts(kinds: Counter[Kind], view: View) -> str:
    return view.join(f"{view.say(*KIND_WORDS[kind])} {kinds[kind]}" for kind in KINDS if kinds[kind])


def _department(id: str, name: str, view: View) -> str:
    return view.say("未写部门", "no department printed") if id == NONE_PRINTED else f"{name}{view.aside(id)}"


def _subject(each: Changed, view: View) -> Section:
    days = f"{each.old_day or '…'} → {each.new_day or '…'}"
    title = view.join((view.named(each.subject.id), view.say(*PRESENCE[each.presence]), days))
    return Section(title, entries=tuple(_entry(change, view) for change in each.changes))


def _entry(change: Change, view: View) -> Entry:
    say = view.say
    kinds = say("、", ", ").join(say(*KIND_WORDS[kind]) for kind in change.kinds)
    names = say("、", ", ").join(name for _, name in change.departments)
    bearer = f"{view.named(change.bearer)}{say('，', ', ')}{view.roles(change.roles)}"
    fields = [
        Field(say("承受人", "bearer"), (bearer,)),
        Field(say("部门", "departments"), (names or say("未写", "none printed"),)),
    ]
    if change.old is not None and change.new is not None:
        fields += list(_both(change.old, change.new, view))
    else:
        shown = change.new or change.old
        assert shown is not None
        fields.append(Field(say("期间", "period"), (view.period(shown.from_, shown.until),)))
        if shown.status != "in-force":
            fields.append(Field(say("状态", "status"), (view.label("measure-status", shown.status),)))
    if change.records:
        fields.append(Field(say("记录", "records"), tuple(_record(turn, view) for turn in change.records)))
    direction = view.label("direction", change.direction)
    return Entry(
        say(f"{kinds}：{change.title}〔{direction}〕{change.id}", f"{kinds}: {change.title} [{direction}] {change.id}"),
        tuple(fields),
    )


def _both(old: Standing, new: Standing, view: View) -> Iterator[Field]:
    """The fields that differ, with both values."""
    say = view.say
    label: Callable[[str, str], str] = view.label
    named = (
        (say("状态", "status"), *(label("measure-status", each.status) for each in (old, new))),
        (say("强度", "force"), *(label("force", each.force) for each in (old, new))),
        (say("依据", "standing"), *(label("standing", each.standing) for each in (old, new))),
        (say("期间", "period"), *(view.period(each.from_, each.until) for each in (old, new))),
        (say("部门变化", "departments then"), *(say("、", ", ").join(each.departments) for each in (old, new))),
    )
    for name, before, after in named:
        if before != after:
            yield Field(name, (f"{before} → {after}",))


def _record(turn: RecordTurn, view: View) -> str:
    known = LABELS["record-status"]
    absent = view.say("不在案例中", "not in the case")
    before, after = (absent if each is None else view.say(*known[each]) for each in (turn.old, turn.new))
    status = before if before == after else f"{before} → {after}"
    return f"{turn.id}{view.aside(view.titles('lists', turn.list))}{view.say('：', ': ')}{status}"


def _measure(change: Change) -> dict[str, Any]:
    return {
        "kinds": list(change.kinds),
        "id": change.id,
        "act": change.act,
        "title": change.title,
        "direction": change.direction,
        "bearer": {"id": change.bearer, "roles": list(change.roles)},
        "departments": [{"id": id, "name": name} for id, name in change.departments],
        "old": to_plain(change.old),
        "new": to_plain(change.new),
        "records": [to_plain(turn) for turn in change.records],
    }
