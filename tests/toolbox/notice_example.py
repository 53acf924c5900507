"""A document that cites the law it rests on, and a firm that owes wages: everything that a rights notice needs.

The firm, the person and the document are invented; lists, acts, departments and laws are those of the registry.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from credit_rules import Engine, Options
from credit_rules.case.decision import Decision, MeasureView
from credit_rules.case.model import Case
from credit_rules.cli.inputs import titles_of
from credit_rules.diagnostics.diagnostic import Language
from credit_rules.render.people import People
from credit_rules.render.view import View

UNIT, PERSON = "91360302MA0EX0018E", "11010519491231002X"

PACK = """\
format: 1
memorandum:
  id: wages
  title: 关于惩戒拖欠工资行为的通知
  document_no: 示劳发〔2020〕9号
  rank: normative-document
  place: "360300"
  from: 2020-05-01
  source: {provenance: text, file: notice.txt, part: 二}
triggered_by: {on_list: wage-arrears}
clauses:
  - {clause: 二(一), heading: 限制补贴}
  - {clause: 二(二), heading: 文明单位}
  - {clause: 二(三), heading: 重点监管}
  - {clause: 二(四), heading: 贷款}
  - {clause: 二(五), heading: 曝光}
  - {clause: 二(六), heading: 表彰}
  - {clause: 二(七), heading: 市场准入}
  - {clause: 二(八), heading: 食品药品}
measures:
  - id: subsidies
    clause: 二(一)
    act: restrict-government-subsidy
    wording: 限制
    bearers: [subject]
    departments: [市财政局]
    basis: [{instrument: migrant-wages-regulation, article: "48"}]
  - id: civic
    clause: 二(二)
    act: bar-civic-honours
    wording: 取消
    listed_kinds: enterprises
    bearers: [subject, {roles: [legal-representative], at: listing}]
    departments: [市文明办]
    basis: [{instrument: migrant-wages-regulation, article: "48"}]
  - id: supervision
    clause: 二(三)
    act: key-supervision
    force: recommended
    wording: 可以
    listed_kinds: units
    bearers: [subject]
    departments: [市中级人民法院]
    basis: [{instrument: migrant-wages-regulation, article: "48"}]
  - id: loans
    clause: 二(四)
    act: strict-review-of-credit
    force: recommended
    actor: autonomous
    wording: 从严
    bearers: [subject]
    departments: [市财政局]
    basis: [{instrument: migrant-wages-regulation, article: "48"}]
  - id: exposure
    clause: 二(五)
    act: publicise-dishonesty
    wording: 曝光
    bearers: [subject]
    departments: [市财政局]
    basis: none-cited
  - id: honours
    clause: 二(六)
    act: restrict-commendation
    wording: 取消
    bearers: [subject]
    departments: [市文明办]
    basis: [{instrument: migrant-wages-regulation, article: "48"}]
    term: {period: 5 years, outlasts: 二(六)}
  - id: entry
    clause: 二(七)
    act: strict-review-of-market-access
    wording: 从严
    bearers: [subject]
    departments: [行政机关]
    basis: [{instrument: migrant-wages-regulation, article: "48"}]
  - id: review
    clause: 二(八)
    act: strict-review-of-food-and-drug-trade
    wording: 从严
    bearers: [subject]
    departments: none-printed
    basis: [{instrument: migrant-wages-regulation, article: "48"}]
"""


RECORD: dict[str, Any] = {
    "id": "r1", "list": "wage-arrears", "determined_by": "示例市人力资源和社会保障局",
    "document": {"number": "示人社欠〔2022〕1号", "kind": "listing-decision"}, "decided_on": "2022-03-01",
    "published_on": "2022-03-05", "notified_on": "2022-02-01", "served_on": "2022-03-02",
}  # fmt: skip

CONTEXT = {"as_of": "2022-06-01", "region": "360300"}


def case(**changes: Any) -> dict[str, Any]:
    """A firm on the list of wage arrears since March 2022, with a named legal representative."""
    return {
        "subject": {"id": UNIT, "kind": "enterprise", "name": "示例安源商贸有限公司", "region": "360302"},
        "relations": [{"id": PERSON, "kind": "natural-person", "role": "legal-representative", "since": "2015-06-01"}],
        "parties": [{"id": PERSON, "kind": "natural-person", "name": "张示例"}],
        "records": [RECORD],
        "context": CONTEXT,
        **changes,
    }


def packs(folder: Path) -> Path:
    """The folder with the document in it."""
    (folder / "wages").mkdir(parents=True)
    (folder / "wages" / "pack.yaml").write_text(PACK, encoding="utf-8")
    return folder


class Given(NamedTuple):
    """One measure of a decision, with all that a notice is made of."""

    engine: Engine
    case: Case
    decision: Decision
    measure: MeasureView

    def changed(self, **changes: Any) -> Given:
        """The same with other values in the measure, in the decision too."""
        measure = self.measure._replace(**changes)
        measures = tuple(measure if each == self.measure else each for each in self.decision.measures)
        return self._replace(measure=measure, decision=self.decision._replace(measures=measures))

    def view(self, lang: Language = "zh") -> View:
        return View(lang, titles_of(self.engine), People.of(self.decision, self.case))


def given(
    engine: Engine, measure: str = "subsidies", bearer: str = UNIT, options: Options | None = None, **changes: Any
) -> Given:
    """A measure of the example, borne by somebody, on a case with these changes."""
    data = case(**changes)
    decision = engine.evaluate(data, options)
    found = next(m for m in decision.measures if m.id == f"wages/{measure}" and m.bearer.id == bearer)
    return Given(engine, engine.read(data), decision, found)
