"""Documents among each other, and remarks that allow a finding."""

from __future__ import annotations

from tests.checks.faults.plant import Add, Drop, Fault, Put, Swap

GONE = "departments: [市工商局]"

FAULTS = (
    Fault("duplicate-pack", Put("province memorandum", "id: ‸nation-2020"), Put("city memorandum", "restates: [nation-2020]"), Put("city supervision", "act: supervise\nwording: 监管\nbearers: [subject]\nbasis: none-cited"), Drop("city supervision", "adopts")),
    Fault("duplicate-pack", Put("city memorandum", "id: ‸city-2018"), Drop("city memorandum", "supersedes")),
    Fault("unknown-pack", Put("city memorandum", "restates: [province-2021, ‸nation-2021]")),
    Fault("unknown-pack", Put("province memorandum", "supersedes: [‸province-2012]")),
    Fault("pack-names-itself", Put("nation memorandum", "restates: [‸nation-2020]")),
    Fault("pack-names-itself", Put("city memorandum", "supersedes: [city-2018, ‸city-2022]")),
    Fault("repeated-name", Put("city memorandum", "supersedes: [city-2018, ‸city-2018]")),
    Fault("repeated-name", Put("city memorandum", "restates:\n  - province-2021\n  - nation-2020\n  - ‸province-2021")),
    Fault("superseded-still-open", Drop("former memorandum", "until"), Put("city memorandum", "supersedes: [‸city-2018]")),
    Fault("superseded-still-open", Put("former memorandum", "until: 2022-06-01"), Put("city memorandum", "supersedes: [‸city-2018]")),
    Fault("suppression-without-reason", Put("city headed-units", f"{GONE}  ‸# allow: department-gone")),
    Fault("suppression-without-reason", Put("city procurement", 'basis: [{instrument: notice, article: "3"}]  ‸# allow: basis-rank --')),
    Fault("suppression-unknown-code", Put("city exit", "wording: 限制  ‸# allow: basis-ranks -- 示例")),
    Fault("suppression-unknown-code", Swap("nation", "measures:\n", "measures:  ‸# allow: nothing -- 示例\n")),
    Fault("suppression-not-possible", Put("city insurance", "menu: finance  ‸# allow: menu-of-one -- 示例")),
    Fault("suppression-not-possible", Put("city", "triggered_by: {on_list: judgment-debtor}  ‸# allow: suppression-unused -- 示例")),
    Fault("suppression-misplaced", Add("city exit", "‸# allow: exit-without-basis -- 示例")),
    Fault("suppression-misplaced", Swap("incentives", "# 四: incentives.", "‸# allow: department-gone -- 示例")),
    Fault("suppression-unused", Put("city exit", "departments: [市法院]  ‸# allow: department-gone -- 示例")),
    Fault("suppression-unused", Put("province memorandum", "from: 2021-06-01  ‸# allow: unread-source -- 示例")),
)  # fmt: skip
