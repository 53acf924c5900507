"""Running the written cases of a pack: decide each and compare with what its sentence promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ..case.decision import Decision, MeasureView
from ..diagnostics.diagnostic import Diagnostic, InputError
from ..diagnostics.near_miss import nearest
from ..diagnostics.span import Span
from ..plan.options import Options
from .case_file import CaseFile, ExpectedMeasure, PlacedCase, WrittenCase

if TYPE_CHECKING:
    from ..engine.engine import Engine

Sentence = tuple[str, str]
"""Chinese and English."""


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """A case that was run: where it stands, its sentence, and everything that came otherwise; none: passed."""

    span: Span
    name: str
    mismatches: tuple[Sentence, ...] = ()
    input_errors: tuple[Diagnostic, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether all came as written."""
        return not self.mismatches and not self.input_errors


@dataclass(frozen=True, slots=True)
class _Issued:
    id: str
    status: str
    force: str
    bearer: str
    until: date | None
    departments: tuple[str, ...]


def run_cases(file: CaseFile, engine: Engine) -> Iterator[CaseOutcome]:
    """Run every case of the file; the engine must hold its pack."""
    known = frozenset(rule.id for rule in engine.plan.rules)
    for placed in file.cases:
        yield _run(placed, file.pack, engine, known)


def _run(placed: PlacedCase, pack: str, engine: Engine, known: frozenset[str]) -> CaseOutcome:
    written = placed.written
    unknown = [_full(each, pack) for each in _mentioned(written) if _full(each, pack) not in known]
    if unknown:
        drafted = pack not in engine.plan.pack
        said = (_not_in_plan(pack) if drafted and _of(each, pack) else _unknown(each, known) for each in unknown)
        return CaseOutcome(placed.span, written.name, tuple(dict.fromkeys(said)))
    options = Options(**dict(written.options))
    try:
        decision = engine.evaluate(placed.node.to_plain(), options, name=placed.span.file)
    except InputError as error:
        return CaseOutcome(placed.span, written.name, (), tuple(placed.placed(d) for d in error.diagnostics))
    return CaseOutcome(placed.span, written.name, tuple(compare(written, decision, pack)))


def compare(written: WrittenCase, decision: Decision, pack: str) -> Iterator[Sentence]:
    """What came otherwise than written, measure by measure."""
    yield from _compare_issued(written, decision, pack)
    came = _what_came(decision)
    for each in written.not_issued:
        identifier = _full(each, pack)
        if identifier in came:
            zh, en = came[identifier]
            yield f"{identifier}：应当不发出，实际{zh}", f"{identifier}: should not be issued, but is {en}"
    undetermined = {identifier for item in decision.undetermined for identifier in item.ids}
    for each in written.undetermined:
        identifier = _full(each, pack)
        if identifier not in undetermined:
            zh, en = came.get(identifier, _NOTHING)
            yield f"{identifier}：应当未确定，实际{zh}", f"{identifier}: should be undetermined, but is {en}"
    yield from _compare_withheld(written, decision, pack)
    result = decision.indication.result if decision.indication else None
    if written.indication is not None and written.indication != result:
        shown = result or "-"
        yield (
            f"事项提示：应当为 {written.indication}，实际为 {shown}",
            f"indication: should be {written.indication}, but is {shown}",
        )


_NOTHING = ("没有发出", "not issued")


def _compare_issued(written: WrittenCase, decision: Decision, pack: str) -> Iterator[Sentence]:
    left = [
        _Issued(source.id, source.status, source.force, measure.bearer.id, source.until, _printed(measure))
        for measure in decision.measures
        for source in measure.sources
        if source.pack == pack
    ]
    came = _what_came(decision)
    each_expected = ((expected, id) for expected in written.issued for id in expected.ids)
    for expected, id in sorted(each_expected, key=lambda each: each[0].bearer is None):
        identifier = _full(id, pack)
        matching = [each for each in left if each.id == identifier and expected.bearer in (None, each.bearer)]
        left = [each for each in left if each not in matching]
        if not matching:
            zh, en = came.get(identifier, _NOTHING)
            on = f"（承受人 {expected.bearer}）" if expected.bearer else ""
            by = f" (bearer {expected.bearer})" if expected.bearer else ""
            yield f"{identifier}{on}：应当发出，实际{zh}", f"{identifier}{by}: should be issued, but is {en}"
        for each in matching:
            yield from _compare_attributes(expected, each)
    for each in left:
        yield (
            f"{each.id}（承受人 {each.bearer}，{each.status}）：发出了，但 issued 没有写明",
            f"{each.id} (bearer {each.bearer}, {each.status}): is issued, but issued does not name it",
        )


def _compare_attributes(expected: ExpectedMeasure, came: _Issued) -> Iterator[Sentence]:
    for name in ("status", "force", "until"):
        wanted, got = getattr(expected, name), getattr(came, name)
        if name in expected.model_fields_set and wanted != got and (wanted is not None or name == "until"):
            yield (
                f"{came.id}（承受人 {came.bearer}）：{name} 应当为 {wanted or '没有'}，实际为 {got or '没有'}",
                f"{came.id} (bearer {came.bearer}): {name} should be {wanted or 'none'}, but is {got or 'none'}",
            )
    missing = [name for name in expected.departments or () if name not in came.departments]
    if missing:
        listed = "、".join(dict.fromkeys(came.departments)) or "-"
        yield (
            f"{came.id}（承受人 {came.bearer}）：部门应当有 {'、'.join(missing)}，实际为 {listed}",
            f"{came.id} (bearer {came.bearer}): {'、'.join(missing)} should be among the departments, which are {listed}",
        )


def _printed(measure: MeasureView) -> tuple[str, ...]:
    """The departments of a measure by their printed names."""
    return () if isinstance(measure.departments, str) else tuple(each.printed for each in measure.departments)


def _compare_withheld(written: WrittenCase, decision: Decision, pack: str) -> Iterator[Sentence]:
    came = _what_came(decision)
    for expected, id in ((each, id) for each in written.withheld for id in each.ids):
        identifier = _full(id, pack)
        reasons = {item.reason for item in decision.withheld if item.id == identifier}
        if not reasons:
            zh, en = came.get(identifier, _NOTHING)
            yield f"{identifier}：应当未发出（withheld），实际{zh}", f"{identifier}: should be withheld, but is {en}"
        elif expected.reason is not None and expected.reason not in reasons:
            got = "、".join(sorted(reasons))
            yield (
                f"{identifier}：未发出的原因应当为 {expected.reason}，实际为 {got}",
                f"{identifier}: should be withheld for {expected.reason}, but is for {got}",
            )


def _what_came(decision: Decision) -> dict[str, Sentence]:
    """Of each measure that the decision speaks of, what became of it."""
    came: dict[str, Sentence] = {}
    for item in decision.undetermined:
        for identifier in item.ids:
            came[identifier] = (f"未确定（还缺：{item.missing}）", f"undetermined (missing: {item.missing})")
    for withheld in decision.withheld:
        came[withheld.id] = (f"未发出（{withheld.reason}）", f"withheld ({withheld.reason})")
    for measure in decision.measures:
        for source in measure.sources:
            came[source.id] = (f"发出（{source.status}）", f"issued ({source.status})")
    return came


def _mentioned(written: WrittenCase) -> Iterator[str]:
    yield from (id for each in written.issued for id in each.ids)
    yield from written.not_issued
    yield from written.undetermined
    yield from (id for each in written.withheld for id in each.ids)


def _full(identifier: str, pack: str) -> str:
    return identifier if "/" in identifier else f"{pack}/{identifier}"


def _not_in_plan(pack: str) -> Sentence:
    return (
        f"规则包 {pack} 不参加决定：草案（status: draft）写好后改为 published",
        f"the pack {pack} takes no part in decisions: a draft (status: draft) does once it is published",
    )


def _of(full: str, pack: str) -> bool:
    return full.partition("/")[0] == pack


def _unknown(full: str, known: frozenset[str]) -> Sentence:
    near = nearest(full, sorted(known))
    return (
        f"没有措施 {full}" + (f"，是不是 {near}？" if near else ""),
        f"there is no measure {full}" + (f"; did you mean {near}?" if near else ""),
    )
