"""What is kept without a person: counts, questions told to the clinic, and bells rung at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from botox_faq.store.database import Database
from botox_faq.store.schema import counts, rings, told


@dataclass(frozen=True, slots=True)
class Count:
    """How often `what` happened on a day; `detail` is an entry or topic, or ""."""

    day: date
    what: str
    detail: str
    number: int


@dataclass(frozen=True, slots=True)
class Told:
    """A question that a visitor wanted the clinic to be told of, with the nearest entry and its score."""

    id: int
    day: date
    text: str
    entry: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Ring:
    """An urgent reply was shown at a kiosk."""

    id: int
    at: datetime
    kiosk: str


class Tallies:
    """The store's part without persons. Every method raises StoreUnavailable."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, day: date, what: str, detail: str = "", number: int = 1) -> None:
        """Add `number` to what happened on `day`."""
        self.count_all(day, {(what, detail): number})

    def count_all(self, day: date, numbers: Mapping[tuple[str, str], int]) -> None:
        """Add several numbers at once: (what, detail) → number. One write for a whole visit."""
        with self._database.writing() as connection:
            for (what, detail), number in numbers.items():
                add_count(connection, day, what, detail, number)

    def counts(self, since: date | None = None) -> list[Count]:
        """All counts from the day `since` on, in the order of days."""
        query = select(counts).order_by(counts.c.day, counts.c.what, counts.c.detail)
        if since:
            query = query.where(counts.c.day >= since.isoformat())
        with self._database.reading() as connection:
            return [
                Count(date.fromisoformat(row.day), row.what, row.detail, row.number)
                for row in connection.execute(query)
            ]

    def tell(self, day: date, text: str, entry: str | None, score: float) -> None:
        """Keep a question for the clinic; `entry` came nearest, with `score`."""
        with self._database.writing() as connection:
            connection.execute(told.insert().values(day=day.isoformat(), text=text, entry=entry, score=score))

    def told(self, since: date | None = None) -> list[Told]:
        """The questions told from the day `since` on, the oldest first."""
        query = select(told).order_by(told.c.id)
        if since:
            query = query.where(told.c.day >= since.isoformat())
        with self._database.reading() as connection:
            return [
                Told(row.id, date.fromisoformat(row.day), row.text, row.entry, row.score)
                for row in connection.execute(query)
            ]

    def forget_told(self, *ids: int) -> None:
        """Delete questions that the clinic has dealt with."""
        with self._database.writing() as connection:
            connection.execute(told.delete().where(told.c.id.in_(ids)))

    def ring(self, kiosk: str, at: datetime) -> int:
        """Ring the desk for a kiosk; returns the ring's number."""
        with self._database.writing() as connection:
            done = connection.execute(rings.insert().values(at=at, kiosk=kiosk))
            assert done.inserted_primary_key is not None
            return int(done.inserted_primary_key[0])

    def rings(self) -> list[Ring]:
        """The rings that nobody has acknowledged, the oldest first."""
        with self._database.reading() as connection:
            query = select(rings).where(rings.c.acknowledged.is_(None)).order_by(rings.c.id)
            return [Ring(row.id, row.at, row.kiosk) for row in connection.execute(query)]

    def acknowledge(self, ring: int, by: str, at: datetime) -> None:
        """Note that staff have seen to a ring; the first to do so stands."""
        with self._database.writing() as connection:
            connection.execute(
                rings.update().where(rings.c.id == ring, rings.c.acknowledged.is_(None)).values(acknowledged=at, by=by)
            )


def add_count(connection: Connection, day: date, what: str, detail: str = "", number: int = 1) -> None:
    """Add to a count inside a transaction that writes."""
    key = {"day": day.isoformat(), "what": what, "detail": detail}
    row = (counts.c.day == key["day"]) & (counts.c.what == what) & (counts.c.detail == detail)
    done = connection.execute(counts.update().where(row).values(number=counts.c.number + number))
    if done.rowcount == 0:
        connection.execute(counts.insert().values(**key, number=number))
