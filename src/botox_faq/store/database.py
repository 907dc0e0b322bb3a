"""The SQLite file: opened safely, shared by several programs, and every failure in words.

A commit is on the disk when `writing` ends (synchronous FULL). One writer at a time: each takes the lock when
it begins, so nobody finds out at the end that someone else was faster, and waits for it up to `timeout`
seconds.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError

from botox_faq.store.errors import StoreUnavailable
from botox_faq.store.folder import FILE, identity, make_file, make_folder
from botox_faq.store.migrate import bring_up
from botox_faq.store.trouble import in_words

TIMEOUT = 8.0
"""Seconds to wait for another writer. A write takes milliseconds: longer than this, something is wrong."""


class Database:
    """The file in a folder. It may be used from any thread."""

    def __init__(self, folder: Path, timeout: float = TIMEOUT) -> None:
        """Opens nothing yet: the file is made, or brought up to date, when it is first used."""
        self.path = folder / FILE
        self.timeout = timeout
        self._engine: Engine | None = None
        self._lost = False
        self._identity: tuple[int, int] | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the store. Raises StoreUnavailable."""
        with self._words(), self._open().connect() as connection:
            yield connection

    @contextmanager
    def writing(self, anew: bool = False) -> Iterator[Connection]:
        """A connection whose changes are all kept when the block ends, or none. Raises StoreUnavailable.

        `anew` begins a new file where the old one was lost while it was open and the loss has been told.
        """
        with self._words():
            with self._open(anew).connect().execution_options(writes=True) as connection, connection.begin():
                yield connection
            # SQLite writes on happily into a file that has been deleted: only its name tells.
            if identity(self.path) != self._identity:
                raise self._gone()

    @contextmanager
    def bare(self) -> Iterator[Any]:
        """The driver's own connection, outside any transaction:

        for VACUUM and the like. Raises StoreUnavailable.
        """
        with self._words():
            connection = self._open().raw_connection()
            try:
                yield connection
            finally:
                connection.close()

    def close(self) -> None:
        """Close every connection; the next use opens the file again."""
        if self._engine is not None:
            self._engine.dispose()
        self._engine = self._identity = None

    def _open(self, anew: bool = False) -> Engine:
        if self._engine is not None:
            if identity(self.path) == self._identity:
                return self._engine
            raise self._gone()
        if self._lost and not anew and identity(self.path) is None:
            raise self._gone()  # a desk that only looks would hide the loss behind an empty list
        make_folder(self.path.parent)
        make_file(self.path)
        engine = _engine(self.path, self.timeout)
        try:
            self._use_wal(engine)
            bring_up(engine, self.path)
        except BaseException:
            engine.dispose()
            raise
        self._engine, self._identity, self._lost = engine, identity(self.path), False
        return engine

    def _use_wal(self, engine: Engine) -> None:
        """Writers then don't block readers.

        SQLite does not wait for the lock that this switch needs, so we do.
        """
        until = time.monotonic() + self.timeout
        while True:
            connection = engine.raw_connection()
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except Exception as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.02)
            finally:
                connection.close()

    def _gone(self) -> StoreUnavailable:
        self.close()
        self._lost = True
        return StoreUnavailable(
            f"The file of requests ({self.path}) was moved or deleted while it was in use.",
            "Put it back. If it is lost, the next request that is left begins a new one.",
        )

    @contextmanager
    def _words(self) -> Iterator[None]:
        """Turn every failure of the disk or the database into StoreUnavailable."""
        try:
            yield
        except (DBAPIError, OSError) as error:
            raise in_words(error, self.path) from None
        except Exception as error:
            # The driver's own exceptions, from raw connections; sqlite3 is not imported for its name alone.
            if type(error).__module__ == "sqlite3":
                raise in_words(error, self.path) from None
            raise


def _engine(path: Path, timeout: float) -> Engine:
    # hide_parameters: an error's text must not carry a visitor's words to a log.
    engine = create_engine(f"sqlite:///{path}", hide_parameters=True, connect_args={"timeout": timeout})

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA temp_store = MEMORY")  # VACUUM would copy everything into the system's /tmp
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            _take_turn(connection, timeout)
        else:
            connection.exec_driver_sql("BEGIN")

    return engine


def _take_turn(connection: Connection, timeout: float) -> None:
    """Begin to write as soon as nobody else does.

    SQLite itself waits longer and longer, up to 0.1 s, between two looks: beside four kiosks that book without a
    pause a desk got 3 turns a second. Looking every few milliseconds gives everyone the same chance.
    """
    until = time.monotonic() + timeout
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                return
            except OperationalError as error:
                name = str(getattr(error.orig, "sqlite_errorname", ""))
                if not name.startswith("SQLITE_BUSY") or time.monotonic() > until:
                    raise
                time.sleep(random.uniform(0.001, 0.004))
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(timeout * 1000)}")
