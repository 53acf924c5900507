"""Commands, options and arguments that explain themselves in both languages, and their help page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import click

from ..diagnostics.near_miss import nearest
from ..render.language import Say
from ..source.days import parse_day
from .settings import Settings

Words = tuple[str, str]
"""Chinese and English."""


def say_of(context: click.Context | None) -> Say:
    """The language of the call that is being read."""
    settings = context.find_object(Settings) if context else None
    return (settings or Settings()).say


class Choice(click.Choice[str]):
    """One of a few words; a wrong one is answered with the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        words, near = ", ".join(self.choices), nearest(str(value), self.choices)
        zh = f"没有“{value}”" + (f"，是不是 {near}？" if near else "。") + f"可用：{words}。"
        en = f"there is no “{value}”" + (f"; did you mean {near}?" if near else ".") + f" Choose from: {words}."
        raise click.BadParameter(say_of(ctx)(zh, en), ctx, param)


class Day(click.ParamType[date]):
    """A day, ``YYYY-MM-DD``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return parse_day(value)
        except ValueError:
            zh, en = f"“{value}”不是日期，应写成 2018-05-10 这样。", f"“{value}” is no day; write it like 2018-05-10."
            raise click.BadParameter(say_of(ctx)(zh, en), ctx, param) from None


class Region(click.ParamType[str]):
    """A six-digit place code (GB/T 2260)."""

    name = "region"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if len(value) == 6 and value.isascii() and value.isdigit():
            return str(value)
        zh, en = (
            f"“{value}”不是六位行政区划代码，例如 360300。",
            f"“{value}” is no six-digit place code, such as 360300.",
        )
        raise click.BadParameter(say_of(ctx)(zh, en), ctx, param)


class Option(click.Option):
    """An option with its explanation in both languages."""

    def __init__(self, *args: Any, words: Words, **attrs: Any):
        super().__init__(*args, **attrs)
        self.words = words


class Argument(click.Argument):
    """An argument with its explanation in both languages."""

    def __init__(self, *args: Any, words: Words, **attrs: Any):
        super().__init__(*args, **attrs)
        self.words = words

    @property
    def shown(self) -> str:
        """How usage and messages name it: ``CASE``, or the words to choose from."""
        return self.metavar or (self.name or "").upper()


class Explained(click.Command):
    """A command with a sentence in both languages and examples; it refuses surplus words in the chosen language."""

    def __init__(self, *args: Any, words: Words, examples: Sequence[str] = (), **attrs: Any):
        super().__init__(*args, **attrs)
        self.words = words
        self.examples = tuple(examples)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click does not always say to which command a mistake belongs
            raise
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            surplus = " ".join(rest)
            raise click.UsageError(say_of(ctx)(f"多出了“{surplus}”。", f"“{surplus}” is too much."), ctx)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        from .help_page import help_page

        return help_page(self, ctx)


def language_option() -> Callable[[Any], Any]:
    """``--lang``, which every command takes; it is in effect before the options are read (``settings.py``)."""
    return option(
        "--lang",
        type=Choice(("zh", "en")),
        metavar="zh|en",
        expose_value=False,
        words=(
            "输出语言，默认中文；也可用环境变量 CREDIT_RULES_LANG",
            "language, Chinese by default; also CREDIT_RULES_LANG",
        ),
    )


def option(*names: str, words: Words, **attrs: Any) -> Callable[[Any], Any]:
    """An option of a command."""
    return click.option(*names, cls=Option, words=words, **attrs)


def argument(name: str, *, words: Words, **attrs: Any) -> Callable[[Any], Any]:
    """An argument of a command."""
    return click.argument(name, cls=Argument, words=words, **attrs)


def command(name: str, *, words: Words, examples: Sequence[str]) -> Callable[[Callable[..., Any]], Explained]:
    """A command; the function gets the settings of the call first, then its options by name."""

    def decorate(function: Callable[..., Any]) -> Explained:
        called = language_option()(click.pass_obj(function))
        return click.command(name, cls=Explained, words=words, examples=examples)(called)

    return decorate
