"""durable-rules by itself, to test what the evaluator is fenced against."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

BEFORE = """
import resource
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from durable.engine import Host
class Quiet(Host):
    def _run(self): pass
def nothing(context): pass
"""


def quiet_host(rules: dict[str, Any]) -> Any:
    """A host with one ruleset, ``t``, and without threads of its own."""
    from durable.engine import Host

    class Quiet(Host):  # type: ignore[misc]
        def _run(self) -> None:
            pass

    return Quiet({"t": rules})


def rule(*patterns: dict[str, Any], run: Any = None) -> dict[str, Any]:
    """A rule over patterns; without an action it does nothing."""
    return {"all": list(patterns), "run": run or (lambda context: None)}


def noting(found: list[Any], what: Any = True) -> Callable[[Any], None]:
    """An action that notes that it was run; durable-rules wants a function of one argument."""

    def note(context: Any) -> None:
        found.append(what)

    return note


def start_apart(program: str) -> subprocess.Popen[str]:
    """A program in a process of its own, for what hangs or kills; ``Quiet`` and ``nothing`` are defined."""
    return subprocess.Popen(
        [sys.executable, "-c", BEFORE + program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


def said(process: subprocess.Popen[str], seconds: float) -> str:
    """What a process says; ``hangs`` where it does not end in time, ``dies`` where it is killed by a fault."""
    try:
        text = process.communicate(timeout=seconds)[0].strip()
        return "dies" if process.returncode < 0 else text
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return "hangs"
