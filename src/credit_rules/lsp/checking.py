"""When documents are checked: a moment after the last keystroke, one check at a time, a newer one before an older."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from ..diagnostics.diagnostic import Diagnostic
from ..source.rows import NamedTuple
from .documents import Document, Documents
from .project import Project, Projects, Superseded

DELAY = 0.04
"""Seconds of quiet before a check begins."""


class Checked(NamedTuple):
    """What is wrong in a document, and the trouble that keeps the names in it from being looked up."""

    document: Document
    found: tuple[Diagnostic, ...]
    trouble: Diagnostic | None


class Checking:
    """Checks every open document again whenever one changed, that one first.

    The work is done by one thread of its own; ``tell`` and ``fail`` are called by the thread of the loop, ``tell`` with
    what was found in documents that have not changed since.
    """

    def __init__(
        self,
        documents: Documents,
        projects: Projects,
        tell: Callable[[Checked], None],
        fail: Callable[[BaseException], None],
        delay: float = DELAY,
    ):
        self._documents, self._projects = documents, projects
        self._tell, self._fail, self._delay = tell, fail, delay
        self._worker = ThreadPoolExecutor(1, "credit-rules-check")
        self._asked = self._done = 0
        self._first = ""
        self._task: asyncio.Task[None] | None = None

    def ask(self, first: str = "") -> None:
        """Check what is open soon, the document of this address first; a check under way is given up."""
        self._asked += 1
        self._first = first or self._first
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def settled(self) -> None:
        """Wait until every change has been checked."""
        while self._task is not None and not self._task.done():
            await asyncio.shield(self._task)

    def close(self) -> None:
        """Give up what is under way; nothing is checked any more."""
        self._asked += 1
        self._done = self._asked
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while self._done != self._asked:
            turn = self._asked
            await asyncio.sleep(self._delay)
            if turn != self._asked:
                continue
            ordered = sorted(self._documents.all(), key=lambda one: one.uri != self._first)
            work = []
            for one in ordered:
                project = self._projects.of(one.path)
                if project is None:
                    self._told(Checked(one, (), None))
                else:
                    work.append((one, project))
            held = self._documents.held()
            try:
                await loop.run_in_executor(self._worker, self._check, loop, turn, work, held)
            except Superseded:
                continue
            except Exception as error:
                self._fail(error)
            self._done = turn

    def _check(
        self,
        loop: asyncio.AbstractEventLoop,
        turn: int,
        work: Sequence[tuple[Document, Project]],
        held: dict[str, str],
    ) -> None:
        def go_on() -> None:
            if turn != self._asked:
                raise Superseded

        renewed: set[int] = set()
        for document, project in work:
            go_on()
            if id(project) not in renewed:
                project.renew(held, go_on)
                renewed.add(id(project))
            checked = Checked(document, project.findings(document.path), project.trouble)
            loop.call_soon_threadsafe(self._told, checked)

    def _told(self, checked: Checked) -> None:
        if self._documents.get(checked.document.uri) == checked.document:
            try:
                self._tell(checked)
            except Exception as error:
                self._fail(error)
