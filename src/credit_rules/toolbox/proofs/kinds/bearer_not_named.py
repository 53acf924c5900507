"""A bearer that neither the clause's basis nor any article that it cites names (S11, S22)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....checks.framework.check import Words
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ..kleene import Value
from ..measured import Borne, every_bearer
from ..proof import Found, Proof
from ..provided import provided
from ..proving import Proving
from ..solver import Bit, conj, disj, neg
from ..witness import Witness
from ..world import World


def bearer_not_named(proving: Proving, loaded: LoadedPack) -> Iterator[Found]:
    """Bearers who have a measure although every article read for it names others; where none was read, nothing is said."""
    for posed in proving.measures(loaded):
        rows = () if posed.adopted else provided(posed, proving, loaded)
        allowed = {role for row in rows for role in row.roles}
        for borne in every_bearer(posed) if rows else ():
            roles = posed.rule.bearers[borne.bearer].roles or ("subject",)
            beyond = tuple(role for role in roles if role not in allowed)
            witness = _only_by(beyond, borne, proving) if beyond and proving.possible(borne) else None
            if witness is None:
                continue
            shown = proving.show(witness)
            names = {"found": "|".join(beyond), "article": "、".join(dict.fromkeys(row.title for row in rows))}
            path = (*posed.path, "bearers", borne.bearer)
            yield PROOF.found(loaded, path, shown.case, shown.holds(posed.rule.id) is True, **names)


def _only_by(roles: tuple[str, ...], borne: Borne, proving: Proving) -> Witness | None:
    """A case in which the bearer has the measure and holds none but these roles."""

    def wanted(world: World, values: Sequence[Value]) -> Bit:
        held = [(each.there, each.is_one_of(roles)) for each in world.into]
        return conj(values[0].true, *(disj(neg(there), named) for there, named in held))

    return proving.search.find([borne], wanted)


PROOF = Proof(
    id="proof-bearer-not-named",
    find=bearer_not_named,
    rules=("S11", "S22", "LF 8.13"),
    said=Sentence(
        "所附案例中的“{found:list}”承受了措施，而所引条文（{article}）没有写这样的承受人",
        "in the case “{found:list}” bears the measure, whom no article cited names ({article})",
        "请只写条文写明的承受人，或者引用写明他们的条文。",
        "Name only those whom the article names, or cite the article that names them.",
    ),
    reason=Words(
        "措施只能落在条文写明的人身上；一般性的条款不增加承受人。",
        "A measure falls only on whom the article names; a general clause adds nobody.",
    ),
    limits=Words(
        "只比较名录 provisions 登记的条文；条文没有登记的，只能由人核对原文。",
        "Compares articles that stand under provisions in the registry; where none does, only a reader of the text can tell.",
    ),
    bad=(
        """
            measures:
              - act: bar-procurement
                triggered_by: {on_list: judgment-debtor}
                bearers: [subject, ‸{roles: [shareholder], at: listing}]
                basis: [{instrument: enforcement-law, article: "20"}]
        """,
        """
            measures:
              - act: restrict-subsidy
                triggered_by: {on_lists: serious}
                bearers: [‸{roles: [director, legal-representative], at: conduct, responsible: true}]
                basis: [{instrument: enforcement-law, article: "21"}]
                force: recommended
                wording: 可以
        """,
    ),
    good="""
        measures:
          - act: bar-procurement
            triggered_by: {on_list: judgment-debtor}
            bearers: [subject, {roles: [legal-representative], at: listing}]
            basis: [{instrument: enforcement-law, article: "20"}]
            term: {period: 3 years}
    """,
)
