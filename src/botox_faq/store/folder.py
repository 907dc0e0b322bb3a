"""Where the store lives, and who may read it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

FILE = "requests.db"


def find_data(asked: Path | None = None) -> Path:
    """Return the data folder: `asked` (--data, or BOTOX_FAQ_DATA), else the user's own."""
    if asked is not None:
        return asked
    import platformdirs

    return platformdirs.user_data_path("botox-faq", appauthor=False)


def make_folder(folder: Path) -> None:
    """Make the folder for its owner alone, unless it is there:

    then it is the clinic's to share. Raises OSError.
    """
    if not folder.is_dir():
        folder.mkdir(parents=True, mode=0o700)
        folder.chmod(0o700)  # whatever the umask


def file_mode(folder: Path) -> int:
    """The mode of files in `folder`:

    for its group too where the folder has the setgid bit, else its owner's alone.
    """
    return 0o660 if folder.stat().st_mode & stat.S_ISGID else 0o600


def make_file(path: Path) -> None:
    """Make an empty file with the right mode, unless it is there. Raises OSError.

    SQLite gives the files beside it (-wal, -shm) the mode of this one.
    """
    mode = file_mode(path.parent)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    except FileExistsError:
        return
    try:
        os.fchmod(handle, mode)  # whatever the umask
    finally:
        os.close(handle)


def identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
