"""Faults for the proofs, planted in the realistic tree of the checks: what changes where, with a caret at the finding."""

from __future__ import annotations

from tests.checks.faults.plant import Add, Fault, Put, Swap

COUNT = "{count: [tax-violation, wage-arrears], within: 2 years, at_least: 2, distinct: conduct}"
SMALL, LARGE = '{fact: record.amount, less_than: "100000.00"}', '{fact: record.amount, at_least: "100000.00"}'
SUBSIDY = 'act: restrict-subsidy, force: recommended, wording: 可以限制, bearers: [subject], departments: [省财政厅], basis: [{instrument: credit-regulation, article: "60"}]'

FAULTS = (
    Fault("proof-never-true", Swap("city repetition", "- {on_lists: serious, of_fields: [taxation, labour]}", "- ‸{on_lists: serious, of_fields: [taxation, labour], fields: {at_least: 3}}")),
    Fault("proof-never-true", Put("city exit", "when: ‸{count: judgment-debtor, within: 1 year, distinct: field, at_least: 2}")),
    Fault("proof-always-true", Put("city exit", "when: ‸{on_lists: serious, of_fields: [courts]}")),
    Fault("proof-always-true", Swap("city subsidies-large", LARGE, f'{{all: [{LARGE}, ‸{{fact: record.amount, more_than: "50000.00"}}]}}')),
    Fault("proof-shadowed", Add("province measures", f"- {{id: ‸subsidies-of-tax, clause: 三(二), triggered_by: {{on_list: tax-violation}}, {SUBSIDY}}}")),
    Fault("proof-shadowed", Add("city measures", "- {id: ‸food-alone, clause: 二(三), act: inspect-more, wording: 提高, triggered_by: {on_list: food-dishonesty}, when: {fact: subject.industry, is: food}, listed_kinds: enterprises, bearers: [subject], departments: [市市场监管局], basis: none-cited}")),
    Fault("proof-contradiction", Put("incentives fewer-inspections", "act: ‸inspect-less\nblocked_by: [tax-violation, judgment-debtor, food-dishonesty]")),
    Fault("proof-contradiction", Put("city procurement", "term: ‸{period: 2 years, outlasts: 二(一)}")),
    Fault("proof-gap", Swap("city subsidies-large", LARGE, LARGE.replace('"100', '‸"200'))),
    Fault("proof-gap", Swap("city subsidies-small", f"where: {SMALL}", "grade: general"), Swap("city subsidies-large", f"where: {LARGE}", "grade: ‸serious")),
    Fault("proof-reaches-nothing", Put("province", "triggered_by: {on_list: [tax-violation, ‸wage-arrears]}"), *(Put(f"province {id}", "when: {count: tax-violation, within: 1 year, at_least: 1}") for id in ("supervision", "subsidies"))),
    Fault("proof-reaches-nothing", Put("former", "triggered_by: {on_list: ‸wage-arrears}"), Put("former supervision", "when: {count: tax-violation, within: 1 year, at_least: 1}")),
    Fault("proof-status-not-allowed", Swap("city repetition", "        - {on_lists: serious, of_fields: [taxation, labour]}\n        - {count", "        - ‸{count")),
    Fault("proof-status-not-allowed", Put("province subsidies", "triggered_by: ‸{count: [tax-violation, wage-arrears], within: 3 years, distinct: conduct, at_least: 1}")),
    Fault("proof-bearer-not-named", Put("city procurement", "bearers: [subject, ‸{roles: [actual-controller], at: conduct, responsible: true}]")),
    Fault("proof-bearer-not-named", Put("nation occupation", "bearers: [‸{roles: [legal-representative, shareholder], at: conduct, responsible: true}]")),
    Fault("proof-term-beyond-basis", Put("city subsidies-large", "term: {period: ‸61 months}")),
    Fault("proof-term-beyond-basis", Put("city subsidies-large", "term: {through: ‸life, outlasts: 二(二)}")),
    Fault("proof-conduct-counted-twice", Swap("city repetition", COUNT, "‸" + COUNT.replace(", distinct: conduct", ""))),
    Fault("proof-conduct-counted-twice", Swap("city repetition", COUNT, COUNT.replace("distinct: conduct", "distinct: ‸field"))),
)  # fmt: skip
