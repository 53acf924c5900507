"""Every check on every pack."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from ...diagnostics.diagnostic import Diagnostic, Level
from ...pack.loaded import LoadedPack
from ...registry.registry import Registry
from .check import Code
from .checked import Checked
from .discover import every_check


def run_checks(
    packs: Sequence[LoadedPack],
    registry: Registry,
    *,
    complete: bool = True,
    strict: bool = False,
    sound: bool = True,
    on: Container[str] | None = None,
) -> tuple[Diagnostic, ...]:
    """What the checks find on packs that bind; their names need not all resolve.

    ``complete`` says that every pack of the tree is among them, ``sound`` that the registry is without errors.
    ``strict`` asks for what a new memorandum must pass. ``on`` names the files of the packs to look at, where not all
    are; the others are what these stand among.
    """
    every = tuple(packs)
    found = []
    for loaded in every:
        if on is not None and loaded.node.span.file not in on:
            continue
        checked = Checked(loaded, every, registry, complete, sound)
        for check in every_check():
            if not strict and all(code.level is None for code in check.codes):
                continue
            for finding in check.find(checked):
                level = level_of(finding, check.code(finding.code), strict)
                if level is not None:
                    found.append(finding if level == finding.level else replace(finding, level=level))
    return tuple(found)


def level_of(finding: Diagnostic, code: Code, strict: bool) -> Level | None:
    """The level of a finding in this mode; ``None`` where its code is not looked for."""
    if strict:
        return code.strict
    return code.level if finding.level == "error" or code.level is None else finding.level
