"""``credit-rules batch``: decide the cases of tables, a province at a time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import click

from .command import Choice, command, option
from .failure import DONE, FOUND, Failure, failure_of_file
from .inputs import Asked, deciding_options, open_engine, options_of
from .settings import Settings

if TYPE_CHECKING:
    from ..batch.run.settings import Summary

_MEMORY = re.compile(r"[1-9][0-9]*(\.[0-9]+)?(KB|MB|GB|TB|KiB|MiB|GiB|TiB)")


@command(
    "batch",
    words=(
        "对成批案例（Parquet、Arrow 或 CSV 表）作出判断，写成表；可随时中断，再次运行即接着做。需要附加包 batch。",
        "Decide the cases of tables (Parquet, Arrow or CSV) into tables; interrupted at any point, run it again and it"
        " goes on. Needs the extra batch.",
    ),
    examples=(
        "credit-rules batch --in province --out decided --as-of 2018-05-10 --region 360000",
        "credit-rules batch --in province --out decided --memory 1.2GiB --threads 2 --summary json",
        "credit-rules batch --in sample --sql trino --out statements --without henan-2016-65/two-fields",
    ),
)
@option(
    "--in",
    "source",
    metavar="DIR",
    required=True,
    words=(
        "输入文件夹：subjects、records，可另有 parties、relations、events、inquiries",
        "the tables: subjects and records, and where there are any parties, relations, events, inquiries",
    ),
)
@option(
    "--out",
    metavar="DIR",
    words=(
        "输出文件夹，新的或空的；除 --sql 外必须给出",
        "where to write; new or empty; needed, save with --sql",
    ),
)
@deciding_options
@option(
    "--format",
    "form",
    type=Choice(("parquet", "arrow")),
    default="parquet",
    metavar="parquet|arrow",
    words=("输出表的格式，默认 parquet", "format of the tables written, parquet by default"),
)
@option(
    "--memory",
    metavar="SIZE",
    words=(
        "数据库引擎可用的内存，默认 1.3GiB；放不下的写入临时文件",
        "what the engine may hold, 1.3GiB by default; the rest goes to disk",
    ),
)
@option(
    "--threads",
    type=click.IntRange(1),
    metavar="N",
    words=("线程数，默认用全部处理器", "threads; default: all processors"),
)
@option(
    "--partitions",
    type=click.IntRange(1, 10_000),
    metavar="N",
    words=(
        "分成几份依次处理，默认每份约 25 万个主体",
        "into how many parts it is cut; default: about 250,000 subjects each",
    ),
)
@option(
    "--restart",
    is_flag=True,
    words=("删去输出文件夹中原有的结果，从头开始", "delete what an earlier batch wrote there and begin anew"),
)
@option(
    "--summary",
    type=Choice(("text", "json")),
    default="text",
    metavar="text|json",
    words=("小结的形式，默认 text", "form of the summary, text by default"),
)
@option(
    "--sql",
    "dialect",
    metavar="DIALECT",
    words=(
        "不作判断，写出在别的引擎上作判断的全部 SQL 语句，如 postgres、trino、snowflake、spark；适用于与 --in 中案例日期、地区、名单相同的案例。"
        "给出 --out 则一条语句一个文件，否则印出",
        "decide nothing; write all SQL statements that decide on another engine, such as postgres, trino, snowflake or"
        " spark, cases on the days, in the places and on the lists of those in --in: one file each with --out, else printed",
    ),
)
@option(
    "--without",
    multiple=True,
    metavar="ID",
    words=(
        "与 --sql 同用：不写这一措施，可重复；用于 SQL 无法表达的措施",
        "with --sql: leave this measure out, may be repeated; for one that SQL cannot say",
    ),
)
def batch(
    settings: Settings,
    source: str,
    out: str | None,
    packs: tuple[str, ...],
    form: Any,
    memory: str | None,
    threads: int | None,
    partitions: int | None,
    restart: bool,
    summary: str,
    dialect: str | None,
    without: tuple[str, ...],
    **asked: Unpack[Asked],
) -> int:
    """Decide the folder; exit status 1 where a case was not decided, whatever the reason."""
    from ..batch.run.batch import run_batch
    from ..batch.run.installed import expect_installed
    from ..batch.run.settings import MEMORY, Task
    from ..batch.run.settings import Settings as Running
    from ..engine.version import __version__
    from .batch_progress import telling

    expect_installed()
    if memory is not None and not _MEMORY.fullmatch(memory):
        raise Failure(
            "usage",
            f"--memory 应写成 1.2GiB 或 800MB 这样，而不是“{memory}”。",
            f"--memory is written like 1.2GiB or 800MB, not “{memory}”.",
        )
    if without and dialect is None:
        raise Failure("usage", "--without 只与 --sql 同用。", "--without goes with --sql only.")
    if out is None and dialect is None:
        raise Failure("usage", "缺少 --out：结果写到哪个文件夹。", "--out is missing: the folder to write to.")
    engine = open_engine(packs)
    running = Running(memory or MEMORY, threads, partitions, form, restart, settings.lang)
    task = Task(Path(source), Path(out or "."), engine.plan, options_of(asked), __version__, running)
    if dialect is not None:
        from .batch_sql import write_statements

        return write_statements(task, dialect, without, out, settings)
    try:
        with telling(settings) as tell:
            done = run_batch(task, tell)
    except OSError as error:
        raise failure_of_file(str(error.filename or out), error) from None
    click.echo(_as_json(done) if summary == "json" else _as_text(done, settings), nl=summary == "json")
    return DONE if done.whole else FOUND


def _as_json(done: Summary) -> str:
    import json

    return json.dumps({"format": 1, **done._asdict(), "whole": done.whole}, ensure_ascii=False, indent=2)


def _as_text(done: Summary, settings: Settings) -> str:
    say = settings.say
    lines = [
        say(
            f"共 {done.cases} 个案例，判断 {done.decided} 个，未判断 {done.cases - done.decided} 个；分 {done.partitions} 份"
            + (f"，其中 {done.again} 份此前已完成。" if done.again else "。"),
            f"{done.cases} cases, {done.decided} decided, {done.cases - done.decided} not; {done.partitions} partitions"
            + (f", {done.again} of them done before." if done.again else "."),
        )
    ]
    lines += [f"  {name:14}{rows:>12}" for name, rows in done.rows.items()]
    if done.kept_out:
        lines.append(say("未判断的原因（案例数）：", "Why cases were not decided (cases by code):"))
        lines += [f"  {code:32}{number:>8}" for code, number in done.kept_out.items()]
        lines.append(
            say(
                "整个案例的各行见 quarantine 表；各代码的含义见 credit-rules explain。",
                "All rows of those cases are in the table quarantine; credit-rules explain tells the codes.",
            )
        )
    for each in done.broken:
        of_all = each["of_all"]
        lines.append(
            say(
                f"无法读取 {each['file']}：{each['reason']}；"
                + ("同一文件夹的案例均未判断。" if of_all else "其中的案例未判断。"),
                f"cannot read {each['file']}: {each['reason']}; "
                + ("no case of its folder was decided." if of_all else "the cases in it were not decided."),
            )
        )
    for number, reason in done.failed.items():
        lines.append(
            say(
                f"第 {number} 份未完成：{reason}；再次运行会重做这一份。",
                f"partition {number} failed: {reason}; run it again to do it once more.",
            )
        )
    return "\n".join(lines) + "\n"
