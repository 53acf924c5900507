"""An entry of the registry as fields with links: all that its author wrote, nothing left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ...diagnostics.diagnostic import Language
from ...pack.base import Citation, PackModel
from ...pack.condition import All, Any_, Count, Exists, Fact, Not, OnList
from ...pack.period import Period
from ...plan.lower import Lowering
from ...registry.entry import Entry as RegistryEntry
from ...registry.registry import Registry
from ...render.language import Say, speaker
from .addresses import Addresses
from .field_titles import field_title
from .page import Field, Line, Link, Part, line, listed
from .words import code_label, field_label, interval, period_words

_REFERS = {
    "acts": "acts", "lists": "lists", "list": "lists", "matters": "matters", "parent": "matters", "roles": "roles",
    "listed_as": "measure_classes", "instrument": "instruments", "repealed_by": "instruments", "part_of": "departments",
    "place": "places", "renumbered_to": "places", "determined_by": "departments", "through": "departments",
    "owed_by": "departments", "to": "departments",
}  # fmt: skip
"""The registry in which the values of a field stand, where they stand in one."""
_FIELDS_OF_LISTS = ("field", "fields", "special_for")
_CONDITIONS = (All, Any_, Not, Fact, OnList, Count, Exists)
_APART = ("title", "from_", "until")
"""What a page tells in another place or as one."""
_LAST = ("title_en", "provenance", "source", "note")
"""What comes after all that is an entry's own."""


class EntryWords:
    """Says what entries hold in one language, with links to what they name."""

    def __init__(self, registry: Registry, addresses: Addresses, lang: Language):
        self.registry = registry
        self.addresses = addresses
        self.lang = lang
        self.say: Say = speaker(lang)

    def fields(self, entry: RegistryEntry, *, without: Iterable[str] = ()) -> tuple[Field, ...]:
        """Every field of the entry that says something; ``without`` are those that its page tells otherwise."""
        names = [name for name in type(entry).model_fields if name not in (*_APART, *_LAST, *without)]
        found = []
        for name in (*names, *_LAST):
            lines = tuple(self.lines(name.rstrip("_"), getattr(entry, name)))
            if lines:
                found.append(Field(field_label(name.rstrip("_"), self.say), lines))
        if entry.from_ is not None or entry.until is not None:
            found.insert(
                1, Field(self.say("适用期间", "applies"), (line(interval(entry.from_, entry.until, self.say)),))
            )
        return tuple(found)

    def lines(self, name: str, value: Any) -> Iterator[Line]:
        """A value as lines: names of one kind beside each other, what has parts under each other."""
        if value in (None, (), {}, False):
            return
        if isinstance(value, tuple) and not isinstance(value, Period):
            if any(isinstance(each, PackModel) for each in value):
                yield from (self.line(name, each) for each in value)
            else:
                yield listed((self.part(name, each) for each in value), self.say("、", ", "))
        elif isinstance(value, dict):
            between = self.say("：", ": ")
            yield from (line(self._key(name, key), between, self.part(name, each)) for key, each in value.items())
        else:
            yield self.line(name, value)

    def line(self, name: str, value: Any) -> Line:
        """One value on a line."""
        if isinstance(value, Citation):
            return self.citation(value)
        if isinstance(value, _CONDITIONS):
            lowering = Lowering(self.registry)
            return line(lowering.found[lowering.lower(value)].text)
        if isinstance(value, PackModel):
            return self._row(value)
        return line(self.part(name, value))

    def part(self, name: str, value: Any) -> Part:
        """A value that is one word: a name with its link, a code or a period in words, or the text as it is."""
        say = self.say
        if value is True:
            return say("是", "yes")
        if isinstance(value, Period):
            return period_words(value, say)
        if isinstance(value, int | date):
            return str(value)
        if name == "to" and value == "subject":
            return code_label("to", value, say)
        if name in _REFERS and value in getattr(self.registry, _REFERS[name]):
            return self.addresses.entry(_REFERS[name], value)
        if name in _FIELDS_OF_LISTS:
            return self.field(value)
        if name == "kinds" and value in self.registry.kinds:
            return self.addresses.entry("kinds", value)
        if value == "none-cited":
            return say("原文未引用法律依据", "the text cites no legal basis")
        if value in ("none", "open") and name in ("least", "otherwise", "term"):
            return say("没有规定", "none") if value == "none" else say("没有确定的期限", "no fixed term")
        return code_label(name, value, say)

    def field(self, field: str) -> Part:
        """A field of lists with its link; those that no list has are told by their name alone."""
        title = field_title(field, self.lang)
        return Link(title, self.addresses.path("fields", field)) if field in self.registry.list_fields else title

    def citation(self, cited: Citation) -> Line:
        """An article with its instrument; how it was read, where that was not in its own text (S22a)."""
        say = self.say
        instrument = self.registry.instruments.get(cited.instrument)
        title = instrument.title if instrument else cited.instrument
        told = (
            Link(f"《{title}》", self.addresses.path("instruments", cited.instrument)) if instrument else f"《{title}》"
        )
        version = cited.version and say(f"{cited.version} 版本", f"version {cited.version}")
        details = [each for each in (version, code_label("provenance", cited.provenance, say)) if each]
        return line(told, say("", " "), cited.article, say("（", " ("), say("，", ", ").join(details), say("）", ")"))

    def _row(self, value: PackModel) -> Line:
        """What has parts of its own: each with its label, one after the other."""
        say = self.say
        parts: list[Part] = []
        under: list[Line] = []
        said = {name: getattr(value, name) for name in type(value).model_fields}
        if "from_" in said and (said["from_"] or said.get("until")):
            parts.append(interval(said.pop("from_"), said.pop("until", None), say))
        for name, each in said.items():
            lines = list(self.lines(name.rstrip("_"), each))
            if not lines:
                continue
            label = f"{field_label(name.rstrip('_'), say)}{say('：', ': ')}"
            if len(lines) > 1 or lines[0].under:
                under.append(line(label, under=lines))
                continue
            parts.extend((say("；", "; ") if parts else "", label, *lines[0].parts))
        return line(*parts, under=under)

    def _key(self, name: str, key: str) -> str:
        if name in ("least", "longest"):
            return code_label("tier", key, self.say)
        return field_title(key, self.lang) if name in _FIELDS_OF_LISTS else key
