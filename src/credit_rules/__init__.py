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

from .case.decision import Decision, Indication, MeasureView, RecordView
from .case.model import Case, Event, Inquiry, Record, Relation, Subject
from .diagnostics.diagnostic import Diagnostic, InputError
from .diagnostics.span import Span
from .engine.engine import Engine
from .engine.version import __version__
from .plan.model import Plan
from .plan.options import Options

__all__ = [
    "Case",
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
    "Span",
    "Subject",
    "__version__",
]
