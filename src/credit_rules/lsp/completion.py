"""What may be written at a place: keys, words, and the names of entries with their Chinese titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from ..checks.framework.discover import every_code
from ..checks.framework.suppression import OWN
from ..diagnostics.diagnostic import Language
from ..pack.condition import FORMS
from ..pack.write import quoted
from ..render.labels import LABELS
from ..source.gap import Gap, gap_at
from ..source.rows import NamedTuple
from ..source.tree import parts_of
from ..toolbox.code_pages import every_page
from .meaning import OF_REGISTRY, Here
from .spots import Spot

MOST = 500
"""How many offers are given at once; more are told as incomplete."""
_ALLOW = re.compile(r"#\s*allow\s*[:：]\s*(?:[\w-]+\s*[,，、]\s*)*([\w-]*)$", re.IGNORECASE)


class Offer(NamedTuple):
    """Something that may be written: what is shown, what stands beside it, and the text that is put in.

    ``field`` is that of the registry whose entry it names, ``needed`` says that the key must be there.
    """

    label: str
    detail: str
    text: str
    kind: Literal["key", "word", "entry", "code"]
    field: str = ""
    needed: bool = False


class Offers(NamedTuple):
    """Offers in order, and the columns of the word that they replace; ``typed`` is what stands before the cursor."""

    offers: tuple[Offer, ...]
    start: int
    end: int
    typed: str
    more: bool


def complete(here: Here, text: str, line: int, column: int, lang: Language = "zh") -> Offers | None:
    """What may be written at a line and column, counted from 1; ``None`` where nothing is known of the place."""
    left = text.split("\n")[line - 1][: column - 1] if line <= text.count("\n") + 1 else ""
    remark = _ALLOW.search(left)
    if remark is not None:
        typed = remark[1]
        return _chosen(_codes(lang), typed, column - len(typed), column)
    gap = gap_at(text, line, column)
    if gap is None:
        return None
    found = here.spots(gap.path, gap.around)
    offers: list[Offer] = []
    if gap.is_key:
        offers.extend(_keys(found, gap))
    else:
        beside = next((keys for keys in reversed(gap.around) if keys), {})
        for spot in found:
            offers.extend(_words(here, spot, beside.get("fact") or "", beside.get("instrument") or "", gap, lang))
        if gap.alone and not gap.quote:
            offers.extend(_keys(found, gap._replace(around=(*gap.around, {}))))
    return _chosen(offers, gap.typed, gap.start, gap.end)


def _chosen(offers: Iterable[Offer], typed: str, start: int, end: int) -> Offers:
    """Each once, those that what was typed can be a part of: its letters, in their order, in id or title."""
    letters = re.compile(".*?".join(re.escape(letter) for letter in typed), re.IGNORECASE)
    first: dict[str, Offer] = {}
    for one in offers:
        first.setdefault(one.label, one)
    fit = [one for one in first.values() if letters.search(f"{one.label} {one.detail}")]
    fit.sort(key=lambda one: not one.label.startswith(typed))
    return Offers(tuple(fit[:MOST]), start, end, typed, len(fit) > MOST or not typed.isascii())


def _keys(found: Iterable[Spot], gap: Gap) -> Iterator[Offer]:
    """The keys that are not there yet, those that must be first; of a condition without one, what tells its form."""
    written = gap.around[-1] if gap.around else {}
    offers = []
    for spot in found:
        required = set(spot.schema.get("required", ()))
        new_condition = not written and required & set(FORMS)
        for key, schema in spot.keys.items():
            if key not in written and (key in required or not new_condition):
                text = key if gap.colon or gap.quote else f"{key}: "
                offers.append(Offer(key, schema.get("description", ""), text, "key", needed=key in required))
    yield from sorted(offers, key=lambda one: not one.needed)


def _words(here: Here, spot: Spot, fact: str, instrument: str, gap: Gap, lang: Language) -> Iterator[Offer]:
    if spot.field == "bounds":
        words = _bounds(here, fact) if spot.schema.get("type") in ("boolean", "string") else {}
    else:
        words = _named(here, spot.field, instrument, gap) if spot.field else {}
    for word, title in (words or _labelled(spot, lang)).items():
        text = word if gap.quote or word in ("true", "false", "1") else quoted(word)
        if spot.field in ("places", "articles") and not gap.quote:
            text = f'"{word}"'  # as authors write them
        field = spot.field if spot.field in OF_REGISTRY else ""
        yield Offer(word, title, text, "entry" if spot.field else "word", field)


def _labelled(spot: Spot, lang: Language) -> dict[str, str]:
    """The words of a closed set, with what each is called."""
    sets = LABELS.get("kind" if spot.definition == "kinds" else spot.key, {})
    return {word: title or sets.get(word, ("", ""))[lang == "en"] for word, title in spot.words().items()}


def _bounds(here: Here, name: str) -> dict[str, str]:
    fact = here.known.registry.facts.get(name)
    if fact is None:
        return {}
    return dict.fromkeys(("true", "false") if fact.type == "boolean" else fact.choices, fact.title)


def _named(here: Here, field: str, instrument: str, gap: Gap) -> dict[str, str]:
    """The names of a field with their titles."""
    known = here.known
    if field == "kinds":
        return {}
    if field == "facts":
        return _facts(here, gap)
    if field == "printed":
        return {one.name: one.department.title for one in known.printed_names(here.place)}
    if field == "packs":
        return {name: loaded.pack.memorandum.title for name, loaded in sorted(known.packs_by_id.items())}
    if field in ("measures", "own measures"):
        return _measures(here, own=field == "own measures")
    if field == "files":
        written = gap.around[-1] if gap.around else {}
        return {part.name: "" for part in parts_of(here.file) if part.name not in written}
    entry = known.registry.instruments.get(instrument)
    if field == "versions":
        return {} if entry is None else {row.version: entry.title for row in reversed(entry.versions)}
    if field == "articles":
        rows = (row for row in known.registry.provisions.values() if row.instrument == instrument)
        return {row.article: row.title for row in rows}
    return {name: one.title for name, one in sorted(getattr(known.registry, field).items())}


def _facts(here: Here, gap: Gap) -> dict[str, str]:
    """The facts that may be asked at the place: of a record under its list, of a relation under its role (S16)."""
    scope = "record" if here.kind == "registry" else ""
    for depth, step in enumerate(gap.path):
        keys = gap.around[depth] if depth < len(gap.around) else {}
        if step == "where":
            scope = "relation" if "exists" in keys else "record"
        elif step == "when" and "roles" in keys:
            scope = "relation"
    order = [scope, "subject", "context"] if here.kind != "registry" else ["record"]
    facts = [entry for entry in here.known.registry.facts.values() if entry.on in order]
    return {f"{entry.on}.{entry.id}": entry.title for entry in sorted(facts, key=lambda entry: order.index(entry.on))}


def _measures(here: Here, *, own: bool) -> dict[str, str]:
    """Measures of the own pack by their id; else those of other packs, of the ones that it restates first."""
    known, loaded = here.known, here.known.pack_around(here.file)
    head = None if loaded is None else loaded.pack.memorandum
    if own:
        mine = (one.measure for one in known.measures.values() if head and one.loaded.pack.memorandum.id == head.id)
        return {measure.id: measure.clause for measure in mine}
    others = [
        (name, one) for name, one in known.measures.items() if head is None or one.loaded.pack.memorandum.id != head.id
    ]
    restated = set() if head is None else set(head.restates)
    others.sort(key=lambda item: item[1].loaded.pack.memorandum.id not in restated)
    return {name: f"{one.measure.clause} {one.loaded.pack.memorandum.title}" for name, one in others}


def _codes(lang: Language) -> Iterator[Offer]:
    """The codes that a remark may allow."""
    for name, (_, code) in sorted(every_code().items()):
        if code.allowable and not name.startswith(OWN):
            yield Offer(name, _messages(lang)[name], name, "code")


@cache
def _messages(lang: Language) -> dict[str, str]:
    return {page.id: page.message for page in every_page(lang)}
