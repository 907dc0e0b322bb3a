"""Word stems after Snowball's English rules."""

from __future__ import annotations

from functools import lru_cache

import Stemmer

_snowball = Stemmer.Stemmer("english")


@lru_cache(maxsize=8192)
def stemmed(word: str) -> str:
    """The stem of a lower-case word; other scripts and numbers as they stand."""
    return _snowball.stemWord(word) if word.isascii() and word.isalpha() else word
