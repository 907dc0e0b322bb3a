"""The sample clinic and the booking form's words, without the rest of the content."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from pydantic import TypeAdapter

from botox_faq.booking.contact import Contact
from botox_faq.booking.request import Request
from botox_faq.content.clinic import Clinic
from botox_faq.content.wording import Booking

FAQ = Path(__file__).parents[1] / "faq"
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 3, 10, 0, tzinfo=LONDON)
"""A Tuesday morning."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _clinic() -> Clinic:
    return TypeAdapter(Clinic).validate_python(yaml.safe_load((FAQ / "clinic.yaml").read_text("utf-8")))


def _words(clinic: Clinic) -> Booking:
    text = (FAQ / "wording.yaml").read_text("utf-8").replace("$phone", clinic.phone).replace("$hours", "always")
    given = yaml.safe_load(text)["booking"]
    return Booking(**{key: tuple(value) if isinstance(value, list) else value for key, value in given.items()})


CLINIC = _clinic()
WORDS = _words(CLINIC)
WORDING: Any = SimpleNamespace(
    booking=WORDS,
    conversation=SimpleNamespace(days=DAYS),
    chat=SimpleNamespace(too_small="Make the window {width} by {height}."),
)


def content(**clinic: Any) -> Any:
    """What the faces read, with changes to the clinic."""
    entries = (SimpleNamespace(id="how-often", question="How often should I have it?"),)
    return SimpleNamespace(clinic=replace(CLINIC, **clinic), wording=WORDING, entries=entries)


def request(**changes: Any) -> Request:
    """A request as the form makes it, before the store has kept it."""
    made = changes.get("made", NOW)
    whole = {
        "first_name": "Maria",
        "contact": Contact("phone", "+442079460123"),
        "days": (0, 2),
        "part": "morning",
        "questions": ("Does it hurt?",),
        "questions_consent": True,
        "read": ("how-often",),
        "may_leave_message": False,
        "consent": "You may.",
        "consent_version": "c0ffee00",
        "made": made,
        "due": datetime(2026, 3, 4, 19, 0, tzinfo=LONDON),
        "changed": made,
    }
    assert set(whole) | set(changes) <= {one.name for one in fields(Request)}
    return Request(**(whole | changes))
