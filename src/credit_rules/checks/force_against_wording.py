"""The force of a measure is what the word of its clause says (S15)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.shown import shown
from ..registry.wording import force_of
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def force_against_wording(checked: Checked) -> Iterable[Diagnostic]:
    """A measure of a public actor whose force, its own or the pack's, is not that of its wording."""
    default = checked.loaded.pack.defaults.force
    for path, measure, _ in checked.written:
        force = measure.force or default
        if measure.actor != "public" or measure.wording is None or force is None:
            continue
        said = force_of(measure.wording)
        if said is not None and said != force:
            where = (*path, "force") if measure.force is not None else (*path, "wording")
            word = shown(measure.wording)
            yield checked.finding("force-against-wording", where, found=shown(measure.id), force=force, wording=word)


CHECK = Check(
    find=force_against_wording,
    rules=("S15", "LF 8.25", "LF 8b.13"),
    reason=Words(
        "原文只是允许或者鼓励的，写成强制，部门就会以为必须惩戒；原文命令的，写成推荐，提示就会偏轻。强制与否只能出自原文的用语。",
        "A department takes a measure that the text only allows or encourages for its duty when it is encoded as mandatory; "
        "an order that is encoded as advice makes the indication too mild. Force comes from the words of the text alone.",
    ),
    limits=Words(
        "只看 wording 里的字；几个词并列、或者由全句的用语统领的，由人判断。银行、协会等自主机构的措施一律是推荐性的，不看用语。",
        "Looks at the words under wording. Where they say both, or the modal of the whole sentence governs, a person must "
        "judge. What autonomous bodies do is always recommended, whatever the word.",
    ),
    codes=(
        Code(
            id="force-against-wording",
            level="warning",
            said=Sentence(
                "措施“{found}”写成{force:phrase}，而原文用语是“{wording}”",
                "the measure “{found}” is {force:phrase}, and the text says “{wording}”",
                "请照用语写 force（应、应当、要、不得、禁止为 mandatory；可、可以、酌情、鼓励、支持等为 recommended），或者更正 wording。",
                "Write the force that the word gives (an order mandatory, permission or encouragement recommended), or "
                "correct wording.",
            ),
            bad="""
                measures:
                  - wording: 可以加强
                    force: ‸mandatory
            """,
            good="""
                measures:
                  - wording: 可以加强
                    force: recommended
            """,
        ),
    ),
)
