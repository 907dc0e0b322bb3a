"""Word stems after Snowball's English rules."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


@lru_cache(maxsize=1)
def _snowball() -> _Stemmer:
    # 11 ms to import; the stems of known words are kept with what was trained.
    import snowballstemmer

    stemmer: _Stemmer = snowballstemmer.stemmer("english")
    return stemmer


@lru_cache(maxsize=8192)
def stemmed(word: str) -> str:
    """The stem of a lower-case word; other scripts and numbers as they stand."""
    return _snowball().stemWord(word) if word.isascii() and word.isalpha() else word
