"""How strong the cases of packs are, as a Markdown page: leaves seen and faults noticed, pack by pack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .leaf_coverage import LeafCoverage
from .leaf_report import counts
from .mutation.mutant import FAULT_WORDS, FAULTS
from .mutation.result import PackResult, percent

NOTE = """\
How much the cases of packs see. [Test a pack](../how-to/test-a-pack.md) says what is measured and how to raise it.

**Leaves** are the simple conditions that a pack writes: who is on which list, a fact compared, a kind of subject. Each should be seen true, false and
unknown by the pack's own cases; some can never be unknown. **Mutants** are packs with one small fault: a bound beside the right one, a list, role,
department too many or too few, an order for a recommendation. A case that fails notices it. What the checks refuse and what says the same as the pack
is not counted. An adopted measure counts with what the pack itself says of it."""


def case_page(
    leaves: Sequence[LeafCoverage], results: Sequence[PackResult], notes: dict[str, str], of: str = ""
) -> str:
    """The page; ``notes`` says of a pack what a reader should know, by its id; ``of`` is that of :func:`tables`."""
    return "\n".join(("# Cases of packs, measured", "", NOTE, "", *tables(leaves, results, notes, of))) + "\n"


def tables(
    leaves: Sequence[LeafCoverage], results: Sequence[PackResult], notes: dict[str, str], of: str = ""
) -> Iterator[str]:
    """The tables of some packs, under headings that end with ``of``."""
    yield f"## Leaves{of}\n"
    yield from leaves_table(leaves, notes)
    yield f"\n## Mutants{of}\n"
    yield from _mutants(results, notes)
    yield from (f"\n† `{id}`: {note}" for id, note in notes.items())


def leaves_table(leaves: Sequence[LeafCoverage], notes: dict[str, str]) -> Iterator[str]:
    """A row a pack."""
    yield "| pack | cases | measures | issued | named as not issued | leaves | true | false | unknown | never unknown | seen |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    for each in leaves:
        number = counts(each)
        shown = (
            number[key] for key in ("measures", "hit", "missed", "leaves", "true", "false", "unknown", "never unknown")
        )
        yield f"| {_name(each.pack, notes)} | {each.cases} | {' | '.join(map(str, shown))} | {each.percent:.1f} % |"


def _mutants(results: Sequence[PackResult], notes: dict[str, str]) -> Iterator[str]:
    yield "| pack | mutants | noticed | | refused by checks | same as the pack |"
    yield "|---|--:|--:|--:|--:|--:|"
    for result in results:
        shown = (
            result.counted,
            result.killed,
            f"{result.percent:.1f} %",
            result.count("refused"),
            result.count("same"),
        )
        yield f"| {_name(result.pack, notes)} | {' | '.join(map(str, shown))} |"
    yield "\nBy fault, noticed of all:\n"
    faults = [fault for fault in FAULTS if any(fault in result.by_fault for result in results)]
    yield f"| pack | {' | '.join(FAULT_WORDS[fault][1] for fault in faults)} |"
    yield f"|---|{'--:|' * len(faults)}"
    for result in results:
        pairs = (result.by_fault.get(fault) for fault in faults)
        yield f"| {_name(result.pack, notes)} | {' | '.join('' if pair is None else f'{pair[0]}/{pair[1]}' for pair in pairs)} |"
    whole = [
        (sum(r.by_fault.get(f, (0, 0))[0] for r in results), sum(r.by_fault.get(f, (0, 0))[1] for r in results))
        for f in faults
    ]
    yield f"| all | {' | '.join(f'{percent(*pair):.0f} %' for pair in whole)} |"


def _name(pack: str, notes: dict[str, str]) -> str:
    return f"`{pack}`" + (" †" if pack in notes else "")
