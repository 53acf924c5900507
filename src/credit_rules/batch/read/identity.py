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
_NUMBER_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_NUMBER_CHECKS = b"10X98765432"


def declare_identity(connection: DuckDBPyConnection, founded: dict[str, int]) -> None:
    """Teach a connection ``id_form(text)``, and the years since when places have had their codes (``founded``)."""
    import pyarrow

    declare: Any = connection.create_function
    declare("id_form", numbers_of, ["VARCHAR"], "TINYINT", type="arrow")
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
    codes, numbers = _codes(table), _numbers(table)
    told[long] = codes * CODE + numbers * NUMBER
    return pyarrow.array(told)


def _codes(table: Any) -> Any:
    import numpy

    values = numpy.full(256, -1, numpy.float32)
    values[list(_ALPHABET)] = range(len(_ALPHABET))
    found = values[table]
    right = (found.min(axis=1) >= 0) & (found[:, 2:8].max(axis=1) <= 9)
    return right & ((found @ numpy.array(_CODE_WEIGHTS, numpy.float32)).astype(numpy.int32) % 31 == 0)


def _numbers(table: Any) -> Any:
    import numpy

    found = numpy.zeros(len(table), bool)
    first = table[:, :17]
    digits = numpy.flatnonzero((first.max(axis=1) <= ord("9")) & (first.min(axis=1) >= ord("0")))
    sums = (first[digits].astype(numpy.int32) - ord("0")) @ numpy.array(_NUMBER_WEIGHTS, numpy.int32)
    checks = numpy.frombuffer(_NUMBER_CHECKS, numpy.uint8)
    found[digits] = checks[sums % 11] == table[digits, 17]
    return found


def surely_right(id: str, kind: str, *, id_type: str = "NULL::VARCHAR", birth: str = "NULL::DATE") -> str:
    """The expression of what needs no closer look: nothing is wrong with the number and nothing worth a warning.

    What it leaves open may be right all the same: a unit's code that could be a person's number, say, or a permit whose type is told elsewhere in the case. Places younger than their holders are looked for elsewhere. The
    arguments are expressions.
    """
    fits = " ".join(f"WHEN '{start}' THEN {kind} IN {words(kinds)}" for start, kinds in KINDS_OF_CODE.items())
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
    whole = f"CASE id_form({id}) WHEN {CODE} THEN {code} WHEN {NUMBER} THEN {number} WHEN {BOTH} THEN {number} ELSE {unchecked} END"
    return f"coalesce({whole}, false)"


def of_nobody_described(id: str) -> str:
    """The expression of a unit's right code where nothing is said about its kind."""
    return f"coalesce(id_form({id}) = {CODE}, false)"
