"""The lists that a pack names, and what the registry says of them."""

from __future__ import annotations

from tests.checks.faults.plant import Drop, Fault, Put, Swap

DEBTORS = Put("city", "triggered_by: {on_list: ‸judgment-debtor}")
FOOD = Swap("city food-inspections", "{any: [{on_list: food-dishonesty}", "{any: [{on_list: ‸food-dishonesty}")
"""Places that stay as they are, where a pack names the list first."""

FAULTS = (
    Fault("list-incomplete", Drop("lists food-dishonesty", "criteria"), FOOD),
    Fault("list-incomplete", Drop("lists judgment-debtor", "procedure remedies"), DEBTORS),
    Fault("list-without-basis", Put("lists judgment-debtor", 'basis: [{instrument: notice, article: "5"}]'), DEBTORS),
    Fault("list-without-basis", Drop("lists judgment-debtor", "basis"), DEBTORS),
    Fault("list-interim", Put("lists judgment-debtor", 'basis: [{instrument: ministry-rule, article: "5"}]'), DEBTORS),
    Fault("list-interim", Put("lists judgment-debtor", 'basis: [{instrument: ministry-rule, article: "1"}, {instrument: ministry-rule, article: "2"}]'), DEBTORS),
    Fault("list-without-end", Drop("lists food-dishonesty", "exits"), FOOD),
    Fault("list-without-end", Put("lists judgment-debtor", "terms: [{otherwise: open}]\nexits: [{way: delisting, through: 执行法院, basis: none-cited, until: 2020-01-01}]"), DEBTORS),
    Fault("list-without-family", Drop("lists judgment-debtor", "family"), DEBTORS),
    Fault("list-without-family", Put("lists food-dishonesty", 'class: serious\nterms: [{otherwise: 1 year}]'), FOOD),
    Fault("list-out-of-reach", Swap("city food-inspections", "{after_exit: food-dishonesty}", "{on_list: ‸port-dishonesty}")),
    Fault("list-out-of-reach", Put("province subsidies", "triggered_by: {on_list: [tax-violation, ‸port-dishonesty]}")),
    Fault("list-out-of-time", Swap("city food-inspections", "{after_exit: food-dishonesty}", "{after_exit: ‸former-food-list}")),
    Fault("list-out-of-time", Put("province supervision", "triggered_by: {on_list: [tax-violation, ‸former-food-list]}"), Drop("city supervision", "adopts"), Put("city supervision", "act: supervise\nwording: 监管\nbearers: [subject]\nbasis: none-cited")),
    Fault("class-without-lists", Swap("city repetition", "on_lists: serious, of_fields: [taxation, labour]", "on_lists: ‸serious, of_fields: [food]")),
    Fault("class-without-lists", Swap("city food-inspections", "{after_exit: food-dishonesty}", "{after_exit: ‸decision}")),
    Fault("rating-triggers-nothing", Put("province subsidies", "triggered_by: {on_list: [tax-violation, ‸tax-rating]}")),
    Fault("rating-triggers-nothing", Swap("city food-inspections", "{after_exit: food-dishonesty}", "{on_lists: ‸rating}")),
    Fault("unrelated-trigger", Put("province subsidies", "triggered_by: ‸{on_lists: serious}")),
    Fault("unrelated-trigger", Put("city exit", "triggered_by: ‸{on_lists: dishonesty}")),
)  # fmt: skip
