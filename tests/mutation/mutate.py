"""Ways to spoil a file as people, editors and transports do."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

_WORDS = ("", "null", "true", "~", "5", "5.5", "1e9", "1e999999999", "2018-02-30", "[]", "{}", "[5]", "{a: 1}", '""', "&a x", "*a", "!x y",
          "- a", "? b", "<<: {a: 1}", "---", "%YAML 1.1", "\t", "：", "“a”", "\u202e", "\x00", "\udcff", "9" * 50, "a" * 5000, "{[}", "@", "|", ">")  # fmt: skip


def flip(text: bytes, random: Random) -> bytes:
    """One byte becomes another."""
    at = random.randrange(len(text))
    return text[:at] + bytes([random.randrange(256)]) + text[at + 1 :]


def delete(text: bytes, random: Random) -> bytes:
    """A few bytes are gone."""
    at = random.randrange(len(text))
    return text[:at] + text[at + random.randint(1, 12) :]


def insert(text: bytes, random: Random) -> bytes:
    """Something of YAML stands where it should not."""
    at = random.randrange(len(text))
    return text[:at] + random.choice(_WORDS).encode("utf-8", "surrogatepass") + text[at:]


def truncate(text: bytes, random: Random) -> bytes:
    """The end is gone."""
    return text[: random.randrange(len(text))]


def repeat_line(text: bytes, random: Random) -> bytes:
    """A line stands twice, or somewhere else."""
    lines = text.split(b"\n")
    line = random.choice(lines)
    lines.insert(random.randrange(len(lines)), line)
    return b"\n".join(lines)


def swap_lines(text: bytes, random: Random) -> bytes:
    """Two lines have changed places."""
    lines = text.split(b"\n")
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def indent(text: bytes, random: Random) -> bytes:
    """A line is indented otherwise."""
    lines = text.split(b"\n")
    at = random.randrange(len(lines))
    lines[at] = random.choice((b" ", b"  ", b"\t", b"")) + lines[at].lstrip()
    return b"\n".join(lines)


def swap_words(text: bytes, random: Random) -> bytes:
    """Two words have changed places."""
    words = text.split(b" ")
    one, two = random.randrange(len(words)), random.randrange(len(words))
    words[one], words[two] = words[two], words[one]
    return b" ".join(words)


_BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    flip, delete, insert, truncate, repeat_line, swap_lines, indent, swap_words,
)  # fmt: skip
_VALUES: tuple[Any, ...] = (None, True, False, 0, -1, 5, 2.5, "", "x", "2018-01-01", "5 %", [], {}, [[]], [None], {"a": 1}, {"fact": 5},
                            {"not": {"not": 5}}, "91350100M000100Y43", "11010519491231002X", "\x07", "三年")  # fmt: skip


def mutated_text(text: str, random: Random) -> bytes:
    """``text`` spoilt once or a few times."""
    data = text.encode()
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        data = random.choice(_BYTES)(data, random) or b"x"
    return data


def mutated_values(value: Any, random: Random) -> bytes:
    """A document of the same shape in JSON with one value replaced, moved, renamed or gone."""
    value = json.loads(json.dumps(value, default=str))
    places = list(_places(value))
    for _ in range(random.choice((1, 1, 2))):
        holder, step = random.choice(places)
        other, there = random.choice(places)
        match random.randrange(4):
            case 0:
                holder[step] = random.choice(_VALUES)
            case 1:
                holder[step] = json.loads(json.dumps(other[there])) if _has(other, there) else None
            case 2 if isinstance(holder, dict) and step in holder:
                name = str(random.choice((step.replace("_", "-"), step[:-1], step + "_", step.upper(), "x" + step)))
                holder[name] = holder.pop(step)
            case _ if isinstance(holder, dict):
                holder.pop(step, None)
    return json.dumps(value, ensure_ascii=random.random() < 0.5).encode()


def _places(value: Any) -> Any:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield value, step
        yield from _places(inner)


def _has(holder: Any, step: Any) -> bool:
    return step in holder if isinstance(holder, dict) else step < len(holder)
