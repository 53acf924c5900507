"""A pack raises nothing above what the article that it cites provides (S22; LF 8.9, 8.13, 8.14, LF 8b.29)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.model import Measure, RoleBearers
from ..pack.period import Period
from ..registry.citations import provisions_of
from ..registry.model import Provision
from ..source.node import Path
from .framework.bases import Basis, bases, lists_named
from .framework.check import Check, Code, Words
from .framework.checked import Checked

DAYS = {"years": 365, "months": 30, "days": 1, "working days": 1}


def beyond_provision(checked: Checked) -> Iterable[Diagnostic]:
    """Act, list, bearer, force and term of a measure against each article that it cites and that was read.

    Where several articles are cited together, one that provides the act is enough, and the others are not compared.
    """
    rows = checked.registry.provisions.values()
    for path, measure, _ in checked.written:
        read: list[tuple[Basis, list[Provision]]] = []
        for basis in bases(checked, measure, path):
            day = basis.on.version.from_ if basis.on.version is not None else None
            start = max(filter(None, (day, checked.starts)))
            read.append((basis, provisions_of(basis.entry.id, basis.on.article, start, rows)))
        fitting = [(basis, row) for basis, provided in read for row in provided if measure.act in row.acts]
        if not fitting:
            for basis, provided in read:
                if provided:
                    where = (*basis.path, "article")
                    yield checked.finding("act-beyond-basis", where, found=measure.id, article=_named(basis))
            continue
        yield from _against(checked, measure, path, fitting)


def _against(
    checked: Checked, measure: Measure, path: Path, fitting: list[tuple[Basis, Provision]]
) -> Iterable[Diagnostic]:
    basis = fitting[0][0]
    named = lists_named(checked, measure)
    if not any(not each.lists or (named and named <= set(each.lists)) for _, each in fitting):
        yield checked.finding("list-beyond-basis", (*basis.path, "article"), found=measure.id, article=_named(basis))
    allowed = {role for _, each in fitting for role in each.roles}
    for index, bearer in enumerate(measure.bearers):
        roles = bearer.roles if isinstance(bearer, RoleBearers) else ("subject",)
        beyond = [role for role in roles if role not in allowed]
        if beyond:
            where = (*path, "bearers", index)
            yield checked.finding("bearer-beyond-basis", where, found="|".join(beyond), article=_named(basis))
    force = measure.force or checked.loaded.pack.defaults.force
    if force == "mandatory" and all(each.force == "recommended" for _, each in fitting):
        where = (*path, "force") if measure.force else path
        yield checked.finding("force-beyond-basis", where, found=measure.id, article=_named(basis))
    longest = [each.longest for _, each in fitting if not each.for_life]
    if measure.term is not None and measure.term.period is not None and longest and None not in longest:
        known = [period for period in longest if period is not None]
        if all(_days(measure.term.period) > _days(period) for period in known):
            where = (*path, "term", "period")
            found, longest_known = str(measure.term.period), str(max(known, key=_days))
            yield checked.finding("term-beyond-basis", where, found=found, longest=longest_known, article=_named(basis))


def _days(period: Period) -> int:
    return period.number * DAYS[period.unit]


def _named(basis: Basis) -> str:
    return f"《{basis.entry.title}》{basis.on.article}"


CHECK = Check(
    find=beyond_provision,
    rules=("S22", "LF 8.9", "LF 8.13", "LF 8.14", "LF 8b.29"),
    reason=Words(
        "依据写了什么，措施才能有什么：条文没有的行为、名单、承受人、语气和期限，规则包不能加上去。比较的是名录里读过的条文，不是作者的说法。",
        "A measure has what its basis gives: a pack adds no act, list, bearer, force or term that the article does not "
        "provide. Compared is the article as somebody read it into the registry, not what the author says.",
    ),
    limits=Words(
        "只比较名录 provisions 登记的条文；没有登记的条文不比较。期限按每年365日、每月30日粗略比较。历史文本照原文保留引用，所以平时只是警告，"
        "决定时这样的依据不算数。",
        "Only articles that stand under provisions in the registry are compared. Terms are compared roughly, a year as 365 "
        "days and a month as 30. A historic text keeps what it cites, hence a warning; a decision takes no such basis.",
    ),
    codes=(
        Code(
            id="act-beyond-basis",
            level="warning",
            said=Sentence(
                "{article}没有规定措施“{found}”的行为",
                "{article} does not provide what the measure “{found}” does",
                "请换用条文规定的行为，或者引用规定这一行为的条文。",
                "Name an act that the article provides, or cite the article that provides this one.",
            ),
            bad="""
                measures:
                  - act: restrict-subsidy
                    basis: [{instrument: enforcement-law, article: ‸"20"}]
            """,
            good="""
                measures:
                  - act: bar-procurement
                    triggered_by: {on_list: judgment-debtor}
                    basis: [{instrument: enforcement-law, article: "20"}]
            """,
        ),
        Code(
            id="list-beyond-basis",
            level="warning",
            said=Sentence(
                "{article}写明了名单，措施“{found}”由别的名单触发",
                "{article} names its list, and the measure “{found}” is triggered by another",
                "请只写条文写明的名单，或者引用对这份名单规定这一措施的条文。",
                "Name the list of the article only, or cite an article that provides the measure for this list.",
            ),
            bad="""
                measures:
                  - act: bar-procurement
                    triggered_by: {on_list: tax-violation}
                    basis: [{instrument: enforcement-law, article: ‸"20"}]
            """,
            good="""
                measures:
                  - act: bar-procurement
                    triggered_by: {on_list: judgment-debtor}
                    basis: [{instrument: enforcement-law, article: "20"}]
            """,
        ),
        Code(
            id="bearer-beyond-basis",
            level="warning",
            said=Sentence(
                "{article}没有规定由“{found:list}”承受",
                "{article} lays nothing on “{found:list}”",
                "请只写条文写明的承受人。",
                "Name only those whom the article names.",
            ),
            bad="""
                measures:
                  - act: bar-procurement
                    triggered_by: {on_list: judgment-debtor}
                    bearers: [subject, ‸{roles: [shareholder], at: listing, responsible: true}]
                    basis: [{instrument: enforcement-law, article: "20"}]
            """,
            good="""
                measures:
                  - act: bar-procurement
                    triggered_by: {on_list: judgment-debtor}
                    bearers: [subject, {roles: [legal-representative], at: listing}]
                    basis: [{instrument: enforcement-law, article: "20"}]
            """,
        ),
        Code(
            id="force-beyond-basis",
            level="warning",
            said=Sentence(
                "{article}用的是“可以”，措施“{found}”写成了强制性的",
                "{article} says “may”, and the measure “{found}” is made mandatory",
                "请写 force: recommended。",
                "Write force: recommended.",
            ),
            bad="""
                measures:
                  - act: restrict-subsidy
                    force: ‸mandatory
                    basis: [{instrument: enforcement-law, article: "21"}]
            """,
            good="""
                measures:
                  - act: restrict-subsidy
                    force: recommended
                    wording: 可以
                    basis: [{instrument: enforcement-law, article: "21"}]
            """,
        ),
        Code(
            id="term-beyond-basis",
            level="warning",
            said=Sentence(
                "期限 {found} 超过{article}的最长期限 {longest}",
                "the term {found} is longer than the longest of {article}, {longest}",
                "请写不超过最长期限的期限。",
                "Write a term no longer than that.",
            ),
            bad="""
                measures:
                  - act: bar-procurement
                    triggered_by: {on_list: judgment-debtor}
                    term: {period: ‸4 years}
                    basis: [{instrument: enforcement-law, article: "20"}]
            """,
            good="""
                measures:
                  - act: bar-procurement
                    triggered_by: {on_list: judgment-debtor}
                    term: {period: 3 years}
                    basis: [{instrument: enforcement-law, article: "20"}]
            """,
        ),
    ),
)
