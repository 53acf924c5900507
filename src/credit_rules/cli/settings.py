"""What holds for the whole call and must be known before its options are read: language and form of errors."""

from __future__ import annotations

import os
from collections.abc import Sequence

from ..diagnostics.diagnostic import Language
from ..render.language import Say, speaker
from ..source.rows import NamedTuple

LANGUAGE_VARIABLE = "CREDIT_RULES_LANG"


class Settings(NamedTuple):
    """The language of everything said, and whether errors are JSON."""

    lang: Language = "zh"
    json_errors: bool = False

    @property
    def say(self) -> Say:
        """Chooses between the Chinese and the English sentence."""
        return speaker(self.lang)


def settings_of(arguments: Sequence[str]) -> Settings:
    """The settings that the arguments of a call ask for, wherever the options stand in it.

    A wrong ``--lang`` is not reported here: its option does that, with a message in the default language.
    """
    lang: Language = "en" if language_asked(arguments).startswith("en") else "zh"
    return Settings(lang, "json" in (_value_of("--format", arguments), _value_of("--summary", arguments)))


def language_asked(arguments: Sequence[str]) -> str:
    """The last ``--lang``, else what the environment says, else ``zh``."""
    return _value_of("--lang", arguments) or os.environ.get(LANGUAGE_VARIABLE, "").lower() or "zh"


def _value_of(option: str, arguments: Sequence[str]) -> str | None:
    value = None
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == option and number + 1 < len(arguments):
            value = arguments[number + 1]
        elif argument.startswith(f"{option}="):
            value = argument.partition("=")[2]
    return value
