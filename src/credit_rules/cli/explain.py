"""``credit-rules explain``: what a code means, why it matters, with a wrong and a right example."""

from __future__ import annotations

from collections.abc import Iterator
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from ..diagnostics.near_miss import nearest
from .command import argument, command, option
from .failure import DONE, Failure
from .settings import Settings

if TYPE_CHECKING:
    from ..toolbox.code_pages import CodePage, Example

_INDENT = "    "


@command(
    "explain",
    words=(
        "解释检查结果、输入错误和提醒的代码：说的是什么，为什么是问题，怎样改。",
        "Explain the code of a finding, an input error or a warning: what it says, why it matters, how to mend it.",
    ),
    examples=("credit-rules explain autonomous-mandatory", "credit-rules explain --list"),
)
@argument(
    "code",
    required=False,
    words=("方括号中的代码；不写则列出全部", "the code shown in brackets; without one, all codes"),
)
@option("--list", "listing", is_flag=True, words=("列出全部代码", "list all codes"))
def explain(settings: Settings, code: str | None, listing: bool) -> int:
    """Print the page of one code, or all codes with their sentences."""
    from ..toolbox.code_pages import every_page

    pages = every_page(settings.lang)
    if code is None or listing:
        click.echo("\n".join(_all(pages, settings)).lstrip("\n"))
        return DONE
    found = next((page for page in pages if page.id == code), None)
    if found is None:
        raise _unknown(code, [page.id for page in pages])
    click.echo("\n".join(_page(found, settings)))
    return DONE


def _unknown(code: str, known: list[str]) -> Failure:
    near = nearest(code, known)
    return Failure(
        "unknown-code",
        f"没有代码“{code}”" + (f"，是不是 {near}？" if near else "。"),
        f"there is no code “{code}”" + (f"; did you mean {near}?" if near else "."),
        zh_hint="credit-rules explain --list 列出全部代码。",
        en_hint="credit-rules explain --list has all codes.",
    )


def _all(pages: tuple[CodePage, ...], settings: Settings) -> Iterator[str]:
    from ..toolbox.code_pages import GROUPS

    for group, words in GROUPS.items():
        inside = [page for page in pages if page.group == group]
        if inside:
            yield from ("", f"{settings.say(*words)} ({len(inside)})")
            yield from (f"  {page.id}  {page.message}" for page in inside)


def _page(page: CodePage, settings: Settings) -> Iterator[str]:
    say = settings.say
    yield page.id
    yield from _paragraph(say("说的是", "Says"), page.message)
    if page.level:
        levels = f"{page.level}；--strict：{page.strict}", f"{page.level}; with --strict {page.strict}"
        yield from _paragraph(say("级别", "Level"), say(*levels) if page.strict else page.level)
    if page.reason:
        yield from _paragraph(say("为什么", "Why"), f"{page.reason} ({', '.join(page.rules)})")
    if page.bad:
        yield from _example(say("不对的写法", "Wrong"), page.bad)
    if page.good:
        yield from _example(say("对的写法", "Right"), page.good)
    yield from _paragraph(say("办法", "What to do"), page.hint)
    yield from _paragraph(say("查不出的", "Limits"), page.limits)


def _paragraph(title: str, text: str) -> Iterator[str]:
    from ..render.width import wrap

    if text:
        width = min(get_terminal_size((96, 24)).columns, 100)
        yield from ("", title)
        yield from (_INDENT + line for line in wrap(text, width - len(_INDENT)))


def _example(title: str, example: Example) -> Iterator[str]:
    from ..render.width import columns

    yield from ("", title)
    for number, line in enumerate(example.text.splitlines(), 1):
        yield _INDENT + line
        if number == example.line:
            yield _INDENT + " " * columns(line[: example.column - 1]) + "^"
