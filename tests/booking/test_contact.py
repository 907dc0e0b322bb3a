"""Contacts: read as people type them, kept in one form, shown so that they can be used."""

import pytest

from botox_faq.booking.contact import Contact, country, in_words, read_contact, redacted
from tests.sample_clinic import CLINIC


def test_the_country_is_that_of_the_clinics_phone():
    assert country(CLINIC) == "GB"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("020 7946 0123", "+442079460123"),
        ("(020) 7946-0123", "+442079460123"),
        ("+44 20 7946 0123", "+442079460123"),
        ("0033 6 12 34 56 78", "+33612345678"),
        ("+353 1 123 4567", "+35311234567"),
        (" maria@clinic.example ", "maria@clinic.example"),
        ("Maria.B@Clinic.EXAMPLE", "Maria.B@clinic.example"),
    ],
)
def test_contacts_as_people_type_them(typed, value):
    found = read_contact(typed, "GB")
    assert isinstance(found, Contact)
    assert (found.value, found.sure) == (value, True)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "contact_empty"),
        ("   ", "contact_empty"),
        ("020 79", "contact_phone"),
        ("call me", "contact_phone"),
        ("0207 CALL NOW", "contact_phone"),
        ("020 7946 0123 ext 5", "contact_phone"),
        ("09098 790 123", "contact_premium"),
        ("maria@", "contact_email"),
        ("maria@localhost", "contact_email"),
        ("a b@clinic.example", "contact_email"),
    ],
)
def test_what_is_wrong_has_a_name(typed, problem):
    assert read_contact(typed, "GB") == problem


def test_a_possible_number_of_no_known_range_is_doubted_not_refused():
    assert read_contact("07700 900123", "GB") == Contact("phone", "+447700900123")
    assert not read_contact("07700 900123", "GB").sure


def test_numbers_are_shown_as_one_dials_them():
    assert in_words(Contact("phone", "+442079460123"), "GB") == "020 7946 0123"
    assert in_words(Contact("phone", "+33612345678"), "GB") == "00 33 6 12 34 56 78"
    assert in_words(Contact("phone", "+12025550123"), "US") == "(202) 555-0123"


def test_redacted_shows_too_little_to_use():
    assert redacted(Contact("phone", "+442079460123")) == "…123"
    assert redacted(Contact("email", "maria@clinic.example")) == "m…@…"
