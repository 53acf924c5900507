"""How facts compare: one row an operator, one reader a type (S16, S16a)."""

import operator
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from ..source.days import parse_day
from ..source.rows import NamedTuple
from .truth import Truth

FactType = Literal["boolean", "amount", "count", "share", "day", "choice", "text"]
Value = bool | int | Decimal | date | str
ORDERED: tuple[FactType, ...] = ("amount", "count", "share", "day")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,6})?\Z")


class Operator(NamedTuple):
    """An operator: the key in packs, the test, the word that texts print, the types that it compares."""

    key: str
    test: Callable[[Any, Any], bool]
    word: str
    types: tuple[FactType, ...]
    many: bool = False


_ANY: tuple[FactType, ...] = ("boolean", "amount", "count", "share", "day", "choice", "text")
OPERATORS = {
    row.key: row
    for row in (
        Operator("is", operator.eq, "为", _ANY),
        Operator("is_not", operator.ne, "不为", _ANY),
        Operator("one_of", lambda value, bounds: value in bounds, "属于", _ANY, many=True),
        Operator("at_least", operator.ge, "以上（含）", ORDERED),
        Operator("more_than", operator.gt, "超过", ORDERED),
        Operator("at_most", operator.le, "以下（含）", ORDERED),
        Operator("less_than", operator.lt, "不满", ORDERED),
    )
}


def decimal_of(value: Any) -> Decimal:
    """An exact decimal from ``"1200000.00"`` or a whole or decimal JSON number; ``ValueError`` otherwise."""
    if isinstance(value, bool):
        raise ValueError(value)
    if isinstance(value, (int, Decimal)):
        return Decimal(value)
    if isinstance(value, str) and _DECIMAL.match(value):
        try:
            return Decimal(value)
        except InvalidOperation:  # pragma: no cover - the pattern admits only decimals
            pass
    raise ValueError(value)


def read_value(kind: FactType, value: Any) -> Value:
    """A fact of a case, typed as declared; ``ValueError`` where it is of another kind."""
    match kind:
        case "boolean":
            if isinstance(value, bool):
                return value
        case "amount" | "share":
            return decimal_of(value)
        case "count":
            if isinstance(value, int) and not isinstance(value, bool):
                return value
        case "day":
            return parse_day(value)
        case _:
            if isinstance(value, str):
                return value
    raise ValueError(value)


def read_bound(kind: FactType, value: Any) -> Value:
    """A bound of a pack, typed by its fact: a share is written ``5 %``, an amount is in yuan (S16a)."""
    if kind == "share":
        if not isinstance(value, str) or not value.endswith("%"):
            raise ValueError(value)
        return decimal_of(value[:-1].rstrip())
    if kind == "amount" and isinstance(value, str):
        return decimal_of(value.removesuffix("yuan").rstrip())
    return read_value(kind, value)


class Comparison(NamedTuple):
    """A declared fact compared with a typed bound; ``bounds`` holds one, or several for ``one_of``."""

    scope: Literal["subject", "relation", "record", "context"]
    fact: str
    type: FactType
    operator: str
    bounds: tuple[Value, ...]
    text: str = ""

    @property
    def name(self) -> str:
        """The fact as packs write it: ``subject.listed-company``."""
        return f"{self.scope}.{self.fact}"

    def test(self, value: Any) -> Truth:
        """Whether the fact holds; an absent or null fact is unknown, never false (S16)."""
        if value is None:
            return None
        row = OPERATORS[self.operator]
        typed = read_value(self.type, value)
        return row.test(typed, self.bounds if row.many else self.bounds[0])
