"""``credit-rules impact``: what a change of the rules does to the subjects of a population, given or invented."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from .command import Choice, argument, command, option
from .inputs import shown_name, some_deciding_options
from .population import cases_in, number_of_cases, refused
from .progress import progress
from .settings import Settings
from .sides import read_side
from .workers import processors, worked

if TYPE_CHECKING:
    from ..plan.model import Plan
    from ..plan.options import Options
    from ..toolbox.impact_tally import Tally

SUBJECTS = 1000


@command(
    "impact",
    words=(
        "规则改动对实际对象的影响：每个案例按旧、新两版规则各决定一次，逐条款统计多少对象新增、失去或者改变哪些措施，"
        "附隐去号码的例子。没有给出总体时，按两版规则生成虚构的对象。OLD、NEW 同 diff。",
        "What a change of the rules does to real subjects: each case is decided by the old and the new version, and counted by"
        " clause is how many gain, lose or have changed which measures, with masked examples. Where no population is given,"
        " subjects are invented from the rules. OLD and NEW as for diff.",
    ),
    examples=(
        "credit-rules impact HEAD memoranda --population cases.jsonl",
        "credit-rules impact HEAD~1 HEAD --subjects 5000 --format json > impact.json",
    ),
)
@argument("old", words=("旧的目录或 git 版本", "the old folder or git revision"))
@argument("new", words=("新的目录或 git 版本", "the new folder or git revision"))
@option(
    "--population",
    metavar="FILE",
    words=(
        "案例：JSON Lines，“-”表示标准输入；.yaml、.yml、.json 为一个文档，内有一列案例",
        "cases: JSON Lines, - for standard input; .yaml, .yml and .json are one document that holds a list of cases",
    ),
)
@option(
    "--subjects",
    type=click.IntRange(1),
    metavar="N",
    words=(f"没有给出总体时生成多少对象，默认 {SUBJECTS}", f"how many subjects to invent, {SUBJECTS} by default"),
)
@option(
    "--seed",
    type=int,
    default=1,
    metavar="N",
    words=(
        "生成对象的种子，默认 1；同样的规则和种子得到同样的对象",
        "seed of the invented subjects, 1 by default; the same rules and seed give the same subjects",
    ),
)
@option(
    "--write-population",
    metavar="FILE",
    words=("把生成的对象写入文件（JSON Lines）", "write the invented subjects to a file (JSON Lines)"),
)
@option(
    "--examples",
    "most",
    type=click.IntRange(0),
    default=3,
    metavar="N",
    words=("每项措施每种变化举几例，默认 3", "how many examples of each way for each measure, 3 by default"),
)
@some_deciding_options("as-of", "known-at", "region", "standing", "evidence", "include-unverified")
@option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    words=(
        "用几个进程，默认同处理器数；案例不多时只用一个",
        "processes, by default as many as processors; few cases take one",
    ),
)
@option(
    "--format",
    "form",
    type=Choice(("text", "json", "markdown")),
    default="text",
    metavar="text|json|markdown",
    words=("输出形式，默认 text", "form of the output, text by default"),
)
def impact(
    settings: Settings,
    old: str,
    new: str,
    population: str | None,
    subjects: int | None,
    seed: int,
    write_population: str | None,
    most: int,
    jobs: int | None,
    form: str,
    **asked: Any,
) -> int:
    """Decide every case twice and print the counts; 2 where a case was wrong, though all others are counted."""
    from ..engine.load import load_plan
    from ..engine.version import __version__
    from ..plan.options import Options
    from ..toolbox.impact_report import Titles, as_json, impact_sheet

    say = settings.say
    if population is not None and (subjects is not None or write_population is not None):
        zh = "给出 --population 时不生成对象，不能同时用 --subjects、--write-population。"
        en = "With --population nobody is invented; --subjects and --write-population do not go with it."
        raise click.UsageError(say(zh, en), click.get_current_context())
    before, after = (read_side(side, lambda path: load_plan([path], __version__)) for side in (old, new))
    options, number = Options(**asked), subjects or SUBJECTS
    if population is not None:
        tally = _given(before, after, options, population, most, jobs, settings)
        source: dict[str, Any] = {"file": population}
        named = shown_name(population)
    else:
        if write_population is not None:
            _write_population(write_population, before, after, options, number, seed)
        tally = _invented(before, after, options, range(1, number + 1), seed, most, jobs, settings)
        source = {"subjects": number, "seed": seed}
        named = say(f"生成的 {number} 个虚构对象，种子 {seed}", f"{number} invented subjects, seed {seed}")
    titles = Titles(before, after)
    status = refused(tally.wrong, tally.read, settings)
    if form == "json":
        head = {"format": 1, "old": old, "new": new, "population": source}
        wrong = [each.plain(settings.lang) for each in tally.wrong]
        click.echo(json.dumps({**head, **as_json(tally, titles), "wrong": wrong}, ensure_ascii=False, indent=2))
        return status
    from ..render.markdown import write_markdown
    from ..render.text import write_text

    sheet = impact_sheet(tally, titles, old, new, named, settings.lang)
    click.echo(write_markdown(sheet) if form == "markdown" else write_text(sheet), nl=False)
    return status


def _given(old: Plan, new: Plan, options: Options, path: str, most: int, jobs: int | None, settings: Settings) -> Tally:
    from ..toolbox.impact_tally import Tally
    from ..toolbox.impact_work import deciding

    tally = Tally(most)
    arguments = (old.json, new.json, options, shown_name(path), most)
    with progress(settings.say("决定", "deciding"), number_of_cases(path)) as advance:
        for number, part in worked(deciding, arguments, cases_in(path), jobs or processors()):
            tally.join(part)
            advance(number)
    return tally


def _invented(
    old: Plan,
    new: Plan,
    options: Options,
    numbers: range,
    seed: int,
    most: int,
    jobs: int | None,
    settings: Settings,
) -> Tally:
    from ..toolbox.impact_tally import Tally
    from ..toolbox.impact_work import inventing

    tally = Tally(most)
    arguments = (old.json, new.json, options, seed, most)
    with progress(settings.say("决定", "deciding"), len(numbers)) as advance:
        for number, part in worked(inventing, arguments, numbers, jobs or processors()):
            tally.join(part)
            advance(number)
    return tally


def _write_population(path: str, old: Plan, new: Plan, options: Options, number: int, seed: int) -> None:
    from ..toolbox.impact import Impact
    from ..toolbox.impact_work import population_of
    from .out_file import write_out

    population = population_of(Impact(old, new, options), seed)
    cases = (population.subject(each) for each in range(1, number + 1))
    write_out(path, "".join(f"{json.dumps(case, ensure_ascii=False)}\n" for case in cases))
