"""A folder for a new document: a draft pack with one example measure, two cases, and a README to fill in."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from ..checks.direction_against_effect import BENEFITS
from ..checks.framework.run import run_checks
from ..checks.rating_triggers_nothing import CHECK as RATING
from ..diagnostics.diagnostic import Diagnostic, InputError, Language, has_errors
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..diagnostics.span import Span
from ..engine.load import read_registry
from ..pack.condition import OnList
from ..pack.loaded import LoadedPack
from ..pack.model import Clause, Defaults, Measure, Memorandum, Pack, Source
from ..pack.write import write_pack
from ..registry.model import Act, ListEntry
from ..registry.pack_names import check_pack_names
from ..registry.places import NATIONWIDE, contains, is_place_code
from ..registry.registry import Registry
from ..registry.schema_parts import ID_PATTERN
from ..source.binding import bind
from ..source.files import read_text
from ..source.tree import CASES, PACK, tree_of
from ..source.values import Rank
from .new_memorandum_text import cases_text, readme_text, remarks_on, words

README = "README.md"
EXAMPLES = ("key-supervision", "open-green-channel")
"""Acts that make a good example, where the registry has them: one that punishes, one that rewards."""
UNDATED = date(2024, 6, 3)
"""The day of the example cases where the document prints no day of its own."""


class Wanted(NamedTuple):
    """What the author knows of the document before reading it twice; ``from_`` ``None``: it prints no day."""

    id: str
    title: str
    place: str
    list: str
    document_no: str | None = None
    rank: Rank = "normative-document"
    from_: date | None = None


def new_memorandum(wanted: Wanted, folder: Path, schemas: str | None, lang: Language) -> dict[str, str]:
    """The files of the folder by name; as they stand they pass ``check``, as a draft.

    ``schemas`` is the path of the folder of schemas from ``folder``, named in the files for editors; ``None``: none
    is named. :class:`InputError` where the place or the list is not in the registry that goes with the folder, or the
    id is none.
    """
    registry, _, wrong = read_registry(tree_of([folder]))
    found = (*wrong, *_findings(wanted, registry))
    if has_errors(found):
        raise InputError(found)
    entry = registry.lists[wanted.list]
    pack = _pack(wanted, entry, _act(entry, registry), lang)
    head = [f"yaml-language-server: $schema={schemas}/pack.schema.json"] if schemas else []
    text = write_pack(pack, remarks_on(wanted.document_no or wanted.title, head, lang))
    _expect_clean(text, folder / PACK, registry)
    start = wanted.from_ if wanted.from_ and 1900 <= wanted.from_.year <= 2200 else UNDATED
    day = start + timedelta(days=60)
    confirmed = any(
        row.confirmation_required is not None and contains(row.place, wanted.place)
        for row in registry.procedures.values()
    )
    region = "110000" if wanted.place == NATIONWIDE else wanted.place
    cases = cases_text(entry, day, region, schemas, confirmed=confirmed, lang=lang)
    return {PACK: text, CASES: cases, README: readme_text(wanted.title, wanted.document_no, lang)}


def _findings(wanted: Wanted, registry: Registry) -> list[Diagnostic]:
    """What is wrong with the call, at the option that says it."""
    found = []
    if not re.match(ID_PATTERN, wanted.id):
        found.append(Diagnostic("id-not-kebab-case", Span("--id"), values={"found": shown(wanted.id)}))
    places, lists = registry.titles["places"], registry.titles["lists"]
    if not is_place_code(wanted.place):
        found.append(Diagnostic("not-a-place-code", Span("--place"), values={"found": shown(wanted.place)}))
    elif wanted.place not in places and wanted.place != NATIONWIDE:
        near = nearest(wanted.place, places) or ""
        found.append(Diagnostic("unknown-place", Span("--place"), values={"found": wanted.place, "nearest": near}))
    if wanted.list not in lists:
        titled = next((id for id, title in lists.items() if title == wanted.list), None)
        values = {"found": shown(wanted.list), "nearest": titled or nearest(wanted.list, lists) or ""}
        found.append(Diagnostic("unknown-list", Span("--list"), values=values))
    elif registry.lists[wanted.list].class_ == "rating":
        found.append(Diagnostic(RATING.codes[0].id, Span("--list"), values={"found": wanted.list}))
    return found


def _act(entry: ListEntry, registry: Registry) -> Act:
    """An act that fits the list: a benefit for a red one, else supervision, which no law reserves to itself."""
    rewards = entry.class_ == "red"
    fitting = [act for act in registry.acts.values() if (act.effect in BENEFITS) == rewards]
    if not fitting:
        raise InputError([Diagnostic("unknown-act", Span("registry"), values={"found": EXAMPLES[rewards]})])
    return min(fitting, key=lambda act: (act.id not in EXAMPLES, act.impact == "reduces-right", act.id))


def _pack(wanted: Wanted, entry: ListEntry, act: Act, lang: Language) -> Pack:
    rewards = entry.class_ == "red"
    to_do = words("to-do", lang)
    return Pack(
        format=1,
        memorandum=Memorandum(
            id=wanted.id,
            title=wanted.title,
            document_no=wanted.document_no,
            rank=wanted.rank,
            place=wanted.place,
            from_=wanted.from_ or "unknown",
            status="draft",
            source=Source(provenance="unverified", file=to_do),
        ),
        triggered_by=OnList(on_list=(entry.id,)),
        defaults=Defaults(force="recommended" if rewards else "mandatory"),
        clauses=(Clause(clause="一", heading=to_do),),
        measures=(
            Measure(
                id="example",
                clause="一",
                act=act.id,
                direction="incentive" if rewards else "punishment",
                wording="可以" if rewards else "应当",
                bearers=("subject",),
                departments="none-printed",
                basis="none-cited",
            ),
        ),
    )


def _expect_clean(text: str, file: Path, registry: Registry) -> None:
    """The pack as its author will check it: nothing is written that would not pass."""
    node, found = read_text(text, str(file), "yaml")
    assert node is not None, found
    pack, wrong = bind(Pack, node)
    found = (*found, *wrong)
    if pack is not None:
        found = (*found, *check_pack_names(pack, node, registry))
        found = (*found, *run_checks([LoadedPack(pack, node, "")], registry))
    if has_errors(found):
        raise InputError(found)
