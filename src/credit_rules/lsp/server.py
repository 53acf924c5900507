"""The language server: the open documents, what was found in them, and how it is told."""

from __future__ import annotations

import logging
from pathlib import Path
from traceback import extract_tb
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from ..diagnostics.diagnostic import Diagnostic, Language
from ..engine.version import __version__
from ..render.language import speaker
from ..source.words import Place
from . import answers
from .checking import DELAY, Checked, Checking
from .documents import Document, Documents
from .features import answer, listen
from .meaning import Here
from .positions import Positions
from .project import Projects


class At(NamedTuple):
    """A document somebody asks about, what is known of its project, its lines, and the place asked about."""

    document: Document
    here: Here
    positions: Positions
    place: Place


class Server(LanguageServer):
    """Checks, completes, explains and mends packs and registry files for an editor.

    ``lang`` is the language of everything said, ``strict`` asks for what a new memorandum must pass, ``delay`` is the
    time in seconds without a keystroke before a check.
    """

    def __init__(self, lang: Language = "zh", *, strict: bool = False, delay: float = DELAY):
        super().__init__("credit-rules", __version__, types.TextDocumentSyncKind.Full)
        self.lang = lang
        self.asked_to_stop = False
        self.documents = Documents()
        self.projects = Projects(strict=strict)
        self.checking = Checking(self.documents, self.projects, self.publish, self.report, delay)
        self._found: dict[str, list[tuple[Diagnostic, types.Diagnostic]]] = {}
        self._troubles: dict[str, str] = {}
        listen(self)
        answer(self)

    def publish(self, checked: Checked) -> None:
        """Tell the editor what is wrong in a document."""
        document = checked.document
        words, positions = self.documents.words(document), self.positions(document.text)
        found = [(one, answers.diagnostic(one, words, positions, self.lang)) for one in checked.found]
        self._found[document.uri] = found
        told = [one for _, one in found]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(document.uri, told, document.version))
        self._tell_trouble(document.uri, checked.trouble)

    def report(self, error: BaseException) -> None:
        """A fault of the program itself, as a line of the log; nothing of a document is quoted."""
        last = extract_tb(error.__traceback__)[-1] if error.__traceback__ else None
        place = f", {Path(last.filename).name}:{last.lineno}" if last else ""
        say = speaker(self.lang)
        message = say("程序内部出错", "the program itself failed") + f" (internal-error: {type(error).__name__}{place})"
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What the protocol library could not handle goes to the log too, without its text."""
        self.report(error)

    def positions(self, text: str) -> Positions:
        """The lines of a text in the units agreed with the editor."""
        return Positions(text, self.workspace.position_encoding or "utf-16")

    async def at(self, uri: str, position: types.Position) -> At | None:
        """What a question about a place is about; ``None`` where nobody knows the document."""
        document = self.documents.get(uri)
        project = None if document is None else self.projects.of(document.path)
        if document is None or project is None:
            return None
        if project.known is None:
            await self.checking.settled()
        if project.known is None:
            return None
        positions = self.positions(document.text)
        return At(document, Here(project.known, document.path), positions, positions.place(position))

    def found_in(self, uri: str, asked: types.Range) -> list[tuple[Diagnostic, types.Diagnostic]]:
        """What was last told of the lines of a range."""
        first, last = asked.start.line, asked.end.line
        return [
            pair
            for pair in self._found.get(uri, ())
            if first <= pair[1].range.end.line and pair[1].range.start.line <= last
        ]

    def forget(self, uri: str) -> None:
        """A closed document: what was told of it is withdrawn."""
        self.documents.close(uri)
        self._found.pop(uri, None)
        self._troubles.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _tell_trouble(self, uri: str, trouble: Diagnostic | None) -> None:
        """Say once of a file that keeps names from being looked up that it does, unless it is open and shows it."""
        if trouble is None or trouble.span.file in self.documents.held():
            self._troubles.pop(uri, None)
            return
        told = set(self._troubles.values())
        self._troubles[uri] = trouble.span.file
        if trouble.span.file in told:
            return
        zh = f"名录有误，名称暂不核对：{trouble.span} {trouble.message('zh')}"
        en = f"the registry is wrong, so no names are looked up: {trouble.span} {trouble.message('en')}"
        message = speaker(self.lang)(zh, en)
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))


def quiet() -> None:
    """Keep the protocol library from writing the text of messages to standard error."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
