"""The tables. Times are kept as UTC text ("2026-03-04T09:00:00Z"), which sorts, in every database alike."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

VERSION = 1
"""Grows with every change of the tables; `migrate.STEPS` says how an older store is brought up to it."""


class Moment(TypeDecorator[datetime]):
    """An aware datetime to the second, as UTC text."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


metadata = MetaData()

settings = Table(
    "settings",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
"""`version` of the tables; `purged`, the day of the last clearing; `scrub`, whether traces are still to be
wiped.
"""

consents = Table(
    "consents",
    metadata,
    Column("version", String(16), primary_key=True),
    Column("text", Text, nullable=False),
)
"""Every wording that someone agreed to."""

requests = Table(
    "requests",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("reference", String(7), nullable=False, unique=True),
    Column("token", String(64), nullable=False, unique=True),
    Column("state", String(12), nullable=False),
    Column("first_name", Text, nullable=False),
    Column("contact_kind", String(5), nullable=False),
    Column("contact", Text, nullable=False),
    Column("contact_key", Text, nullable=False),
    Column("days", String(13), nullable=False),
    Column("part", String(10), nullable=False),
    Column("questions", Text, nullable=False),
    Column("questions_consent", Boolean, nullable=False),
    Column("entries_read", Text, nullable=False),
    Column("may_leave_message", Boolean),
    Column("consent_version", String(16), ForeignKey("consents.version"), nullable=False),
    Column("made", Moment, nullable=False),
    Column("entered", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("time", Moment),
    Column("calls", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Index("requests_by_contact", "contact_key"),
    sqlite_autoincrement=True,
)
"""`token` is the form's, so that a retry is the same request. `contact_key` is the same for the same contact.

`entered` is `made`, unless the clock had been set back: then the newest `entered` so far. Deleting goes by
it, or a request left while a kiosk without a battery believed it was 1970 would be deleted as soon as the
clock is right.
"""

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("request", Integer),
    Column("at", Moment, nullable=False),
    Column("action", String(20), nullable=False),
    Column("by", Text),
    Column("detail", Text),
    Index("audit_by_request", "request"),
    sqlite_autoincrement=True,
)
"""Every change of a request. With the request go `request`, `by` and `detail`; the line stays. Ids never come
back, so the highest one tells a desk whether anything has changed."""

counts = Table(
    "counts",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("what", String(20), primary_key=True),
    Column("detail", String(80), primary_key=True),
    Column("number", Integer, nullable=False),
)
"""How often something happened on a day ("visit", "answered", "missed" ...), by entry or topic; no person, no
words.
"""

told = Table(
    "told",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("day", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("entry", String(80)),
    Column("score", Float, nullable=False),
    sqlite_autoincrement=True,
)
"""Questions without an answer that a visitor wanted the clinic to be told of, with the nearest entry."""

rings = Table(
    "rings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("kiosk", String(80), nullable=False),
    Column("acknowledged", Moment),
    Column("by", Text),
    sqlite_autoincrement=True,
)
"""An urgent reply was shown at a kiosk, until staff acknowledge it."""
