"""Times as reception types and reads them."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botox_faq.booking.times import due_in_words, outside_hours, read_time
from tests.sample_clinic import CLINIC, LONDON, NOW


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-03-05 14:30", "2026-03-05 14:30"),
        ("2026-03-05T14:30", "2026-03-05 14:30"),
        (" Thu 9.05 ", "2026-03-05 09:05"),
        ("tuesday 10:00", "2026-03-10 10:00"),
        ("today 16:00", "2026-03-03 16:00"),
        ("Tomorrow 9:00", "2026-03-04 09:00"),
        ("2026-10-25 01:30", "2026-10-25 01:30"),
    ],
)
def test_days_and_times_as_typed(typed, meant):
    assert read_time(typed, NOW, CLINIC) == datetime.fromisoformat(meant).replace(tzinfo=LONDON)


@pytest.mark.parametrize("typed", ["", "14:30", "5/3 14:00", "someday 9:00", "today 25:00", "2026-02-30 09:00"])
def test_what_is_no_time_says_how_to_write_one(typed):
    assert isinstance(read_time(typed, NOW, CLINIC), str)


def test_a_time_that_the_clocks_skip_is_refused():
    assert "clocks" in str(read_time("2026-03-29 01:30", NOW, CLINIC))


@given(st.text(max_size=30))
def test_no_typing_breaks_it(typed):
    assert isinstance(read_time(typed, NOW, CLINIC), datetime | str)


def test_closed_hours_are_noticed():
    assert outside_hours(datetime(2026, 3, 5, 18, 0, tzinfo=LONDON), CLINIC)
    assert not outside_hours(datetime(2026, 3, 5, 14, 0, tzinfo=LONDON), CLINIC)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "in 0 minutes"),
        (1, "in 1 minute"),
        (119, "in 119 minutes"),
        (180, "in 3 hours"),
        (4000, "in 2 days"),
        (-1, "overdue by 1 minute"),
        (-150, "overdue by 2 hours"),
        (-4400, "overdue by 3 days"),
    ],
)
def test_due_in_words(minutes, words):
    assert due_in_words(NOW + timedelta(minutes=minutes), NOW) == words
