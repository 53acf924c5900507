"""What became of mutants, as text for people and as plain data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...diagnostics.diagnostic import Language
from ...render.language import Say, speaker
from ..proofs.report import as_yaml
from .mutant import FAULT_WORDS
from .result import Judged, PackResult, whole_percent


def as_text(results: Sequence[PackResult], lang: Language) -> str:
    """Each mutant that no case noticed with its place and the case to write, then the numbers of each pack."""
    say = speaker(lang)
    lines = [line for result in results for line in _survivors(result, say)]
    lines += [line for result in results for line in _failing(result, say)]
    lines += [_numbers(result, say) for result in results]
    if len(results) > 1:
        counted, killed = sum(each.counted for each in results), sum(each.killed for each in results)
        share = f"{whole_percent(results):.1f}"
        lines.append(
            say(
                f"共 {counted} 个错误，案例发现 {killed} 个（{share}%）",
                f"in all {killed} of {counted} faults noticed ({share} %)",
            )
        )
    return "".join(f"{line}\n" for line in lines)


def as_plain(results: Sequence[PackResult], lang: Language) -> dict[str, Any]:
    """All of it; faults that were noticed are only counted."""
    say = speaker(lang)
    return {
        "format": 1,
        "packs": [
            {
                "id": result.pack,
                "cases": result.cases,
                "draft": result.draft,
                "mutants": result.counted,
                "killed": result.killed,
                "percent": round(result.percent, 1) if result.counted else None,
                "refused": result.count("refused"),
                "same": result.count("same"),
                "not_run": result.count("not-run"),
                "by_fault": {
                    fault: {"killed": killed, "mutants": counted}
                    for fault, (killed, counted) in result.by_fault.items()
                },
                "survivors": [_plain(each, say) for each in result.survivors],
                "failing": [
                    {"name": each.name, "file": each.span.file, "line": each.span.line} for each in result.failing
                ],
            }
            for result in results
        ],
    }


def _survivors(result: PackResult, say: Say) -> Iterator[str]:
    for each in result.survivors:
        about = f"{each.measure}{say('：', ': ')}" if each.measure else ""
        yield f"{each.span}: {say('没有案例发现：', 'no case notices: ')}{about}{say(*each.said)}"
        yield f"    {say('办法：', 'way out: ')}{say(*each.wanted)}"
        if each.case is not None:
            yield say("    例如（人物均为虚构）：", "    such as (everybody in it invented):")
            yield from (f"        {line}" for line in as_yaml(each.case))


def _failing(result: PackResult, say: Say) -> Iterator[str]:
    for each in result.failing:
        yield f"{each.span.file}:{each.span.line}: {say('案例本来就失败：', 'the case fails anyhow: ')}{each.name}"


def _numbers(result: PackResult, say: Say) -> str:
    head = f"{result.pack}{say('：', ': ')}"
    if result.draft:
        return head + say(
            "草案，不参加决定，没有可以运行的案例", "a draft, which never decides, so that no case can run"
        )
    if result.failing:
        return head + say("有案例失败，先运行 credit-rules test", "some cases fail; run credit-rules test first")
    if not result.cases:
        return head + say("没有案例", "no cases")
    share = f"{result.percent:.1f}"
    told = say(
        f"{result.cases} 个案例发现 {result.counted} 个错误中的 {result.killed} 个（{share}%）",
        f"{result.cases} cases notice {result.killed} of {result.counted} faults ({share} %)",
    )
    by = say("；", "; ").join(
        f"{say(*FAULT_WORDS[fault])} {killed}/{counted}" for fault, (killed, counted) in result.by_fault.items()
    )
    left = result.count("not-run")
    over = say(f"；时间已到，{left} 个没有试", f"; the time was over before {left} were tried") if left else ""
    return f"{head}{told}{over}{say('。', '. ')}{by}"


def _plain(each: Judged, say: Say) -> dict[str, Any]:
    return {
        "fault": each.fault,
        "file": each.span.file,
        "line": each.span.line,
        "column": each.span.column,
        "measure": each.measure,
        "said": say(*each.said),
        "way_out": say(*each.wanted),
        "case": each.case,
    }
