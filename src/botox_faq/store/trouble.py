"""Failures of the disk and of SQLite, in words, with how to mend them."""

from __future__ import annotations

import errno
from pathlib import Path

from botox_faq.store.errors import StoreUnavailable


def in_words(error: Exception, path: Path) -> StoreUnavailable:
    """Return what `error` (an OSError, or one of SQLAlchemy or sqlite3) means for the store at `path`."""
    if isinstance(error, OSError):
        return _of_the_disk(error, path)
    name = str(getattr(getattr(error, "orig", error), "sqlite_errorname", "") or "")
    for begins, (message, mend) in _SQLITE.items():
        if name.startswith(begins):
            return StoreUnavailable(message.format(path=path), mend.format(folder=path.parent))
    return StoreUnavailable(f"The store can't be used ({name or type(error).__name__}).", "Try again.")


_FULL = ("The disk is full.", "Make room on the disk of {folder}.")
_UNWRITABLE = (
    "The store at {path} can't be opened or written.",
    "Make {folder} a folder that you may write.",
)

_SQLITE: dict[str, tuple[str, str]] = {
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _UNWRITABLE,
    "SQLITE_CANTOPEN": _UNWRITABLE,
    "SQLITE_PERM": _UNWRITABLE,
    "SQLITE_AUTH": _UNWRITABLE,
    "SQLITE_BUSY": (
        "Another program keeps the store busy.",
        "Wait a moment and try again, or end that program.",
    ),
    "SQLITE_LOCKED": (
        "Another program keeps the store busy.",
        "Wait a moment and try again, or end that program.",
    ),
    "SQLITE_NOTADB": ("The file {path} is no store of requests.", "Move it away, or put the right one back."),
    "SQLITE_CORRUPT": ("The store at {path} is damaged.", "Move it away and put a backup in its place."),
    "SQLITE_IOERR": ("The disk does not answer as it should.", "Look after the disk of {folder}."),
}


def _of_the_disk(error: OSError, path: Path) -> StoreUnavailable:
    message, mend = _FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else _UNWRITABLE
    return StoreUnavailable(message.format(path=path), mend.format(folder=path.parent))
