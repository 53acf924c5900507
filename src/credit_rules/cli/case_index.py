"""Where in a file of cases each subject stands, so that two files can be walked side by side in little memory.

Of the old file only a digest of each subject's identifier and the place of its line are held, some 160 bytes a subject;
the line itself is read again when the new file comes to that subject.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from .failure import Failure, failure_of_file
from .inputs import STANDARD_INPUT
from .population import LINE_END, cases_in, is_document

if TYPE_CHECKING:
    from ..toolbox.changes_tally import Pair
    from ..toolbox.impact_cases import Numbered, Wrong


class CaseIndex:
    """The cases of a file by subject. ``twice`` are second cases of a subject, ``unkeyed`` those that name none."""

    def __init__(self, path: str):
        self.path = path
        self.twice: list[Wrong] = []
        self.unkeyed: list[int] = []
        self._place: dict[bytes, int] = {}
        self._numbers = array("Q")
        self._starts = array("Q")
        self._cases: list[Numbered] = []
        self._taken = bytearray()
        if is_document(path):
            self._cases = list(cases_in(path))
            for place, case in enumerate(self._cases):
                self._add(case.number, place, case.data)
        else:
            for number, start, line in _lines(path):
                self._add(number, start, line)
        self._file: Any = None

    def take(self, key: bytes) -> Numbered | None:
        """The case of a subject, which is taken then; ``None`` where there is none, or none any more."""
        place = self._place.get(key)
        if place is None or self._taken[place]:
            return None
        self._taken[place] = 1
        return self._case(place)

    def rest(self) -> Iterator[Numbered]:
        """Every case that was not taken, in the order of the file, those that name no subject among them."""
        left = [place for place, taken in enumerate(self._taken) if not taken]
        return (self._case(place) for place in sorted([*left, *self.unkeyed]))

    def _add(self, number: int, start: int, data: object) -> None:
        from ..toolbox.changes_tally import twice

        place = len(self._numbers)
        self._numbers.append(number)
        self._starts.append(start)
        self._taken.append(0)
        key = key_of(data)
        if key is None:
            self._taken[place] = 1
            self.unkeyed.append(place)
        elif key in self._place:
            self._taken[place] = 1
            self.twice.append(twice(self.path, number, self._numbers[self._place[key]]))
        else:
            self._place[key] = place

    def _case(self, place: int) -> Numbered:
        from ..toolbox.impact_cases import Numbered

        if self._cases:
            return self._cases[place]
        if self._file is None:
            self._file = open(self.path, "rb")  # noqa: SIM115 - as long as cases are taken
        self._file.seek(self._starts[place])
        return Numbered(self._numbers[place], self._file.readline().rstrip(LINE_END))

    def close(self) -> None:
        """Nothing is taken any more."""
        if self._file is not None:
            self._file.close()


def pairs(old: CaseIndex, new: str, twice: Callable[[Wrong], None]) -> Iterator[Pair]:
    """The cases of both files by subject: those of the new file in its order, then those that only the old one has."""
    from ..toolbox.changes_tally import Pair
    from ..toolbox.changes_tally import twice as second

    seen: dict[bytes, int] = {}
    for case in cases_in(new):
        key = key_of(case.data)
        if key is not None and key in seen:
            twice(second(new, case.number, seen[key]))
            continue
        if key is not None:
            seen[key] = case.number
        yield Pair(None if key is None else old.take(key), case)
    yield from (Pair(case, None) for case in old.rest())


def key_of(data: object) -> bytes | None:
    """What stands for the subject of a case; ``None`` where it names none that could be found without reading all."""
    from ..toolbox.changes_tally import subject_in

    if isinstance(data, bytes):
        try:
            data = json.loads(data)
        except ValueError:
            return None
    id = subject_in(data)
    return None if id is None else blake2b(id.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _lines(path: str) -> Iterator[tuple[int, int, bytes]]:
    """The lines that are not blank, each with its number and where it begins."""
    if path == STANDARD_INPUT:
        raise Failure(
            "usage",
            "旧的案例要读两遍，不能来自标准输入。",
            "the old cases are read twice and cannot come from standard input.",
            zh_hint="请给出文件；新的案例可以用“-”。",
            en_hint="Name a file; - may stand for the new cases.",
        )
    try:
        with open(path, "rb") as lines:
            start = 0
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, start, line
                start += len(line)
    except OSError as error:
        raise failure_of_file(path, error) from None
