"""The clinic's opening hours: open now, and until or from when."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from botox_faq.content.clinic import DAYS, Clinic, Hours

_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


def span(text: str) -> tuple[time, time] | None:
    """ "09:00-17:30" as two times; None where it is no such span or ends before it begins."""
    found = _SPAN.fullmatch(text)
    if not found:
        return None
    start, end = time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))
    return (start, end) if start < end else None


def spans(hours: Hours, day: int) -> list[tuple[time, time]]:
    """The opening spans of a weekday (0 is Monday), earliest first."""
    return sorted(one for text in getattr(hours, DAYS[day]) if (one := span(text)))


def at_clinic(clinic: Clinic, now: datetime) -> datetime:
    """The aware time `now` in the clinic's own time zone."""
    from zoneinfo import ZoneInfo  # 3 ms that most messages do without

    return now.astimezone(ZoneInfo(clinic.timezone))


def open_until(hours: Hours, now: datetime) -> time | None:
    """When the clinic closes next, if it is open at `now` (in the clinic's own time); else None."""
    for start, end in spans(hours, now.weekday()):
        if start <= now.time() < end:
            return end
    return None


def next_opening(hours: Hours, now: datetime) -> datetime | None:
    """The next time after `now` at which the clinic opens; None if it never does."""
    for ahead in range(8):
        date = (now + timedelta(days=ahead)).date()
        for start, _ in spans(hours, date.weekday()):
            opens = datetime.combine(date, start, now.tzinfo)
            if opens > now:
                return opens
    return None
