"""An editor in a few lines: it speaks JSON-RPC with the server over pipes, and knows nothing of how that is written."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.repository.tree import ROOT

PATIENCE = 60.0
"""Seconds after which a test gives up; a loaded machine is slow to start a process."""


class Editor:
    """A server in a process of its own, and what it has said."""

    def __init__(self, *arguments: str, cwd: Path | None = None, env: dict[str, str] | None = None):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "CREDIT_RULES_LANG": "zh", **(env or {})}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "credit_rules", "lsp", *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd, env=environment,
        )  # fmt: skip
        self.said: queue.Queue[dict[str, Any]] = queue.Queue()
        self.notices: list[dict[str, Any]] = []
        self.answers: dict[int, dict[str, Any]] = {}
        self.diagnostics: dict[str, dict[str, Any]] = {}
        self.errors = b""
        self.versions: dict[str, int] = {}
        self._last = 0
        self._threads = [threading.Thread(target=read, daemon=True) for read in (self._listen, self._overhear)]
        for thread in self._threads:
            thread.start()

    # --- the wire

    def send(self, message: dict[str, Any]) -> None:
        self.send_bytes(json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode())

    def send_bytes(self, body: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        while header := self.process.stdout.readline():
            name, _, length = header.decode().partition(":")
            assert name.lower() == "content-length", header
            while self.process.stdout.readline().strip():
                pass
            self.said.put(json.loads(self.process.stdout.read(int(length))))

    def _overhear(self) -> None:
        assert self.process.stderr is not None
        self.errors = self.process.stderr.read()

    def until(self, met: Callable[[], Any], patience: float = PATIENCE) -> Any:
        """Take in what the server says until something is met, and give that."""
        end = time.monotonic() + patience
        while not (found := met()):
            left = end - time.monotonic()
            assert left > 0, (self.notices[-3:], self.process.poll(), self.errors[-2000:])
            try:
                self._take(self.said.get(timeout=min(left, 0.5)))
            except queue.Empty:
                assert self.process.poll() is None, self.errors[-2000:]
        return found

    def _take(self, message: dict[str, Any]) -> None:
        if "method" not in message:
            self.answers[message["id"]] = message
            return
        self.notices.append(message)
        if "id" in message:
            self.send({"id": message["id"], "result": None})
        if message["method"] == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]

    # --- what an editor does

    def ask(self, method: str, params: Any) -> int:
        self._last += 1
        self.send({"id": self._last, "method": method, "params": params})
        return self._last

    def answer(self, number: int) -> Any:
        message = self.until(lambda: self.answers.pop(number, None))
        assert "error" not in message, message
        return message["result"]

    def request(self, method: str, params: Any) -> Any:
        return self.answer(self.ask(method, params))

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def begin(self, **capabilities: Any) -> Any:
        result = self.request("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self.notify("initialized", {})
        return result

    def end(self) -> int:
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(PATIENCE)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        for thread in self._threads:
            thread.join(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()

    def open(self, file: Path, text: str | None = None) -> list[dict[str, Any]]:
        """Open a file and wait for what is wrong with it."""
        uri = file.as_uri()
        text = file.read_text(encoding="utf-8") if text is None else text
        self.versions[uri] = 1
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return self.found(file)

    def type(self, file: Path, text: str) -> int:
        """Change the whole text of an open file; the version that it has then."""
        uri = file.as_uri()
        self.versions[uri] += 1
        document = {"uri": uri, "version": self.versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        return self.versions[uri]

    def change(self, file: Path, text: str) -> list[dict[str, Any]]:
        """Change a file and wait for what is wrong with it now."""
        self.type(file, text)
        return self.found(file)

    def found(self, file: Path) -> list[dict[str, Any]]:
        """What is wrong with the newest version of an open file, once the server has said so."""
        uri = file.as_uri()
        told = self.until(lambda: (d := self.diagnostics.get(uri)) and d.get("version") == self.versions[uri] and d)
        return list(told["diagnostics"])

    def close(self, file: Path) -> None:
        self.notify("textDocument/didClose", {"textDocument": {"uri": file.as_uri()}})

    def at(self, file: Path, line: int, character: int) -> dict[str, Any]:
        """A place in the words of the protocol, counted from 0."""
        return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": character}}


def place_of(text: str, needle: str, within: int = 0) -> tuple[int, int]:
    """Line and character, counted from 0, of the first place where a text stands, ``within`` characters into it."""
    index = text.index(needle) + within
    return text.count("\n", 0, index), index - (text.rfind("\n", 0, index) + 1)
