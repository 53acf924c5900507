"""A partition decided: its rows read and judged, the cases that are wrong set aside, the others decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from ...diagnostics.diagnostic import Language
from ...plan.model import Plan
from ...plan.options import Options
from ..read.identity import declare_identity
from ..read.judge import REASONS, WARNINGS, Loaded, judge
from ..read.quarantine import QUARANTINE, set_aside
from ..read.screen import find_suspects
from ..read.typed import load
from ..situating import situate
from ..stages import Prepared, contexts_of, decide_tables, prepare
from ..store import DuckStore
from ..tables import OUTPUTS, inputs
