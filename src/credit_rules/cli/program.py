"""The program ``credit-rules``: its commands, read only when called, and the guard around them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from ..diagnostics.diagnostic import InputError
from ..diagnostics.near_miss import nearest
from .command import Explained, language_option, option, say_of
from .failure import DONE, WRONG, Failure, failure_of_program, report
from .misuse import failure_of_call
from .settings import LANGUAGE_VARIABLE, Settings, language_asked, settings_of
from .streams import abandon, failure_of_output, open_streams

COMMANDS = {
    "evaluate": ("evaluate", "evaluate"),
    "batch": ("batch", "batch"),
    "why": ("why", "why"),
    "notice": ("notice", "notice"),
    "replay": ("replay", "replay"),
    "check": ("check", "check"),
    "test": ("run_cases", "run_cases"),
    "fmt": ("fmt", "fmt"),
    "new": ("new", "new"),
    "coverage": ("coverage", "coverage"),
    "mutate": ("mutate", "mutate"),
    "prove": ("prove", "prove"),
    "browse": ("browse", "browse"),
    "docs": ("docs", "docs"),
    "diff": ("diff", "diff"),
    "impact": ("impact", "impact"),
    "changes": ("changes", "changes"),
    "schema": ("schema", "schema"),
    "explain": ("explain", "explain"),
    "lsp": ("lsp", "lsp"),
    "plan": ("plan", "plan"),
}
"""Command to the module of this package and the name in it, in the order of the help page."""

_INTERRUPTED, _PIPE_CLOSED = 130, 141
"""What shells expect of a program that was interrupted, or whose reader went away."""


class Program(Explained, click.Group):
    """The group of all commands; a command's module is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        found: click.Command = getattr(import_module(f".{module}", __package__), name)
        return found

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        extra.setdefault("obj", settings_of(args))
        return super().make_context(info_name, args, parent, **extra)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS:
            near = nearest(name, COMMANDS)
            zh = f"没有命令 {name}" + (f"，是不是 {near}？" if near else "。")
            en = f"there is no command {name}" + (f"; did you mean {near}?" if near else ".")
            raise click.UsageError(say_of(ctx)(zh, en), ctx)
        return name, self.get_command(ctx, name), args[1:]


def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from ..engine.version import __version__

        click.echo(f"credit-rules {__version__}")
        ctx.exit()


@click.command(
    cls=Program,
    name="credit-rules",
    invoke_without_command=True,
    words=(
        "守信联合激励和失信联合惩戒：按政策文件给出措施提示。提示不是行政决定。",
        "Joint incentives and punishments: which measures the policy documents indicate. Never an administrative decision.",
    ),
    examples=("credit-rules evaluate case.yaml", "credit-rules evaluate --help"),
)
@language_option()
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    words=("显示版本", "show the version"),
)
@click.pass_context
def program(context: click.Context) -> None:
    """Without a command, how to use the program."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run(arguments: Sequence[str] | None = None) -> int:
    """Carry out one call and give its exit status (contract.md, "Command line").

    Nothing leaves this function: what is wrong with the call or the input is said on standard error in one piece.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    settings = settings_of(words)
    try:
        return _guarded(words, settings)
    except OSError:  # standard error takes nothing either: the exit status must say it all
        abandon(sys.stderr)
        return WRONG


def _guarded(words: list[str], settings: Settings) -> int:
    try:
        _expect_known_language(words)
        status = _call(words)
        sys.stdout.flush()
        return status
    except click.ClickException as error:
        report(failure_of_call(error), settings)
    except Failure as failure:
        report(failure, settings)
        return failure.status
    except InputError as error:
        report_input(error, settings)
    except (KeyboardInterrupt, click.Abort):
        click.echo(settings.say("已中断。", "Interrupted."), err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        abandon(sys.stdout)
        return _PIPE_CLOSED
    except OSError as error:  # files are guarded where they are opened, so what has no name is standard output
        if error.filename is None:
            abandon(sys.stdout)
        report(failure_of_output(error) if error.filename is None else failure_of_program(error), settings)
    except Exception as error:
        report(failure_of_program(error), settings)
    return WRONG


def _call(words: list[str]) -> int:
    try:
        with program.make_context("credit-rules", words) as context:
            status = program.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return status if isinstance(status, int) else DONE


def main() -> NoReturn:
    """Entry point of the installed program."""
    open_streams()
    sys.exit(run())


def report_input(error: InputError, settings: Settings) -> None:
    """Say everything that is wrong with the input on standard error, with places and ways out."""
    from ..render.diagnostics import errors_object, write_diagnostics

    if settings.json_errors:
        click.echo(errors_object(error.diagnostics, lang=settings.lang), err=True)
    else:
        click.echo(write_diagnostics(error.diagnostics, lang=settings.lang), err=True, nl=False)


def _expect_known_language(words: Sequence[str]) -> None:
    asked = os.environ.get(LANGUAGE_VARIABLE, "")
    if asked and not asked.lower().startswith(("zh", "en")) and language_asked(words) == asked.lower():
        raise Failure(
            "usage",
            f"环境变量 {LANGUAGE_VARIABLE} 只能是 zh 或 en，现在是“{asked}”。",
            f"the environment variable {LANGUAGE_VARIABLE} is zh or en, not “{asked}”.",
        )
