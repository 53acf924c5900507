"""What only banks, associations and media carry out is their own decision, whatever the pack calls it (S15; LF 8.25)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.shown import shown
from ..pack.model import Measure
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def autonomous_as_public(checked: Checked) -> Iterable[Diagnostic]:
    """A measure with the actor ``public`` whose departments are all autonomous bodies."""
    for path, measure, _ in checked.measures:
        if measure.actor == "public" and _all_autonomous(measure, checked):
            yield checked.finding("autonomous-as-public", (*path, "departments"), found=shown(measure.id))


def _all_autonomous(measure: Measure, checked: Checked) -> bool:
    """Whether every department is known, and an autonomous body."""
    if isinstance(measure.departments, str):
        return False
    known = [checked.department(item) for item in measure.departments]
    return all(found is not None and found[0].remedy == "autonomous" for found in known)


CHECK = Check(
    find=autonomous_as_public,
    rules=("S15", "S26", "LF 8.25", "LF 8b.12"),
    reason=Words(
        "银行、保险、征信机构、协会和媒体不是行政机关：它们的措施不能是强制性的，不进入提示，救济也不是复议和诉讼。写成公共机构的措施，三样都会出错。",
        "Banks, insurers, credit agencies, associations and media are no administrative organs: their measures are never "
        "mandatory, never enter the indication, and are contested in another way than by reconsideration and suit. Encoded "
        "as a public measure, all three go wrong.",
    ),
    limits=Words(
        "部门中有一个是公共机构的，不检查：由谁实施要看原文。名录没有标明自主机构的查不出来。",
        "Says nothing where one of the departments is a public body: the text must tell who acts. A body that the registry "
        "does not mark as autonomous is not noticed.",
    ),
    codes=(
        Code(
            id="autonomous-as-public",
            level="warning",
            said=Sentence(
                "措施“{found}”只由自主机构实施，却没有写 actor: autonomous",
                "the measure “{found}” is carried out by autonomous bodies alone, and is not marked as theirs",
                "请写 actor: autonomous，并且 force: recommended。",
                "Write actor: autonomous, and force: recommended.",
            ),
            bad="""
                measures:
                  - act: refuse-credit
                    departments: ‸[各银行, 市行业协会]
            """,
            good="""
                measures:
                  - act: refuse-credit
                    actor: autonomous
                    force: recommended
                    departments: [各银行, 市行业协会]
            """,
        ),
    ),
)
