"""What this evaluator cannot take is said in one sentence with a way out, by its name."""

from __future__ import annotations

from ..diagnostics.diagnostic import Diagnostic, InputError
from ..diagnostics.span import Span


class Refusal(Exception):
    """Something that cannot be taken: the code of its sentence, and what fills it."""

    def __init__(self, code: str, **values: str):
        super().__init__(code, values)
        self.code, self.values = code, values


def as_input_error(refusal: Refusal) -> InputError:
    """The refusal as callers know mistakes."""
    return InputError([Diagnostic(refusal.code, Span("--evaluator"), values=refusal.values)])
