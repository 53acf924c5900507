"""What the head of a pack says for all measures, and none of them takes up."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.model import Measure
from .framework.check import Check, Code, Words
from .framework.checked import Checked


def never_used(checked: Checked) -> Iterable[Diagnostic]:
    """A ``triggered_by`` of the pack where every measure has its own, or a default that every measure goes before."""
    pack = checked.loaded.pack
    measures = [measure for _, measure, _ in checked.measures]
    if not measures or len(measures) < len(pack.measures):
        return
    if pack.triggered_by is not None and all(measure.triggered_by is not None for measure in measures):
        yield checked.finding_at_key("trigger-unused", ("triggered_by",))
    for name, taken in (
        ("force", any(measure.force is None and measure.actor == "public" for measure in measures)),
        ("on_reduce", any(measure.on_reduce is None for measure in measures)),
        ("part", any(_without_part(measure) for measure in measures)),
    ):
        if getattr(pack.defaults, name) is not None and name in pack.defaults.model_fields_set and not taken:
            yield checked.finding_at_key("default-unused", ("defaults", name), found=name)


def _without_part(measure: Measure) -> bool:
    return any(isinstance(item, str) for item in measure.departments if not isinstance(measure.departments, str))


CHECK = Check(
    find=never_used,
    rules=("S1", "S15"),
    reason=Words(
        "整个规则包的规定，如果每项措施都另有规定，就不起作用；读的人却会以为它起作用。",
        "What the head says for all measures has no effect where each says otherwise, yet a reader takes it to have one.",
    ),
    codes=(
        Code(
            id="trigger-unused",
            said=Sentence(
                "每项措施都有自己的 triggered_by，整个规则包的不起作用",
                "every measure has its own triggered_by, so that of the pack has no effect",
                "请删去，或者删去与它相同的各项。",
                "Delete it, or those that say the same.",
            ),
            bad="""
                ‸triggered_by: {on_list: judgment-debtor}
                measures:
                  - triggered_by: {on_list: tax-violation}
            """,
            good="""
                triggered_by: {on_list: judgment-debtor}
                measures:
                  - {id: of-debtors}
                  - {id: of-taxpayers, triggered_by: {on_list: tax-violation}}
            """,
        ),
        Code(
            id="default-unused",
            said=Sentence(
                "每项措施都另有规定，defaults 的 {found} 不起作用",
                "no measure takes up {found} of the defaults, so it has no effect",
                "请删去。",
                "Delete it.",
            ),
            bad="""
                defaults: {‸force: mandatory}
                measures:
                  - force: recommended
                    wording: 可以
            """,
            good="""
                defaults: {force: mandatory}
                measures:
                  - {id: ordered}
                  - {id: advised, force: recommended, wording: 可以, bearers: [{roles: [director], at: listing}]}
            """,
        ),
    ),
)
