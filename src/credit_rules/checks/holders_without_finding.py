"""Shareholders and directors bear only what they were found responsible for (S11; LF 8b.19)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.model import RoleBearers
from .framework.bases import reduces
from .framework.check import Check, Code, Words
from .framework.checked import Checked

REMOTE = ("shareholder", "director", "supervisory-board-member")
"""Roles whose holders need not have had a hand in what the unit did."""


def holders_without_finding(checked: Checked) -> Iterable[Diagnostic]:
    """Measures that take a right from holders of such roles without asking that they answer for the record."""
    for path, measure, _ in checked.written:
        if not reduces(checked, measure):
            continue
        for index, bearer in enumerate(measure.bearers):
            if isinstance(bearer, RoleBearers) and not bearer.responsible:
                named = [role for role in bearer.roles if role in REMOTE]
                if named:
                    where = (*path, "bearers", index)
                    yield checked.finding("holder-without-finding", where, found="|".join(named))


CHECK = Check(
    find=holders_without_finding,
    rules=("S11", "LF 8b.19"),
    reason=Words(
        "股东、董事、监事不一定参与了失信行为；没有认定其负有直接责任，就不应当承受减损权益的措施。",
        "A shareholder, director or supervisor need not have had a hand in the conduct; without a finding of direct "
        "responsibility none of them bears what reduces a right.",
    ),
    limits=Words(
        "只看这三种职务；法定代表人、主要负责人和实际控制人依其条文。",
        "Looks at these three roles; legal representatives, persons in charge and controllers follow their own article.",
    ),
    codes=(
        Code(
            id="holder-without-finding",
            level=None,
            said=Sentence(
                "“{found:list}”不问有没有责任就承受减损权益的措施",
                "“{found:list}” would lose a right without being found responsible",
                "请写 responsible: true，或者删去这些职务。",
                "Write responsible: true, or leave these roles out.",
            ),
            bad="""
                measures:
                  - act: restrict-subsidy
                    bearers: [subject, ‸{roles: [shareholder], at: listing}]
            """,
            good="""
                measures:
                  - act: restrict-subsidy
                    bearers: [subject, {roles: [shareholder], at: listing, responsible: true}]
            """,
        ),
    ),
)
