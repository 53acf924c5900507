"""The page of checks is made from the checks, and current."""

from __future__ import annotations

from credit_rules.checks.framework.check import CARET
from credit_rules.checks.framework.discover import every_code
from credit_rules.toolbox.checks_page import checks_page
from tests.checks.page import PAGE


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == checks_page(), "python -m tests.checks.page"


def test_the_page_has_every_check_with_its_examples() -> None:
    page = checks_page()
    for id, (_, code) in every_code().items():
        assert f"\n## {id}\n" in page
        assert f"```yaml\n{code.bad.replace(CARET, '')}```" in page
        assert f"```yaml\n{code.good}```" in page
    assert CARET not in page
