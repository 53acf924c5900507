"""The only door to durable-rules: whether it is there, a quiet host, and giving its memory back."""

from __future__ import annotations

import sys
from threading import Lock
from typing import Any

from .refusals import Refusal

TOO_NEW = (3, 13)
"""From this Python on the library cannot be imported: it calls what was removed from the C interface."""
_FIRST_USE = Lock()
"""The library numbers its rulesets in a global table."""


def expect_installed() -> None:
    """:class:`Refusal` where the library cannot be had."""
    if sys.version_info >= TOO_NEW:
        python = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise Refusal("evaluator-python-too-new", evaluator="durable", python=python)
    try:
        import durable.engine  # noqa: F401
    except ImportError:
        raise Refusal("evaluator-not-installed", evaluator="durable") from None


def new_host() -> Any:
    """A host without rulesets."""
    expect_installed()
    from durable.engine import Host

    class QuietHost(Host):  # type: ignore[misc]
        """Without the threads that look for timers and for actions of others."""

        def _run(self) -> None:
            pass

    return QuietHost()


def register(host: Any, name: str, rules: dict[str, Any]) -> None:
    """Hand a ruleset over; one at a time in the whole process."""
    with _FIRST_USE:
        host.register_rulesets({name: rules})


def give_back(host: Any, name: str) -> None:
    """Free the one state of a ruleset, in which an action must have run, and the ruleset.

    Of a state in which none ever ran the library would free what it never set.
    """
    from durable_rules_engine import delete_ruleset

    with _FIRST_USE:
        host.delete_state(name)
        delete_ruleset(host.get_ruleset(name)._handle)
