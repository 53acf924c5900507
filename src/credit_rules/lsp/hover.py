"""What is shown to whoever points at a word: the entry, measure or document that it names, or what its key is for."""

from __future__ import annotations

from collections.abc import Iterator

from ..checks.framework.discover import every_code
from ..diagnostics.diagnostic import Language
from ..pack.model import AdoptedMeasure, Measure
from ..registry.model import Provision
from ..render.labels import LABELS, label
from ..render.language import speaker
from ..render.markdown import escape
from ..source.rows import NamedTuple
from ..source.words import Word, Words
from ..toolbox.code_pages import page_of
from .cards import KINDS, Card, Line, entry_card, period
from .meaning import OF_REGISTRY, Here, Meaning, meaning_at


class Shown(NamedTuple):
    """Markdown, and the word that it is about."""

    text: str
    word: Word


def hover(here: Here, words: Words, line: int, column: int, lang: Language = "zh") -> Shown | None:
    """What to show of the word at a line and column, counted from 1; ``None`` where there is nothing to say."""
    meaning = meaning_at(here, words, line, column)
    if meaning is None:
        return None
    card = _card(here, meaning, lang)
    if card is not None:
        return Shown(written(card), meaning.word)
    said = _labelled(meaning, lang) or meaning.said
    return Shown(escape(said), meaning.word) if said else None


def written(card: Card) -> str:
    """A card as Markdown."""
    lines = [f"**{escape(card.title)}**  ", f"{card.kind} `{card.id}`", ""]
    for one in card.lines:
        if len(one.said) == 1:
            lines.append(f"- {escape(one.label)}: {escape(one.said[0])}")
        elif one.said:
            lines.append(f"- {escape(one.label)}:")
            lines.extend(f"  - {escape(row)}" for row in one.said)
    return "\n".join(lines)


def code_card(code: str, lang: Language) -> str | None:
    """What a code of a check means, as Markdown; ``None`` where there is no such code."""
    if code not in every_code():
        return None
    page = page_of(code, lang)
    return "\n\n".join(
        filter(None, (f"**`{page.id}`** {escape(page.message)}", escape(page.reason), escape(page.hint)))
    )


def _card(here: Here, meaning: Meaning, lang: Language) -> Card | None:
    known, place = here.known, here.place
    if meaning.field in OF_REGISTRY:
        return entry_card(known, meaning.field, meaning.name, place, lang)
    if meaning.field == "printed":
        return _printed(here, meaning, lang)
    if meaning.field in ("measures", "own measures"):
        return _measure(here, meaning.name, lang)
    if meaning.field == "packs":
        return _pack(here, meaning.name, lang)
    if meaning.field == "versions":
        return entry_card(known, "instruments", meaning.name, place, lang)
    return _article(here, meaning, lang) if meaning.field == "articles" else None


def _labelled(meaning: Meaning, lang: Language) -> str:
    """The words for a code of a closed set, with what its key is for."""
    key = str(meaning.word.step)
    if meaning.word.is_key or meaning.word.text not in LABELS.get(key, {}):
        return ""
    return f"{meaning.word.text}: {label(key, meaning.word.text, lang)}\n\n{meaning.said}"


def _printed(here: Here, meaning: Meaning, lang: Language) -> Card | None:
    """The department that a printed name means in a text of the place, and the level (S24)."""
    card = entry_card(here.known, "departments", meaning.name, here.place, lang)
    if card is None:
        return None
    say = speaker(lang)
    registry = here.known.registry
    _, level = registry.printed_department(
        meaning.word.text, here.place, (meaning.word.around[-1] or {}).get("function")
    )
    place = here.known.title("places", here.place)
    means = Line(say(f"“{meaning.word.text}”", f"“{meaning.word.text}”"), (f"{place}: {label('level', level, lang)}",))
    return card._replace(lines=(means, *card.lines))


def _measure(here: Here, name: str, lang: Language) -> Card | None:
    found = here.known.measures.get(name)
    if found is None:
        return None
    say = speaker(lang)
    measure, head = found.measure, found.loaded.pack.memorandum

    def lines() -> Iterator[Line]:
        yield Line(say("条款", "clause"), (f"{head.document_no or head.title} {measure.clause}",))
        if isinstance(measure, AdoptedMeasure):
            yield Line(say("沿用", "adopts"), (measure.adopts,))
            return
        force = measure.force or found.loaded.pack.defaults.force
        yield Line(say("措施行为", "act"), (f"{here.known.title('acts', measure.act)} {measure.act}",))
        if force:
            yield Line(say("强制力", "force"), (label("force", force, lang),))
        if measure.wording:
            yield Line(say("用语", "wording"), (measure.wording,))
        if measure.from_ is not None or measure.until is not None:
            yield Line(say("适用期间", "applies"), (period(measure.from_, measure.until, say),))

    title = here.known.title("acts", measure.act) if isinstance(measure, Measure) else measure.id
    return Card(title, say("措施", "measure"), name, tuple(lines()))


def _pack(here: Here, name: str, lang: Language) -> Card | None:
    loaded = here.known.packs_by_id.get(name)
    if loaded is None:
        return None
    say, head = speaker(lang), loaded.pack.memorandum
    lines = [
        Line(say("位阶", "rank"), (label("rank", head.rank, lang),)),
        Line(say("地区", "place"), (here.known.title("places", head.place),)),
        Line(say("适用期间", "applies"), (period(head.from_, head.until, say),)),
        Line(say("措施", "measures"), (str(len(loaded.pack.measures)),)),
    ]
    if head.document_no:
        lines.insert(0, Line(say("文号", "number"), (head.document_no,)))
    return Card(head.title, say("规则包", "pack"), name, tuple(lines))


def _article(here: Here, meaning: Meaning, lang: Language) -> Card | None:
    """What an article was read to provide (``provisions``), with its instrument."""
    say = speaker(lang)
    known = here.known
    instrument = known.registry.instruments.get(meaning.name)
    if instrument is None:
        return None
    rows = [row for row in known.registry.provisions.values() if row.instrument == instrument.id]
    found = [row for row in rows if row.article == meaning.word.text]
    unread = Line(say("条文", "article"), (say("未登记这一条规定什么", "what it provides is not registered"),))
    lines = [Line(row.title, tuple(_provided(here, row, lang))) for row in found] or [unread]
    return Card(f"《{instrument.title}》{meaning.word.text}", say(*KINDS["instruments"]), instrument.id, tuple(lines))


def _provided(here: Here, row: Provision, lang: Language) -> Iterator[str]:
    say = speaker(lang)
    for act in row.acts:
        yield f"{here.known.title('acts', act)} {act}"
    if row.force:
        yield label("force", row.force, lang)
    if row.longest is not None or row.for_life:
        yield say("最长 ", "at most ") + (say("终身", "for life") if row.longest is None else str(row.longest))
    if row.from_ is not None or row.until is not None:
        yield period(row.from_, row.until, say)
