"""What a word of a file means: a key, or the name of an entry, a department, a measure, an article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path as FilePath

from ..registry.places import NATIONWIDE, is_place_code
from ..source.node import Path
from ..source.pack_files import FileKind, kind_of
from ..source.rows import NamedTuple
from ..source.tree import PACK
from ..source.words import Keys, Word, Words
from .known import Known
from .spots import Spot, spots

OF_REGISTRY = {
    "acts", "departments", "facts", "instruments", "kinds", "lists", "matters", "measure_classes", "places", "reforms",
    "roles",
}  # fmt: skip
"""Fields of the registry that words may name."""


class Meaning(NamedTuple):
    """What a word names: an entry of a ``field`` of the registry, or a measure, pack, file, version or article.

    ``name`` is the id to look for: of the department that a printed name means, ``pack/measure`` of a measure, the
    instrument of a version or article. ``said`` is what the schema says of its key.
    """

    word: Word
    field: str
    name: str
    said: str


class Here(NamedTuple):
    """A file that somebody looks at."""

    known: Known
    file: FilePath

    @property
    def kind(self) -> FileKind | None:
        """What the file holds."""
        return kind_of(self.file)

    @property
    def place(self) -> str:
        """The place of the document that the file belongs to; nationwide where nobody knows."""
        loaded = self.known.pack_around(self.file)
        place = NATIONWIDE if loaded is None else loaded.pack.memorandum.place
        return place if is_place_code(place) else NATIONWIDE

    def spots(self, path: Path, around: Sequence[Keys]) -> tuple[Spot, ...]:
        """What may stand at a path of the file."""
        if self.kind is None:
            return ()
        root = "" if self.kind != "pack" else "Pack" if self.file.name == PACK else "Section"
        return spots(self.known.schema(self.kind), path, around, root)

    def own_measure(self, name: str) -> str:
        """A measure as ``pack/measure``; one without a pack is of the pack that the file belongs to."""
        loaded = self.known.pack_around(self.file)
        return name if "/" in name or loaded is None else f"{loaded.pack.memorandum.id}/{name}"


def meaning_at(here: Here, words: Words, line: int, column: int) -> Meaning | None:
    """What the word at a place means, counted from 1; of a key, what the schema says of it."""
    word = words.at(line, column)
    if word is None:
        return None
    around = word.around
    if word.is_key:
        said = next((spot.said for spot in here.spots(word.path, around) if spot.said), "")
        return Meaning(word, "", word.text, said)
    found = here.spots(word.path, around)
    said = next((spot.said for spot in found if spot.said), "")
    beside = next((keys for keys in reversed(around) if keys), {})
    if word.step == "id" and len(word.path) == 3 and here.kind == "registry":
        field = str(word.path[0])
        name = f"{beside.get('on')}.{word.text}" if field == "facts" else word.text
        return Meaning(word, field if field in OF_REGISTRY else "", name, said)
    for spot in found:
        if spot.field:
            name = _name(here, spot.field, word.text, beside)
            if name:
                return Meaning(word, spot.field, name, said)
    return Meaning(word, "", word.text, said)


def _name(here: Here, field: str, text: str, beside: Keys) -> str:
    """The id that a word of a field stands for; empty where it stands for none."""
    known = here.known
    if field in OF_REGISTRY:
        return text if known.entry(field, text) is not None else ""
    if field == "printed":
        try:
            department, _ = known.registry.printed_department(text, here.place, beside.get("function"))
        except KeyError:
            return ""
        return department.id
    if field in ("measures", "own measures"):
        name = here.own_measure(text)
        return name if name in known.measures else ""
    if field in ("versions", "articles"):
        instrument = beside.get("instrument") or ""
        return instrument if instrument in known.registry.instruments else ""
    return text
