"""The server in a process of its own, spoken to as an editor does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.diagnostics.span import Span
from tests.lsp.client import Editor, place_of
from tests.lsp.conftest import PACKS

DEBTORS = f"regional/{PACKS[2]}"


def codes(found: list[dict[str, Any]]) -> list[str]:
    return [one["code"] for one in found]


@pytest.fixture
def pack(editor: Editor, tree: Path) -> Iterator[Path]:
    """A pack that is open for the time of a test."""
    file = tree / DEBTORS / "pack.yaml"
    assert editor.open(file) == []
    yield file
    editor.close(file)


def at(file: Path, text: str, needle: str, within: int = 0) -> dict[str, Any]:
    line, character = place_of(text, needle, within)
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": character}}


def test_it_says_what_it_can_and_counts_as_agreed(tree: Path) -> None:
    again = Editor()
    try:
        watching = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
        said = again.begin(general={"positionEncodings": ["utf-8", "utf-16"]}, workspace=watching)
        again.until(lambda: [one for one in again.notices if one["method"] == "client/registerCapability"])
        assert said["serverInfo"]["name"] == "credit-rules"
        assert said["capabilities"]["hoverProvider"]
        assert said["capabilities"]["definitionProvider"]
        assert said["capabilities"]["completionProvider"]["resolveProvider"]
        assert said["capabilities"]["codeActionProvider"] == {"codeActionKinds": ["quickfix"]}
        assert said["capabilities"]["positionEncoding"] == "utf-8"
        text = "format: 1\nmemorandum: {title: 示例通知, rank: law-like}\n"
        found = again.open(tree / "regional" / "999999-example" / "pack.yaml", text)
        start = next(one for one in found if one["code"] == "not-one-of")["range"]["start"]
        assert start == {"line": 1, "character": len("memorandum: {title: 示例通知, rank: ".encode())}
        assert again.end() == 0
    finally:
        again.stop()
    assert again.errors == b""


def test_what_is_wrong_is_told_while_typing_and_gone_once_mended(editor: Editor, pack: Path) -> None:
    text = pack.read_text(encoding="utf-8")
    spoilt = text.replace("on_list: dishonest-judgment-debtor", "on_list: dishonest-judgement-debtor", 1)
    (found,) = editor.change(pack, spoilt)
    line, character = place_of(spoilt, "dishonest-judgement-debtor")
    said = Diagnostic(
        "unknown-list", Span(""), "", {"found": "dishonest-judgement-debtor", "nearest": "dishonest-judgment-debtor"}
    )
    assert found == {
        "range": {
            "start": {"line": line, "character": character},
            "end": {"line": line, "character": character + len("dishonest-judgement-debtor")},
        },
        "severity": 1,
        "code": "unknown-list",
        "source": "credit-rules",
        "message": f"{said.message('en')}\n{said.hint('en')}",
    }
    assert editor.change(pack, text) == []


def test_a_quick_fix_is_an_edit_that_mends(editor: Editor, pack: Path) -> None:
    text = pack.read_text(encoding="utf-8")
    spoilt = text.replace("on_list: dishonest-judgment-debtor", "on_list: dishonest-judgement-debtor", 1)
    (found,) = editor.change(pack, spoilt)
    document = {"uri": pack.as_uri()}
    asked = {"textDocument": document, "range": found["range"], "context": {"diagnostics": [found]}}
    (action,) = editor.request("textDocument/codeAction", asked)
    assert (action["title"], action["kind"], action["isPreferred"]) == (
        "Change to dishonest-judgment-debtor",
        "quickfix",
        True,
    )
    assert action["diagnostics"] == [found]
    ((uri, edits),) = action["edit"]["changes"].items()
    assert uri == pack.as_uri()
    assert edits == [{"range": found["range"], "newText": "dishonest-judgment-debtor"}]


def test_names_are_completed_in_half_typed_text(editor: Editor, pack: Path) -> None:
    text = pack.read_text(encoding="utf-8") + "\nmeasures:\n  - id: new\n    triggered_by: {on_list: wage-arr"
    editor.change(pack, text)
    given = editor.request("textDocument/completion", at(pack, text, "wage-arr", 8))
    (item,) = [item for item in given["items"] if item["label"] == "wage-arrears"]
    line, character = place_of(text, "wage-arr")
    assert item["detail"]
    assert item["textEdit"] == {
        "range": {"start": {"line": line, "character": character}, "end": {"line": line, "character": character + 8}},
        "newText": "wage-arrears",
    }
    resolved = editor.request("completionItem/resolve", item)
    assert "ways out" in resolved["documentation"]["value"]


def test_pointing_at_a_name_shows_it_and_leads_to_its_entry(editor: Editor, pack: Path, tree: Path) -> None:
    text = pack.read_text(encoding="utf-8")
    asked = at(pack, text, "on_list: dishonest", 12)
    shown = editor.request("textDocument/hover", asked)
    assert "失信被执行人" in shown["contents"]["value"]
    assert "basis" in shown["contents"]["value"]
    (place,) = editor.request("textDocument/definition", asked)
    file = tree / "registry" / "lists" / "court.yaml"
    assert place["uri"] == file.as_uri()
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[place["range"]["start"]["line"]].strip() == "- id: dishonest-judgment-debtor"


def test_a_finding_is_explained_where_it_stands(editor: Editor, tree: Path) -> None:
    file = tree / DEBTORS / "07-spending.yaml"
    text = file.read_text(encoding="utf-8").replace("wording: 限制", "wording: 可以", 1)
    found = editor.open(file, text)
    assert "force-against-wording" in codes(found)
    start = next(one for one in found if one["code"] == "force-against-wording")["range"]["start"]
    shown = editor.request("textDocument/hover", {"textDocument": {"uri": file.as_uri()}, "position": start})
    assert "force-against-wording" in shown["contents"]["value"]
    editor.close(file)


def test_a_section_and_its_pack_are_judged_together_as_they_are_held(editor: Editor, pack: Path) -> None:
    section = pack.with_name("02-support.yaml")
    text = pack.read_text(encoding="utf-8")
    assert editor.open(section) == []
    assert codes(editor.change(pack, text.replace("  - 02-support.yaml\n", "", 1))) == ["section-unnamed"]
    assert editor.change(pack, text) == []
    assert codes(
        editor.change(section, section.read_text(encoding="utf-8").replace("    act: ", "    act: x-", 1))
    ) == ["unknown-act"]
    assert editor.change(pack, text + "\n") == []
    editor.close(section)


def test_an_entry_that_is_renamed_is_missed_in_every_open_pack(editor: Editor, pack: Path, tree: Path) -> None:
    lists = tree / "registry" / "lists" / "court.yaml"
    text = lists.read_text(encoding="utf-8")
    assert editor.open(lists) == []
    editor.change(lists, text.replace("id: dishonest-judgment-debtor\n", "id: dishonest-debtor\n", 1))
    uri = pack.as_uri()
    editor.until(lambda: "unknown-list" in codes(editor.diagnostics[uri]["diagnostics"]))
    editor.close(lists)
    editor.until(lambda: editor.diagnostics[uri]["diagnostics"] == [])


def test_what_others_do_to_files_counts_once_the_editor_says_so(editor: Editor, pack: Path) -> None:
    more, uri = pack.with_name("99-more.yaml"), pack.as_uri()
    more.write_text("format: 1\n", encoding="utf-8")
    try:
        editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": more.as_uri(), "type": 1}]})
        editor.until(lambda: codes(editor.diagnostics[uri]["diagnostics"]) == ["section-unnamed"])
    finally:
        more.unlink()
    editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    editor.until(lambda: editor.diagnostics[uri]["diagnostics"] == [])


def test_a_registry_that_cannot_be_read_is_told_once(editor: Editor, pack: Path, tree: Path) -> None:
    roles, before = tree / "registry" / "roles.yaml", len(editor.notices)
    text, spoilt = (
        roles.read_text(encoding="utf-8"),
        pack.read_text(encoding="utf-8").replace("on_list: ", "on_list: x-", 1),
    )

    def messages() -> list[str]:
        return [one["params"]["message"] for one in editor.notices[before:] if one["method"] == "window/showMessage"]

    assert codes(editor.open(roles, "format: 1\nroles: [{")) == ["yaml-syntax"]
    assert editor.change(pack, spoilt) == []
    assert messages() == []
    roles.write_text("format: 1\nroles: [{", encoding="utf-8")
    try:
        editor.close(roles)
        for count in range(3):
            assert editor.change(pack, spoilt + "\n" * count) == []
        (told,) = editor.until(messages)
        assert told.startswith(f"the registry is wrong, so no names are looked up: {roles}:")
    finally:
        roles.write_text(text, encoding="utf-8")
    assert codes(editor.change(pack, spoilt)) == ["unknown-list"]


def test_half_typed_yaml_is_a_finding_and_never_a_fault(editor: Editor, pack: Path) -> None:
    text, before = pack.read_text(encoding="utf-8"), len(editor.notices)
    for end in range(0, len(text), len(text) // 12):
        found = editor.change(pack, text[:end] + "{\t: [")
        assert found, end
        for method in ("completion", "hover", "definition"):
            editor.request(f"textDocument/{method}", at(pack, text[:end] + "{", "{"))
    assert {one["method"] for one in editor.notices[before:]} == {"textDocument/publishDiagnostics"}


def test_what_was_told_of_a_document_is_withdrawn_when_it_is_closed(editor: Editor, tree: Path) -> None:
    file = tree / DEBTORS / "03-appointments.yaml"
    assert editor.open(file, "format: 1\nmeasures: [")
    editor.close(file)
    editor.until(lambda: editor.diagnostics[file.as_uri()]["diagnostics"] == [])
    assert editor.request("textDocument/hover", at(file, "a", "a")) is None


def test_only_the_last_of_many_keystrokes_is_told(editor: Editor, pack: Path) -> None:
    text = pack.read_text(encoding="utf-8")
    before = len(editor.notices)
    for count in range(30):
        last = editor.type(pack, text + "x" * count)
    assert codes(editor.found(pack)) == ["yaml-syntax"]
    told = [one["params"] for one in editor.notices[before:] if one["method"] == "textDocument/publishDiagnostics"]
    assert told[-1]["version"] == last
    assert len(told) < 30


def test_what_is_no_file_and_what_is_no_pack_is_left_alone(editor: Editor, tmp_path: Path) -> None:
    item = {"uri": "untitled:Untitled-1", "languageId": "yaml", "version": 1, "text": "a: ["}
    editor.notify("textDocument/didOpen", {"textDocument": item})
    assert (
        editor.request(
            "textDocument/hover", {"textDocument": {"uri": item["uri"]}, "position": {"line": 0, "character": 0}}
        )
        is None
    )
    other = tmp_path / "workflow.yaml"
    assert editor.open(other, "a: [") == []
    editor.close(other)


def test_messages_that_make_no_sense_do_not_stop_it(editor: Editor, pack: Path) -> None:
    editor.send_bytes(b"{")
    editor.send_bytes(b"[]")
    editor.send({"method": "textDocument/didOpen", "params": {"nonsense": True}})
    number = editor.ask("textDocument/hover", {"textDocument": {"uri": pack.as_uri()}, "position": "here"})
    editor.notify("$/cancelRequest", {"id": 4711})
    assert editor.change(pack, pack.read_text(encoding="utf-8")) == []
    assert number
    assert editor.process.poll() is None


def test_an_editor_that_goes_away_ends_it() -> None:
    gone = Editor()
    try:
        gone.begin()
        assert gone.process.stdin is not None
        gone.process.stdin.close()
        assert gone.process.wait(60) == 1
    finally:
        gone.stop()
    assert b"Traceback" not in gone.errors
