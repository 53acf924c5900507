"""Mistakes planted in the clean pack: what is replaced, by what, and the code that must be found at the caret."""

from __future__ import annotations

from typing import NamedTuple

CARET = "‸"
SUPERVISE = "act: supervise, bearers: [subject], departments: none-printed, basis: none-cited"


class Planted(NamedTuple):
    """One change of the clean pack; ``put`` holds a caret where the finding must stand.

    ``find`` that ends with … goes on to the end of the pack.
    """

    code: str
    find: str
    put: str


FORM = (
    Planted("unknown-key", "    wording: 不得\n", "    ‸wordng: 不得\n"),
    Planted("unknown-key", "title: 示例市实施意见", "title: 示例市实施意见\n  ‸effective: 2017-03-28"),
    Planted("unknown-key", "{clause: 二(一), heading: 政府采购}", "{clause: 二(一), heading: 政府采购, ‸reason: 无}"),
    Planted("missing-key", "  - id: procurement\n    clause: 二(一)\n    act: bar-procurement\n", "  - ‸id: procurement\n    clause: 二(一)\n"),
    Planted("missing-key", "{clause: 二(一), heading: 政府采购}", "‸{clause: 二(一)}"),
    Planted("duplicate-key", "    wording: 不得\n", "    wording: 不得\n    ‸wording: 禁止\n"),
    Planted("number-needs-quotes", 'place: "360300"', "place: ‸360300"),
    Planted("number-needs-quotes", 'article: "22"', "article: ‸22"),
    Planted("wrong-type", "    bearers: [subject]\n", "    bearers: ‸subject\n"),
    Planted("wrong-type", "at_least: 2}}\n", 'at_least: ‸"2"}}\n'),
    Planted("wrong-type", "at: listing,", "at: listing, responsible: ‸yes,"),
    Planted("not-one-of", "direction: incentive", "direction: ‸incentiv"),
    Planted("not-one-of", "at: listing", "at: ‸listed"),
    Planted("not-one-of", "rank: normative-document", "rank: ‸normativ-document"),
    Planted("not-a-day", "from: 2017-03-28", "from: ‸2017-02-29"),
    Planted("not-a-day", "    menu: funds\n", "    menu: funds\n    until: ‸2018/01/01\n"),
    Planted("not-a-period", "period: 3 years", "period: ‸three years"),
    Planted("not-a-period", "clean_for: 3 years", "clean_for: ‸0 years"),
    Planted("empty-list", "held_by: [legal-representative, director]", "held_by: ‸[]"),
    Planted("empty-list", "bearers: [subject]", "bearers: ‸[]"),
    Planted("empty-text", "title: 示例市实施意见", 'title: ‸""'),
    Planted("empty-value", "wording: 不得", "wording:‸"),
    Planted("no-form", "triggered_by: {on_list: judgment-debtor}\n", "triggered_by: ‸{on_lst: judgment-debtor}\n"),
    Planted("two-forms", "{clean_for: 3 years}", "{clean_for: 3 years, ‸fact: subject.staff, is: 1}"),
    Planted("yaml-syntax", "basis: none-cited\n", "basis: none-cited‸: x\n"),
)  # fmt: skip
"""Reading and binding: keys, types, days, periods, forms."""

NAMES = (
    Planted("unknown-list", "on_list: tax-violation", "on_list: ‸tax-violatoin"),
    Planted("unknown-list", "blocked_by: [judgment-debtor]", "blocked_by: [‸judgment-debtors]"),
    Planted("unknown-act", "act: bar-procurement", "act: ‸ban-procurement"),
    Planted("unknown-role", "roles: [legal-representative,", "roles: [‸legal-representativ,"),
    Planted("unknown-role", "exists: shareholder", "exists: ‸shareholders"),
    Planted("unknown-kind", "listed_kinds: units", "listed_kinds: ‸unit"),
    Planted("unknown-kind", "bearer_kinds: units", "bearer_kinds: ‸firms"),
    Planted("unknown-department", "[市税务局, {", "[‸市税务厅, {"),
    Planted("repeated-department", "[市税务局, {", "[市税务局, ‸市税务局, {"),
    Planted("unknown-instrument", "instrument: procurement-law", "instrument: ‸procurment-law"),
    Planted("unknown-place", 'place: "360300"', 'place: ‸"360399"'),
    Planted("not-a-place-code", 'place: "360300"', "place: ‸萍乡"),
    Planted("unknown-class", "on_lists: serious", "on_lists: ‸serius"),
    Planted("unknown-field", "{on_lists: serious,", "{on_lists: serious, of_fields: [‸taxatoin],"),
    Planted("unknown-matter", "    menu: funds\n", "    menu: funds\n    matters: [‸subsidies]\n"),
    Planted("unknown-fact", "fact: subject.industry", "fact: ‸subject.indstry"),
    Planted("fact-without-scope", "fact: subject.industry", "fact: ‸industry"),
    Planted("fact-out-of-place", "when: {fact: subject.industry, is: food}", 'when: {fact: ‸record.amount, at_least: "5"}'),
    Planted("unknown-choice", "is: food", "is: ‸foods"),
    Planted("comparison-of-different-kinds", "at_least: 5 %", "at_least: ‸5"),
    Planted("comparison-without-order", "is: food", "at_least: ‸food"),
    Planted("comparison-empty", "{fact: subject.industry, is: food}", "‸{fact: subject.industry}"),
    Planted("comparison-never-true", "{fact: relation.share, less_than", "‸{fact: relation.share, at_least: 60 %, less_than"),
    Planted("unknown-adopted", "adopts: province-2016/supervision", "adopts: ‸province-2016/supervison"),
    Planted("unknown-pack", "restates: [province-2016]", "restates: [‸province-2017]"),
    Planted("unknown-pack", "restates: [province-2016]", "restates: [province-2016]\n  supersedes: [‸city-2016]"),
    Planted("pack-names-itself", "restates: [province-2016]", "restates: [province-2016, ‸city-2017]"),
    Planted("repeated-name", "restates: [province-2016]", "restates: [province-2016, ‸province-2016]"),
    Planted("section-missing", "clauses:\n", "sections: [‸03-posts.yaml]\nclauses:\n"),
    Planted("id-not-kebab-case", "id: large-amounts", "id: ‸Large_amounts"),
    Planted("duplicate-measure", "id: headed-units", "id: ‸procurement"),
    Planted("duplicate-pack", "id: city-2017", "id: ‸province-2016"),
    Planted("day-unproven", "from: 2017-03-28", "from: ‸unknown"),
    Planted("proof-without-need", "  restates:", "  ‸proven_by: {day: 2018-03-30, source: 另一文件}\n  restates:"),
    Planted("period-ends-before-start", "  restates:", "  until: ‸2017-03-28\n  restates:"),
    Planted("period-ends-before-start", "    menu: funds\n", "    menu: funds\n    until: ‸2016-01-01\n"),
    Planted("repeated-bearer", "    bearers:\n      - subject\n", "    bearers:\n      - subject\n      - ‸subject\n"),
)  # fmt: skip
"""Resolving: names, comparisons, days of the document."""

NO_EFFECT = (
    Planted("no-trigger", "triggered_by: {on_list: judgment-debtor}…", f"measures:\n  - {{id: ‸alone, clause: 一, {SUPERVISE}}}\n"),
    Planted("punishment-without-list", "triggered_by: {on_list: judgment-debtor}\n", "triggered_by: ‸{fact: subject.listed-company, is: true}\n"),
    Planted("trigger-unused", "triggered_by: {on_list: judgment-debtor}…", f"‸triggered_by: {{on_list: judgment-debtor}}\nmeasures:\n  - {{id: alone, clause: 一, triggered_by: {{on_list: tax-violation}}, {SUPERVISE}}}\n"),
    Planted("default-unused", "defaults: {force: mandatory, on_reduce: recommended, part: responsible}…", f"defaults: {{‸force: mandatory}}\nmeasures:\n  - {{id: alone, clause: 一, force: recommended, {SUPERVISE}}}\n"),
    Planted("default-unused", "defaults: {force: mandatory, on_reduce: recommended, part: responsible}…", f"defaults: {{‸part: lead}}\nmeasures:\n  - {{id: alone, clause: 一, {SUPERVISE}}}\n"),
    Planted("default-unused", "defaults: {force: mandatory, on_reduce: recommended, part: responsible}…", f"defaults: {{‸on_reduce: lifted}}\nmeasures:\n  - {{id: alone, clause: 一, on_reduce: lifted, {SUPERVISE}}}\n"),
    Planted("punishment-without-list", "        - {count: [", "        - ‸{clean_for: 2 years}\n        - {count: ["),
    Planted("class-without-lists", "on_lists: serious", "on_lists: ‸watch"),
    Planted("class-without-lists", "{on_lists: serious,", "{on_lists: ‸serious, of_fields: [market],"),
    Planted("class-without-lists", "{clean_for: 3 years}", "{after_exit: ‸watch}"),
    Planted("list-out-of-reach", "{on_list: tax-violation,", "{on_list: ‸faraway-list,"),
    Planted("list-out-of-time", "{count: [tax-violation,", "{count: [‸former-list,"),
    Planted("rating-triggers-nothing", "{on_list: tax-violation,", "{on_list: ‸tax-rating,"),
    Planted("rating-triggers-nothing", "on_lists: serious", "on_lists: ‸rating"),
    Planted("bearer-never-fits", "    bearers: [subject]\n    bearer_kinds: units\n", "    bearers: [‸subject]\n    bearer_kinds: natural-persons\n"),
    Planted("bearer-never-fits", "    listed_kinds: units\n    bearers: [", "    listed_kinds: units\n    bearer_kinds: natural-persons\n    bearers: [‸"),
    Planted("bearer-never-fits", "    listed_kinds: units\n    bearers: [subject]\n", "    bearer_kinds: units\n    bearers: [‸{roles: [director], at: listing}]\n"),
    Planted("bearer-never-fits", "    listed_kinds: units\n    bearers: [subject]\n", "    listed_kinds: natural-persons\n    bearers: [‸{roles: [shareholder], at: listing}]\n"),
    Planted("held-by-with-roles", "    bearers: [subject]\n    bearer_kinds: units\n", "    bearers: [‸{roles: [director], at: as-of}]\n"),
    Planted("blocked-by-on-punishment", "    menu: funds\n", "    menu: funds\n    ‸blocked_by: [tax-violation]\n"),
    Planted("never-together", 'where: {fact: record.amount, more_than: "1000000.00"}', 'where: {all: [{fact: record.amount, more_than: "1000000.00"}, ‸{fact: record.amount, less_than: "500.00"}]}'),
    Planted("never-together", "when: {fact: subject.industry, is: food}", "when: {all: [{fact: subject.industry, is: food}, ‸{fact: subject.industry, is: drugs}]}"),
    Planted("never-together", "    menu: funds\n", "    menu: funds\n    when: ‸{not: {on_list: judgment-debtor}}\n"),
    Planted("repeated-condition", "        - {count:", '        - ‸{on_list: tax-violation, where: {fact: record.amount, more_than: "1000000.00"}}\n        - {count:'),
    Planted("double-not", "not: {exists: shareholder, where: {fact: relation.share, less_than: 50 %}}", "not: ‸{not: {exists: shareholder}}"),
    Planted("period-in-working-days", "clean_for: 3 years", "clean_for: ‸30 working days"),
    Planted("period-in-working-days", "within: 3 years", "within: ‸30 working days"),
    Planted("period-in-working-days", "period: 3 years", "period: ‸30 working days"),
    Planted("term-empty", "term: {period: 3 years, outlasts: 本条}", "term: ‸{}"),
    Planted("term-twice", "{period: 3 years, outlasts: 本条}", "{through: next-calendar-year, ‸period: 3 years}"),
    Planted("outlasts-without-term", "term: {period: 3 years, outlasts: 本条}", "term: {‸outlasts: 本条}"),
    Planted("clock-without-period", "{period: 3 years, outlasts: 本条}", "{through: next-calendar-year, ‸clock: decided, outlasts: 本条}"),
    Planted("menu-of-one", "    actor: autonomous\n    menu: funds", "    actor: autonomous\n    menu: ‸fund"),
    Planted("measure-repeated", "  - id: tax-supervision\n", "  - {id: ‸subsidy-again, clause: 二(二), act: restrict-subsidy, menu: funds, bearers: [subject], departments: none-printed, basis: none-cited, parameters: {extent: 全额}}\n  - id: tax-supervision\n"),
    Planted("autonomous-mandatory", "    force: recommended\n    actor", "    force: ‸mandatory\n    actor"),
    Planted("direction-against-effect", "act: restrict-subsidy", "act: ‸prefer"),
    Planted("direction-against-effect", "    act: prefer\n    direction: incentive\n", "    act: ‸prefer\n"),
    Planted("clause-not-listed", "clause: 二(二)\n    act: restrict-subsidy", "clause: ‸二(二)1\n    act: restrict-subsidy"),
    Planted("clause-not-encoded", "{clause: 四(九), heading: 宣传, left_out: 不针对名单上的主体}", "{clause: ‸四(九), heading: 宣传}"),
    Planted("clause-both", "heading: 补贴}", "heading: 补贴, ‸left_out: 以后再写}"),
    Planted("clause-repeated", "  - {clause: 三(三), heading: 激励}\n", "  - {clause: 三(三), heading: 激励}\n  - {clause: ‸三(三), heading: 激励}\n"),
    Planted("copy-could-adopt", "  - id: tax-supervision\n", "  - {id: ‸copied, clause: 二(二), act: bar-procurement, wording: 禁止, triggered_by: {on_list: tax-violation}, bearers: [subject], departments: none-printed, basis: none-cited}\n  - id: tax-supervision\n"),
)  # fmt: skip
"""Checking: what can never have an effect, and what contradicts itself."""
