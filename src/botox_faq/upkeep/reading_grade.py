"""How hard a text is to read: the Flesch-Kincaid grade, counted without the network.

grade = 0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid et al. 1975). Syllables are counted by
pyphen's hyphenation, the larger count of two dictionaries, as each leaves some breaks out. The words of the trade and
of illnesses are no hard words here, as there is no plainer one: each counts as one syllable.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Any

_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def sentences(text: str) -> list[str]:
    """The sentences of `text`; a line of its own is one."""
    return [one for one in _SENTENCE.split(text.strip()) if one and _WORD.search(one)]


def words(text: str) -> list[str]:
    """The words and numbers of `text`; "e-mail" and "don't" are one each."""
    return _WORD.findall(text)


def grade(text: str, easy: Collection[str] = ()) -> float:
    """The Flesch-Kincaid grade of `text`; words in `easy` (lower case) count as one syllable each. 0 where empty."""
    counted = words(text)
    if not counted:
        return 0.0
    syllables = sum(1 if _is_easy(word, easy) else syllables_in(word) for word in counted)
    return 0.39 * len(counted) / len(sentences(text)) + 11.8 * syllables / len(counted) - 15.59


def _is_easy(word: str, easy: Collection[str]) -> bool:
    low = word.lower().replace("’", "'").removesuffix("'s")
    return low in easy or (low.endswith("s") and low[:-1] in easy)


@cache
def syllables_in(word: str) -> int:
    """Syllables of one word; a number is read in one."""
    if not any(one.isalpha() for one in word):
        return 1
    parts = [part for part in re.split(r"[-.,]", word.lower()) if part]
    return sum(max(len(one.positions(part)) for one in _dictionaries()) + 1 for part in parts)


@cache
def _dictionaries() -> tuple[Any, ...]:
    # 40 ms to load, and only upkeep needs it.
    import pyphen

    return pyphen.Pyphen(lang="en_US"), pyphen.Pyphen(lang="en_GB", left=1, right=1)
