"""A phone number or an email address, checked without the network."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from botox_faq.content.clinic import Clinic

ContactKind = Literal["phone", "email"]
ContactProblem = Literal["contact_empty", "contact_phone", "contact_premium", "contact_email"]

_COUNTRIES = {"uk": "GB", "ie": "IE", "us": "US", "au": "AU", "eu": "IE"}


@dataclass(frozen=True, slots=True)
class Contact:
    """How a person is reached: a phone number as E.164 ("+442079460123"), or an email address.

    `sure` is False for a phone number of a possible length that no known range holds: new ranges appear, and
    numbers kept for films (07700 900123) are of this kind.
    """

    kind: ContactKind
    value: str
    sure: bool = field(default=True, compare=False)


def country(clinic: Clinic) -> str:
    """The two-letter country whose numbers are written without a country code:

    that of the clinic's own phone.
    """
    import phonenumbers

    try:
        found = phonenumbers.region_code_for_number(phonenumbers.parse(clinic.phone, None))
    except phonenumbers.NumberParseException:
        found = None
    return found or _COUNTRIES[clinic.region]


def read_contact(typed: str, country: str) -> Contact | ContactProblem:
    """Return the contact that was typed, or what is wrong with it (a key of the booking wording)."""
    text = typed.strip()
    if not text:
        return "contact_empty"
    return _email(text) if "@" in text else _phone(text, country)


def phone_in_words(value: str, country: str) -> str:
    """A stored number as one dials it in `country`, in groups: "020 7946 0123", "00 33 6 12 34 56 78"."""
    import phonenumbers

    number = phonenumbers.parse(value, None)
    if phonenumbers.country_code_for_region(country) == number.country_code:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return phonenumbers.format_out_of_country_calling_number(number, country)


def in_words(contact: Contact, country: str) -> str:
    """A contact as it is shown to people in `country`."""
    return phone_in_words(contact.value, country) if contact.kind == "phone" else contact.value


def redacted(contact: Contact) -> str:
    """Enough of a contact to tell two apart, too little to use: "…123", "m…@…"."""
    if contact.kind == "phone":
        return "…" + contact.value[-3:]
    return f"{contact.value[:1]}…@…"


def _phone(text: str, country: str) -> Contact | ContactProblem:
    import phonenumbers

    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return "contact_phone"
    kind = phonenumbers.number_type(number)
    if kind in (phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.SHARED_COST):
        return "contact_premium"  # reception would pay for the call
    # Letters are read as keypad digits by the library ("CALL NOW"); a name typed here is a slip, not a
    # number.
    if number.extension or any(one.isalpha() for one in text):
        return "contact_phone"
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return "contact_phone"
    value = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Contact("phone", value, sure=phonenumbers.is_valid_number(number))


def _email(text: str) -> Contact | ContactProblem:
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return "contact_email"
    return Contact("email", found.normalized)
