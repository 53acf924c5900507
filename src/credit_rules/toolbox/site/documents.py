"""The page of a document: each clause as printed with its measures, or why it has none."""

from __future__ import annotations

from collections.abc import Iterator

from ...registry.places import NATIONWIDE
from ...render.labels import label
from .clauses import clauses_of
from .content import Content, Document
from .entry_fields import EntryWords
from .measures import MeasureWords
from .page import Field, Line, Link, Page, Section, fields, line, listed
from .words import code_label, interval


def document_page(document: Document, content: Content, words: EntryWords, measures: MeasureWords) -> Page:
    """The whole document, in the order of its text."""
    say, head = words.say, document.pack.memorandum
    notes = [line(say(
        "条款号、标题和原文用语照文件所印；措施名称是本项目的概括。文件全文不在本站。",
        "Numbers, headings and wording of clauses are as printed; titles of measures are this project's own words."
        " The full text is not on this site.",
    ))]  # fmt: skip
    return Page(
        path=words.addresses.path("documents", document.id),
        kind=say("文件", "Document"),
        title=head.title,
        above=(Link(say("文件", "Documents"), "documents/index.html"),),
        warnings=draft_warning(document, words),
        notes=tuple(notes),
        fields=(*_head(document, content, words), *_counts(document, content, words)),
        sections=tuple(_clauses(document, content, words, measures)),
    )


def draft_warning(document: Document, words: EntryWords) -> tuple[str, ...]:
    """What stands above everything on the page of a draft (S3)."""
    if not document.draft:
        return ()
    return (words.say(
        "草案：只供核对，从不用于作出提示。以下效力按“假如已经发布”计算。",
        "Draft: for checking only, it never decides. What follows is judged as if it were published.",
    ),)  # fmt: skip


def _head(document: Document, content: Content, words: EntryWords) -> tuple[Field, ...]:
    say, head = words.say, document.pack.memorandum
    addresses = words.addresses
    started = applies(document, words)
    if head.from_ == "unknown" and head.proven_by is not None:
        started += say(f"：{head.proven_by.source}", f": {head.proven_by.source}")

    def linked(ids: tuple[str, ...]) -> Line:
        return listed((addresses.document(id) for id in ids), say("、", ", "))

    place = addresses.entry("places", head.place)
    status = say("草案", "draft") if document.draft else say("已发布", "published")
    provenance = label("provenance", head.source.provenance, words.lang)
    read = say("，", ", ").join(each for each in (head.source.file, head.source.part) if each)
    return fields(
        (say("文号", "Number"), head.document_no),
        (say("位阶", "Rank"), label("rank", head.rank, words.lang)),
        (say("地区", "Place"), say("全国", "nationwide") if head.place == NATIONWIDE else line(place)),
        (say("状态", "Status"), status),
        (say("适用期间", "Applies"), started),
        (say("出处", "Provenance"), say(f"{provenance}：{read}", f"{provenance}: {read}")),
        (say("取代", "Supersedes"), linked(head.supersedes)),
        (say("被取代", "Superseded by"), linked(content.superseded_by.get(document.id, ()))),
        (say("重申", "Restates"), linked(head.restates)),
        (say("被重申", "Restated by"), linked(content.restated_by.get(document.id, ()))),
        (say("规则包", "Pack"), document.id),
    )


def applies(document: Document, words: EntryWords) -> str:
    """The period in which a document applies: from its own day, or from the one that proves it (S3)."""
    say, head = words.say, document.pack.memorandum
    if head.from_ != "unknown":
        return interval(head.from_, head.until if document.draft else document.info.until, say)
    if head.proven_by is None:
        return say("原文没有日期", "the text prints no date")
    end = interval(None, document.info.until, say) if document.info.until is not None and not document.draft else ""
    return (
        say(f"原文没有日期，最早见于 {head.proven_by.day}", f"no date printed, first seen {head.proven_by.day} ") + end
    )


def _counts(document: Document, content: Content, words: EntryWords) -> tuple[Field, ...]:
    say, measures = words.say, content.of_document.get(document.id, ())
    found: dict[str, int] = {}
    for one in measures:
        key = say("", " ").join(
            (
                label("direction", one.rule.direction, words.lang),
                say("·", "") + label("force", one.rule.force, words.lang),
            )
        )
        found[key] = found.get(key, 0) + 1
    told = say("，", ", ").join(f"{key} {number}" for key, number in found.items())
    lists = dict.fromkeys(code for one in measures for code in one.lists)
    links = listed((words.addresses.entry("lists", code) for code in lists), say("、", ", "))
    return fields(
        (say("措施", "Measures"), f"{len(measures)}" + (say(f"（{told}）", f" ({told})") if told else "")),
        (say("触发的名单", "Triggered by"), links),
    )


def _clauses(document: Document, content: Content, words: EntryWords, measures: MeasureWords) -> Iterator[Section]:
    say = words.say
    for clause in clauses_of(document, content):
        notes = []
        if clause.left_out is not None:
            told = say("未写的部分：", "Left out: ") if clause.measures else say("没有写成措施：", "No measure: ")
            notes.append(line(told, clause.left_out))
        elif not clause.measures:
            notes.append(line(say("尚未写成措施。", "Not encoded yet.")))
        entries = tuple(measures.entry(one) for one in clause.measures)
        yield Section(clause.title(say), clause.anchor, notes=tuple(notes), entries=entries)


def status_of(document: Document, words: EntryWords) -> str:
    """Draft, or how the text was read."""
    if document.draft:
        return words.say("草案，不用于提示", "draft, never decides")
    return code_label("provenance", document.pack.memorandum.source.provenance, words.say)
