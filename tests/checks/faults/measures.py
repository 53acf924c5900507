"""What a measure does, in which words, once."""

from __future__ import annotations

from tests.checks.faults.plant import Add, Drop, Fault, Put, Swap

FAULTS = (
    Fault("force-against-wording", Put("city headed-units", "wording: ‸可以列为")),
    Fault("force-against-wording", Put("province subsidies", "wording: 应当限制\nforce: ‸recommended")),
    Fault("direction-against-effect", Put("city exit", "act: ‸prefer\nbasis: none-cited")),
    Fault("direction-against-effect", Put("incentives fewer-inspections", "act: ‸supervise")),
    Fault("copy-could-adopt", Put("city supervision", "id: ‸supervision\nact: supervise\nwording: 作为重点监管对象\ntriggered_by: {on_list: [tax-violation, wage-arrears]}\nbearers: [subject]\nbasis: none-cited"), Drop("city supervision", "adopts")),
    Fault("copy-could-adopt", Add("city measures", '- {id: ‸subsidies-again, clause: 二(二), act: restrict-subsidy, force: recommended, wording: 可以限制, triggered_by: {on_list: [tax-violation, wage-arrears]}, bearers: [subject], departments: [市财政局], basis: [{instrument: credit-regulation, article: "60"}]}')),
    Fault("measure-repeated", Add("city measures", '- {id: ‸exit-again, clause: 二(四), act: bar-exit, wording: 限制, listed_kinds: natural-persons, bearers: [subject], departments: [市人社局], basis: [{instrument: enforcement-law, article: "80"}]}')),
    Fault("measure-repeated", Add("nation measures", '- {id: ‸publicity-twice, clause: 三, act: expose, wording: 公布, listed_kinds: units, bearers: [subject], departments: [财政部], basis: [{instrument: credit-regulation, article: "70"}]}')),
    Fault("measure-without-wording", Put("city exit", "id: ‸exit"), Drop("city exit", "wording")),
    Fault("measure-without-wording", Put("incentives green-channel", "id: ‸green-channel"), Drop("incentives green-channel", "wording")),
    Fault("measure-without-clause", Put("former supervision", "clause: ‸unseen"), Swap("former", "  - {clause: 二(一), heading: 重点监管}", "  - {clause: 二(一), heading: 重点监管, left_out: 未见}\n  - {clause: unseen, heading: 未见}")),
    Fault("measure-without-clause", Put("province supervision", "clause: ‸unseen"), Swap("province", "{clause: 三(一), heading: 重点监管}", "{clause: unseen, heading: 重点监管}")),
    Fault("menu-of-one", Put("city insurance", "menu: ‸finances")),
    Fault("menu-of-one", Put("province subsidies", "menu: ‸funds")),
    Fault("term-empty", Put("city exit", "term: ‸{}")),
    Fault("term-empty", Put("city subsidies-large", "term: ‸{clock: decided}")),
    Fault("term-twice", Put("city procurement", "term: {through: next-calendar-year, ‸period: 3 years, outlasts: 二(一)}")),
    Fault("term-twice", Put("nation procurement", "term: {‸period: 2 years, through: next-calendar-year}")),
    Fault("outlasts-without-term", Put("city procurement", "term: {‸outlasts: 二(一)}")),
    Fault("outlasts-without-term", Put("province supervision", "term: {‸outlasts: {instrument: local-regulation, article: \"3\"}}"), Put("city supervision", "act: supervise\nwording: 监管\nbearers: [subject]\nbasis: none-cited"), Drop("city supervision", "adopts")),
    Fault("clock-without-period", Put("city subsidies-large", "term: {through: next-calendar-year, ‸clock: decided}")),
    Fault("clock-without-period", Put("city exit", "term:\n  ‸clock: effect\n  through: next-calendar-year")),
    Fault("period-in-working-days", Put("nation procurement", "term: {period: ‸20 working days}")),
    Fault("period-in-working-days", Swap("incentives green-channel", "clean_for: 3 years", "clean_for: ‸90 working days")),
    Fault("clause-both", Swap("city", "{clause: 二(四), heading: 出境}", "{clause: 二(四), heading: 出境, ‸left_out: 以后再写}")),
    Fault("clause-both", Swap("nation", "{clause: 一, heading: 政府采购}", "{clause: 一, heading: 政府采购, ‸left_out: 见原文}")),
    Fault("clause-not-encoded", Swap("city", ", left_out: 不针对名单上的主体}", "}"), Swap("city", "{clause: 五,", "{clause: ‸五,")),
    Fault("clause-not-encoded", Add("nation clauses", "- {clause: ‸四, heading: 融资}")),
    Fault("clause-not-listed", Put("city exit", "clause: ‸二(四)1"), Swap("city", "{clause: 二(四), heading: 出境}", "{clause: 二(四), heading: 出境, left_out: 见二(四)1}")),
    Fault("clause-not-listed", Add("incentives measures", "- {id: praise, clause: ‸四(二), act: praise, direction: incentive, wording: 宣传, triggered_by: {on_list: tax-a}, bearers: [subject], departments: [市税务局], basis: none-cited}")),
    Fault("clause-repeated", Add("city clauses", "- {clause: ‸四(一), heading: 激励}")),
    Fault("clause-repeated", Swap("nation", "{clause: 三, heading: 公示}", "{clause: 三, heading: 公示}\n  - {clause: ‸二, heading: 职务}")),
)  # fmt: skip
