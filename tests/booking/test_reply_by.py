"""By when reception answers: opening days, clock changes, and how it is said."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botox_faq.booking.reply_by import reply_by, say_when
from botox_faq.content.clinic import Hours
from tests.sample_clinic import CLINIC, LONDON, NOW, WORDING


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("made", "due"),
    [
        ("2026-03-03 10:00", "2026-03-04 19:00"),  # Tuesday morning: Wednesday's close
        ("2026-03-04 02:00", "2026-03-04 19:00"),  # at night: that day's close
        ("2026-03-04 09:00", "2026-03-05 17:30"),  # as it opens: the next day
        ("2026-03-06 23:00", "2026-03-07 13:00"),  # Friday night: Saturday
        ("2026-03-07 10:00", "2026-03-09 17:30"),  # Saturday: over the closed Sunday
        ("2026-03-28 12:00", "2026-03-30 17:30"),  # over the spring change
        ("2026-10-24 12:00", "2026-10-26 17:30"),  # over the autumn change
    ],
)
def test_the_close_of_the_next_day_that_opens(made, due):
    assert reply_by(at(made), CLINIC) == at(due)


def test_more_days_count_open_days_only():
    assert reply_by(NOW, replace(CLINIC, reply_within_days=4)) == at("2026-03-07 13:00")
    assert reply_by(NOW, replace(CLINIC, reply_within_days=5)) == at("2026-03-09 17:30")


def test_a_clinic_without_hours_answers_in_whole_days():
    assert reply_by(NOW, replace(CLINIC, hours=Hours(), reply_within_days=2)) == NOW + timedelta(days=2)


def test_the_time_of_making_may_be_in_any_zone():
    from datetime import UTC

    assert reply_by(NOW.astimezone(UTC), CLINIC) == reply_by(NOW, CLINIC)


@given(st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1)), st.integers(1, 30))
def test_always_ahead_and_never_out_of_hours(made, days):
    made = made.replace(tzinfo=LONDON)
    due = reply_by(made, replace(CLINIC, reply_within_days=days))
    assert due > made
    assert due.weekday() != 6
    assert due - made < timedelta(days=days * 2 + 9)


def test_said_by_the_days_name_within_a_week_else_with_the_date():
    assert say_when(at("2026-03-04 19:00"), NOW, CLINIC, WORDING) == "Wednesday 19:00"
    assert say_when(at("2026-03-09 17:30"), NOW, CLINIC, WORDING) == "Monday 17:30"
    assert say_when(at("2026-03-10 17:30"), NOW, CLINIC, WORDING) == "Tuesday 10 March, 17:30"
    assert say_when(at("2026-03-02 17:30"), NOW, CLINIC, WORDING) == "Monday 2 March, 17:30"
