"""From version to version: by itself, with a backup, never backwards."""

import os
import sqlite3
import stat
import time
from contextlib import closing

import pytest
from sqlalchemy import text

from botox_faq.store import StoreUnavailable, open_store
from botox_faq.store.migrate import BACKUP_DAYS, backups, bring_up
from botox_faq.store.schema import VERSION
from tests.sample_clinic import request

NEXT = VERSION + 1
STEPS = {NEXT: lambda connection: connection.execute(text("ALTER TABLE requests ADD COLUMN shoe_size INTEGER"))}


def columns(path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute("PRAGMA table_info(requests)")]


def version(path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT value FROM settings WHERE name = 'version'").fetchone()[0]


@pytest.fixture
def engine(store):
    store.add(request(), "token")
    return store._database._engine


def test_a_step_is_taken_with_a_backup_beside(store, engine):
    bring_up(engine, store.path, NEXT, STEPS)
    assert version(store.path) == str(NEXT)
    assert "shoe_size" in columns(store.path)
    (backup,) = backups(store.path)
    assert version(backup) == str(VERSION)
    assert "shoe_size" not in columns(backup)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT count(*) FROM requests").fetchone() == (1,)


def test_a_step_that_fails_changes_nothing(store, engine):
    def breaks(connection):
        STEPS[NEXT](connection)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        bring_up(engine, store.path, NEXT, {NEXT: breaks})
    assert version(store.path) == str(VERSION)
    assert "shoe_size" not in columns(store.path)


def test_a_newer_store_is_refused_and_untouched(store, engine, folder):
    bring_up(engine, store.path, NEXT, STEPS)
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(StoreUnavailable, match="newer version"):
        open_store(folder).add(request(), "2")
    assert store.path.read_bytes() == before


def test_a_backup_is_kept_for_a_week(store, engine, folder):
    bring_up(engine, store.path, NEXT, STEPS)
    (backup,) = backups(store.path)
    day = 86_400
    os.utime(backup, (time.time(), time.time() - (BACKUP_DAYS - 1) * day))
    bring_up(engine, store.path, NEXT, STEPS)
    assert backup.exists()
    os.utime(backup, (time.time(), time.time() - (BACKUP_DAYS + 1) * day))
    bring_up(engine, store.path, NEXT, STEPS)
    assert not backup.exists()


def test_a_store_is_made_once_by_however_many_at_once(folder):
    from concurrent.futures import ThreadPoolExecutor

    def one(number: int) -> str:
        with closing(open_store(folder)) as store:
            return store.add(request(), str(number)).reference

    with ThreadPoolExecutor(8) as pool:
        references = set(pool.map(one, range(16)))
    with closing(open_store(folder)) as store:
        assert {kept.reference for kept in store.all()} == references
        assert len(references) == 16
