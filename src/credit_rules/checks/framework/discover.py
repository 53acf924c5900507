"""Every check of the package, found by listing its files: adding a check is adding a file."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from .. import __name__ as package
from .. import __path__ as folders
from .check import Check, Code


@cache
def every_check() -> tuple[Check, ...]:
    """The checks in the order of their files; every module beside ``framework`` is one and calls it ``CHECK``."""
    names = sorted(module.name for module in pkgutil.iter_modules(folders) if not module.ispkg)
    return tuple(import_module(f"{package}.{name}").CHECK for name in names)


@cache
def every_code() -> Mapping[str, tuple[Check, Code]]:
    """Code to the check that can find it; ``ValueError`` where two checks have the same code."""
    found: dict[str, tuple[Check, Code]] = {}
    for check in every_check():
        for code in check.codes:
            if code.id in found:
                raise ValueError(f"two checks have the code {code.id!r}")
            found[code.id] = check, code
    return found
