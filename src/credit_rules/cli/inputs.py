"""What several commands read: packs, a case, the day and place decided for, and who is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from ..diagnostics.diagnostic import InputError
from ..render.people import People
from .command import Choice, Day, Region, option
from .failure import Failure, failure_of_file
from .streams import expect_open_input

if TYPE_CHECKING:
    from ..case.decision import Decision
    from ..engine.engine import Engine
    from ..plan.options import Options
    from ..render.view import Titles

STANDARD_INPUT = "-"


class Asked(TypedDict):
    """The options that say how to decide, as the command line gives them."""

    as_of: date | None
    known_at: date | None
    region: str | None
    matter: str | None
    department: str | None
    standing: Literal["annotate", "withhold"]
    evidence: Literal["lenient", "strict"]
    include_unverified: bool


def deciding_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--packs``, ``--as-of`` and the other options that say how to decide; they arrive as :class:`Asked`."""
    return some_deciding_options(*_DECIDING)(function)


def some_deciding_options(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Only some of :func:`deciding_options`, by name."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for name in reversed(names):
            function = _DECIDING[name](function)
        return function

    return decorate


_DECIDING = {
    "packs": option(
        "--packs",
        metavar="DIR",
        multiple=True,
        words=(
            "规则包目录，可多次给出；默认用随程序发布的规则包",
            "a folder of packs, may be repeated; default: the packs that ship with the program",
        ),
    ),
    "as-of": option(
        "--as-of",
        type=Day(),
        metavar="DAY",
        words=(
            "决定日，YYYY-MM-DD；优先于案例中的 context.as_of",
            "day decided for, YYYY-MM-DD; goes before the case's context.as_of",
        ),
    ),
    "known-at": option(
        "--known-at",
        type=Day(),
        metavar="DAY",
        words=(
            "所知截止日：此后才登记的不予考虑；默认同决定日",
            "day of knowledge: what was recorded later is not seen; default: the day decided for",
        ),
    ),
    "region": option(
        "--region",
        type=Region(),
        metavar="CODE",
        words=(
            "作出决定的部门所在地区代码（GB/T 2260），六位",
            "place of the deciding department (GB/T 2260), six digits",
        ),
    ),
    "matter": option(
        "--matter",
        metavar="CODE",
        words=("办理的事项，例如 government-procurement", "the matter asked about, such as government-procurement"),
    ),
    "department": option("--department", metavar="ID", words=("作出决定的部门代码", "id of the deciding department")),
    "standing": option(
        "--standing",
        type=Choice(("annotate", "withhold")),
        default="annotate",
        metavar="annotate|withhold",
        words=(
            "依据不足的措施：annotate 标注（默认），withhold 不发出",
            "measures of insufficient basis: annotate (default) marks them, withhold leaves them out",
        ),
    ),
    "evidence": option(
        "--evidence",
        type=Choice(("lenient", "strict")),
        default="lenient",
        metavar="lenient|strict",
        words=(
            "列入程序未说明时：lenient 提醒（默认），strict 不作判定",
            "where the procedure of the listing is not told: lenient (default) warns, strict leaves undetermined",
        ),
    ),
    "include-unverified": option(
        "--include-unverified",
        is_flag=True,
        words=(
            "也给出来源未核验的措施，加以标注且不计入事项提示",
            "also give measures of unverified source, marked and never counted",
        ),
    ),
}


def read_case(path: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``; :class:`InputError` where they cannot be read."""
    from ..source.files import read_bytes

    if path == STANDARD_INPUT:
        expect_open_input()
    data, found = read_bytes(path)
    if data is None:
        raise InputError(found)
    return data


def shown_name(path: str) -> str:
    """How messages name the input."""
    return "<stdin>" if path == STANDARD_INPUT else path


def open_engine(packs: tuple[str, ...]) -> Engine:
    """The engine with the packs of the folders, or with those that ship with the program."""
    from .. import Engine

    for path in packs:
        expect_packs(path)
    return Engine.from_paths(*packs) if packs else Engine.bundled()


def expect_path(path: str) -> None:
    """A :class:`Failure` where there is no such file or folder."""
    if not Path(path).exists():
        raise failure_of_file(path, FileNotFoundError())


def expect_packs(path: str, *, or_registry: bool = False) -> None:
    """A :class:`Failure` where there is no pack under the path, which would otherwise do nothing in silence."""
    from ..source.tree import PACK

    expect_path(path)
    if Path(path).is_dir() and not any(Path(path).rglob("*.yaml" if or_registry else PACK)):
        raise Failure(
            "no-packs",
            f"{path} 中没有规则包（{PACK}）。",
            f"there is no pack ({PACK}) in {path}.",
            zh_hint="请给出规则包的目录，或者 memoranda 这样的上级目录。",
            en_hint="Name the folder of a pack, or one above it, such as memoranda.",
        )


def options_of(asked: Asked) -> Options:
    """The options for the engine."""
    from ..plan.options import Options

    return Options(**asked)


def titles_of(engine: Engine) -> Titles:
    """Chinese titles from the registry, names of places, and titles of documents and measures from the plan."""

    def title(field: str, identifier: str) -> str:
        if field == "places":
            return engine.plan.vocabulary.places.get(identifier, identifier)
        if field == "packs":
            pack = engine.plan.pack.get(identifier)
            return pack.title if pack else identifier
        if field != "measures":
            return engine.title(field, identifier)
        number = engine.plan.number.get(identifier)
        return identifier if number is None else engine.plan.rules[number].title

    return title


def people_of(engine: Engine, decision: Decision | None, data: bytes, name: str) -> People:
    """Names to show and numbers to mask, from the decision and the case that it was made of."""
    return People.of(decision, engine.read(data, name))


def no_such_measure(identifier: str, known: list[str]) -> Failure:
    """There is no measure of that id, with the nearest one that there is."""
    from ..diagnostics.near_miss import nearest

    near = nearest(identifier, known)
    return Failure(
        "unknown-measure",
        f"没有措施 {identifier}" + (f"，是不是 {near}？" if near else "。"),
        f"there is no measure {identifier}" + (f"; did you mean {near}?" if near else "."),
        zh_hint="措施写作 规则包/措施，例如 pingxiang-2017-judgment-debtors/premium-travel。",
        en_hint="Write a measure as pack/measure, such as pingxiang-2017-judgment-debtors/premium-travel.",
    )
