"""To publicise a natural person needs a law, a regulation or consent (S23; LF 8b.16)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.model import Measure
from ..registry.condense import kinds_of
from ..source.node import Path
from .framework.bases import bases
from .framework.check import Check, Code, Words
from .framework.checked import Checked

ENOUGH = ("law", "administrative-regulation", "state-council-decision", "local-regulation")


def publicising_persons(checked: Checked) -> Iterable[Diagnostic]:
    """Measures that publicise and may fall on natural persons, without a basis that allows it."""
    for path, measure, _ in checked.written:
        act = checked.registry.acts.get(measure.act)
        if (
            act is None
            or measure.direction != "punishment"
            or act.effect != "publicise"
            or not _on_persons(checked, measure)
        ):
            continue
        if not _allowed(checked, measure, path):
            yield checked.finding("publicising-persons", (*path, "act"), found=measure.id)


def _on_persons(checked: Checked, measure: Measure) -> bool:
    bearers = kinds_of(measure.bearer_kinds, checked.registry)
    listed = kinds_of(measure.listed_kinds, checked.registry)
    if bearers and "natural-person" not in bearers:
        return False
    by_role = any(not isinstance(bearer, str) for bearer in measure.bearers)
    return by_role or not listed or "natural-person" in listed


def _allowed(checked: Checked, measure: Measure, path: Path) -> bool:
    found = (basis for basis in bases(checked, measure, path) if basis.on.version is not None)
    return any(basis.entry.rank in ENOUGH for basis in found)


CHECK = Check(
    find=publicising_persons,
    rules=("S23", "LF 8b.16"),
    reason=Words(
        "公开自然人的失信信息，须有法律、法规或者国务院决定的依据，或者本人同意，并且遮盖证件号码、写明到期日；其他个人资料不得公开。",
        "To make a natural person's dishonesty public needs a law, a regulation or a State Council decision, or consent, with "
        "numbers masked and a last day; other personal data are not public.",
    ),
    limits=Words(
        "同意写成条件（事实）的查不出来，请在这一行注明理由。",
        "Consent that is written as a condition cannot be told; give the reason on the line.",
    ),
    codes=(
        Code(
            id="publicising-persons",
            level=None,
            said=Sentence(
                "措施“{found}”会公开自然人的信息，却没有引用允许公开的法律、法规",
                "the measure “{found}” publicises natural persons and cites no law or regulation that allows it",
                "请引用依据，或者写 bearer_kinds: units 只公开单位。",
                "Cite the basis, or write bearer_kinds: units so that only units are publicised.",
            ),
            bad="""
                measures:
                  - act: ‸expose
                    basis: none-cited
            """,
            good="""
                measures:
                  - act: expose
                    bearer_kinds: units
                    basis: none-cited
            """,
        ),
    ),
)
