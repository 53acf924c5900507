"""What click finds wrong with a call, in our words and in both languages, with the nearest right spelling."""

from __future__ import annotations

import click

from ..diagnostics.near_miss import nearest
from .command import Argument
from .failure import Failure


def failure_of_call(error: click.ClickException) -> Failure:
    """What click found wrong with the call, in our words and both languages."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "credit-rules"
    see = {"zh_hint": f"运行 {path} --help 查看用法。", "en_hint": f"Run {path} --help to see the usage."}
    zh, en = _sentences(error)
    return Failure("usage", zh, en, **see)


def _sentences(error: click.ClickException) -> tuple[str, str]:
    if isinstance(error, click.NoSuchOption):
        return _unknown_option(error)
    if isinstance(error, click.MissingParameter):
        name = _parameter_name(error.param)
        return f"缺少 {name}。", f"{name} is missing."
    if isinstance(error, click.BadOptionUsage):
        return _badly_used_option(error)
    if isinstance(error, click.BadParameter):
        name = _parameter_name(error.param)
        return f"{name} 的值不对：{error.message}", f"the value of {name} is wrong: {error.message}"
    message = error.format_message()
    return message, message


def _unknown_option(error: click.NoSuchOption) -> tuple[str, str]:
    known = [name for param in error.ctx.command.get_params(error.ctx) for name in param.opts] if error.ctx else []
    near = nearest(error.option_name, known)
    return (
        f"没有选项 {error.option_name}" + (f"，是不是 {near}？" if near else "。"),
        f"there is no option {error.option_name}" + (f"; did you mean {near}?" if near else "."),
    )


def _badly_used_option(error: click.BadOptionUsage) -> tuple[str, str]:
    params = error.ctx.command.params if error.ctx else []
    is_flag = any(getattr(p, "is_flag", False) for p in params if error.option_name in p.opts)
    if is_flag:
        return f"选项 {error.option_name} 不带值。", f"option {error.option_name} takes no value."
    return f"选项 {error.option_name} 需要一个值。", f"option {error.option_name} needs a value."


def _parameter_name(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    return param.shown if isinstance(param, Argument) else max(param.opts, key=len)
