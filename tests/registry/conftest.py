"""The example registry, once for these tests."""

from __future__ import annotations

import pytest

from credit_rules.registry.registry import Registry
from tests.registry import example


@pytest.fixture(scope="package")
def registry() -> Registry:
    return example.registry()
