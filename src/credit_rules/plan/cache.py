"""Plans kept between processes, by the digest of what they were made from.

A file holds the plan's digest, a sum over the rest, the index and the plan's JSON, a line each. It is written beside
its place and moved there in one step, so that writers cannot harm one another; a file that does not match its sum is
made anew.
"""

from __future__ import annotations

import os
from contextlib import suppress
from json import dumps, loads
from pathlib import Path
from zlib import crc32

from .kept import index_of, open_kept
from .model import Plan

VARIABLE = "CREDIT_RULES_CACHE"


def cache_folder() -> Path | None:
    """Where plans are kept: ``CREDIT_RULES_CACHE``, else the user's cache folder; ``None`` where it says ``off``."""
    chosen = os.environ.get(VARIABLE)
    if chosen == "off":
        return None
    if chosen:
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "credit_rules"
    except RuntimeError:  # an account without a home
        return None


def load(key: str) -> Plan | None:
    """The plan kept under a key; ``None`` where there is none or it is damaged."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        digest, kept, index, text = _file(folder, key).read_bytes().split(b"\n", 3)
    except (OSError, ValueError):
        return None
    if kept != _sum(digest, index, text):
        return None
    plan = open_kept(text.decode(), loads(index))
    plan.__dict__["digest"] = digest.decode()
    return plan


def load_signed(signature: str) -> Plan | None:
    """The plan kept for files of a signature; ``None`` where there is none."""
    folder = cache_folder()
    if folder is None:
        return None
    signed = signature.encode("utf-8", "surrogateescape")
    try:
        key, kept = _signed(folder, signed).read_bytes().split(b"\n", 1)
        return load(key.decode("ascii")) if kept == signed else None
    except (OSError, ValueError):
        return None


def sign(signature: str, key: str) -> None:
    """Remember that files of a signature give the plan kept under a key."""
    folder = cache_folder()
    if folder is None:
        return
    signed = signature.encode("utf-8", "surrogateescape")
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{os.getpid()}.part"
        part.write_bytes(key.encode("ascii") + b"\n" + signed)
        os.replace(part, _signed(folder, signed))
        _forget_old(folder, "*.key")


def _signed(folder: Path, signed: bytes) -> Path:
    return folder / f"{crc32(signed):08x}.key"


def _sum(*parts: bytes) -> bytes:
    """Enough to tell a file that was damaged or cut short; whoever can write there can write the code as well."""
    return b"%08x" % crc32(b"\n".join(parts))


def store(key: str, plan: Plan) -> None:
    """Keep a plan under a key; a folder that cannot be written is no fault."""
    folder = cache_folder()
    if folder is None:
        return
    from tempfile import NamedTemporaryFile

    written: Path | None = None
    digest, text = plan.digest.encode(), plan.json.encode()
    index = dumps(index_of(plan), separators=(",", ":")).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("wb", dir=folder, suffix=".part", delete=False) as part:
            written = Path(part.name)
            part.write(b"\n".join((digest, _sum(digest, index, text), index, text)))
        os.replace(written, _file(folder, key))
        _forget_old(folder)
    except OSError:
        if written is not None:
            written.unlink(missing_ok=True)


def _file(folder: Path, key: str) -> Path:
    return folder / f"{key.removeprefix('sha256:')}.plan"


def _forget_old(folder: Path, files: str = "*.plan", keep: int = 16) -> None:
    plans = sorted(folder.glob(files), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in plans[keep:]:
        file.unlink(missing_ok=True)
