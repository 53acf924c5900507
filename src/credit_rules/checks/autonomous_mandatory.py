"""What banks, insurers, credit agencies, associations and media do is their own affair (S15; LF 8.25)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def autonomous_mandatory(checked: Checked) -> Iterable[Diagnostic]:
    """A measure of an autonomous actor is never mandatory: nobody can force it to punish."""
    for path, measure, adopted in checked.measures:
        inherited = adopted and checked.loaded.node.find((*path, "force")) is None
        if measure.actor == "autonomous" and measure.force == "mandatory" and not inherited:
            yield checked.finding("autonomous-mandatory", (*path, "force"), found=measure.id)


CHECK = Check(
    find=autonomous_mandatory,
    rules=("S15", "LF 8.25"),
    reason=Words(
        "银行、保险、征信机构、协会和媒体自主决定怎样对待失信主体，任何人不得强制它们惩戒；文件写“应”“不得”也一样。",
        "Banks, insurers, credit agencies, associations and media decide for themselves how they treat a listed subject. Nobody may force them to punish, whatever word the text uses.",
    ),
    limits=Words(
        "只看措施自己写的 force；沿用别的规则包的，在那里报告。",
        "Looks at the force that the measure itself writes; what is adopted is told where it was written.",
    ),
    codes=(
        Code(
            id="autonomous-mandatory",
            said=Sentence(
                "措施“{found}”由自主机构实施，不能是强制性的",
                "the measure “{found}” is an autonomous body's own, so it cannot be mandatory",
                "银行、保险、征信机构、协会和媒体的措施一律是推荐性的；请删去 force。",
                "What banks, insurers, credit agencies, associations and media do is always recommended; delete force.",
            ),
            bad="""
                measures:
                  - act: refuse-credit
                    actor: autonomous
                    force: ‸mandatory
                    departments: [各银行]
            """,
            good="""
                measures:
                  - act: refuse-credit
                    actor: autonomous
                    departments: [各银行]
            """,
        ),
    ),
)
