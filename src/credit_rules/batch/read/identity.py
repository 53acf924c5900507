"""Identifiers of many rows at once: which are right without a closer look (S13, ``case/identity.py``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...case.identity import KINDS_OF_CODE
from .columns import words

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NEITHER, CODE, NUMBER, BOTH = 0, 1, 2, 3
"""What :func:`numbers_of` says: a unified social credit code whose form and check character hold, a resident identity
number of which they do (its day of birth not yet looked at), or what could be either."""
_ALPHABET = b"0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1)
_NUMBER_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 0)
_NUMBER_CHECKS = b"10X98765432"


def declare_identity(connection: DuckDBPyConnection, founded: dict[str, int]) -> None:
    """Teach a connection ``id_form(text)``, and the years since when places have had their codes (``founded``)."""
    import pyarrow

    declare: Any = connection.create_function
    declare("id_form", numbers_of, ["VARCHAR"], "TINYINT", type="arrow", side_effects=True)  # as often as it is written
    years = pyarrow.table(
        {
            "place": pyarrow.array(list(founded), pyarrow.string()),
            "year": pyarrow.array(founded.values(), pyarrow.int32()),
        }
    )
    connection.register("founded_given", years)
    connection.execute("CREATE OR REPLACE TEMP TABLE founded AS SELECT * FROM founded_given")
    connection.unregister("founded_given")


def numbers_of(texts: Any) -> Any:
    """What each text of an Arrow array is, as an array of small numbers."""
    import numpy
    import pyarrow

    if isinstance(texts, pyarrow.ChunkedArray):
        texts = texts.combine_chunks()
    if texts.type != pyarrow.string():
        texts = texts.cast(pyarrow.string())
    count = len(texts)
    _, places, data = texts.buffers()
    told = numpy.zeros(count, numpy.int8)
    if data is None:
        return pyarrow.array(told)
    starts = numpy.frombuffer(places, numpy.int32)[texts.offset : texts.offset + count + 1]
    long = numpy.flatnonzero(numpy.diff(starts) == 18)
    letters = numpy.frombuffer(data, numpy.uint8)
    if len(long) == count:
        table = letters[starts[0] : starts[0] + 18 * count].reshape(count, 18)
    else:
        table = letters[starts[long][:, None] + numpy.arange(18)]
    told[long] = _forms(table.T)
    return pyarrow.array(told)


def _forms(letters: Any) -> Any:
    """What texts of 18 letters are; ``letters`` has a row for each place."""
    import numpy

    values = numpy.full(256, 255, numpy.uint8)
    values[list(_ALPHABET)] = range(len(_ALPHABET))
    found = values.take(letters)
    most = found.max(axis=0)
    codes = (most < len(_ALPHABET)) & (found[2:8].max(axis=0) <= 9)
    digits = found[:17].max(axis=0) <= 9
    sums = (numpy.array((_CODE_WEIGHTS, _NUMBER_WEIGHTS), numpy.float32) @ found.astype(numpy.float32)).astype(int)
    checks = values[list(_NUMBER_CHECKS)]
    numbers = digits & (found[17] == checks[sums[1] % 11])
    return (codes & (sums[0] % 31 == 0)) * numpy.int8(CODE) + numbers * numpy.int8(NUMBER)


def surely_right(
    id: str, kind: str, *, id_type: str = "NULL::VARCHAR", birth: str = "NULL::DATE", form: str | None = None
) -> str:
    """The expression of what needs no closer look: nothing is wrong with the number and nothing worth a warning.

    What it leaves open may be right all the same: a unit's code that could be a person's number, say, or a permit whose
    type is told elsewhere in the case. Places younger than their holders are looked for elsewhere. What is right is all
    of ASCII that can be seen. The arguments are expressions; ``form`` is ``id_form(id)``, where that was worked out.
    """
    fits = " ".join(f"WHEN '{start}' THEN {kind} IN {words(kinds)}" for start, kinds in reversed(KINDS_OF_CODE.items()))
    code = (
        f"{kind} <> 'natural-person' AND coalesce({id_type}, 'uscc') = 'uscc'"
        f" AND CASE substr({id}, 1, 2) {fits} ELSE true END"
        f" AND CASE WHEN substr({id}, 7, 4) < '1850' THEN true ELSE NOT regexp_full_match({id}, '[0-9]{{17}}[0-9X]') END"
    )
    born = f"TRY_CAST(substr({id}, 7, 4) || '-' || substr({id}, 11, 2) || '-' || substr({id}, 13, 2) AS DATE)"
    number = (
        f"{kind} = 'natural-person' AND coalesce({id_type}, 'resident-id') = 'resident-id'"
        f" AND substr({id}, 7, 4) >= '1850' AND coalesce({birth} = {born}, {born} IS NOT NULL)"
    )
    other = f"{id_type} NOT IN ('uscc', 'resident-id') AND regexp_full_match({id}, '[!-~]+')"
    unchecked = f"CASE WHEN {id_type} IS NULL THEN false ELSE {other} END"
    asked = form or f"id_form({id})"
    whole = f"CASE {asked} WHEN {CODE} THEN {code} WHEN {NUMBER} THEN {number} WHEN {BOTH} THEN {number} ELSE {unchecked} END"
    return f"coalesce({whole}, false)"


def of_nobody_described(id: str) -> str:
    """The expression of a unit's right code where nothing is said about its kind."""
    return f"coalesce(id_form({id}) = {CODE}, false)"
