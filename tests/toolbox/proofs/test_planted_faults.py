"""Each planted fault is found by the proof meant for it, in its place, with a case that the engine confirms, and nothing else is."""

from __future__ import annotations

import re

import pytest

from credit_rules.toolbox.proofs.every import every_proof
from credit_rules.toolbox.proofs.proof import Proof
from tests.checks.template import marked
from tests.toolbox.proofs.proved import SOLVER, prove_text

pytestmark = pytest.mark.needs(*SOLVER)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
PLANTED = [
    pytest.param(proof, text, id=f"{proof.id}-{number}")
    for proof in every_proof()
    for number, text in enumerate(proof.bad, 1)
]
PROOFS = [pytest.param(proof, id=proof.id) for proof in every_proof()]


def test_the_ten_proofs_are_there() -> None:
    for proof in every_proof():
        file = proof.find.__module__.rpartition(".")[2]
        assert proof.id == f"proof-{file.replace('_', '-')}"
    assert {proof.id.removeprefix("proof-") for proof in every_proof()} == {
        "never-true", "always-true", "shadowed", "contradiction", "gap", "reaches-nothing", "status-not-allowed",
        "bearer-not-named", "term-beyond-basis", "conduct-counted-twice",
    }  # fmt: skip


@pytest.mark.parametrize(("proof", "text"), PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(proof: Proof, text: str) -> None:
    written, place = marked(text)
    report = prove_text(written)
    found = [each.diagnostic for each in report.found]
    assert [(one.code, one.span.line, one.span.column) for one in found] == [(proof.id, *place)]
    assert report.disputed == ()
    assert found[0].level == proof.level
    zh, en = found[0].message("zh"), found[0].message("en")
    assert CHINESE.search(zh)
    assert not CHINESE.search(re.sub(r"“[^”]*”|\([^)]*\)|《[^》]*》", "", en))
    assert "{" not in zh + en + found[0].hint("zh") + found[0].hint("en")


@pytest.mark.parametrize("proof", PROOFS)
def test_at_least_two_faults_are_planted(proof: Proof) -> None:
    assert len(proof.bad) >= 2


@pytest.mark.parametrize("proof", PROOFS)
def test_the_clean_original_is_clean(proof: Proof) -> None:
    report = prove_text(proof.good)
    assert (report.found, report.disputed, report.wrong) == ((), (), ())


@pytest.mark.parametrize("proof", PROOFS)
def test_a_proof_says_why_in_both_languages(proof: Proof) -> None:
    for words in (proof.reason, proof.limits):
        assert CHINESE.search(words.zh)
        assert words.en
        assert not CHINESE.search(words.en)
    assert all(re.fullmatch(r"S\d+a?|LF \d+b?\.\d+[a-z]?", rule) for rule in proof.rules)
    assert proof.find.__doc__
