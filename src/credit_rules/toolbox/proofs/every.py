"""Every proof, found by listing the files of ``kinds``: adding a proof is adding a file."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from . import kinds
from .proof import Proof


@cache
def every_proof() -> tuple[Proof, ...]:
    """The proofs in the order of their files; every module of ``kinds`` is one and calls it ``PROOF``."""
    names = sorted(module.name for module in pkgutil.iter_modules(kinds.__path__))
    return tuple(import_module(f"{kinds.__name__}.{name}").PROOF for name in names)
