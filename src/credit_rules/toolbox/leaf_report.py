"""The leaves that cases see, as text for people and as plain data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..diagnostics.diagnostic import Language
from ..render.language import Say, speaker
from .leaf_coverage import LeafCoverage, SeenLeaf

VALUES = {"true": ("成立", "true"), "false": ("不成立", "false"), "unknown": ("不能确定", "unknown")}


def as_text(found: Sequence[LeafCoverage], lang: Language) -> str:
    """Each leaf and measure that is not seen in full, with its place, then the numbers of each pack."""
    say = speaker(lang)
    return "".join(f"{line}\n" for each in found for line in (*_missing(each, say), _numbers(each, say)))


def as_plain(found: Sequence[LeafCoverage], lang: Language) -> dict[str, Any]:
    """All of it, leaf by leaf."""
    say = speaker(lang)
    return {
        "format": 1,
        "packs": [
            {
                "id": each.pack,
                "cases": each.cases,
                "percent": round(each.percent, 1),
                "measures": [
                    {"id": one.id, "file": one.span.file, "line": one.span.line, "hit": one.hit, "missed": one.missed}
                    for one in each.measures
                ],
                "leaves": [_leaf(one, say) for one in each.leaves],
            }
            for each in found
        ],
    }


def counts(found: LeafCoverage) -> dict[str, int]:
    """How many leaves there are, were seen true, false and unknown, and are never unknown."""
    return {
        "leaves": len(found.leaves),
        "true": sum(each.true for each in found.leaves),
        "false": sum(each.false for each in found.leaves),
        "unknown": sum(each.unknown for each in found.leaves),
        "never unknown": sum(each.leaf.known is not None and not each.unknown for each in found.leaves),
        "measures": len(found.measures),
        "hit": sum(each.hit for each in found.measures),
        "missed": sum(each.missed for each in found.measures),
    }


def _missing(found: LeafCoverage, say: Say) -> Iterator[str]:
    for measure in found.measures:
        if not measure.hit:
            yield f"{measure.span}: {say(f'没有案例发出 {measure.id}', f'no case issues {measure.id}')}"
        if not measure.missed:
            yield f"{measure.span}: {say(f'没有案例把 {measure.id} 列为不发出（not_issued）', f'no case names {measure.id} among those not issued')}"
    for each in found.leaves:
        if each.missing:
            lacking = say("、", ", ").join(say(*VALUES[value]) for value in each.missing)
            yield f"{each.leaf.span}: {say(f'没有案例见到“{each.leaf.text}”{lacking}', f'no case sees “{each.leaf.text}” {lacking}')}"


def _numbers(found: LeafCoverage, say: Say) -> str:
    number = counts(found)
    share = f"{found.percent:.1f}"
    return say(
        f"{found.pack}：{found.cases} 个案例；{number['measures']} 项措施，发出过 {number['hit']}，列为不发出 {number['missed']}；"
        f"{number['leaves']} 个条件，成立 {number['true']}，不成立 {number['false']}，不能确定 {number['unknown']}"
        f"（{number['never unknown']} 个依其性质总能确定）；{share}%",
        f"{found.pack}: {found.cases} cases; of {number['measures']} measures {number['hit']} issued, {number['missed']} named as not issued; "
        f"of {number['leaves']} leaves {number['true']} true, {number['false']} false, {number['unknown']} unknown "
        f"({number['never unknown']} never are); {share} %",
    )


def _leaf(each: SeenLeaf, say: Say) -> dict[str, Any]:
    return {
        "file": each.leaf.span.file,
        "line": each.leaf.span.line,
        "column": each.leaf.span.column,
        "text": each.leaf.text,
        "true": each.true,
        "false": each.false,
        "unknown": each.unknown,
        "never_unknown": None if each.leaf.known is None else say(*each.leaf.known),
        "missing": list(each.missing),
    }
