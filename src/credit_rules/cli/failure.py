"""What a call says when it cannot be carried out: one sentence, a way out, exit status 2, never a traceback."""

from __future__ import annotations

import errno
from pathlib import Path
from traceback import extract_tb

import click

from .settings import Settings

DONE, FOUND, WRONG = 0, 1, 2
"""Exit statuses: done; findings at error level, failed cases or a difference; the input or the call is wrong."""
_PACKAGE = Path(__file__).parents[1]


class Failure(Exception):
    """The call cannot be carried out: a sentence and a way out, in both languages."""

    def __init__(self, code: str, zh: str, en: str, *, zh_hint: str = "", en_hint: str = ""):
        super().__init__(en)
        self.code = code
        self.sentences = (zh, en)
        self.hints = (zh_hint, en_hint)
        self.status = WRONG


def not_yet(zh: str, en: str) -> Failure:
    """A part of the command line that this version does not have."""
    return Failure("not-in-this-version", f"{zh}本版本尚未提供。", f"{en} is not in this version yet.")


def report(failure: Failure, settings: Settings) -> None:
    """Say the failure on standard error, as a sentence or as the contract's object."""
    message, hint = settings.say(*failure.sentences), settings.say(*failure.hints)
    if settings.json_errors:
        from ..render.diagnostics import write_errors

        click.echo(write_errors([{"code": failure.code, "path": "", "message": message, "hint": hint}]), err=True)
        return
    click.echo(f"{settings.say('错误：', 'Error: ')}{message}", err=True)
    if hint:
        click.echo(f"    {settings.say('办法：', 'way out: ')}{hint}", err=True)


def failure_of_program(error: BaseException) -> Failure:
    """A fault of the program itself; nothing of the input is quoted, since it may hold identity numbers (S28)."""
    last = extract_tb(error.__traceback__)[-1] if error.__traceback__ else None
    place = f"{_shown_source(last.filename)}:{last.lineno}" if last else "?"
    what = f"{type(error).__name__}, {place}"
    return Failure(
        "internal-error",
        f"程序内部出错（{what}），不是输入的问题；请把这一行和所用命令告知项目维护者（见 README）。",
        f"the program itself failed ({what}), not the input; please report this line and the command (see README).",
    )


def _shown_source(filename: str) -> str:
    """A file of the package from its folder on, any other by its name alone: no path of the machine is told."""
    path = Path(filename)
    return path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name


def failure_of_file(path: str, error: OSError) -> Failure:
    """A file that cannot be read or written, with the reason."""
    zh, en = reason_of(error)
    return Failure(
        "file",
        f"{path}：{zh}。",
        f"{path}: {en}.",
        zh_hint="请核对路径；“-”表示标准输入。",
        en_hint="Check the path; - is standard input.",
    )


def reason_of(error: OSError) -> tuple[str, str]:
    """Why something could not be read or written, in Chinese and English."""
    by_type = {
        FileNotFoundError: ("没有这个文件或目录", "no such file or directory"),
        IsADirectoryError: ("这是一个目录，不是文件", "it is a directory, not a file"),
        NotADirectoryError: ("路径中有一段不是目录", "a part of the path is not a directory"),
        PermissionError: ("没有读写权限", "permission denied"),
    }
    by_number = {
        errno.ENOSPC: ("没有剩余空间", "no space left"),
        errno.EROFS: ("文件系统只读", "the file system is read-only"),
    }
    other = (error.strerror or "无法读写", error.strerror or "cannot be read or written")
    return by_type.get(type(error)) or by_number.get(error.errno or 0, other)
