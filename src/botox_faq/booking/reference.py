"""References: six characters that can be read aloud, and nothing can be guessed from them."""

from __future__ import annotations

from collections.abc import Callable

ALPHABET = "CDFGHJKMPRTVWXY34679"
"""No look-alikes (0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V), no vowels that could make a word:

64 million references.
"""

LENGTH = 6


def new_reference(pick: Callable[[str], str]) -> str:
    """Return a reference such as "K7M-PXR".

    `pick` chooses one character of a text; give it secrets.choice.
    """
    drawn = "".join(pick(ALPHABET) for _ in range(LENGTH))
    return f"{drawn[:3]}-{drawn[3:]}"


def as_reference(typed: str) -> str | None:
    """Return what was typed ("k7m pxr", "K7MPXR") as a reference, or None if it is none."""
    plain = "".join(one for one in typed.upper() if one.isalnum())
    if len(plain) != LENGTH or not set(plain) <= set(ALPHABET):
        return None
    return f"{plain[:3]}-{plain[3:]}"
