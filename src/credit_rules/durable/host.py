"""The only door to durable-rules: whether it is there, a quiet host, and giving its memory back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from threading import Lock
from typing import Any

from .refusals import Refusal

_FIRST_USE = Lock()
"""The library numbers its rulesets in a global table."""


def expect_installed() -> None:
    """:class:`Refusal` where the library is not there, or the Python is one on which it cannot be imported.

    From Python 3.13 on it cannot: it calls what was removed from the C interface.
    """
    try:
        import durable.engine  # noqa: F401
    except ImportError:
        raise Refusal("evaluator-not-installed") from None


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


def assert_facts(host: Any, name: str, facts: list[dict[str, int | str]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Assert facts; then each definition that they meet, with the facts of each match by alias.

    The actions are taken from the library and told to it as done, one by one, but not run by it: by its own runner an
    exception or an interruption in one goes into the state and nowhere else, and where ten seconds of the wall clock
    pass meanwhile (the process was stopped, the clock was set) the rest is dropped in silence.
    """
    from durable_rules_engine import complete_and_start_action, start_action_for_state

    ruleset = host.get_ruleset(name)
    state = ruleset.assert_facts(facts)
    started = start_action_for_state(ruleset._handle, state)
    action = started[1] if started else None
    while action:
        ((definition, matches),) = json.loads(action).items()
        yield definition, matches
        action = complete_and_start_action(ruleset._handle, state)


def retract_facts(host: Any, name: str, ids: Iterable[str]) -> None:
    """Retract facts by their ids."""
    host.get_ruleset(name).retract_facts([{"id": id} for id in ids])


def give_back(host: Any, name: str) -> None:
    """Free the one state of a ruleset, in which an action must have run, and the ruleset.

    Of a state in which none ever ran the library would free what it never set.
    """
    from durable_rules_engine import delete_ruleset

    with _FIRST_USE:
        host.delete_state(name)
        delete_ruleset(host.get_ruleset(name)._handle)
