"""Exports: no formula runs, phone numbers can be dialled, calendars are right over a clock change."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from botox_faq.booking.contact import Contact
from botox_faq.booking.export import as_calendar, as_csv, as_data
from tests.sample_clinic import CLINIC, LONDON, NOW, request

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def cells(*requests) -> list[list[str]]:
    return list(csv.reader(io.StringIO(as_csv(requests, CLINIC, "GB"), newline="")))


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", '=HYPERLINK("http://x","y")', '"=1', "＝1", "a\n=1"],
)
def test_no_cell_begins_a_formula(name):
    for row in cells(request(first_name=name, questions=(name,))):
        assert not any(cell.lstrip(" ").startswith(FORMULAS) for cell in row)


@given(st.text(max_size=12), st.text(max_size=12))
def test_no_text_begins_a_formula_or_breaks_the_table(name, question):
    table = cells(request(first_name=name, questions=(question,)))
    assert {len(row) for row in table} == {13}
    assert len(table) == 2
    assert not any(cell.lstrip(" ").startswith(FORMULAS) for row in table for cell in row)


def test_phone_numbers_are_as_one_dials_them():
    home, abroad = cells(request(), request(contact=Contact("phone", "+33612345678")))[1:]
    column = cells()[0].index("contact")
    assert (home[column], abroad[column]) == ("020 7946 0123", "00 33 6 12 34 56 78")


def test_plain_data_is_json_in_the_clinics_time():
    data = json.loads(json.dumps(as_data(request(made=datetime(2026, 7, 1, 9, 0, tzinfo=UTC)), CLINIC)))
    assert data["made"] == "2026-07-01T10:00+01:00"
    assert (data["contact"], data["days"], data["time"]) == ("+442079460123", ["mon", "wed"], None)
    assert list(data)[:2] == ["reference", "state"]


@pytest.mark.parametrize(
    "booked",
    [
        datetime(2026, 3, 28, 14, 30, tzinfo=LONDON),
        datetime(2026, 3, 30, 14, 30, tzinfo=LONDON),
        datetime(2026, 10, 25, 1, 45, tzinfo=LONDON),  # the hour that comes twice, both times
        datetime(2026, 10, 25, 1, 45, tzinfo=LONDON, fold=1),
    ],
)
def test_the_calendar_has_the_same_moment_whatever_the_clocks_do(booked):
    one = request(reference="K7M-PXR", state="booked", time=booked, first_name="Zoë, the 2nd;\n")
    (event,) = icalendar.Calendar.from_ical(as_calendar([one], CLINIC, NOW)).walk("VEVENT")
    assert event["DTSTART"].dt == booked.astimezone(UTC)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=30)
    assert "K7M-PXR" in event["SUMMARY"]
    assert "Zoë, the 2nd;" in event["SUMMARY"]


def test_the_calendar_keeps_the_rules_of_the_standard():
    lines = as_calendar([request(reference="K7M-PXR", state="booked", time=NOW, first_name="Ö" * 80)], CLINIC, NOW)
    assert lines.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in lines.split(b"\r\n"))
    text = lines.decode()
    for needed in ("VERSION:2.0", "PRODID:", "UID:", "DTSTAMP:", "DTSTART:"):
        assert text.count(needed) == 1
    assert "+44" not in text


def test_the_calendar_passes_a_validator():
    one = request(reference="K7M-PXR", state="booked", time=NOW)
    for some in ([one], [one, request(reference="C9W-9D7", state="booked", time=NOW, first_name="")]):
        assert vobject.readOne(as_calendar(some, CLINIC, NOW).decode()).validate(raiseException=True)


def test_what_has_no_time_is_not_in_the_calendar():
    assert b"VEVENT" not in as_calendar([request()], CLINIC, NOW)
