"""The requests: added once, changed by one at a time, read by many."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, case, func, select, type_coerce

from botox_faq.booking.reference import new_reference
from botox_faq.booking.request import Request, State, move
from botox_faq.content.clinic import Retention
from botox_faq.store import keeping
from botox_faq.store.database import TIMEOUT, Database
from botox_faq.store.errors import Changed, UnknownRequest
from botox_faq.store.rows import contact_key, keep_consent, query, to_request, to_row
from botox_faq.store.schema import audit, requests
from botox_faq.store.tallies import Tallies, add_count


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One change: when, what, by whom ("visitor" for the request itself), and the time it set, if any."""

    at: datetime
    action: str
    by: str
    detail: str


@dataclass(frozen=True, slots=True)
class Line:
    """A request in the worklist. Times are UTC text as the database holds them ("2026-03-04T09:00:00Z").

    `same` is how many requests have this contact, this one included.
    """

    reference: str
    state: State
    first_name: str
    contact_kind: str
    contact: str
    due: str
    time: str | None
    made: str
    calls: int
    same: int


class Store:
    """The requests in a data folder. Every method raises StoreUnavailable when the disk or the file fails.

    Times passed in are aware; nothing here reads the clock. One store may be used from several threads.
    """

    def __init__(self, folder: Path, timeout: float = TIMEOUT) -> None:
        """`timeout`: seconds to wait while another program writes. The file is made at first use."""
        self._database = Database(folder, timeout)
        self.path = self._database.path
        self.tallies = Tallies(self._database)

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        self._database.close()

    def add(self, request: Request, token: str, pick: Callable[[str], str] = secrets.choice) -> Request:
        """Keep a new request; it is on the disk when this returns it, with its reference.

        `token` belongs to one filled-in form: added again with the same token, the request kept the first
        time is returned and nothing is added.
        """
        with self._database.writing(anew=True) as connection:
            known = connection.execute(query().where(requests.c.token == token)).first()
            if known:
                return to_request(known)
            request = replace(request, reference=_unused(connection, pick))
            keep_consent(connection, request)
            newest = connection.scalar(select(func.max(requests.c.entered)))
            entered = max(request.made, newest) if newest else request.made
            done = connection.execute(requests.insert().values(**to_row(request, token), entered=entered))
            assert done.inserted_primary_key is not None
            _note(connection, done.inserted_primary_key[0], request.made, "made", "visitor")
            add_count(connection, request.made.date(), "requests")
        return request

    def get(self, reference: str) -> Request:
        """The request with this reference. Raises UnknownRequest."""
        return self._one(requests.c.reference == reference)

    def by_token(self, token: str) -> Request | None:
        """The request that a form's token made, if it was kept."""
        found = self._all(requests.c.token == token)
        return found[0] if found else None

    def all(self, state: State | None = None) -> list[Request]:
        """All requests, or those in a state, the oldest first."""
        return self._all(requests.c.state == state) if state else self._all()

    def of_contact(self, contact: str) -> list[Request]:
        """All that was left with this contact (a phone number as E.164, or an email address), the oldest
        first.
        """
        return self._all(requests.c.contact_key == contact_key(contact))

    def worklist(self, now: datetime) -> list[Line]:
        """Every request for the desk: waiting ones by when they are due, then offered and booked ones by
        their time, then what is closed, the newest first.
        """
        row = requests.c
        past = (row.state == "booked") & (row.time <= now)
        rank = case(
            (past, 4),
            (row.state == "waiting", 0),
            (row.state == "offered", 1),
            (row.state == "booked", 2),
            else_=4,
        )
        when = case((rank == 4, None), (row.state == "waiting", row.due), else_=row.time)
        same = func.count().over(partition_by=row.contact_key)
        text = [type_coerce(one, String) for one in (row.due, row.time, row.made)]  # 30,000 dates cost 60 ms
        chosen = select(
            row.reference, row.state, row.first_name, row.contact_kind, row.contact, *text, row.calls, same
        ).order_by(rank, when, row.made.desc(), row.id.desc())
        with self._database.reading() as connection:
            return [Line(*found) for found in connection.execute(chosen)]

    def history(self, reference: str) -> list[AuditLine]:
        """All changes of a request, the oldest first."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(audit)
                .join(requests, requests.c.id == audit.c.request)
                .where(requests.c.reference == reference)
                .order_by(audit.c.id)
            )
            return [AuditLine(row.at, row.action, row.by or "", row.detail or "") for row in found]

    def stamp(self) -> int:
        """A number that grows with every change of any request."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.max(audit.c.id))) or 0

    def change(
        self,
        reference: str,
        to: State,
        by: str,
        now: datetime,
        time: datetime | None = None,
        version: int | None = None,
    ) -> Request:
        """Move a request to another state and return it. `time` is for offered and booked.

        `version` is the one that the person deciding has seen: Changed is raised, and nothing done, where it
        is not the newest. Raises UnknownRequest and booking's NotPossible too.
        """
        with self._database.writing() as connection:
            row, request = _newest(connection, reference, version)
            moved = move(request, to, now, time)
            values = {"state": moved.state, "time": moved.time, "changed": now, "version": moved.version}
            connection.execute(requests.update().where(requests.c.id == row.id).values(**values))
            _note(connection, row.id, now, to, by, time)
        return moved

    def note_call(self, reference: str, by: str, now: datetime, version: int | None = None) -> Request:
        """Note an attempt to ring. Raises Changed and UnknownRequest like `change`."""
        with self._database.writing() as connection:
            row, request = _newest(connection, reference, version)
            noted = replace(request, calls=request.calls + 1, version=request.version + 1)
            values = {"calls": noted.calls, "version": noted.version}
            connection.execute(requests.update().where(requests.c.id == row.id).values(**values))
            _note(connection, row.id, now, "called", by)
        return noted

    def delete(self, reference: str, by: str, now: datetime) -> None:
        """Delete a request for good, with its traces and every backup. Raises UnknownRequest."""
        if not keeping.delete(self._database, requests.c.reference == reference, by, now):
            raise UnknownRequest(reference)

    def delete_contact(self, contact: str, by: str, now: datetime) -> int:
        """Delete all that was left with a contact; returns how many requests."""
        return keeping.delete(self._database, requests.c.contact_key == contact_key(contact), by, now)

    def purge(self, retention: Retention, now: datetime) -> int:
        """Delete what the clinic's retention time is over for; returns how many requests."""
        return keeping.purge(self._database, retention, now)

    def tidy(self, retention: Retention, now: datetime) -> int:
        """`purge`, unless it was done today: for the start of a program, and once in a while as it runs."""
        return 0 if keeping.purged_on(self._database) == now.date() else self.purge(retention, now)

    def _one(self, where: ColumnElement[bool]) -> Request:
        found = self._all(where)
        if not found:
            raise UnknownRequest
        return found[0]

    def _all(self, *where: ColumnElement[bool]) -> list[Request]:
        with self._database.reading() as connection:
            found = connection.execute(query().where(*where).order_by(requests.c.id))
            return [to_request(row) for row in found]


def _newest(connection: Connection, reference: str, version: int | None) -> tuple[Any, Request]:
    row = connection.execute(query().where(requests.c.reference == reference)).first()
    if row is None:
        raise UnknownRequest(reference)
    request = to_request(row)
    if version is not None and version != request.version:
        raise Changed(request)
    return row, request


def _unused(connection: Connection, pick: Callable[[str], str]) -> str:
    while True:
        reference = new_reference(pick)
        taken = select(requests.c.id).where(requests.c.reference == reference)
        if connection.scalar(taken) is None:
            return reference


def _note(
    connection: Connection, request: int, at: datetime, action: str, by: str, time: datetime | None = None
) -> None:
    detail = time.isoformat(timespec="minutes") if time else None
    connection.execute(audit.insert().values(request=request, at=at, action=action, by=by, detail=detail))
