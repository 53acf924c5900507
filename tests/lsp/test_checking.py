"""One check at a time, a moment after the last keystroke; a newer change makes an older check useless."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.diagnostics.span import Span
from credit_rules.lsp.checking import Checked, Checking
from credit_rules.lsp.documents import Documents

FILE = Path("/example/pack.yaml")
URI = FILE.as_uri()


class SlowProject:
    """Says how many letters a document has, and how many were at it at once."""

    trouble = None

    def __init__(self) -> None:
        self.at_once = self.most = 0
        self.read: list[str] = []
        self.hold = threading.Event()
        self.hold.set()
        self.begun = threading.Event()
        self.fault: Exception | None = None

    def renew(self, held: Mapping[str, str], go_on: Callable[[], None]) -> None:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        self.begun.set()
        try:
            self.hold.wait(10)
            go_on()
            self.read.append(held[str(FILE)])
            if self.fault:
                raise self.fault
        finally:
            self.at_once -= 1

    def findings(self, file: Path) -> tuple[Diagnostic, ...]:
        return (Diagnostic("example", Span(str(file), len(self.read[-1]), 1)),)


class Bench:
    """A checking with a slow project behind it."""

    def __init__(self, delay: float = 0.02):
        self.project: Any = SlowProject()
        self.documents = Documents()
        self.told: list[Checked] = []
        self.failed: list[BaseException] = []
        self.checking = Checking(self.documents, self, self.told.append, self.failed.append, delay)  # type: ignore[arg-type]

    def of(self, file: Path) -> Any:
        return self.project if file == FILE else None

    def type(self, text: str) -> None:
        self.documents.put(URI, len(text), text)
        self.checking.ask(URI)


def run(scene: Callable[[Bench], Any], **options: float) -> Bench:
    async def whole() -> Bench:
        bench = Bench(**options)
        await scene(bench)
        await bench.checking.settled()
        bench.checking.close()
        return bench

    return asyncio.run(whole())


def test_keystrokes_in_quick_succession_are_checked_once() -> None:
    async def scene(bench: Bench) -> None:
        for length in range(1, 6):
            bench.type("a" * length)
            await asyncio.sleep(0.001)

    bench = run(scene, delay=0.05)
    assert bench.project.read == ["aaaaa"]
    assert [told.document.version for told in bench.told] == [5]


def test_a_newer_keystroke_makes_the_check_under_way_useless() -> None:
    async def scene(bench: Bench) -> None:
        bench.project.hold.clear()
        bench.type("old")
        await asyncio.to_thread(bench.project.begun.wait, 10)
        bench.type("newer")
        await asyncio.sleep(0.05)
        bench.project.hold.set()

    bench = run(scene)
    assert bench.project.read == ["newer"]
    assert [(told.document.text, told.found[0].span.line) for told in bench.told] == [("newer", 5)]
    assert bench.project.most == 1


def test_what_was_found_in_a_document_closed_meanwhile_is_not_told() -> None:
    async def scene(bench: Bench) -> None:
        bench.project.hold.clear()
        bench.type("text")
        await asyncio.to_thread(bench.project.begun.wait, 10)
        bench.documents.close(URI)
        bench.project.hold.set()

    assert run(scene).told == []


def test_a_fault_of_the_program_is_reported_and_the_next_change_is_checked() -> None:
    async def scene(bench: Bench) -> None:
        bench.project.fault = RuntimeError()
        bench.type("bad")
        await bench.checking.settled()
        bench.project.fault = None
        bench.type("good")

    bench = run(scene)
    assert [type(one) for one in bench.failed] == [RuntimeError]
    assert [told.document.text for told in bench.told] == ["good"]


def test_a_document_of_no_project_has_nothing_wrong() -> None:
    async def scene(bench: Bench) -> None:
        bench.documents.put("file:///example/other.yaml", 1, "a: 1")
        bench.checking.ask()

    assert [told.found for told in run(scene).told] == [()]


def test_nothing_is_checked_after_the_end() -> None:
    async def scene(bench: Bench) -> None:
        bench.type("text")
        bench.checking.close()

    assert run(scene).project.read == []
