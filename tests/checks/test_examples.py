"""Every check finds its bad example, once and in its place, and nothing in its good one."""

from __future__ import annotations

import re

import pytest

from credit_rules.checks.framework.check import Check, Code
from credit_rules.checks.framework.discover import every_check, every_code
from tests.checks.template import findings, marked

CHINESE = re.compile(r"[\u4e00-\u9fff]")
CODES = [pytest.param(check, code, id=code.id) for check, code in every_code().values()]


@pytest.mark.parametrize(("check", "code"), CODES)
def test_the_bad_example_is_found_once_and_nothing_else_is(check: Check, code: Code) -> None:
    text, place = marked(code.bad)
    found = findings(text, strict=True)
    assert [(one.code, one.span.line, one.span.column, one.level) for one in found] == [(code.id, *place, code.strict)]
    zh, en = found[0].message("zh"), found[0].message("en")
    assert zh != en
    assert "{" not in zh + en + found[0].hint("zh") + found[0].hint("en")


@pytest.mark.parametrize(("check", "code"), CODES)
def test_without_strict_it_is_found_where_the_code_says_so(check: Check, code: Code) -> None:
    found = findings(marked(code.bad)[0], strict=False)
    assert [(one.code, one.level) for one in found] == ([] if code.level is None else [(code.id, code.level)])


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(("check", "code"), CODES)
def test_the_good_example_is_clean(check: Check, code: Code, strict: bool) -> None:
    assert findings(code.good, strict=strict) == []


@pytest.mark.parametrize("check", every_check(), ids=lambda check: check.codes[0].id)
def test_a_check_says_why_in_both_languages(check: Check) -> None:
    for words in (check.reason, check.limits):
        if words is not None:
            assert CHINESE.search(words.zh)
            assert words.en
            assert not CHINESE.search(words.en)
    assert check.rules
    assert all(re.fullmatch(r"S\d+a?|LF \d+b?\.\d+[a-z]?", rule) for rule in check.rules)
    assert check.find.__doc__
