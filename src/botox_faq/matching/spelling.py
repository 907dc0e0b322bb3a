"""A message read the way it was meant: shorthand, slips of the keyboard, words run together or torn apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from botox_faq.matching.cutting import cut
from botox_faq.matching.english import is_common
from botox_faq.matching.words import Word, Words

LONGEST_REPAIRED = 24
"""Letters; longer unknown words are no slip of a known one."""
MOST_REPAIRS = 40
"""Unknown words of one message that are looked up; a message with more is not written in the FAQ's language."""
_REMEMBERED = 2_000

_NEIGHBOURS = {
    key: frozenset(near)
    for key, near in {
        "q": "wa", "w": "qesa", "e": "wrds", "r": "etfd", "t": "rygf", "y": "tuhg", "u": "yijh", "i": "uokj",
        "o": "iplk", "p": "ol", "a": "qwsz", "s": "awedzx", "d": "serfxc", "f": "drtgcv", "g": "ftyhvb",
        "h": "gyujbn", "j": "huiknm", "k": "jiolm", "l": "kop", "z": "asx", "x": "zsdc", "c": "xdfv",
        "v": "cfgb", "b": "vghn", "n": "bhjm", "m": "njk",
    }.items()
}  # fmt: skip
_RUN = re.compile(r"(.)\1{2,}")
_AMOUNT = re.compile(r"(\d+)([a-z]+)")
_SINGLE_LETTERS = frozenset("ai")


class Lexicon(Protocol):
    """What reading and matching need of the clinic's vocabulary (content.model.Vocabulary has it)."""

    @property
    def synonyms(self) -> tuple[tuple[str, ...], ...]: ...
    @property
    def shorthand(self) -> dict[str, str]: ...
    @property
    def keep(self) -> tuple[str, ...]: ...
    @property
    def medicine(self) -> tuple[str, ...]: ...


class Reader:
    """Reads messages. `known` are the words (or phrases) that repair may bend towards; repeats weigh more."""

    def __init__(self, known: Iterable[str], vocabulary: Lexicon) -> None:
        self._shorthand = vocabulary.shorthand
        kept = (*vocabulary.keep, *vocabulary.medicine)
        self._known = Counter(word for text in (*known, *kept) for word in text.lower().split())
        self._remembered: dict[str, tuple[str, ...]] = {}

    def read(self, text: str) -> Words:
        """Cut cleaned `text` into words and mend each once."""
        words: list[Word] = []
        cuts = cut(text, self._shorthand)
        repairs = MOST_REPAIRS
        place = 0
        while place < len(cuts):
            word = cuts[place]
            following = cuts[place + 1] if place + 1 < len(cuts) else None
            if following and not word.stop and (joined := self._joined(text, word, following)):
                words.append(joined)
                place += 2
                continue
            if self.knows(word.read):
                words.append(word)
            elif repairs:
                repairs -= 1
                words += (replace(word, read=read) for read in self._mended(word.read))
            else:
                words.append(word)
            place += 1
        return Words(text, tuple(words))

    def knows(self, word: str) -> bool:
        """Whether `word` is left as it stands: known here, common English, or a number."""
        return word in self._known or word.isdigit() or is_common(word)

    def _joined(self, text: str, first: Word, second: Word) -> Word | None:
        """`first` and `second` as the one known word that was torn apart, if they are one."""
        whole = first.read + second.read
        if whole not in self._known or (first.read in self._known and second.read in self._known):
            return None
        return Word(whole, text[first.start : second.end], first.start, second.end, second.stop)

    def _mended(self, word: str) -> tuple[str, ...]:
        if word not in self._remembered:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[word] = self._mend(word)
        return self._remembered[word]

    def _mend(self, word: str) -> tuple[str, ...]:
        """The words that the unknown `word` stands for; itself where nothing is near."""
        short = _RUN.sub(r"\1\1", word)
        for candidate in (short, _RUN.sub(r"\1", word)) if short != word else ():
            if self.knows(candidate):
                return (candidate,)
        word = short
        if len(word) > LONGEST_REPAIRED or not word.isascii():
            return (word,)
        if amount := _AMOUNT.fullmatch(word):
            number, unit = amount.groups()
            return (number, unit) if self.knows(unit) else (word,)
        if not word.isalpha():
            return (word,)
        apart = self._apart(word)
        near, distance = self._nearest(word)
        if apart and (near is None or distance > 1):
            return apart
        return (near or word,)

    def _apart(self, word: str) -> tuple[str, ...]:
        """`word` as two words run together, at least one of them known, or nothing."""
        best: tuple[float, tuple[str, ...]] = (0.0, ())
        for at in range(1, len(word)):
            left, right = word[:at], word[at:]
            if not all(len(part) > 1 or part in _SINGLE_LETTERS for part in (left, right)):
                continue
            if not (self.knows(left) and self.knows(right)):
                continue
            weight = float(
                min(self._known[left], 9) + min(self._known[right], 9) + min(len(left), len(right))
            )
            known_parts = (left in self._known) + (right in self._known)
            if known_parts and (known_parts == 2 or min(len(left), len(right)) > 2) and weight > best[0]:
                best = (weight, (left, right))
        return best[1]

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        lengths: dict[int, list[str]] = {}
        for word in sorted(self._known):
            if word.isascii() and word.isalpha() and len(word) > 1:
                lengths.setdefault(len(word), []).append(word)
        return lengths

    def _nearest(self, word: str) -> tuple[str | None, int]:
        """The known word that `word` is most likely a slip of, and how many slips away it is."""
        # rapidfuzz costs 15 ms to import, and most messages need no repair.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        most = 1 if len(word) <= 4 else 2 if len(word) <= 8 else 3
        if len(word) < 2:
            return None, 0
        found: list[tuple[float, int, str, int]] = []
        for length in range(max(2, len(word) - most), len(word) + most + 1):
            pool = self._by_length.get(length, ())
            for near, distance, _ in extract(word, pool, scorer=OSA.distance, score_cutoff=most, limit=None):
                found.append((distance + _oddness(word, near), -self._known[near], near, distance))
        if not found:
            return None, 0
        _, _, near, distance = min(found)
        return near, distance


def _oddness(typed: str, meant: str) -> float:
    """0 to 1: how unlike a slip of the keyboard `typed` is, among words as many edits away from `meant`."""
    odd = 0.0 if typed[0] == meant[0] else 0.3
    if len(typed) == len(meant):
        for one, other in zip(typed, meant, strict=True):
            if one != other and other not in _NEIGHBOURS.get(one, ()):
                odd += 0.2
        if sorted(typed) == sorted(meant):
            odd = 0.0 if typed[0] == meant[0] else 0.2
    elif set(typed) != set(meant) and len(typed) > len(meant):
        odd += 0.1
    return min(odd, 0.9)
