"""Bringing a store up to the tables of this version, with a backup beside it for a week."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select

from botox_faq.store.errors import StoreUnavailable
from botox_faq.store.folder import make_file
from botox_faq.store.schema import VERSION, metadata, settings

Step = Callable[[Connection], None]

STEPS: Mapping[int, Step] = {}
"""Number → what turns the tables of the version before into those of this number.

A new store needs none of them.
"""

BACKUP_DAYS = 7


def bring_up(engine: Engine, path: Path, version: int = VERSION, steps: Mapping[int, Step] = STEPS) -> None:
    """Make the tables, or take an older store through the missing steps, all in one transaction.

    Raises StoreUnavailable for a store from a newer version of the program, which is left untouched.
    """
    remove_backups(path, older_than=BACKUP_DAYS)
    with engine.connect() as connection:
        if _version(connection) == version:
            return
    # Someone else may bring it up meanwhile: look again, now that nobody else can write.
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        found = _version(connection)
        if found > version:
            raise StoreUnavailable(
                f"The store at {path} is of a newer version of this program ({found}; this one knows {version}).",
                "Install the newer version here too.",
            )
        if found == 0:
            metadata.create_all(connection)
            connection.execute(settings.insert().values(name="version", value=str(version)))
        elif found < version:
            _back_up(path, found)
            for number in range(found + 1, version + 1):
                steps[number](connection)
            connection.execute(settings.update().where(settings.c.name == "version").values(value=str(version)))


def backups(path: Path) -> list[Path]:
    """The backups that the program has made of the store at `path`."""
    return sorted(path.parent.glob(f"{path.name}.backup-*"))


def remove_backups(path: Path, older_than: int = 0) -> None:
    """Delete backups older than so many days; 0 deletes all."""
    for backup in backups(path):
        if not older_than or time.time() - backup.stat().st_mtime > older_than * 86_400:
            backup.unlink(missing_ok=True)


def _version(connection: Connection) -> int:
    """The version of the tables; 0 where there are none yet."""
    if not inspect(connection).has_table("settings"):
        return 0
    return int(connection.scalar(select(settings.c.value).where(settings.c.name == "version")) or 0)


def _back_up(path: Path, version: int) -> None:
    backup = path.with_name(f"{path.name}.backup-{version}")
    backup.unlink(missing_ok=True)
    make_file(backup)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(backup)) as target:
        source.backup(target)
