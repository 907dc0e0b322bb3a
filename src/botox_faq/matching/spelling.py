"""A message read the way it was meant: shorthand, slips of the keyboard, words run together or torn apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from botox_faq.matching.cutting import cut
from botox_faq.matching.english import SHORTHAND, frequent_one_slip_from, is_common
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
_NOISES = frozenset(
    ("ah", "btw", "er", "erm", "haha", "hm", "hmm", "idk", "imo", "lol", "oh", "omg", "tbh", "ugh", "uh", "um")
)


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


def shorthand_of(vocabulary: Lexicon) -> dict[str, str]:
    """The clinic's shorthand, and what people type for short everywhere."""
    return SHORTHAND | vocabulary.shorthand


class Reader:
    """Reads messages. `known` are the words (or phrases) that repair may bend towards; repeats weigh more."""

    def __init__(self, known: Iterable[str], vocabulary: Lexicon) -> None:
        self._shorthand = shorthand_of(vocabulary)
        self._known: Counter[str] = Counter()
        owned = (text for group in (*vocabulary.synonyms, vocabulary.keep, vocabulary.medicine) for text in group)
        for text, times in Counter((*known, *owned)).items():
            for word in text.lower().split():
                self._known[word] += times
        self._remembered: dict[str, tuple[tuple[str, ...], bool]] = {}

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
                parts, guessed = self._mended(word.read)
                words += (replace(word, read=read, guessed=guessed) for read in parts)
            else:
                words.append(word)
            place += 1
        return Words(text, tuple(words))

    def forget(self) -> None:
        """Forget the words mended so far: they are what visitors typed."""
        self._remembered.clear()

    def knows(self, word: str) -> bool:
        """Whether `word` is left as it stands: known here, common English, or a number."""
        return word in self._known or word.isdigit() or word in _NOISES or is_common(word)

    def _joined(self, text: str, first: Word, second: Word) -> Word | None:
        """`first` and `second` as the one known word that was torn apart, if they are one."""
        whole = first.read + second.read
        if whole not in self._known or (first.read in self._known and second.read in self._known):
            return None
        return Word(whole, text[first.start : second.end], first.start, second.end, second.stop)

    def _mended(self, word: str) -> tuple[tuple[str, ...], bool]:
        if word not in self._remembered:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[word] = self._mend(word)
        return self._remembered[word]

    def _mend(self, word: str) -> tuple[tuple[str, ...], bool]:
        """The words that the unknown `word` stands for, itself where nothing is near; and whether they are a guess."""
        short = _RUN.sub(r"\1\1", word)
        for candidate in (short, _RUN.sub(r"\1", word)) if short != word else ():
            if self.knows(candidate):
                return (candidate,), False
        word = short
        if len(word) > LONGEST_REPAIRED or not word.isascii():
            return (word,), False
        if amount := _AMOUNT.fullmatch(word):
            number, unit = amount.groups()
            return ((number, unit) if self.knows(unit) else (word,)), False
        if not word.isalpha():
            return (word,), False
        one_slip = self._nearest(word, 1)
        if one_slip:
            return (one_slip,), False
        if apart := self._apart(word):
            return apart, False
        near = self._nearest(word, _most_slips(word))
        return (near or word,), near is not None

    def _apart(self, word: str) -> tuple[str, ...]:
        """`word` as two words run together, at least one of them known, or nothing."""
        best: tuple[int, tuple[str, ...]] = (0, ())
        for at in range(1, len(word)):
            parts = word[:at], word[at:]
            shortest = min(map(len, parts))
            known = sum(part in self._known for part in parts)
            if shortest < 2 and not (known == 2 and parts[0 if at == 1 else 1] in _SINGLE_LETTERS):
                continue
            if known and (known == 2 or shortest > 2) and all(map(self.knows, parts)):
                best = max(best, (shortest + sum(min(self._known[part], 9) for part in parts), parts))
        return best[1]

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        lengths: dict[int, list[str]] = {}
        for word in sorted(self._known):
            if word.isascii() and word.isalpha() and len(word) > 1:
                lengths.setdefault(len(word), []).append(word)
        return lengths

    def _nearest(self, word: str, most: int) -> str | None:
        """The word that `word` is most likely a slip of, at most `most` slips away.

        Common English competes with the known words at one slip, so that "withput" is no "output".
        """
        # rapidfuzz costs 15 ms to import, and most messages need no repair.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found: list[tuple[float, int, str]] = []
        for length in range(max(2, len(word) - most), len(word) + most + 1):
            pool = self._by_length.get(length, ())
            for near, distance, _ in extract(word, pool, scorer=OSA.distance, score_cutoff=most, limit=None):
                found.append((distance + oddness(word, near), -self._known[near], near))
        if most == 1:
            found += ((1.5 + oddness(word, near), 0, near) for near in frequent_one_slip_from(word))
        found = [one for one in found if len(word) > 2 or sorted(one[2]) == sorted(word)]
        return min(found)[2] if found else None


def _most_slips(word: str) -> int:
    return 1 if len(word) < 4 else 2 if len(word) <= 8 else 3


def oddness(typed: str, meant: str) -> float:
    """0 to 1: how unlike a slip of the keyboard `typed` is, among words as many edits away from `meant`."""
    odd = 0.0 if typed[0] == meant[0] else 0.3
    if sorted(typed) == sorted(meant):
        return odd
    if len(typed) == len(meant):
        pairs = zip(typed, meant, strict=True)
        return min(0.9, odd + 0.2 * sum(a != b and b not in _NEIGHBOURS.get(a, "") for a, b in pairs))
    if len(typed) > len(meant) and set(typed) != set(meant):
        odd += 0.1
    return odd
