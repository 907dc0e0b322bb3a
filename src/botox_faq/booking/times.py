"""Times as reception types and reads them, in the clinic's own time zone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from botox_faq.content.clinic import DAYS, Clinic
from botox_faq.content.opening import open_until

_TYPED = re.compile(r"(?P<day>[a-z]+|[\d-]{10})[ t]+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})")


def read_time(typed: str, now: datetime, clinic: Clinic) -> datetime | str:
    """Return the time that was typed, or what is wrong with it.

    A day is a date (2026-03-05), a weekday's name (the next one, never today), today or tomorrow; then the time of
    day: "thu 14:30".
    """
    zone = ZoneInfo(clinic.timezone)
    found = _TYPED.fullmatch(typed.strip().casefold())
    day = _day(found["day"], now.astimezone(zone).date()) if found else None
    if not found or day is None:
        return "Write a day and a time: 2026-03-05 14:30, thu 14:30, tomorrow 9:00."
    try:
        local = datetime(day.year, day.month, day.day, int(found["hour"]), int(found["minute"]), tzinfo=zone)
    except ValueError:
        return "There is no such time of day."
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        return "The clocks go forward over that time."
    return local


def outside_hours(time: datetime, clinic: Clinic) -> bool:
    """Whether the clinic is closed then, as far as its hours tell."""
    return open_until(clinic.hours, time.astimezone(ZoneInfo(clinic.timezone))) is None


def due_in_words(due: datetime, now: datetime) -> str:
    """How long there is until `due`, or how long it has been over: "in 3 hours", "overdue by 2 days"."""
    minutes = int((due - now).total_seconds() // 60)
    said = _length(abs(minutes))
    return f"in {said}" if minutes >= 0 else f"overdue by {said}"


def _length(minutes: int) -> str:
    for size, name in ((2 * 1440, "day"), (120, "hour")):
        if minutes >= size:
            number = minutes // (1440 if name == "day" else 60)
            return f"{number} {name}s"
    return f"{minutes} minute{'s' * (minutes != 1)}"


def _day(typed: str, today: date) -> date | None:
    named = {"today": 0, "tomorrow": 1}
    if typed in named:
        return today + timedelta(days=named[typed])
    if len(typed) >= 3 and typed[:3] in DAYS:
        return today + timedelta(days=(DAYS.index(typed[:3]) - today.weekday() - 1) % 7 + 1)
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
