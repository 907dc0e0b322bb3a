"""The assistant for a folder of content: from the cache when that was built from the same bytes, else built anew."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from botox_faq import __version__
from botox_faq.content import Content
from botox_faq.content.plain import from_plain, to_plain
from botox_faq.conversation import Assistant, askables
from botox_faq.matching import METHOD, Classifier, Matcher
from botox_faq.safety import METHOD as SAFETY_METHOD
from botox_faq.safety import RuleReader, SafetyReader

_MAGIC = b"botox-faq assistant 2\n"
_DIGEST, _LENGTH = 32, 8


def load_assistant(folder: Path, cache: Path | None = None) -> Assistant:
    """Return the assistant for the content in `folder`.

    What was read and trained is kept in `cache` under a hash of content and method; a broken, foreign or missing
    copy is built anew, and a folder that can't be written only costs time. Raises ContentError.
    """
    kept = cache / f"{_fingerprint(folder)}.assistant" if cache else None
    if kept and (assistant := _from_bytes(memoryview(_read(kept)))):
        return assistant
    # Reading YAML and checking it takes half of a warm start's time, so it is imported when it is needed.
    from botox_faq.content.reading import read_content

    assistant = Assistant(read_content(folder))
    if kept:
        _write(kept, _to_bytes(assistant))
    return assistant


def cache_folder() -> Path:
    """The user's cache folder for botox-faq."""
    import platformdirs

    return platformdirs.user_cache_path("botox-faq", appauthor=False)


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256(f"{__version__} {METHOD} {SAFETY_METHOD}".encode())
    try:
        paths = sorted(folder.glob("*.yaml"))
    except OSError:
        paths = []
    for path in paths:
        data = _read(path)
        digest.update(f"\n{path.name} {len(data)}\n".encode() + data)
    return digest.hexdigest()[:32]


def _to_bytes(assistant: Assistant) -> bytes:
    kept = {"content": to_plain(assistant.content), "rules": assistant.safety.rules.kept()}
    data = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()
    parts = (data, assistant.safety.examples.to_bytes(), assistant.matcher.to_bytes())
    lengths = b"".join(len(part).to_bytes(_LENGTH, "little") for part in parts)
    return b"".join((_MAGIC, hashlib.sha256(data).digest(), lengths, *parts))


def _from_bytes(data: memoryview) -> Assistant | None:
    """The kept assistant, or None where the bytes are not what was written; what was learned checks its own bytes."""
    start = len(_MAGIC) + _DIGEST
    at = start + 3 * _LENGTH
    parts = []
    for length in (data[place : place + _LENGTH] for place in range(start, at, _LENGTH)):
        parts.append(data[at : at + int.from_bytes(length, "little")])
        at += len(parts[-1])
    if data[:start] != _MAGIC + hashlib.sha256(parts[0]).digest():
        return None
    try:
        kept = json.loads(bytes(parts[0]))
        content: Content = from_plain(Content, kept["content"])
        safety = SafetyReader(RuleReader(content.safety, kept["rules"]), Classifier.from_bytes(parts[1]))
        return Assistant(content, Matcher.from_bytes(parts[2], askables(content), content.vocabulary), safety)
    except (ValueError, KeyError, TypeError):
        return None


def _read(path: Path) -> bytes:
    """The bytes of a file; none where it can't be read or, like a pipe, has no end."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""


def _write(path: Path, data: bytes) -> None:
    """Write whole or not at all: another process may be reading, or writing the same."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
        os.replace(file.name, path)
        _drop_old(path)
    except OSError:
        return


def _drop_old(path: Path, keep: int = 8) -> None:
    """Old copies go, the newest few stay: a desk and a kiosk may have different content."""
    copies = sorted(path.parent.glob("*.assistant"), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in copies[keep:]:
        old.unlink(missing_ok=True)
