"""By when reception answers, and how a time is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from botox_faq.content.clinic import Clinic
from botox_faq.content.opening import spans
from botox_faq.content.wording import Wording


def reply_by(made: datetime, clinic: Clinic) -> datetime:
    """Return the latest time for an answer, in the clinic's time zone.

    It is the close of the n-th day (`reply_within_days`) that opens after the request was made: left on
    Tuesday at 10, or on Wednesday at 2 in the night, it is answered before Wednesday's close. A clinic
    without opening hours gets as many whole days.
    """
    zone = ZoneInfo(clinic.timezone)
    local = made.astimezone(zone)
    left = clinic.reply_within_days
    for ahead in range(7 * (left + 1) + 1):
        date = local.date() + timedelta(days=ahead)
        hours = spans(clinic.hours, date.weekday())
        if hours and datetime.combine(date, hours[0][0], zone) > local:
            left -= 1
            if left == 0:
                # Through UTC, so that a time the clocks skip becomes one that exists.
                return datetime.combine(date, hours[-1][1], zone).astimezone(UTC).astimezone(zone)
    return (made + timedelta(days=clinic.reply_within_days)).astimezone(zone)


def say_when(when: datetime, now: datetime, clinic: Clinic, wording: Wording) -> str:
    """ "Wednesday 17:00", with the date where the day's name alone could mean another week."""
    zone = ZoneInfo(clinic.timezone)
    local = when.astimezone(zone)
    ahead = (local.date() - now.astimezone(zone).date()).days
    text = wording.booking.when if 0 <= ahead < 7 else wording.booking.when_far
    return text.format(
        day=wording.conversation.days[local.weekday()],
        date=local.day,
        month=wording.booking.months[local.month - 1],
        time=f"{local:%H:%M}",
    )
