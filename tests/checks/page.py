"""The page of checks for the reference, made from their files: ``python -m tests.checks.page``."""

from __future__ import annotations

from pathlib import Path

from credit_rules.toolbox.checks_page import checks_page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "checks.md"


if __name__ == "__main__":
    PAGE.write_text(checks_page(), encoding="utf-8")
