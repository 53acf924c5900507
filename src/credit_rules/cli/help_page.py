"""The page that ``--help`` prints: usage, what it does, arguments, options, commands, an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shutil import get_terminal_size

import click

from ..render.sheet import Field
from ..render.text import field_lines
from ..render.width import wrap
from .command import Argument, Explained, Option, say_of

_INDENT = 2


def help_page(command: Explained, context: click.Context) -> str:
    """The page in the language of the call, as wide as the terminal up to 100 columns."""
    width = min(get_terminal_size((88, 24)).columns, 100)
    return "\n".join(_lines(command, context, width))


def _lines(command: Explained, context: click.Context, width: int) -> Iterator[str]:
    say = say_of(context)
    yield f"{say('用法：', 'Usage: ')}{context.command_path} {_usage(command, context)}"
    yield ""
    yield from (" " * _INDENT + line for line in wrap(say(*command.words), width - _INDENT))
    params = command.get_params(context)
    arguments = [Field(_metavar(p), (say(*p.words),)) for p in params if isinstance(p, Argument)]
    options = [Field(_names(p), (say(*p.words),)) for p in params if isinstance(p, Option)]
    help_row = Field("--help", (say("显示本页", "show this page"),))
    yield from _block(say("参数：", "Arguments:"), arguments, width)
    yield from _block(say("选项：", "Options:"), [*options, help_row], width)
    if isinstance(command, click.Group):
        found = ((name, command.get_command(context, name)) for name in command.list_commands(context))
        rows = [Field(name, (say(*sub.words),)) for name, sub in found if isinstance(sub, Explained)]
        yield from _block(say("命令：", "Commands:"), rows, width)
    yield ""
    yield say("示例：", "Examples:") if len(command.examples) != 1 else say("示例：", "Example:")
    yield from (" " * _INDENT + example for example in command.examples)


def _block(title: str, rows: Iterable[Field], width: int) -> Iterator[str]:
    fields = tuple(rows)
    if fields:
        yield ""
        yield title
        yield from (line.text for line in field_lines(fields, width, _INDENT))


def _usage(command: Explained, context: click.Context) -> str:
    say = say_of(context)
    pieces = [say("[选项]", "[OPTIONS]")]
    pieces += [_metavar(param) for param in command.get_params(context) if isinstance(param, Argument)]
    if isinstance(command, click.Group):
        pieces.append(say("命令 ……", "COMMAND ..."))
    return " ".join(pieces)


def _metavar(param: Argument) -> str:
    name = f"{param.shown}..." if param.nargs == -1 else param.shown
    return name if param.required else f"[{name}]"


def _names(param: Option) -> str:
    names = ", ".join(param.opts)
    return names if param.is_flag else f"{names} {param.metavar}"
