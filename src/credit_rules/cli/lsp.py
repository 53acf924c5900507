"""``credit-rules lsp``: the language server that an editor starts."""

from __future__ import annotations

import sys

import click

from .command import command, option
from .failure import DONE, FOUND, Failure
from .settings import Settings
from .streams import expect_open_input


@command(
    "lsp",
    words=(
        "语言服务器（LSP），由编辑器启动：边写边检查规则包和名录，补全代码，悬停看名称、日期和依据，跳到名录，快速改正。"
        "需要附加包 lsp。",
        "Language server (LSP), started by an editor: checks packs and registry while they are typed, completes names,"
        " shows titles, dates and basis, goes to the registry, mends near misses. Needs the extra lsp.",
    ),
    examples=("credit-rules lsp", "credit-rules lsp --strict --lang en"),
)
@option(
    "--strict",
    is_flag=True,
    words=("按新文件的要求检查，警告也算错误", "what a new memorandum must pass; warnings count as errors"),
)
@option(
    "--stdio",
    is_flag=True,
    words=(
        "经标准输入输出通信；总是如此，有的编辑器会带上",
        "talk over standard input and output; always so, some editors add it",
    ),
)
def lsp(settings: Settings, strict: bool, stdio: bool) -> int:
    """Answer until the editor ends it; exit status 1 where it went away without saying so."""
    from ..lsp.stdio import available, serve

    if not available():
        raise Failure(
            "extra-missing",
            "语言服务器需要附加包 credit-rules[lsp]，现在没有安装。",
            "The language server needs the extra credit-rules[lsp], which is not installed.",
            zh_hint="请运行 pip install 'credit-rules[lsp]'。",
            en_hint="Run pip install 'credit-rules[lsp]'.",
        )
    expect_open_input()
    if sys.stdin.isatty():
        zh = "这个命令由编辑器启动，见 docs/how-to/edit-in-your-editor.md；在终端里按 Ctrl-C 结束。"
        en = "An editor starts this command, see docs/how-to/edit-in-your-editor.md; in a terminal, Ctrl-C ends it."
        click.echo(settings.say(zh, en), err=True)
    return DONE if serve(settings.lang, strict=strict) else FOUND
