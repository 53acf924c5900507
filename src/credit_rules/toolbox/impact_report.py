"""What a change does to a population, as JSON and as a page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..diagnostics.diagnostic import Language
from ..plan.model import PackInfo, Plan, Rule
from ..render.labels import LABELS
from ..render.language import Say, speaker
from ..render.sheet import Entry, Field, Section, Sheet, rows
from ..source.rows import NamedTuple
from .diff_items import Item
from .diff_words import FIELDS, STATES
from .impact import WAYS, Way
from .impact_tally import DAYS, Change, Clause, Example, Tally

WAY_WORDS: dict[Way, tuple[str, str]] = {
    "gained": ("新增", "gained"),
    "lost": ("失去", "lost"),
    "changed": ("改变", "changed"),
    "unsettled": ("两版都不发出而理由不同", "issued by neither, for other reasons"),
}
_LABELS = {"status": "measure-status", "standing": "standing", "force": "force", "effect": "effect", "actor": "actor"}
_NAMES = {"status": ("状态", "status"), "standing": ("依据", "standing"), **FIELDS}
_FREQUENT = 6
"""How many values of a measure's fields a page shows; JSON has all."""


class Titles(NamedTuple):
    """Where titles are looked up: in the new version, else in the old one."""

    old: Plan
    new: Plan

    def rule(self, id: str) -> Rule:
        """The measure of an id."""
        plan = self.new if id in self.new.number else self.old
        return plan.rules[plan.number[id]]

    def pack(self, id: str) -> PackInfo:
        """The document of an id."""
        return self.new.pack.get(id) or self.old.pack[id]

    def of(self, field: str, id: str) -> str:
        """The title of a name of the registry."""
        found = self.new.vocabulary.title(field, id)
        return self.old.vocabulary.title(field, id) if found == id else found


def as_json(tally: Tally, titles: Titles) -> dict[str, Any]:
    """The counts as a JSON object: documents and measures by id, of a measure's fields the most frequent values first."""
    return {
        "subjects": {
            "read": tally.read,
            "wrong": len(tally.wrong),
            "decided": tally.decided,
            "affected": tally.affected,
            **{way: tally.ways[way] for way in WAYS},
        },
        "documents": [
            {"id": id, "document_no": titles.pack(id).document_no, "title": titles.pack(id).title, "subjects": number}
            for id, number in sorted(tally.documents.items())
        ],
        "measures": [_clause(id, clause, titles.rule(id)) for id, clause in sorted(tally.measures.items())],
        "indications": [{**turn._asdict(), "subjects": number} for turn, number in sorted(tally.turns.items())],
        "left_out": [{"name": name, "subjects": number} for name, number in sorted(tally.left_out.items())],
    }


def impact_sheet(tally: Tally, titles: Titles, old: str, new: str, population: str, lang: Language) -> Sheet:
    """How many subjects, then one section a document with one entry a measure, the most affected first."""
    say = speaker(lang)
    words = _Words(titles, say)
    ways = [f"{say(*WAY_WORDS[way])} {tally.ways[way]}" for way in WAYS if tally.ways[way]]
    by_pack: dict[str, list[str]] = {}
    for id in sorted(tally.measures, key=lambda id: (-tally.measures[id].subjects, id)):
        by_pack.setdefault(id.partition("/")[0], []).append(id)
    sections = [
        Section(
            words.document(pack, tally.documents[pack]),
            entries=tuple(words.entry(id, tally.measures[id]) for id in by_pack[pack]),
        )
        for pack in sorted(by_pack, key=lambda pack: (-tally.documents[pack], pack))
    ]
    if tally.turns:
        turns = sorted(tally.turns.items(), key=lambda row: (-row[1], row[0]))
        told = tuple(Entry(words.turn(turn.matter, turn.old, turn.new, number)) for turn, number in turns)
        sections.insert(0, Section(say("事项提示的改变", "Indications that change"), entries=told))
    left = [say(f"{name}：{number} 个对象", f"{name}: {number}") for name, number in sorted(tally.left_out.items())]
    return Sheet(
        say("规则改动的影响", "What the change does"),
        notes=() if tally.measures or tally.turns else (say("没有对象受影响。", "Nobody is affected."),),
        fields=rows(
            (say("旧", "Old"), old),
            (say("新", "New"), new),
            (say("总体", "Population"), population),
            (say("对象", "Subjects"), words.subjects(tally)),
            (say("措施", "Measures"), say("，", ", ").join(ways)),
            (say("一边不认识", "Known to one side only"), tuple(left)),
        ),
        sections=tuple(sections),
    )


class _Words:
    """Says counts in one language, with the titles of both versions."""

    def __init__(self, titles: Titles, say: Say):
        self.titles, self.say = titles, say

    def subjects(self, tally: Tally) -> str:
        """How many cases were read and decided, and whom something touches."""
        return self.say(
            f"读入 {tally.read}，有错 {len(tally.wrong)}，决定 {tally.decided}，受影响 {tally.affected}",
            f"{tally.read} read, {len(tally.wrong)} wrong, {tally.decided} decided, {tally.affected} affected",
        )

    def document(self, id: str, number: int) -> str:
        """The heading of a document."""
        pack = self.titles.pack(id)
        name = pack.document_no or pack.title
        return self.say(f"{name}（{id}）：{number} 个对象", f"{name} ({id}): {number} subject{'s' * (number != 1)}")

    def turn(self, matter: str, old: str, new: str, number: int) -> str:
        """One change of an indication."""
        before, after = (self.say(*LABELS["result"][each]) for each in (old, new))
        title = self.titles.of("matters", matter)
        return self.say(f"{title}：{before} → {after}，{number} 个对象", f"{title}: {before} → {after}, {number}")

    def entry(self, id: str, clause: Clause) -> Entry:
        """One measure: how many gain, lose or have it changed, in what, and some of them."""
        rule = self.titles.rule(id)
        fields = [
            Field(self.say(*WAY_WORDS[way]), tuple(self.ways(way, clause))) for way in WAYS if clause.ways[way]
        ]  # fmt: skip
        told = by_number(clause.fields)
        if told:
            lines = [self.change(change, number) for change, number in told[:_FREQUENT]]
            rest = len(told) - _FREQUENT
            lines += [self.say(f"另有 {rest} 种", f"{rest} more")] if rest > 0 else []
            fields.append(Field(self.say("改动", "changes"), tuple(lines)))
        examples = [self.example(each) for way in WAYS for each in clause.examples.get(way, ())]
        fields.append(Field(self.say("例", "examples"), tuple(examples)))
        return Entry(f"{id} {rule.clause} {rule.title}", tuple(fields))

    def ways(self, way: Way, clause: Clause) -> Iterator[str]:
        """How many subjects, and from what to what where that is not plain."""
        yield str(clause.ways[way])
        for (told, old, new), number in sorted(clause.states.items()):
            if told == way and {old, new} != {"issued", "none"} and old != new:
                before, after = self.say(*STATES[old]), self.say(*STATES[new])  # type: ignore[index]
                yield self.say(f"其中 {before} → {after}：{number}", f"of these {before} → {after}: {number}")

    def change(self, change: Change, number: int) -> str:
        """One field with both values."""
        name, old, new = change
        label = self.say(*_NAMES[name])
        if name in DAYS:
            way = self.say("推后", "later") if new == "later" else self.say("提前", "earlier")
            return f"{label} {way}: {number}"
        before, after = self.value(name, json.loads(old)), self.value(name, json.loads(new))
        return f"{label} {before} → {after}: {number}"

    def value(self, name: str, value: Any) -> str:
        """A value in words."""
        if value in (None, [], ""):
            return self.say("（无）", "(none)")
        if isinstance(value, list):
            return self.say("、", ", ").join(self.value(name, each) for each in value)
        if name in _LABELS:
            return self.say(*LABELS[_LABELS[name]][value])
        fields = {"act": "acts", "matters": "matters"}
        return self.titles.of(fields[name], value) if name in fields else str(value)

    def example(self, each: Example) -> str:
        """A subject by its number in the population; identifiers are masked."""
        who = each.subject if each.subject == each.bearer else f"{each.subject} / {each.bearer}"
        inside = ""
        if each.way == "changed":
            parts = (self.both(name, each.old, each.new) for name in each.fields)
            inside = self.say("：", ": ") + self.say("；", "; ").join(parts)
        return f"{self.say(*WAY_WORDS[each.way])} #{each.number} {who}{inside}"

    def both(self, name: str, old: Item, new: Item) -> str:
        """A field of an example with both values."""
        before, after = (self.value(name, side.values[name]) for side in (old, new))
        return f"{self.say(*_NAMES[name])} {before} → {after}"


def by_number(fields: Counter[Change]) -> list[tuple[Change, int]]:
    """What changed of a measure, the most frequent first."""
    return sorted(fields.items(), key=lambda row: (-row[1], row[0]))


def _clause(id: str, clause: Clause, rule: Rule) -> dict[str, Any]:
    return {
        "id": id,
        "pack": rule.pack,
        "clause": rule.clause,
        "title": rule.title,
        "direction": rule.direction,
        "subjects": clause.subjects,
        **{way: clause.ways[way] for way in WAYS},
        "states": [
            {"way": way, "old": old, "new": new, "subjects": number}
            for (way, old, new), number in sorted(clause.states.items())
        ],
        "fields": [{**_change(change), "subjects": number} for change, number in by_number(clause.fields)],
        "examples": [_example(each) for way in WAYS for each in clause.examples.get(way, ())],
    }


def _change(change: Change) -> dict[str, Any]:
    name, old, new = change
    if name in DAYS:
        return {"field": name, "moved": new}
    return {"field": name, "old": json.loads(old), "new": json.loads(new)}


def _example(each: Example) -> dict[str, Any]:
    def side(item: Item) -> dict[str, Any]:
        told = item.values if each.way != "changed" else {name: item.values[name] for name in each.fields}
        return {"state": item.state, **told}

    return {**each._asdict(), "fields": list(each.fields), "old": side(each.old), "new": side(each.new)}
