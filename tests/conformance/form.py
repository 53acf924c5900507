"""The conformance files as data: what each case says once the parts that it leaves out are filled in (README.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from credit_rules.source.files import read_file

HERE = Path(__file__).resolve().parent
RULES = (
    "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S8a", "S9", "S10", "S11", "S11a", "S12", "S13", "S14", "S15",
    "S16", "S16a", "S17", "S18", "S19", "S20", "S21", "S22", "S22a", "S23", "S24", "S25", "S26", "S27", "S28", "S29",
)  # fmt: skip
"""Every rule of the meaning, in its order."""
PATTERNS = tuple(f"P{number:02}" for number in range(1, 43))
"""Every pattern of texts that the pack language must say, in the order of docs/reference/patterns.md."""

FILE_KEYS = {"format", "rule", "pattern", "registry", "packs", "base", "cases"}
OF_ADOPTED = ("id", "clause", "departments")
"""What an adopting measure leaves out like any other; the rest is the adopted measure's."""
CASE_KEYS = {
    "name", "edge", "registry", "packs", "case", "options", "expect", "error", "findings", "why", "shown", "again", "xfail",
}  # fmt: skip
OUTCOMES = {"expect", "error", "findings", "why", "shown", "again"}
CONDITIONS = ("triggered_by", "when")


@dataclass(frozen=True)
class Case:
    """One case of a file, filled in: ready to be run by any implementation."""

    file: str
    rule: str
    name: str
    edge: str
    registry: tuple[dict[str, Any], ...]
    packs: tuple[dict[str, Any], ...]
    case: dict[str, Any]
    options: dict[str, Any]
    expect: dict[str, Any] | None
    error: dict[str, Any] | None
    findings: Any
    why: Any
    shown: dict[str, list[str]] | None
    again: bool
    xfail: str | None

    @property
    def slug(self) -> str:
        """The name as a test's id."""
        return re.sub(r"[^0-9a-z]+", "-", self.name.lower()).strip("-")


def read(path: Path) -> Any:
    """A YAML file as plain data; days stay text."""
    node, found = read_file(path, "yaml")
    if node is None or found:
        raise ValueError("; ".join(f"{one.span}: {one.code} {one.message('en')}" for one in found))
    return node.to_plain()


def files() -> list[Path]:
    """The files of the suite, in the order of the rules."""
    return sorted(HERE.glob("s[0-9]*.yaml"))


def pattern_files() -> list[Path]:
    """The files of the patterns, in their order."""
    return sorted(HERE.glob("p[0-9]*.yaml"))


def rule_of(path: Path) -> str:
    """The rule or pattern that a file's name says: ``s08a-evidence.yaml`` is S8a, ``p08-group.yaml`` P08."""
    found = re.match(r"s0*(\d+a?)-|p(\d\d)-", path.name)
    if found is None:
        raise ValueError(path.name)
    return f"S{found[1]}" if found[1] else f"P{found[2]}"


def said_by(file: dict[str, Any]) -> str:
    """The rule or pattern that a file itself says: ``rule: S8a`` or ``pattern: 8``."""
    return f"P{file['pattern']:02}" if "pattern" in file else str(file["rule"])


@cache
def cases() -> tuple[Case, ...]:
    """Every case of every rule."""
    return tuple(case for path in files() for case in _cases_of(path))


@cache
def pattern_cases() -> tuple[Case, ...]:
    """Every case of every pattern."""
    return tuple(case for path in pattern_files() for case in _cases_of(path))


def _cases_of(path: Path) -> list[Case]:
    file = read(path)
    _expect_keys(file, FILE_KEYS, path.name)
    return [_case(path, file, written) for written in file["cases"]]


def _case(path: Path, file: dict[str, Any], written: dict[str, Any]) -> Case:
    where = f"{path.name}: {written.get('name')}"
    _expect_keys(written, CASE_KEYS, where)
    if not OUTCOMES & written.keys():
        raise ValueError(f"{where}: expects nothing")
    extra = [part["registry"] for part in (file, written) if "registry" in part]
    return Case(
        file=path.name,
        rule=said_by(file),
        name=written["name"],
        edge=written["edge"],
        registry=tuple({"format": 1, **registry_entries(part)} for part in extra),
        packs=tuple(pack(one) for one in written.get("packs", file.get("packs", []))),
        case=case(file.get("base", {}), written.get("case", {})),
        options=written.get("options", {}),
        expect=written.get("expect"),
        error=written.get("error"),
        findings=written.get("findings"),
        why=written.get("why"),
        shown=written.get("shown"),
        again=written.get("again", False),
        xfail=written.get("xfail"),
    )


def _expect_keys(found: dict[str, Any], known: set[str], where: str) -> None:
    if found.keys() - known:
        raise ValueError(f"{where}: unknown keys {sorted(found.keys() - known)}")


@cache
def skeleton() -> dict[str, Any]:
    """What cases and packs leave out: skeleton.yaml."""
    read_: dict[str, Any] = read(HERE / "skeleton.yaml")
    return read_


def pack(written: dict[str, Any]) -> dict[str, Any]:
    """A pack with what it leaves out."""
    whole = merge(skeleton()["pack"], written)
    filled = skeleton()["measure"]
    if "triggered_by" not in whole:
        filled = {**filled, "triggered_by": skeleton()["trigger"]}
    adopted = {key: filled[key] for key in OF_ADOPTED}
    measures = [merge(adopted if "adopts" in one else filled, one) for one in whole.get("measures", [])]
    return {**whole, "measures": measures}


def case(base: dict[str, Any], written: dict[str, Any]) -> dict[str, Any]:
    """A case: the skeleton's, the file's base and what the case says, one over the other."""
    whole = merge(merge(skeleton()["case"], base), written)
    for field, part in (("records", "record"), ("relations", "relation")):
        if field in whole:
            whole = {**whole, field: [merge(skeleton()[part], one) for one in whole[field]]}
    return whole


def registry_entries(registry: dict[str, Any]) -> dict[str, Any]:
    """Further entries of the registry, each with where it was read."""
    return {field: [merge(skeleton()["entry"], entry) for entry in entries] for field, entries in registry.items()}


def merge(under: Any, over: Any) -> Any:
    """Mappings key by key, a condition and everything else as a whole."""
    if not (isinstance(under, dict) and isinstance(over, dict)):
        return over
    found = dict(under)
    for key, value in over.items():
        found[key] = merge(under[key], value) if key in under and key not in CONDITIONS else value
    return found
