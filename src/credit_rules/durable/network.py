"""One network of durable-rules: definitions, one state that is used again and again, facts asserted and retracted.

Fences (record 0021): one host to a prepared plan and no timers of its own; one state; ids from a fixed set; whole
numbers only; matches only noted; the state looked at after every change; nothing larger than the library takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from .copies import Copies
from .definitions import ZERO, Definition, as_rule
from .facts import PAGE, PAGED, Fact
from .host import assert_facts, give_back, register, retract_facts
from .limits import expect_within_limits, in_sets
from .refusals import Refusal

MOST_FACTS = 60_000
"""Facts of one network at a time. Ids are told apart by a 32-bit hash; those of the fixed set have different ones."""
_ANY = "any"
"""A definition that every fact meets, since a fact that meets none would be refused, and that never fires."""
_NEVER = 65_535
"""How many facts it waits for, which is the most that can be said: more than there ever are."""
_BELL = "bell"
"""A definition that is met once, before the state is given back."""
Frames = dict[tuple[str, ...], tuple[Any, ...]]
"""The facts of each match, in the order of the patterns, by their ids."""


class Unsound(RuntimeError):
    """The library said something that it never should; the network is not to be used again."""


class Network:
    """Definitions dealt out over rulesets of one host.

    Facts belong to layers, so that a layer can be replaced while the others stay. Not safe for threads: the evaluator
    holds a lock.
    """

    def __init__(self, name: str, definitions: Iterable[Definition]):
        self.rulesets = [_Ruleset(f"{name}-{number}", part) for number, part in enumerate(in_sets(definitions))]
        self._layers: dict[int, frozenset[Fact]] = {}

    def register(self, host: Any) -> None:
        """Hand the definitions over."""
        for ruleset in self.rulesets:
            ruleset.register(host)

    def set_layer(self, layer: int, facts: Iterable[Fact]) -> None:
        """Let a layer hold these facts: retract what went, assert what came. No two layers hold the same fact."""
        now = frozenset(facts)
        before = self._layers.get(layer, frozenset())
        self._layers[layer] = now
        for ruleset in self.rulesets:
            ruleset.retract(before - now)
            ruleset.add(now - before)

    def matched(self) -> Iterable[tuple[str, Iterable[tuple[Any, ...]]]]:
        """Every definition that matched, with its matches."""
        return ((name, frames.values()) for ruleset in self.rulesets for name, frames in ruleset.matches.items())

    def clear(self) -> None:
        """Retract everything."""
        self._layers.clear()
        for ruleset in self.rulesets:
            ruleset.clear()

    def close(self) -> None:
        """Give the memory back, which the library does not do by itself."""
        for ruleset in self.rulesets:
            ruleset.close()


class _Ruleset:
    """Definitions of one ruleset, its facts by id, and what they matched."""

    def __init__(self, name: str, definitions: Sequence[Definition]):
        self.name = name
        self.copies = Copies()
        self.definitions = [self.copies.deal(definition) for definition in definitions]
        expect_within_limits(self.definitions)
        self._aliases = {it.name: [part.alias for part in it.patterns] for it in self.definitions}
        self.matches: dict[str, Frames] = {}
        self._host: Any = None
        self._facts: dict[str, Fact] = {}
        self._ids: dict[Fact, list[str]] = {}
        self._free: list[str] = []
        self._given = 0

    def register(self, host: Any) -> None:
        rules: dict[str, Any] = {
            definition.name: {**as_rule(definition), "run": _nothing} for definition in self.definitions
        }
        rules[_ANY] = {"all": [{"any": {"$gte": {"k": 0}}}], "count": _NEVER, "run": _nothing}
        rules[_BELL] = {"all": [{"bell": {"k": -1}}], "run": _nothing}
        register(host, self.name, rules)
        self._host = host

    def add(self, facts: Iterable[Fact]) -> None:
        messages = [message for fact in facts for message in self._messages(fact)]
        if not messages:
            return
        for name, found in assert_facts(self._host, self.name, messages):
            aliases = self._aliases.get(name)
            if aliases is not None:
                frames = self.matches.setdefault(name, {})
                for match in found:
                    ids = tuple([match[alias]["id"] for alias in aliases])
                    frames[ids] = tuple([self._facts[id] for id in ids])
        self._expect_sound()

    def _messages(self, fact: Fact) -> Iterable[dict[str, int | str]]:
        copies = self.copies.of(fact)
        if not copies:
            return
        if {*map(type, fact)} != {int}:
            raise TypeError(f"whole numbers only: {fact}")
        ids = self._ids[fact] = [self._id() for _ in range(copies)]
        row: dict[str, int | str] = dict(zip(fact._fields, fact, strict=True))
        for page, place in _PAGED[type(fact)]:
            row[page] = fact[place] // PAGE
        for copy, id in enumerate(ids):
            self._facts[id] = fact
            yield {**row, "copy": copy, ZERO: 0, "id": id}

    def _id(self) -> str:
        if self._free:
            return self._free.pop()
        if self._given == MOST_FACTS:
            raise Refusal("evaluator-case-too-large", most=str(MOST_FACTS))
        self._given += 1
        return f"f{self._given}"

    def retract(self, facts: Iterable[Fact]) -> None:
        gone = [id for fact in facts for id in self._ids.pop(fact, ())]
        if not gone:
            return
        retract_facts(self._host, self.name, gone)
        self._expect_sound()
        lost = set(gone)
        for frames in self.matches.values():
            for ids in [ids for ids in frames if not lost.isdisjoint(ids)]:
                del frames[ids]
        for id in gone:
            del self._facts[id]
        self._free.extend(reversed(gone))

    def clear(self) -> None:
        self.matches.clear()
        self._ids.clear()
        if self._facts:
            retract_facts(self._host, self.name, self._facts)
            self._expect_sound()
        self._free.extend(reversed(self._facts))
        self._facts.clear()

    def _expect_sound(self) -> None:
        """An exception in an action would be swallowed into the state: look there."""
        state = self._host.get_state(self.name)
        if "exception" in state:
            raise Unsound(state["exception"])

    def close(self) -> None:
        if self._host is not None:
            for _ in assert_facts(self._host, self.name, [{"id": _BELL, "k": -1}]):
                pass
            give_back(self._host, self.name)
            self._host = None


_PAGED = {
    kind: tuple((f"{name}_page", place) for place, name in enumerate(kind._fields) if name in PAGED)
    for kind in get_args(Fact)
}
"""The pages that are sent with each kind of facts, and the place of what they are pages of."""


def _nothing(context: Any) -> None:
    """The action of the definitions that say nothing."""
