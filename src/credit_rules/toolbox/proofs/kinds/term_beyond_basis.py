"""A measure that lasts longer than the article that it cites allows (S22)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ....checks.framework.check import Words
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ....pack.period import Period, day_after_period
from ..kleene import Value
from ..measured import Borne
from ..proof import Found, Proof
from ..provided import Provided, provided
from ..proving import Proving
from ..settings import latest_start
from ..solver import Bit, conj, disj, neg
from ..witness import Witness
from ..world import World


def term_beyond_basis(proving: Proving, loaded: LoadedPack) -> Iterator[Found]:
    """Measures with a term of their own that some bearer still has when the longest time of every article read is over."""
    for posed in proving.measures(loaded):
        term = posed.rule.term
        rows = () if posed.adopted or term is None else provided(posed, proving, loaded)
        longest = _longest(rows)
        if term is None or longest is None or (term.period is not None and _days(term.period) <= _days(longest)):
            continue
        for borne in proving.bearers(posed):
            witness = _after(longest, borne, proving)
            if witness is None:
                continue
            shown = proving.show(witness)
            names = {"found": posed.rule.id.rpartition("/")[2], "longest": str(longest)}
            names["article"] = "、".join(dict.fromkeys(row.title for row in rows))
            path = (*posed.path, "term", "through" if term.period is None else "period")
            yield PROOF.found(loaded, path, shown.case, shown.holds(posed.rule.id) is True, **names)
            break


def _longest(rows: tuple[Provided, ...]) -> Period | None:
    """The longest time that any of the articles allows; ``None`` where one sets none."""
    periods = [row.longest for row in rows]
    known = [period for period in periods if period is not None]
    return max(known, key=_days) if known and len(known) == len(periods) else None


def _days(period: Period) -> date:
    return day_after_period(date(2001, 1, 1), period)


def _after(longest: Period, borne: Borne, proving: Proving) -> Witness | None:
    """A case in which every record has had effect for longer than the longest time, and the measure is given."""

    def wanted(world: World, values: Sequence[Value]) -> Bit:
        last = latest_start(lambda start: day_after_period(start, longest), world.here.as_of)
        own = world.of(world.listed.name)
        return conj(values[0].true, *(disj(neg(each.there), each.effect <= last) for each in own))

    return proving.search.find([borne], wanted)


PROOF = Proof(
    id="proof-term-beyond-basis",
    find=term_beyond_basis,
    rules=("S22", "LF 8.14"),
    said=Sentence(
        "所附案例中的措施“{found}”在{article}的最长期限 {longest} 届满以后仍然发出",
        "in the case the measure “{found}” is still issued after the longest time of {article}, {longest}",
        "请写不超过最长期限的期限。",
        "Write a term no longer than that.",
    ),
    reason=Words(
        "条文写明最长期限的，届满以后措施就没有依据。",
        "Where the article sets a longest time, the measure has no basis after it.",
    ),
    limits=Words(
        "只看措施自己的期限，从记录生效之日起算；没有自己期限、随名单存续的措施不看。",
        "Looks at a measure's own term, counted from the effect of the record; not at measures that last as long as the listing.",
    ),
    bad=(
        """
            measures:
              - act: bar-procurement
                triggered_by: {on_list: judgment-debtor}
                term: {period: ‸4 years}
                basis: [{instrument: enforcement-law, article: "20"}]
        """,
        """
            measures:
              - act: bar-procurement
                triggered_by: {on_list: judgment-debtor}
                term: {through: ‸life, outlasts: 本条}
                basis: [{instrument: enforcement-law, article: "20"}]
        """,
    ),
    good="""
        measures:
          - act: bar-procurement
            triggered_by: {on_list: judgment-debtor}
            term: {period: 3 years, outlasts: 本条}
            basis: [{instrument: enforcement-law, article: "20"}]
    """,
)
