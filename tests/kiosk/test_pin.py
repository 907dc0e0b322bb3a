"""The staff's PIN."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botox_faq.kiosk.pin import good_pin, hash_pin, is_pin, wait_after

SALT = bytes(range(16))


def test_only_the_pin_matches_its_hash() -> None:
    kept = hash_pin("246810", SALT)
    assert is_pin("246810", kept)
    assert not is_pin("246811", kept)
    assert not is_pin("", kept)


def test_the_hash_is_scrypt_salted_and_says_nothing_of_the_pin() -> None:
    kept = hash_pin("246810", SALT)
    assert kept.startswith("scrypt$16384$8$1$")
    assert "246810" not in kept
    assert kept != hash_pin("246810", bytes(16))


@pytest.mark.parametrize("kept", ["", "scrypt", "scrypt$1$2$3$4$5", "md5$16384$8$1$00$00", "scrypt$x$8$1$zz$00"])
def test_a_damaged_hash_matches_nothing(kept: str) -> None:
    assert not is_pin("246810", kept)


@given(st.text(max_size=60))
def test_no_text_in_place_of_a_hash_is_an_error(kept: str) -> None:
    assert not is_pin("246810", kept)


@pytest.mark.parametrize("pin", ["12345", "", "12345a", "١٢٣٤٥٦", "1" * 33])
def test_a_pin_is_at_least_six_digits(pin: str) -> None:
    assert not good_pin(pin)


def test_tries_are_slowed_after_the_third() -> None:
    assert [wait_after(failures) for failures in (0, 1, 2, 3, 4, 5)] == [0, 0, 0, 5, 10, 20]
    assert wait_after(10_000) == 300
