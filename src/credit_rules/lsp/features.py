"""What an editor tells the server and what it asks of it, each by its name in the protocol."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types

from . import answers
from .cards import entry_card
from .completion import complete
from .definition import definition
from .fixes import fixes
from .hover import code_card, hover, written

if TYPE_CHECKING:
    from .server import Server

TRIGGERS = [" ", ":", "[", "{", ",", ".", "/", '"', "-"]
"""Behind what an editor asks for completion by itself, beside letters."""
_WATCHED = "**/*.yaml"

Answer = TypeVar("Answer")


def listen(server: Server) -> None:
    """What the editor tells: documents opened, changed, closed, saved; files changed by others; the end."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        opened = params.text_document
        if server.documents.put(opened.uri, opened.version, opened.text) is not None:
            server.checking.ask(opened.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        text = server.workspace.get_text_document(uri).source
        if server.documents.get(uri) is not None and server.documents.put(uri, version, text) is not None:
            server.checking.ask(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)
        server.checking.ask()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        server.checking.ask(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(params: types.DidChangeWatchedFilesParams) -> None:
        server.checking.ask()

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
            registration = types.Registration("credit-rules-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(types.RegistrationParams([registration]))

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        server.asked_to_stop = True
        server.checking.close()


def answer(server: Server) -> None:
    """What the editor asks: what may stand here, what this is, where it comes from, how to mend it."""

    def guarded(question: Callable[[Any], Awaitable[Answer]]) -> Callable[[Any], Awaitable[Answer | None]]:
        """A fault in an answer is no answer, and a line of the log."""

        @wraps(question)
        async def answered(params: Any) -> Answer | None:
            try:
                return await question(params)
            except Exception as error:
                server.report(error)
                return None

        return answered

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(TRIGGERS, resolve_provider=True))
    @guarded
    async def completion(params: types.CompletionParams) -> types.CompletionList | None:
        at = await server.at(params.text_document.uri, params.position)
        offers = None if at is None else complete(at.here, at.document.text, *at.place, server.lang)
        if at is None or offers is None:
            return None
        return answers.completion(offers, at.place.line, at.positions, at.document.uri)

    @server.feature(types.COMPLETION_ITEM_RESOLVE)
    @guarded
    async def resolve(item: types.CompletionItem) -> types.CompletionItem:
        data = item.data if isinstance(item.data, dict) else {}
        at = await server.at(str(data.get("uri", "")), types.Position(0, 0))
        if at is not None:
            field, name = str(data.get("field", "")), str(data.get("name", ""))
            card = entry_card(at.here.known, field, name, at.here.place, server.lang)
            if card is not None:
                item.documentation = types.MarkupContent(types.MarkupKind.Markdown, written(card))
        return item

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    @guarded
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        at = await server.at(params.text_document.uri, params.position)
        if at is None:
            return None
        asked = types.Range(params.position, params.position)
        shown = hover(at.here, server.documents.words(at.document), *at.place, server.lang)
        codes = [
            one.code for one, told in server.found_in(at.document.uri, asked) if _within(params.position, told.range)
        ]
        cards = [card for code in dict.fromkeys(codes) if (card := code_card(code, server.lang)) is not None]
        text = "\n\n---\n\n".join([*([shown.text] if shown else []), *cards])
        if not text:
            return None
        place = at.positions.range(shown.word.start, shown.word.end) if shown else None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), place)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    @guarded
    async def defined(params: types.DefinitionParams) -> list[types.Location]:
        at = await server.at(params.text_document.uri, params.position)
        if at is None:
            return []
        spans = definition(at.here, server.documents.words(at.document), *at.place)
        return [answers.location(span, server.positions(server.documents.text(span.file))) for span in spans]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    @guarded
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        await server.checking.settled()
        at = await server.at(params.text_document.uri, params.range.start)
        if at is None:
            return []
        document, words = at.document, server.documents.words(at.document)
        return [
            answers.action(fix, document.uri, at.positions, [told])
            for one, told in server.found_in(document.uri, params.range)
            for fix in fixes(document.path, document.text, words, one, server.lang)
        ]


def _within(position: types.Position, inside: types.Range) -> bool:
    return inside.start <= position <= inside.end
