"""References: readable aloud, and read however they are typed."""

import random

from hypothesis import given
from hypothesis import strategies as st

from botox_faq.booking.reference import ALPHABET, as_reference, new_reference


def test_no_look_alikes_and_no_vowels():
    assert not set("0OQ1IL2Z5S8BUVAE") & set(ALPHABET) - {"V"}
    assert len(set(ALPHABET)) == len(ALPHABET) == 20


@given(st.randoms(use_true_random=False))
def test_every_reference_is_read_back_however_it_is_typed(source: random.Random):
    reference = new_reference(source.choice)
    assert len(reference) == 7
    assert reference[3] == "-"
    for typed in (reference, reference.lower(), reference.replace("-", ""), f" {reference[:3]} {reference[4:]} "):
        assert as_reference(typed) == reference


def test_what_is_no_reference_is_none():
    assert [as_reference(one) for one in ("", "K7M", "K7M-PX0", "K7M-PXRR", "'; drop")] == [None] * 5
