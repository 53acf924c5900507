"""``credit-rules docs``: all packs and registries as a site of static pages."""

from __future__ import annotations

from datetime import date

import click

from .command import Day, command, option
from .failure import DONE
from .inputs import expect_packs
from .out_folder import write_folder
from .settings import Settings


@command(
    "docs",
    words=(
        "把全部规则包和名录写成可以浏览、查找的静态网页：按文件、领域、名单、部门、措施内容、事项和依据查看；不需要网络和服务器。",
        "Write all packs and registries as static pages to browse and search: by document, field, list, department, act,"
        " matter and instrument; without a network or a server.",
    ),
    examples=(
        "credit-rules docs --out build/site",
        "credit-rules docs --packs memoranda --out site --as-of 2026-06-01",
    ),
)
@option(
    "--packs",
    multiple=True,
    metavar="DIR",
    words=(
        "规则包或其上级目录；默认为随程序发布的",
        "packs or a folder of packs; default: those that ship with the program",
    ),
)
@option("--out", required=True, metavar="DIR", words=("写入的目录（必填）", "the folder to write (required)"))
@option(
    "--as-of",
    type=Day(),
    metavar="DAY",
    words=(
        "部门今称按哪一天计算，默认今天；同一天、同样的规则包写出同样的内容",
        "the day for today's names of departments; default: today. The same day and packs give the same bytes",
    ),
)
def docs(settings: Settings, packs: tuple[str, ...], out: str, as_of: date | None) -> int:
    """Write the site; a folder that holds anything but a site is left alone."""
    from ..toolbox.site.build import MARK, build_site

    for each in packs:
        expect_packs(each)
    files = build_site(packs, as_of or date.today(), settings.lang)
    write_folder(out, files, mark=MARK)
    pages = sum(path.endswith(".html") for path in files)
    click.echo(
        settings.say(
            f"已写入 {pages} 页，从 {out}/index.html 看起", f"{pages} pages written; begin at {out}/index.html"
        ),
        err=True,
    )
    return DONE
