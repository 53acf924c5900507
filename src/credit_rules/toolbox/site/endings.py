"""How a measure ends: with its own term, with its lists, by repair, or done once (S6, S9, S10)."""

from __future__ import annotations

from collections.abc import Iterator

from ...pack.model import Measure
from ...plan.conditions import AfterExit, AllOf, AnyOf, Condition, HeldBy, InFields, OnList
from ...plan.model import Plan
from ...registry.model import ListEntry, ListTerm
from ...registry.places import contains
from ...render.labels import label
from .content import Measured
from .entry_fields import EntryWords
from .page import Line, Link, Part, line, listed
from .words import code_label, interval, period_words

FEW = 3
"""The terms of more lists than this are told on the pages of the lists only."""


def ending_lines(one: Measured, words: EntryWords) -> Iterator[Line]:
    """Every way in which the measure ends by its own text and by its lists."""
    say, rule = words.say, one.rule
    yield from _own_term(one, words)
    if rule.once:
        yield line(label("way", "once", words.lang))
    elif rule.term is None or rule.term.outlasts is None:
        yield from _with_condition(one, words)
    if rule.direction == "punishment":
        reduced = code_label("on-reduce", rule.on_reduce, say)
        yield line(say(f"修复减轻时：{reduced}", f"on reduction by repair: {reduced}"))
    else:
        yield from _blocked(one, words)


def _with_condition(one: Measured, words: EntryWords) -> Iterator[Line]:
    """What ends with the records that the condition asks for."""
    say, plan = words.say, one.document.plan
    parts = tuple(_simple(one.rule.condition, plan))
    live = tuple(dict.fromkeys(
        code for part in parts if isinstance(part, OnList | HeldBy | InFields) for code in part.lists
    ))  # fmt: skip
    if len(live) > FEW:
        link = Link(say("名单", "Lists"), "lists/index.html")
        told = say(
            f"记录离开名单即结束（共 {len(live)} 份）；期限和移出途径见",
            f"ends when its list is left ({len(live)} lists); see ",
        )
        yield line(told, link)
    else:
        yield from (_with_list(words.registry.lists[code], words) for code in live)
    if any(isinstance(part, AfterExit) for part in parts):
        yield line(
            say("监测期满即结束，监测期由认定部门确定", "ends with the period of monitoring that the authority set")
        )
    if not live and not any(isinstance(part, AfterExit) for part in parts):
        yield line(say("条件不再成立即结束", "ends when its condition no longer holds"))


def _simple(number: int, plan: Plan) -> Iterator[Condition]:
    """The conditions that stand at the ends of ``all`` and ``any``."""
    condition = plan.conditions[number]
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from _simple(part, plan)
    else:
        yield condition


def _own_term(one: Measured, words: EntryWords) -> Iterator[Line]:
    say, term = words.say, one.rule.term
    if term is None:
        return
    if term.period is not None:
        period = period_words(term.period, say)
        clock = code_label("clock", "decided" if term.from_decision else "effect", say)
        yield line(say(f"本措施的期限：自{clock}起{period}", f"its own term: {period} from {clock}"))
    if term.next_year:
        yield line(say("至下一年度年底", "to the end of the next calendar year"))
    if term.life:
        yield line(say("终身", "for life"))
    if term.outlasts is not None:
        written = next((each for each in one.document.pack.measures if one.rule.id.endswith(f"/{each.id}")), None)
        own = written.term.outlasts if isinstance(written, Measure) and written.term else None
        basis = line(own) if isinstance(own, str) else words.citation(own) if own is not None else line()
        yield line(say("离开名单后仍继续，依据", "runs on after the list is left, by "), *basis.parts)


def _with_list(entry: ListEntry, words: EntryWords) -> Line:
    """A list with its terms and the ways off it; the conditions of these stand on the page of the list."""
    say = words.say
    link = words.addresses.entry("lists", entry.id)
    terms = [_term(term, words) for term in entry.terms]
    if not terms:
        terms.append(line(say("名单没有确定的期限", "the list has no fixed term")))
    ways = dict.fromkeys(label("way", way.way, words.lang) for way in entry.exits)
    if ways:
        terms.append(
            line(say("移出途径：", "ways off the list: "), say("、", ", ").join(ways), say("（条件见名单）", ""))
        )
    return line(say("随名单", "with the list "), link, say("：离开名单即结束", ": ends when it is left"), under=terms)


def _term(term: ListTerm, words: EntryWords) -> Line:
    say = words.say
    if term.otherwise == "open":
        told: list[Part] = [say("没有确定的期限", "no fixed term")]
    else:
        period, clock = period_words(term.otherwise, say), code_label("clock", term.clock, say)
        told = [say(f"自{clock}起{period}", f"{period} from {clock}")]
    if term.cases:
        told.append(say("（按情形另有不同，见名单）", " (other terms in some cases: see the list)"))
    if term.from_ is not None or term.until is not None:
        told.insert(0, interval(term.from_, term.until, say) + say("：", ": "))
    return line(*told)


def _blocked(one: Measured, words: EntryWords) -> Iterator[Line]:
    """While its bearer is on which lists an incentive is withheld (S17)."""
    say, named, place = words.say, one.rule.blocked_by, one.document.info.place
    local = [row for row in words.registry.procedures.values() if contains(row.place, place)]
    every_field = any(row.incentives_blocked_by_all_fields for row in local)
    if named is not None:
        links = listed((words.part("lists", code) for code in named), say("、", ", "))
        yield line(say("承受人列入下列名单期间不予发出：", "withheld while its bearer is on: "), *links.parts)
    elif not every_field:
        told = say(
            "承受人列入任何严重失信名单期间不予发出", "withheld while its bearer is on any list of serious dishonesty"
        )
        yield line(told)
    if every_field:
        told = say(
            "承受人列入任何领域的失信名单期间不予发出",
            "withheld while its bearer is on a list of dishonesty in any field",
        )
        yield line(told)
