"""Options that must name something known before a batch is begun."""

from __future__ import annotations

from collections.abc import Collection

from ...diagnostics.diagnostic import Diagnostic, InputError
from ...diagnostics.near_miss import nearest
from ...diagnostics.span import Span
from ...plan.model import Plan
from ...plan.options import Options


def expect_known(options: Options, plan: Plan) -> None:
    """:class:`InputError` where an option names a matter or department that is not in the registry."""
    words = plan.vocabulary
    wrong = [
        *_unknown("unknown-matter", options.matter, words.matters, "--matter"),
        *_unknown("unknown-department-id", options.department, words.department, "--department"),
    ]
    if wrong:
        raise InputError(wrong)


def _unknown(code: str, word: str | None, known: Collection[str], option: str) -> list[Diagnostic]:
    if word is None or word in known:
        return []
    return [Diagnostic(code, Span(option), values={"found": word, "nearest": nearest(word, known) or ""})]
