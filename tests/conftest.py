"""What holds for every test: how Hypothesis searches, and how a part that the machine lacks is skipped.

A test that needs more than Python says so, with what it needs and whether that is there::

    @pytest.mark.needs("Java 17 or later", shutil.which("java"))
    def test_rows_agree_on_spark() -> None: ...

or, where only the test can know, ``needs("a compiler", found)`` with the fixture of that name. Where it is lacking,
the test is skipped under that name; with ``CREDIT_RULES_SKIPS=fail`` it fails instead, so that nothing goes untested
unseen.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from hypothesis import settings

STRICT = os.environ.get("CREDIT_RULES_SKIPS") == "fail"

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") or STRICT else "default"))


def need(what: str, available: object) -> None:
    """Go on where ``available`` is true; else skip by name, or fail where skips are failures."""
    if available:
        return
    if STRICT:
        pytest.fail(f"needs {what}, which this machine lacks (CREDIT_RULES_SKIPS=fail)", pytrace=False)
    pytest.skip(f"needs {what}")


@pytest.fixture
def needs() -> Callable[[str, object], None]:
    return need


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        need(*mark.args, **mark.kwargs)
