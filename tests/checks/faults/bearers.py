"""Who bears a measure, and what nobody may be made to bear."""

from __future__ import annotations

from tests.checks.faults.plant import Add, Drop, Fault, Put

FAULTS = (
    Fault("bearer-never-fits", Put("city headed-units", "bearers: [‸subject]\nbearer_kinds: natural-persons")),
    Fault("bearer-never-fits", Put("nation occupation", "bearers: [‸{roles: [director], at: conduct, responsible: true}]\nbearer_kinds: enterprises")),
    Fault("held-by-with-roles", Put("city headed-units", "bearers: [‸{roles: [director], at: as-of}]"), Drop("city headed-units", "bearer_kinds")),
    Fault("held-by-with-roles", Put("city headed-units", "bearers: [subject, ‸{roles: [shareholder, director], at: listing}]"), Drop("city headed-units", "bearer_kinds")),
    Fault("holder-without-finding", Put("nation occupation", "bearers: [‸{roles: [director], at: conduct}]")),
    Fault("holder-without-finding", Put("province subsidies", "basis: [{instrument: local-regulation, article: \"8\"}]\nbearers: [subject, ‸{roles: [shareholder], at: listing}]")),
    Fault("livelihood-on-persons", Put("province subsidies", 'act: ‸stop-basic-account\nbasis: [{instrument: local-regulation, article: "9"}]')),
    Fault("livelihood-on-persons", Add("city measures", '- {id: assistance, clause: 二(二), act: ‸stop-assistance, wording: 停发, listed_kinds: natural-persons, bearers: [subject], departments: [市财政局], basis: [{instrument: enforcement-law, article: "90"}]}')),
    Fault("publicising-persons", Put("nation publicity", 'act: ‸expose\nbasis: [{instrument: central-policy, article: "6"}]'), Drop("nation publicity", "listed_kinds")),
    Fault("publicising-persons", Put("province supervision", "act: ‸expose\nlisted_kinds: natural-persons\nbasis: [{instrument: central-policy, article: \"6\"}]"), Put("city supervision", "act: supervise\nwording: 监管\nbearers: [subject]\nbasis: none-cited"), Drop("city supervision", "adopts")),
    Fault("autonomous-as-public", Put("city credit", "act: refer-for-credit\ndepartments: ‸[各银行]"), Drop("city credit", "actor")),
    Fault("autonomous-as-public", Put("city supervision", "departments: ‸[市行业协会, 各保险公司]")),
    Fault("autonomous-mandatory", Put("city credit", "force: ‸mandatory")),
    Fault("autonomous-mandatory", Put("city insurance", "force: ‸mandatory\nwording: 应当参考")),
    Fault("department-gone", Put("city headed-units", "departments: [‸市工商局]")),
    Fault("department-gone", Put("province supervision", "departments: [省市场监管局, ‸{name: 省工商局, part: lead}]")),
    Fault("incentive-without-department", Put("incentives green-channel", "departments: ‸none-printed")),
    Fault("incentive-without-department", Put("incentives fewer-inspections", "departments: ‸none-printed")),
    Fault("blocked-by-on-punishment", Put("city exit", "‸blocked_by: [tax-violation]")),
    Fault("blocked-by-on-punishment", Put("province subsidies", "‸blocked_by: [judgment-debtor, tax-violation]")),
)  # fmt: skip
