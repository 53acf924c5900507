"""Whether durable-rules is there: what every test of this folder needs."""

from __future__ import annotations

import importlib.util
import sys

import pytest

AVAILABLE = sys.version_info < (3, 13) and importlib.util.find_spec("durable") is not None
needs_durable = pytest.mark.needs("durable-rules, and a Python before 3.13", AVAILABLE)
