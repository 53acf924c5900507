"""What every part of a page needs: the language, the registry's titles and whom it may name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ..diagnostics.diagnostic import Language
from ..source.rows import NamedTuple
from .labels import LABELS, label
from .language import Say, speaker
from .people import NOBODY, People

Titles = Callable[[str, str], str]
"""``(field, id)`` to the Chinese title: ``lists``, ``acts``, ``matters``, ``roles``, ``departments``, ``places``,
``measures``; an id without a title gives itself."""


def no_titles(field: str, identifier: str) -> str:
    """Where no registry is at hand every id stands for itself."""
    return identifier


class View(NamedTuple):
    """How to show things to a reader."""

    lang: Language = "zh"
    titles: Titles = no_titles
    people: People = NOBODY

    @property
    def say(self) -> Say:
        """Chooses between the Chinese and the English sentence."""
        return speaker(self.lang)

    def label(self, of: str, code: str) -> str:
        """The words for a code of a closed set."""
        return label(of, code, self.lang)

    def title(self, field: str, identifier: str) -> str:
        """The title with the id behind it, or the id alone where it has no title."""
        title = self.titles(field, identifier)
        return identifier if title == identifier else f"{title}{self.aside(identifier)}"

    def named(self, identifier: str) -> str:
        """The name of a bearer or subject, where the case has one, and its number as a person may see it."""
        name, shown = self.people.names.get(identifier), self.people.shown(identifier)
        return f"{self.free(name)}{self.aside(shown)}" if name else shown

    def aside(self, text: str | None) -> str:
        """The text in brackets, nothing for none."""
        return self.say(f"（{text}）", f" ({text})") if text else ""

    def roles(self, roles: Iterable[str]) -> str:
        """What a bearer is to the listed unit."""
        known = LABELS["bearer"]
        return self.join(self.label("bearer", r) if r in known else self.titles("roles", r) for r in roles)

    def join(self, parts: Iterable[object]) -> str:
        """The parts that say something, one after the other; ``None``, ``False`` and empty text are left out."""
        return self.say("，", ", ").join(str(part) for part in parts if part)

    def free(self, text: str) -> str:
        """A sentence that the engine wrote or words of the case, without identity numbers of persons."""
        return self.people.without_numbers(text)

    def period(self, from_: date | None, until: date | None) -> str:
        """A half-open period in words: the last day named is the first without effect."""
        begin = self.say("尚未开始", "not begun") if from_ is None else self.say(f"{from_} 起", f"from {from_}")
        if until is None:
            return self.join((begin, self.say("无确定的截止日", "no fixed end")))
        return self.join((begin, self.say(f"至 {until} 失效（当日不含）", f"no longer on and after {until}")))
