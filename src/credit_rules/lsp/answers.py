"""What the stages say of a document, in the words of the protocol."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types
from pygls.uris import from_fs_path

from ..diagnostics.diagnostic import Diagnostic, Language
from ..diagnostics.span import Span
from ..source.words import Place, Words
from .completion import Offer, Offers
from .fixes import Fix
from .positions import Positions

SOURCE = "credit-rules"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_KINDS = {
    "key": types.CompletionItemKind.Field,
    "word": types.CompletionItemKind.EnumMember,
    "entry": types.CompletionItemKind.Value,
    "code": types.CompletionItemKind.Constant,
}


def diagnostic(found: Diagnostic, words: Words, positions: Positions, lang: Language) -> types.Diagnostic:
    """A finding at its word, or from its place to the end of the line where no word begins there."""
    span = found.span
    line, column = max(span.line, 1), max(span.column, 1)
    word = words.from_(line, column)
    end = positions.rest_of_line(line, column) if word is None or word.end == word.start else word.end
    message = "\n".join(filter(None, (found.message(lang), found.hint(lang))))
    return types.Diagnostic(
        positions.range(Place(line, column), end), message, _SEVERITIES[found.level], found.code, source=SOURCE
    )


def completion(offers: Offers, line: int, positions: Positions, uri: str) -> types.CompletionList:
    """Offers in their order, each taking the place of the word that is being typed."""
    replaced = positions.range(Place(line, offers.start), Place(line, offers.end))
    items = [_item(number, offer, offers.typed, replaced, uri) for number, offer in enumerate(offers.offers)]
    return types.CompletionList(offers.more, items)


def _item(number: int, offer: Offer, typed: str, replaced: types.Range, uri: str) -> types.CompletionItem:
    """What was typed in Chinese is found by the title, which editors do not look at: they are given what was typed."""
    return types.CompletionItem(
        offer.label,
        label_details=types.CompletionItemLabelDetails(description=offer.detail[:60]),
        kind=_KINDS[offer.kind],
        detail=offer.detail,
        sort_text=f"{number:04}",
        filter_text=offer.label if typed.isascii() else typed,
        text_edit=types.TextEdit(replaced, offer.text),
        data={"uri": uri, "field": offer.field, "name": offer.label} if offer.field else None,
    )


def location(span: Span, positions: Positions) -> types.Location:
    """A place in a file."""
    at = Place(max(span.line, 1), max(span.column, 1))
    return types.Location(from_fs_path(span.file) or "", positions.range(at, at))


def action(fix: Fix, uri: str, positions: Positions, about: Iterable[types.Diagnostic]) -> types.CodeAction:
    """A fix as an edit that the editor can make."""
    edit = types.TextEdit(positions.range(fix.start, fix.end), fix.text)
    return types.CodeAction(
        fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=list(about),
        is_preferred=fix.sure or None,
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )
