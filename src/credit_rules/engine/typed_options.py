"""Options as a caller wrote them, held to what they may say."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args, get_type_hints

from ..diagnostics.diagnostic import Diagnostic, InputError
from ..diagnostics.span import Span
from ..plan.options import Options
from ..registry.places import is_place_code
from ..source.days import parse_day


def typed(options: Options | None) -> Options:
    """The options with days as days, also where they were written as text; :class:`InputError` names each wrong one."""
    if options is None:
        return Options()
    if not isinstance(options, Options):
        raise InputError([_wrong("options", type(options).__name__)])
    wrong = [_wrong(name, getattr(options, name)) for name, fits in _FITS.items() if not fits(getattr(options, name))]
    if wrong:
        raise InputError(wrong)
    return options._replace(as_of=_day(options.as_of), known_at=_day(options.known_at))


def _wrong(name: str, value: object) -> Diagnostic:
    return Diagnostic("option-wrong", Span(f"options.{name}"), values={"name": name, "found": str(value)[:40]})


def _day(value: date | None) -> date | None:
    return None if value is None else parse_day(value)


def _is_day(value: Any) -> bool:
    try:
        _day(value)
    except ValueError:
        return False
    return True


def _is_text(value: Any) -> bool:
    return value is None or (isinstance(value, str) and bool(value))


def _one_of(name: str) -> Any:
    words = get_args(get_type_hints(Options)[name])
    return lambda value: isinstance(value, str) and value in words


_FITS: dict[str, Any] = {
    "as_of": _is_day,
    "known_at": _is_day,
    "region": lambda value: value is None or (isinstance(value, str) and is_place_code(value)),
    "matter": _is_text,
    "standing": _one_of("standing"),
    "evidence": _one_of("evidence"),
    "include_unverified": lambda value: isinstance(value, bool),
    "department": _is_text,
}
