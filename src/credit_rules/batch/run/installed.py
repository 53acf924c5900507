"""Whether the libraries of the extra ``batch`` are there."""

from __future__ import annotations

from importlib.util import find_spec

from ...diagnostics.diagnostic import Diagnostic, InputError
from ...diagnostics.span import Span
from ..read import sentences as _sentences  # noqa: F401


def expect_installed() -> None:
    """:class:`InputError` with one sentence where they are not."""
    if any(find_spec(name) is None for name in ("duckdb", "ibis", "pyarrow")):
        raise InputError([Diagnostic("batch-not-installed", Span("credit_rules.batch"))])
