"""Where a reader begins: the home page with every way in, and the page that searches."""

from __future__ import annotations

from ...render.labels import label
from ..diff_words import KINDS
from .addresses import FOLDERS
from .content import Content
from .entry_fields import EntryWords
from .indexes import SMALL
from .page import Field, Line, Link, Page, Section, Table, fields, line

_FOR = {
    "documents": (
        "每份文件按原文顺序：条款、措施、承受人、部门、依据、如何结束",
        "each document in the order of its text",
    ),
    "fields": (
        "按行业领域：有哪些名单，各份文件对它们规定了什么措施",
        "by field: its lists, and what the documents attach to them",
    ),
    "lists": (
        "列入标准、依据、期限、移出途径，以及据以采取的措施",
        "criteria, basis, terms, exits, and the measures that hang on it",
    ),
    "departments": (
        "名称沿革、职责划转，以及文件交给它的措施",
        "names over time, successors, and the measures given to it",
    ),
    "acts": ("措施的内容、性质，以及用到它的文件", "what is done, of what kind, and by which documents"),
    "matters": ("办理什么事项时要看哪些措施", "which measures concern what is being decided"),
    "instruments": ("版本、读过的条文，以及谁引用它", "versions, articles that were read, and who cites them"),
}
"""What is found behind each way in."""
_MEANINGS = {
    ("provenance", "text"): ("文字见于所读的原文", "the words stand in the text that was read"),
    ("provenance", "secondary"): ("只见于转载、报道或者引用", "known from reprints, reports or citations only"),
    ("provenance", "unverified"): ("未经核对，不得当作已核实", "checked by nobody; never to be shown as verified"),
    ("force", "mandatory"): ("条款要求这样做", "the clause orders it"),
    ("force", "recommended"): ("条款允许或者鼓励这样做", "the clause allows or encourages it"),
    ("standing", "sufficient"): ("当日的法律足以承载", "the law of the day carries it"),
    ("standing", "practice"): ("2020-12-07 前按当时做法接受", "accepted as the practice of its time"),
    ("standing", "insufficient"): (
        "当日的法律不足以承载，不计入提示",
        "the law of the day does not carry it; it never counts",
    ),
    ("standing", "unverified"): (
        "可能的依据尚未核对原文，不计入提示",
        "only bases that nobody has read could carry it; it never counts",
    ),
}
"""What the words on every page mean."""


def home_page(content: Content, words: EntryWords) -> Page:
    """What this is, what it is not, and every way in."""
    say = words.say
    head = (say("入口", "Way in"), say("数目", "Number"))
    big, small = _big(content, words), _small(content, words)
    told = tuple((line(link), line(str(number)), line(say(*_FOR[link.href.partition("/")[0]]))) for link, number in big)
    return Page(
        path="index.html",
        kind=say("首页", "Home"),
        title=say("守信联合激励和失信联合惩戒：文件和名录", "Joint incentives and punishments: documents and registry"),
        notes=_what_it_is(content, words),
        fields=_numbers(content, words),
        sections=(
            Section(
                say("从哪里看起", "Ways in"),
                "ways",
                tables=(Table((*head, say("有什么", "What there is")), told, unbroken=0),),
            ),
            Section(
                say("其他名录", "Other registries"),
                "registries",
                tables=(Table(head, tuple((line(link), line(str(number))) for link, number in small)),),
            ),
            Section(say("怎样读", "How to read"), "reading", fields=_legend(words)),
        ),
        asks=True,
    )


def search_page(words: EntryWords) -> Page:
    """The page whose script searches."""
    say = words.say
    told = say(
        "输入文件、条款、措施、部门或者名单名称中的几个字；多个词用空格隔开，须同时出现。不连网络，只在本机查找。",
        "Some characters of a document, clause, measure, department or list; several words, parted by spaces, must all"
        " be there. Nothing leaves this machine.",
    )
    title = say("查找", "Search")
    return Page(path="search.html", kind=title, title=title, notes=(line(told),), asks=True, searches=True)


def _what_it_is(content: Content, words: EntryWords) -> tuple[Line, ...]:
    say = words.say
    return (
        line(say(
            "本站汇集编成规则的文件、其中每一条款的措施，以及它们用到的名单、部门、措施内容、事项和依据。",
            "All documents that are encoded as rules, the measures of every clause, and the lists, departments, acts,"
            " matters and instruments that they name.",
        )),
        line(say(
            "本站不是行政决定，也不是法律意见；草案从不用于作出提示；没有见过原文的，都写明出处。",
            "Nothing here is an administrative decision or legal advice. A draft never decides. Where the text was not"
            " seen, the page says so.",
        )),
        line(say(f"部门的今称按 {content.day} 计算。", f"Today's names of departments are those of {content.day}.")),
    )  # fmt: skip


def _numbers(content: Content, words: EntryWords) -> tuple[Field, ...]:
    say, all_of_them = words.say, len(content.documents)
    drafts = sum(document.draft for document in content.documents)
    return fields(
        (
            say("文件", "Documents"),
            say(f"{all_of_them} 份，其中草案 {drafts} 份", f"{all_of_them}, of them {drafts} drafts"),
        ),
        (say("措施", "Measures"), str(len(content.measures))),
    )


def _big(content: Content, words: EntryWords) -> tuple[tuple[Link, int], ...]:
    """What has an index of its own, and how much it holds."""
    say, registry = words.say, content.registry
    return (
        (Link(say("文件", "Documents"), "documents/index.html"), len(content.documents)),
        (Link(say("领域", "Fields"), "fields/index.html"), len(registry.list_fields)),
        *((Link(say(*KINDS[kind]), f"{kind}/index.html"), len(getattr(registry, kind))) for kind in FOLDERS),
    )


def _small(content: Content, words: EntryWords) -> tuple[tuple[Link, int], ...]:
    """The registries that stand on one page each."""
    say, registry = words.say, content.registry
    return tuple(
        (Link(say(*KINDS[kind]), f"registry/{kind}.html"), len(getattr(registry, kind)))
        for kind in SMALL
        if getattr(registry, kind)
    )


def _legend(words: EntryWords) -> tuple[Field, ...]:
    say, lang = words.say, words.lang

    def told(of: str, *codes: str) -> list[Line]:
        return [line(label(of, code, lang), say("：", ": "), say(*_MEANINGS[of, code])) for code in codes]

    return fields(
        (say("出处", "Provenance"), told("provenance", "text", "secondary", "unverified")),
        (say("强度", "Force"), told("force", "mandatory", "recommended")),
        (say("依据效力", "Standing"), told("standing", "sufficient", "practice", "insufficient", "unverified")),
        (
            say("期间", "Periods"),
            say(
                "“至某日（当日不含）”：该日是第一个不再适用的日子。",
                "“until” a day: that day is the first on which it no longer holds.",
            ),
        ),
    )
