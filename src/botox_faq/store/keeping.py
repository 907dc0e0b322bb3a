"""How long requests are kept, and deleting them for good.

SQLite only forgets where a row was: `secure_delete` blanks it, VACUUM rewrites the file without the stale
copies that moving rows about leaves inside pages, and the checkpoint empties the log of changes.
"""

from __future__ import annotations

import time as clock
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, case, or_, select

from botox_faq.content.clinic import Retention
from botox_faq.store.database import Database
from botox_faq.store.errors import StoreUnavailable
from botox_faq.store.migrate import BACKUP_DAYS, remove_backups
from botox_faq.store.schema import audit, requests, rings, settings, told

TOLD_DAYS = 90
"""Days for which the words of a question told to the clinic are kept."""
_CHECKPOINT_TRIES = 50


def delete(database: Database, which: ColumnElement[bool], by: str, now: datetime) -> int:
    """Delete requests, the names and values in their audit lines and every backup; returns how many."""
    with database.writing() as connection:
        number = _delete(connection, which, by, now)
    if number:
        _scrub(database)
    return number


def purge(database: Database, retention: Retention, now: datetime) -> int:
    """Delete what has been kept long enough, and what an earlier deletion could not wipe; returns how many."""
    old = now - timedelta(days=retention.after_made)
    with database.writing() as connection:
        number = _delete(connection, _over(retention, now), "retention", now)
        told_until = (now - timedelta(days=TOLD_DAYS)).date().isoformat()
        words = connection.execute(told.delete().where(told.c.day < told_until)).rowcount
        connection.execute(rings.delete().where(rings.c.acknowledged < old))
        left = _setting(connection, "scrub") == "1"
        if words:
            _set(connection, "scrub", "1")
        _set(connection, "purged", now.date().isoformat())
    if number or words or left:
        _scrub(database)
    remove_backups(database.path, older_than=BACKUP_DAYS)
    return number


def purged_on(database: Database) -> date | None:
    """The day of the last purge."""
    with database.reading() as connection:
        day = _setting(connection, "purged")
    return date.fromisoformat(day) if day else None


def _over(retention: Retention, now: datetime) -> ColumnElement[bool]:
    """Which requests have been kept long enough at `now`."""
    row = requests.c
    # An `entered` in the future was taken over from a clock that ran ahead: then `made` is the better guess.
    since_made = case((row.entered > now, row.made), else_=row.entered)
    closed = now - timedelta(days=retention.after_closed)
    return or_(
        since_made <= now - timedelta(days=retention.after_made),
        and_(row.state.in_(("declined", "cancelled", "unreachable")), row.changed <= closed),
        and_(row.state == "booked", row.time <= closed),
    )


def _delete(connection: Connection, which: ColumnElement[bool], by: str, now: datetime) -> int:
    ids = list(connection.scalars(select(requests.c.id).where(which)))
    for one in ids:
        connection.execute(audit.update().where(audit.c.request == one).values(request=None, by=None, detail=None))
        connection.execute(requests.delete().where(requests.c.id == one))
        connection.execute(audit.insert().values(at=now, action="deleted", by=by))
    if ids:
        _set(connection, "scrub", "1")
    return len(ids)


def _scrub(database: Database) -> None:
    """Wipe what deleted rows leave behind.

    The deletion itself is committed; `purge` tries again what fails here.
    """
    remove_backups(database.path)
    with database.bare() as connection:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        for _ in range(_CHECKPOINT_TRIES):
            if cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0:
                break
            clock.sleep(0.05)  # a reader still looks at the log
        else:
            raise StoreUnavailable(
                "Deleted, but another program keeps traces in the log.",
                "They are wiped at the next clearing.",
            )
    with database.writing() as change:
        _set(change, "scrub", "0")


def _setting(connection: Connection, name: str) -> str | None:
    return connection.scalar(select(settings.c.value).where(settings.c.name == name))


def _set(connection: Connection, name: str, value: str) -> None:
    done = connection.execute(settings.update().where(settings.c.name == name).values(value=value))
    if done.rowcount == 0:
        connection.execute(settings.insert().values(name=name, value=value))
