"""What a visitor has filled in so far, and what is still wrong with it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from botox_faq.booking.contact import Contact, country, read_contact
from botox_faq.booking.reply_by import reply_by
from botox_faq.booking.request import Request
from botox_faq.content.clean import clean_message
from botox_faq.content.clinic import DAYS, Clinic, Route
from botox_faq.content.opening import spans
from botox_faq.content.wording import Booking

Field = Literal["adult", "name", "contact", "part", "sharing", "message", "consent"]
PARTS = ("any", "morning", "afternoon", "evening")
LONGEST_NAME = 60
_EVENING = 17  # hour


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything as the visitor left it; None and "" are not answered yet.

    `contact` and `name` are as typed. `days` are weekdays (0 is Monday), none means any. `kept` are the
    questions of the visit when the form was last opened, `questions` those ticked. `doubted` is a phone
    number that was asked about once: typed again or kept, it is taken.
    """

    adult: bool | None = None
    route: Route | None = None
    name: str = ""
    contact: str = ""
    doubted: str = ""
    days: tuple[int, ...] = ()
    part: str = ""
    kept: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    sharing: bool | None = None
    message: bool | None = None
    consent: bool = False


def check(draft: Draft, clinic: Clinic, words: Booking) -> dict[Field, str]:
    """Return each field that is not right yet, with what to say beside it, in the order of the form."""
    wrong: dict[Field, str] = {}
    contact = contact_of(draft, clinic)
    if draft.adult is None:
        wrong["adult"] = words.choose_one
    if len(name_of(draft)) > LONGEST_NAME:
        wrong["name"] = words.name_long
    elif not name_of(draft) and isinstance(contact, Contact) and contact.kind == "email":
        wrong["name"] = words.name_needed
    if not isinstance(contact, Contact):
        wrong["contact"] = getattr(words, contact)
    elif not contact.sure and draft.doubted != draft.contact:
        wrong["contact"] = words.contact_unsure
    if not draft.part:
        wrong["part"] = words.choose_one
    if draft.questions and draft.sharing is None:
        wrong["sharing"] = words.choose_one
    if has_phone(draft, clinic) and draft.message is None:
        wrong["message"] = words.choose_one
    if not draft.consent:
        wrong["consent"] = words.consent_missing
    return wrong


def name_of(draft: Draft) -> str:
    """The first name in one line, without anything that could command a terminal."""
    return clean_message(draft.name)[0]


def contact_of(draft: Draft, clinic: Clinic) -> Contact | str:
    """The contact, or the wording key that says what is wrong with it."""
    text = clean_message(draft.contact)[0]
    # The library of phone numbers takes 0.1 s to load: not before there is something to read with it.
    return read_contact(text, country(clinic)) if text else "contact_empty"


def has_phone(draft: Draft, clinic: Clinic) -> bool:
    """Whether the contact is a phone number, so that a message could be left."""
    contact = contact_of(draft, clinic)
    return isinstance(contact, Contact) and contact.kind == "phone"


def open_days(clinic: Clinic) -> tuple[int, ...]:
    """The weekdays on which the clinic opens (0 is Monday); all seven where it gives no hours."""
    days = tuple(day for day in range(len(DAYS)) if spans(clinic.hours, day))
    return days or tuple(range(len(DAYS)))


def open_parts(clinic: Clinic) -> tuple[str, ...]:
    """The parts of the day to choose from; an evening only where the clinic is open after 17:00 by a good
    half hour.
    """
    closes = [hours[-1][1] for day in open_days(clinic) if (hours := spans(clinic.hours, day))]
    late = any((one.hour, one.minute) > (_EVENING, 30) for one in closes)
    return PARTS if late else PARTS[:3]


def consent_text(clinic: Clinic, words: Booking) -> str:
    """What the visitor agrees to, as it stands on the screen."""
    return words.consent.format(days=clinic.retention.after_made)


def to_request(draft: Draft, read: tuple[str, ...], made: datetime, clinic: Clinic, words: Booking) -> Request:
    """Return the request that `draft` is for; `check` must have found nothing.

    Questions go only with consent.
    """
    contact = contact_of(draft, clinic)
    assert isinstance(contact, Contact), "check() comes first"
    share = bool(draft.questions and draft.sharing)
    agreed = consent_text(clinic, words) + (f"\n{words.sharing_hint} {words.sharing_yes}" if share else "")
    return Request(
        first_name=name_of(draft),
        contact=contact,
        days=draft.days,
        part=draft.part,
        questions=draft.questions if share else (),
        questions_consent=share,
        read=read if share else (),
        may_leave_message=draft.message if contact.kind == "phone" else None,
        consent=agreed,
        # A version made from the words can't be forgotten when the words change.
        consent_version=hashlib.sha256(agreed.encode()).hexdigest()[:8],
        made=made,
        due=reply_by(made, clinic),
        changed=made,
    )
