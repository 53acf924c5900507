"""What a measure may rest on, and what the articles that it cites provide."""

from __future__ import annotations

from tests.checks.faults.plant import Drop, Fault, Put, Swap

FAULTS = (
    Fault("basis-not-in-force", Put("city exit", 'basis: [{instrument: enforcement-law, article: "80"}, {instrument: ‸coming-law, article: "5"}]')),
    Fault("basis-not-in-force", Put("nation publicity", 'basis: [{instrument: credit-regulation, article: "70"}, {instrument: ‸repealed-regulation, article: "9"}]')),
    Fault("basis-ended", Put("city exit", 'basis: [{instrument: enforcement-law, article: "80"}, {instrument: ‸former-rule, article: "5"}]')),
    Fault("basis-ended", Put("nation publicity", 'basis: [{instrument: credit-regulation, article: "70"}, {instrument: ‸former-rule, article: "2"}]')),
    Fault("basis-rank", Put("city procurement", 'basis: ‸[{instrument: notice, article: "3"}]')),
    Fault("basis-rank", Put("province subsidies", "basis: ‸none-cited")),
    Fault("exit-without-basis", Put("city exit", 'basis: ‸[{instrument: local-regulation, article: "7"}]')),
    Fault("exit-without-basis", Put("city exit", "basis: ‸none-cited")),
    Fault("penalty-in-substance", Put("nation occupation", 'basis: ‸[{instrument: central-policy, article: "3"}]')),
    Fault("penalty-in-substance", Put("city procurement", 'act: require-licence-condition\nbasis: ‸[{instrument: ministry-rule, article: "4"}]')),
    Fault("act-beyond-basis", Put("city procurement", "act: bar-occupation"), Swap("city procurement", 'article: "40"', 'article: ‸"40"')),
    Fault("act-beyond-basis", Put("nation publicity", 'basis: [{instrument: credit-regulation, article: ‸"60"}]')),
    Fault("list-beyond-basis", Put("city procurement", 'triggered_by: {on_list: [judgment-debtor, wage-arrears]}\nbasis: [{instrument: enforcement-law, article: ‸"40"}]')),
    Fault("list-beyond-basis", Put("nation procurement", 'triggered_by: {on_list: wage-arrears}\nbasis: [{instrument: tax-law, article: ‸"41"}]')),
    Fault("bearer-beyond-basis", Put("city procurement", "bearers: [subject, ‸{roles: [actual-controller], at: conduct, responsible: true}]")),
    Fault("bearer-beyond-basis", Put("nation occupation", "bearers: [‸{roles: [legal-representative, shareholder], at: conduct, responsible: true}]")),
    Fault("force-beyond-basis", Put("province subsidies", "force: ‸mandatory\nwording: 限制")),
    Fault("force-beyond-basis", Put("city subsidies-small", "‸id: subsidies-small\nwording: 限制"), Drop("city subsidies-small", "force")),
    Fault("term-beyond-basis", Put("city procurement", "term: {period: ‸5 years, outlasts: 二(一)}")),
    Fault("term-beyond-basis", Put("city subsidies-large", "term: {period: ‸61 months}")),
    Fault("permanent-term", Put("city exit", "term: {through: ‸life, outlasts: 二(四)}")),
    Fault("permanent-term", Put("nation publicity", "wording: ‸终身公示")),
    Fault("unread-source", Swap("city memorandum", "provenance: text", "provenance: ‸secondary")),
    Fault("unread-source", Swap("former memorandum", "provenance: text", "provenance: ‸unverified")),
    Fault("unread-basis", Put("city exit", 'basis: [{instrument: enforcement-law, article: "80", provenance: ‸unverified}]')),
    Fault("unread-basis", Put("province supervision", 'basis: [{instrument: local-regulation, article: "12", provenance: ‸unverified}]')),
)  # fmt: skip
