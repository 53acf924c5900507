"""The words of a new folder in both languages: remarks in the pack, its two cases, its README."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ..diagnostics.diagnostic import Language
from ..pack.write import Remarks, quoted
from ..registry.model import ListEntry
from ..source.node import Path

UNIT = "91350100M000100Y43"
"""An invented firm with right check digits."""

_WORDS: dict[str, tuple[str, str]] = {
    "to-do": ("待填写", "to be filled in"),
    "cases": (
        "人和单位都是虚构的，号码只是校验位正确。每项措施写一个应当发出的情形，和一个只差一点的情形。",
        "All persons and firms are invented; their numbers only have right check digits. For each measure: one case that"
        " issues it, and one near miss.",
    ),
    "for": ("列入{list}的企业，发出示例措施", "A firm on the list {list}: the example measure is issued"),
    "near": ("失去效力的第一天，不再发出", "The first day without effect: it is issued no more"),
    "firm": ("示例有限公司", "示例有限公司"),
    "authority": ("示例认定机关", "示例认定机关"),
    "number": ("示例〔{year}〕1号", "示例〔{year}〕1号"),
}

_REMARKS: tuple[tuple[Path, str, str], ...] = (
    (
        ("memorandum", "from"),
        "施行日：文件写明的日期，否则成文日，否则印发日；都没有的写 unknown 和 proven_by",
        "the day it names, else its own date, else its printing date; with none: unknown, and proven_by",
    ),
    (
        ("memorandum", "status"),
        "草案只检查，不参加决定；写好后改为 published",
        "a draft is checked and never decides; write published when it is done",
    ),
    (
        ("memorandum", "source"),
        "通读原文以后，provenance 改为 text，file 写原文的文件名；没有核对过的措施默认不发出",
        "once the text has been read: provenance text, file the name of its file; what nobody read is not issued",
    ),
    (
        ("triggered_by",),
        "各项措施共同的触发条件；某一项不同的，在那一项里另写",
        "triggers every measure that names no trigger of its own",
    ),
    (
        ("clauses",),
        "对主体有所要求、允许、建议或者鼓励的条款，一条一行；不写成措施的，加 left_out 说明理由",
        "each clause that orders, allows, recommends or encourages something; left_out gives the reason where no measure does",
    ),
    (
        ("measures", 0),
        "示例，请按原文改写。一项只有一个行为；限制新的和撤销已有的是两项",
        "An example: rewrite it after the text. One act a measure; a bar and an undoing are two",
    ),
    (
        ("measures", 0, "clause"),
        "条款号照原文，括号用半角：二(三)1",
        "the number as printed, brackets half-width: 二(三)1",
    ),
    (
        ("measures", 0, "act"),
        "从名录 registry/acts 里选；没有的先在那里登记",
        "from registry/acts; register a new one there first",
    ),
    (("measures", 0, "wording"), "原文中决定轻重的词", "the word of the text that governs its force"),
    (
        ("measures", 0, "bearers"),
        "写明的承受者：subject 或者 {roles: [legal-representative], at: listing}；“等”不增加任何人",
        "whom the text names: subject, or {roles: [legal-representative], at: listing}; 等 adds nobody",
    ),
    (
        ("measures", 0, "departments"),
        "部门照原文，例如 [市税务局, 市财政局]；原文没有写的才写 none-printed",
        "as printed, such as [市税务局, 市财政局]; none-printed only where the text names none",
    ),
    (
        ("measures", 0, "basis"),
        '引用的法律依据，例如 [{instrument: migrant-wages-regulation, article: "48"}]；没有引用的写 none-cited',
        'the basis cited, such as [{instrument: migrant-wages-regulation, article: "48"}]; none-cited where none is',
    ),
)

_README = (
    """# {heading}

{title}。出处：{to_do}（哪一份文本，是否通读，文件上有哪些日期）。

## 已写成措施的

{to_do}

## 没有写的，为什么

{to_do}

## 原文的疑点

{to_do}
""",
    """# {heading}

{title}. Source: {to_do} (which text, whether read in full, which days it prints).

## Encoded

{to_do}

## Not encoded, and why

{to_do}

## As printed

{to_do}
""",
)


def words(key: str, lang: Language) -> str:
    """A phrase of the new folder."""
    return _WORDS[key][lang == "en"]


def remarks_on(name: str, head: Sequence[str], lang: Language) -> Remarks:
    """The comments of a new pack."""
    english = lang == "en"
    found: dict[Path, Sequence[str]] = {(): [*head, name]}
    found.update({path: [en if english else zh] for path, zh, en in _REMARKS})
    return found


def readme_text(title: str, document_no: str | None, lang: Language) -> str:
    """The README with its headings."""
    heading = f"{document_no}" if document_no else title
    return _README[lang == "en"].format(heading=heading, title=title, to_do=words("to-do", lang))


def cases_text(
    entry: ListEntry, day: date, region: str, schemas: str | None, *, confirmed: bool, lang: Language
) -> str:
    """A file of two cases: a fresh record on the list, and the same on the first day without effect.

    ``confirmed``: records count in the place only once they are confirmed, so that the example is.
    """
    decided, published = day - timedelta(days=40), day - timedelta(days=35)
    searched = day - timedelta(days=4 * 366)
    number = words("number", lang).format(year=decided.year)
    head = f"# yaml-language-server: $schema={schemas}/cases.schema.json\n" if schemas else ""
    events = f"      events: [{{type: confirmed, on: {published}}}]\n" if confirmed else ""
    return f"""{head}# {words("cases", lang)}
format: 1
base:
  subject: {{id: "{UNIT}", kind: enterprise, name: {words("firm", lang)}, region: "{region}"}}
  records:
    - id: r1
      list: {entry.id}
      determined_by: {words("authority", lang)}
      document: {{number: {number}, kind: listing-decision}}
      decided_on: {decided}
      published_on: {published}
      notified_on: {decided - timedelta(days=20)}
      served_on: {published}
      expires_on: {day + timedelta(days=365)}
{events}  inquiry: {{records_of: ["{UNIT}"], from: {searched}, until: {day}}}
  context: {{as_of: {day}, region: "{region}"}}
cases:
  - name: {quoted(words("for", lang).format(list=entry.title))}
    issued: [example]

  - name: {quoted(words("near", lang))}
    case:
      context: {{as_of: {day + timedelta(days=365)}}}
    not_issued: [example]
"""
