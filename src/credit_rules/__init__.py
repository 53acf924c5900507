"""Rules engine for joint reward and punishment memoranda (守信联合激励和失信联合惩戒).

>>> from credit_rules import Engine
>>> engine = Engine.bundled()
>>> decision = engine.evaluate({
...     "subject": {"id": "91350100M000100Y43", "kind": "enterprise"},
...     "context": {"as_of": "2018-05-10", "region": "360300"},
... })
>>> decision.measures
()
"""

from typing import TYPE_CHECKING

from .case.decision import Decision, Indication, MeasureView, RecordView
from .case.model import Case, Event, Inquiry, Record, Relation, Subject
from .diagnostics.diagnostic import Diagnostic, InputError
from .diagnostics.span import Span
from .engine.engine import Engine
from .engine.version import __version__
from .plan.model import Plan
from .plan.options import Options

if TYPE_CHECKING:
    from .engine.session import Change, Session

__all__ = [
    "Case",
    "Change",
    "Decision",
    "Diagnostic",
    "Engine",
    "Event",
    "Indication",
    "InputError",
    "Inquiry",
    "MeasureView",
    "Options",
    "Plan",
    "Record",
    "RecordView",
    "Relation",
    "Session",
    "Span",
    "Subject",
    "__version__",
]


def __getattr__(name: str) -> object:
    """What few programs use is imported when it is asked for."""
    if name in ("Change", "Session"):
        from .engine import session

        return getattr(session, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
