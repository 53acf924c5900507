"""What a measure depends on: what never holds, says nothing, or is written where nothing takes it up."""

from __future__ import annotations

from tests.checks.faults.plant import Fault, Put, Swap

FAULTS = (
    Fault("punishment-without-list", Put("province subsidies", "triggered_by: ‸{clean_for: 2 years}")),
    Fault("punishment-without-list", Swap("city food-inspections", "{after_exit: food-dishonesty}", "‸{fact: subject.industry, is: food}")),
    Fault("never-together", Swap("city subsidies-large", '{fact: record.amount, at_least: "100000.00"}', '{all: [{fact: record.amount, at_least: "100000.00"}, ‸{fact: record.amount, less_than: "50000.00"}]}')),
    Fault("never-together", Put("city exit", "when: ‸{not: {on_list: judgment-debtor}}")),
    Fault("repeated-condition", Swap("city repetition", "        - {not: {exists", "        - ‸{on_lists: serious, of_fields: [taxation, labour]}\n        - {not: {exists")),
    Fault("repeated-condition", Swap("city food-inspections", "{after_exit: food-dishonesty}", "‸{on_list: food-dishonesty}")),
    Fault("double-not", Swap("city repetition", "{not: {exists: shareholder, where: {fact: relation.share, at_least: 50 %}}}", "{not: ‸{not: {exists: shareholder}}}")),
    Fault("double-not", Put("city exit", "when: {not: ‸{not: {fact: subject.industry, is: food}}}")),
    Fault("trigger-unused", Put("nation", "‸triggered_by: {on_list: tax-violation}"), *(Put(f"nation {id}", "triggered_by: {on_list: tax-violation}") for id in ("procurement", "occupation", "publicity"))),
    Fault("trigger-unused", Put("former", "‸triggered_by: {on_list: tax-violation}"), Put("former supervision", "triggered_by: {on_list: advertising-dishonesty}")),
    Fault("default-unused", Put("province", "defaults: {force: mandatory, ‸part: lead}"), Put("province supervision", "departments: [{name: 省市场监管局, part: implementing}]"), Put("province subsidies", "departments: [{name: 省财政厅, part: implementing}]")),
    Fault("default-unused", Put("former", "defaults: {‸force: mandatory}"), Put("former supervision", "force: mandatory")),
)  # fmt: skip
