"""A small registry, pack and case that tests of reading share; subjects are invented, check digits right."""

from __future__ import annotations

from credit_rules.registry.load import load_registry
from credit_rules.registry.registry import Registry
from credit_rules.source.files import read_text

UNIT = "91350100M000100Y43"
PERSON = "11010519491231002X"

REGISTRY = """\
format: 1
lists:
  - {id: dishonest-judgment-debtor, title: 失信被执行人, class: serious, field: judgment-enforcement, determined_by: court,
     terms: [{clock: published, cases: [{when: {fact: record.amount, at_least: "100.00"}, term: 3 years}], otherwise: 2 years}],
     provenance: text, source: test}
  - {id: major-tax-violation, title: 重大税收违法, class: serious, field: taxation, determined_by: state-taxation,
     provenance: text, source: test}
  - {id: tax-credit-a, title: 纳税信用A级, class: red, field: taxation, determined_by: state-taxation, provenance: text, source: test}
departments:
  - {id: state-taxation, title: 税务部门, names: [{level: city, name: "{place}税务局"}], printed: [{name: 市国税局, level: city}],
     provenance: text, source: test}
  - {id: court, title: 法院, remedy: court, printed: [{name: 市中级法院, level: city}], provenance: text, source: test}
acts:
  - {id: ban-government-procurement, title: 禁止参加政府采购活动, effect: prohibit, impact: reduces-right,
     category: administrative, matters: [government-procurement], provenance: text, source: test}
matters:
  - {id: government-procurement, title: 政府采购, provenance: text, source: test}
  - {id: bidding, title: 招标投标, provenance: text, source: test}
roles:
  - {id: legal-representative, title: 法定代表人, provenance: text, source: test}
  - {id: shareholder, title: 股东, provenance: text, source: test}
kinds:
  - {id: units, title: 单位, kinds: [enterprise, cooperative], provenance: text, source: test}
facts:
  - {id: listed-company, title: 上市公司, on: subject, type: boolean, provenance: text, source: test}
  - {id: industry, title: 行业, on: subject, type: choice, choices: [food, drugs], provenance: text, source: test}
  - {id: staff, title: 人数, on: subject, type: count, provenance: text, source: test}
  - {id: founded-on, title: 设立日, on: subject, type: day, provenance: text, source: test}
  - {id: remark, title: 说明, on: subject, type: text, provenance: text, source: test}
  - {id: share, title: 持股比例, on: relation, type: share, provenance: text, source: test}
  - {id: amount, title: 涉案金额, on: record, type: amount, provenance: text, source: test}
instruments:
  - {id: procurement-law, title: 政府采购法, rank: law, versions: [{version: "2014-08-31", from: 2014-08-31}], provenance: text, source: test}
places:
  - {id: "360000", title: 江西省, provenance: text, source: test}
  - {id: "360300", title: 萍乡市, provenance: text, source: test}
"""

PACK = """\
format: 1
memorandum:
  id: example-2017
  title: 关于联合惩戒的实施意见
  rank: normative-document
  place: "360300"
  from: 2017-03-28
  source: {provenance: text, file: example}
triggered_by: {on_list: dishonest-judgment-debtor}
defaults: {force: mandatory, on_reduce: recommended}
measures:
  - id: procurement
    clause: 二(七)1
    act: ban-government-procurement
    bearers:
      - subject
      - {roles: [shareholder], at: listing, when: {fact: relation.share, at_least: 5 %}}
    departments: [市国税局, {name: 市中级法院, part: lead}]
    basis: [{instrument: procurement-law, article: "22"}]
    term: {period: 3 years}
  - id: large-debts
    clause: 二(七)2
    act: ban-government-procurement
    triggered_by:
      any:
        - {on_list: [major-tax-violation], where: {fact: record.amount, more_than: "1000000.00"}}
        - not: {clean_for: 3 years}
        - {count: major-tax-violation, within: 3 years, at_least: 2}
        - {on_lists: serious, fields: {at_least: 2}}
        - {exists: shareholder, where: {fact: relation.share, less_than: 50 %}}
    when: {fact: subject.industry, one_of: [food, drugs]}
    listed_kinds: units
    bearers: [subject]
    departments: none-printed
    basis: none-cited
"""

CASE = f"""\
subject:
  id: "{UNIT}"
  kind: enterprise
  name: 示例有限公司
  region: "360300"
  facts: {{listed-company: true, staff: 12, industry: food, founded-on: 2010-03-04}}
relations:
  - {{id: "{PERSON}", kind: natural-person, role: legal-representative, of: "{UNIT}",
     since: 2020-01-01, responsible_for: [r1], facts: {{share: "5.0"}}}}
parties:
  - {{id: "440524188001010014", kind: natural-person, facts: {{}}}}
records:
  - id: r1
    list: dishonest-judgment-debtor
    determined_by: 示例市人民法院
    document: {{number: 示执1号, kind: court-decision}}
    conduct: {{from: 2016-01-01, until: 2016-12-31}}
    decided_on: 2018-01-02
    published_on: 2018-01-05
    facts: {{amount: "1200000.00"}}
    events:
      - {{type: verification-opened, on: 2018-05-01, ground: objection}}
      - {{type: verification-closed, on: 2018-05-20, result: confirmed}}
      - {{type: extended, on: 2018-06-01, until: 2021-01-06}}
inquiry: {{records_of: ["{UNIT}"], roles: [legal-representative], registers: ["*"], from: 2015-01-01, until: 2018-05-10}}
context: {{as_of: 2018-05-10, region: "360300", matter: government-procurement, facts: {{}}}}
"""


def registry() -> Registry:
    node, found = read_text(REGISTRY, "registry.yaml")
    assert node is not None, found
    loaded, wrong = load_registry([node])
    assert (found, wrong) == ((), ())
    return loaded
