"""``credit-rules test``: run the written cases of packs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .command import argument, command
from .failure import DONE, FOUND, Failure
from .inputs import expect_path, open_engine
from .settings import Settings

if TYPE_CHECKING:
    from ..engine.engine import Engine
    from ..toolbox.cases import CaseOutcome


@command(
    "test",
    words=(
        "运行规则包中的 cases.yaml：每个案例应发出和不应发出的措施是否如所写。有失败时退出状态为 1。",
        "Run the cases.yaml of packs: whether each case gives the measures that it says. Exit status 1 where one fails.",
    ),
    examples=("credit-rules test", "credit-rules test memoranda/regional/360300-judgment-debtors-2017"),
)
@argument(
    "path",
    nargs=-1,
    words=(
        "规则包、其上级目录或 cases.yaml；默认为随程序发布的",
        "packs, folders of packs or a cases.yaml; default: those that ship with the program",
    ),
)
def run_cases(settings: Settings, path: tuple[str, ...]) -> int:
    """Run all cases, print the failures and how many passed."""
    from ..toolbox import case_file, cases

    passed = failed = 0
    for engine, file in _files(path):
        for outcome in cases.run_cases(case_file.read_case_file(file), engine):
            passed += outcome.passed
            failed += not outcome.passed
            if not outcome.passed:
                click.echo(_shown(outcome, settings), nl=False)
    click.echo(settings.say(f"{passed} 个通过，{failed} 个失败", f"{passed} passed, {failed} failed"))
    return FOUND if failed else DONE


def _files(paths: tuple[str, ...]) -> Iterator[tuple[Engine, Path]]:
    """Every file of cases with the engine of the tree that it stands in."""
    from ..source.tree import CASES, bundled_root, cases_under, root_of

    engines: dict[Path, Engine] = {}
    for path in map(Path, paths or (str(bundled_root()),)):
        expect_path(str(path))
        files = cases_under(path)
        if not files:
            raise Failure("no-cases", f"{path} 中没有 {CASES}。", f"there is no {CASES} in {path}.")
        for file in files:
            tree = root_of(file)
            if tree not in engines:
                _expect_pack(tree, file)
                engines[tree] = open_engine((str(tree),))
            yield engines[tree], file


def _expect_pack(tree: Path, file: Path) -> None:
    """A :class:`Failure` that names the file of cases, where no pack is there that they could be cases of."""
    from ..source.tree import PACK

    if not any(tree.rglob(PACK)):
        raise Failure(
            "no-packs",
            f"{file} 旁边没有规则包（{PACK}）。",
            f"there is no pack ({PACK}) beside {file}.",
            zh_hint="请给出规则包的目录，或者与 pack.yaml 同在一处的 cases.yaml。",
            en_hint="Name the folder of a pack, or a cases.yaml that stands beside a pack.yaml.",
        )


def _shown(outcome: CaseOutcome, settings: Settings) -> str:
    from ..render.diagnostics import write_diagnostics
    from ..render.people import NOBODY

    place = f"{outcome.span.file}:{outcome.span.line}"
    lines = [f"{place}: {settings.say('失败：', 'failed: ')}{outcome.name}"]
    lines += [f"    {NOBODY.without_numbers(settings.say(*mismatch))}" for mismatch in outcome.mismatches]
    found = write_diagnostics(outcome.input_errors, lang=settings.lang).splitlines()
    return "".join(f"{line}\n" for line in [*lines, *(f"    {line}" for line in found)])
