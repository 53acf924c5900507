"""What would settle an open question, in words: the contract tells it by its place in a case (S16)."""

from __future__ import annotations

from collections.abc import Iterator

from .view import View

_PLACES: dict[str, tuple[str, str]] = {
    "grade": ("的失信等级", "grade of"),
    "conduct": ("的行为起止日", "days of the conduct of"),
    "kind": ("的主体类型", "kind of"),
    "birth_date": ("的出生日期", "day of birth of"),
    "fetched_on": ("的最新数据", "fresh data of"),
    "notified_on": ("列入前的告知", "notice before the listing of"),
    "served_on": ("列入后的送达", "service after the listing of"),
    "expires_on": ("的截止日", "day of expiry of"),
    "facts": ("的事实", "facts of"),
}
"""The places of a record or a person that a case may leave open."""
_SCOPES = ("subject", "context", "record", "relation")


def missing_words(text: str, view: View) -> str:
    """The places in the text said in words; what has another form stays as it is."""
    said = (" / ".join(_said(place, view) for place in part.split(" / ")) for part in _parts(text))
    return view.free(view.say("、", ", ").join(said))


def _parts(text: str) -> Iterator[str]:
    """What the text lists, without parting what stands in brackets."""
    held = ""
    for piece in text.split("、"):
        held = f"{held}、{piece}" if held else piece
        if held.count("(") == held.count(")"):
            yield held
            held = ""
    if held:
        yield held


def _said(place: str, view: View) -> str:
    head, bracket, rest = place.partition("(")
    inside, _, tail = rest.rpartition(")")
    if bracket:
        return _of_inquiry(inside, head, view) if not tail else _of_relation(inside, head, tail, view)
    owner, asks, fact = place.partition(".facts.")
    if asks and owner not in _SCOPES:
        return _of(owner, f"：{_fact(fact, view)}", f"{_fact(fact, view)}, of", view)
    owner, _, name = place.rpartition(".")
    if owner in ("", *_SCOPES, "context.facts"):
        return _fact(name, view) if owner else place
    words = _PLACES.get(name)
    return place if words is None else _of(_named(owner, view), *words, view)


def _of_inquiry(inside: str, head: str, view: View) -> str:
    if head == "inquiry.roles":
        return _covered("任职", "the roles", "roles", inside, view)
    if head == "inquiry.registers":
        return _covered("名单", "the lists", "lists", inside, view)
    if head == "inquiry.records_of":
        return _of(view.named(inside), "的记录查询", "records of", view)
    first, dots, last = inside.partition("..")
    if head == "inquiry" and dots:
        return view.say(f"{first} 至 {last} 的查询", f"an inquiry from {first} to {last}")
    return f"{head}({inside})"


def _of_relation(inside: str, head: str, tail: str, view: View) -> str:
    if head == "relation" and tail == ".responsible_for":
        return _of(view.named(inside), "对哪些记录负有责任", "the records answered for by", view)
    if head == "relation" and tail.startswith(".facts."):
        fact = _fact(tail.removeprefix(".facts."), view)
        return _of(view.named(inside), f"：{fact}", f"{fact}, of", view)
    return f"{head}({inside}){tail}"


def _covered(zh: str, en: str, field: str, codes: str, view: View) -> str:
    titles = view.say("、", ", ").join(view.titles(field, code) for code in codes.split("、"))
    return view.say(f"对{zh}（{titles}）的查询", f"an inquiry that covers {en} {titles}")


def _of(whose: str, zh: str, en: str, view: View) -> str:
    return view.say(f"{whose}{zh}", f"{en} {whose}")


def _named(identifier: str, view: View) -> str:
    return view.named(identifier) if identifier in view.people.known else identifier


def _fact(name: str, view: View) -> str:
    return view.titles("facts", name)
