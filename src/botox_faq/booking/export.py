"""Requests as CSV for a spreadsheet, as plain data for programs, and as calendar entries."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from botox_faq.booking.contact import in_words
from botox_faq.booking.request import Request
from botox_faq.content.clinic import DAYS, Clinic

COLUMNS = (
    "reference", "state", "first_name", "contact_kind", "contact", "days", "part", "questions", "may_leave_message",
    "made", "due", "time", "calls",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MINUTES = 30


def as_data(request: Request, clinic: Clinic) -> dict[str, Any]:
    """A request as plain data: every field, times in the clinic's own time as ISO 8601, phone numbers as E.164."""
    zone = ZoneInfo(clinic.timezone)
    contact = {"contact_kind": request.contact.kind, "contact": request.contact.value}
    out: dict[str, Any] = {"reference": "", "state": ""} | asdict(request) | contact
    for name, value in out.items():
        if isinstance(value, datetime):
            out[name] = value.astimezone(zone).isoformat(timespec="minutes")
    out["days"] = [DAYS[day] for day in request.days]
    return out


def as_csv(requests: Iterable[Request], clinic: Clinic, country: str) -> str:
    """Requests as CSV that runs no formula when a spreadsheet opens it.

    Phone numbers are as one dials them in `country` ("020 7946 0123"): a leading + would need a guard that spoils
    them, and the spaces keep a spreadsheet from taking them for a sum.
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for request in requests:
        data = as_data(request, clinic) | {"contact": in_words(request.contact, country)}
        data["time"] = data["time"] or ""
        data["questions"] = " | ".join(request.questions)
        data["days"] = " ".join(data["days"]) or "any"
        data["may_leave_message"] = {True: "yes", False: "no", None: ""}[request.may_leave_message]
        for name in ("made", "due", "time"):
            data[name] = data[name][:16].replace("T", " ")
        writer.writerow([_guarded(str(data[name])) for name in COLUMNS])
    return out.getvalue()


def as_calendar(requests: Iterable[Request], clinic: Clinic, stamp: datetime) -> bytes:
    """Booked requests as an iCalendar file; what has no time is left out. `stamp` is the time of the export.

    Times are in UTC, which every calendar shows in its own zone: right on both sides of a clock change and in the
    hour that comes twice, where icalendar 7.3 describes London's spring change an hour late.
    An entry holds the first name and the reference: calendars get copied to many places, so no contact.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//botox-faq//requests//EN")
    calendar.add("version", "2.0")
    for request in requests:
        if request.time is None:
            continue
        event = icalendar.Event()
        event.add("uid", f"{request.reference}@botox-faq")
        event.add("dtstamp", stamp.astimezone(UTC))
        event.add("dtstart", request.time.astimezone(UTC))
        event.add("dtend", request.time.astimezone(UTC) + _length(clinic))
        event.add("summary", " ".join(f"Assessment {request.first_name} ({request.reference})".split()))
        event.add("status", "CONFIRMED")
        event.add("sequence", request.version)
        if clinic.address:
            event.add("location", clinic.address)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _length(clinic: Clinic) -> timedelta:
    minutes = clinic.assessment.minutes or ""
    return timedelta(minutes=int(minutes) if minutes.isdigit() else _MINUTES)


def _guarded(cell: str) -> str:
    """A cell that a spreadsheet would run, made text; blanks before the formula don't hide it."""
    return "'" + cell if cell.lstrip(" \u00a0").startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
