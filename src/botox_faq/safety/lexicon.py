"""The words of the rules, compiled once: which groups each word of a message belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from botox_faq.content.safety_notation import Element, Phrase, members
from botox_faq.matching.words import Words

METHOD = "4"
"""Changes with what `Lexicon.kept` gives and with how the examples are learned: part of a cache's name."""
SMALL = "small"
"""The group of words that may stand between the words of a phrase."""
JOINS = "joins"
"""The group of words that begin a clause of their own, such as "but"."""
LEAD_IN = "lead-in"
"""The group of words that may stand before the first word of a clause, such as "hi"."""
MOST_SMALL = 2
_SENTENCE_ENDS = frozenset(".!?;\n。？！؟")

Place = tuple[int, int]
"""Where something stands: the first word, and the word after the last."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as the rules see it: its words, their sentences and clauses, and where each group of words stands."""

    reads: tuple[str, ...]
    commas: frozenset[int]
    """The words that punctuation follows."""
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]
    small: tuple[bool, ...]
    opening: tuple[bool, ...]
    """Whether a clause begins at this word, or only words that lead in stand before it."""
    places: Mapping[int, Sequence[Place]]
    present: int
    """A bit for each group found."""
    guessed: frozenset[int]
    """The words that spelling repair had to guess: no sign is made of them alone."""

    def only_small(self, start: int, end: int) -> bool:
        """Whether nothing but small words, and not too many of them, stand from `start` to before `end`."""
        return end - start <= MOST_SMALL and all(self.small[start:end])

    def together(self, one: int, other: int) -> bool:
        """Whether two words stand in the same sentence."""
        return self.sentences[one] == self.sentences[other]


Numbered = tuple[str, bool, list[list[tuple[int, int, bool]]]]
"""A phrase of the rules as `patterns` looks for it: its text, whether it begins a clause, the steps of its parts."""

Steps = list[list[str]]
"""Words in a row, each with the forms that it may have."""


class Lexicon:
    """Numbers the groups and alternatives of the rules and finds them in messages."""

    def __init__(self, groups: Mapping[str, Sequence[str]], kept: Mapping[str, Any] | None = None) -> None:
        """`kept`: what `kept()` gave for the same rules; reading it back takes a fifth of the time."""
        self._groups = groups
        self._is_kept = kept is not None
        self._opened: dict[str, frozenset[Phrase]] = {}
        self._numbers: dict[tuple[frozenset[Phrase], frozenset[str]], int] = {}
        self._single: dict[str, list[int]] = kept["single"] if kept else {}
        self._longer: dict[str, list[tuple[Steps, int]]] = kept["longer"] if kept else {}
        self.numbered: dict[str, list[Numbered]] = kept["numbered"] if kept else {}
        self._small, self._joins, self._lead_in = (
            frozenset(kept[name]) if kept else _plain(name, groups) for name in (SMALL, JOINS, LEAD_IN)
        )

    def kept(self) -> dict[str, Any]:
        """What was made of the rules as plain data, once all their phrases are numbered."""
        plain = {SMALL: self._small, JOINS: self._joins, LEAD_IN: self._lead_in}
        return {
            "single": self._single,
            "longer": self._longer,
            "numbered": self.numbered,
            **{name: sorted(words) for name, words in plain.items()},
        }

    @property
    def words(self) -> frozenset[str]:
        """Every word that the rules know."""
        later = {word for found in self._longer.values() for steps, _ in found for step in steps for word in step}
        return frozenset(self._single) | frozenset(self._longer) | later | self._small | self._joins | self._lead_in

    def number(self, element: Element) -> int:
        """The number of what `element` accepts; the same for the same."""
        if self._is_kept:
            raise KeyError("the rules are others than those that were kept")
        wanted = (element.phrases, element.groups)
        if wanted not in self._numbers:
            number = self._numbers[wanted] = len(self._numbers)
            phrases = element.phrases.union(*map(self._group, element.groups))
            for steps in sorted([sorted(step) for step in phrase] for phrase in phrases):
                self._enter(steps, number)
        return self._numbers[wanted]

    def _group(self, name: str) -> frozenset[Phrase]:
        """The phrases of a group, opened once: half of the rules name the same few groups."""
        if name not in self._opened:
            self._opened[name] = frozenset(members(name, self._groups))
        return self._opened[name]

    def read(self, words: Words) -> Message:
        """Find the groups in a message."""
        reads = tuple(word.read for word in words.words)
        small = tuple(read in self._small for read in reads)
        places: dict[int, set[Place]] = {}
        for start, read in enumerate(reads):
            for number in self._single.get(read, ()):
                places.setdefault(number, set()).add((start, start + 1))
            for phrase, number in self._longer.get(read, ()):
                end = self._end(phrase, start + 1, reads, small)
                if end:
                    places.setdefault(number, set()).add((start, end))
        clauses = self._clauses(words)
        present = 0
        for number in places:
            present |= 1 << number
        return Message(
            reads=reads,
            commas=frozenset(place for place, word in enumerate(words.words) if word.stop),
            sentences=sentences(words),
            clauses=clauses,
            small=small,
            opening=self._opening(reads, clauses),
            places={number: sorted(found) for number, found in places.items()},
            present=present,
            guessed=frozenset(place for place, word in enumerate(words.words) if word.guessed),
        )

    def _clauses(self, words: Words) -> tuple[int, ...]:
        """The clause of each word: punctuation ends one, a joining word begins one."""
        clauses: list[int] = []
        clause = 0
        for word in words.words:
            clause += word.read in self._joins
            clauses.append(clause)
            clause += bool(word.stop)
        return tuple(clauses)

    def _opening(self, reads: Sequence[str], clauses: Sequence[int]) -> tuple[bool, ...]:
        opening: list[bool] = []
        for place, clause in enumerate(clauses):
            new = place == 0 or clause != clauses[place - 1]
            before = not new and opening[-1] and (reads[place - 1] in self._lead_in or reads[place - 1] in self._joins)
            opening.append(new or before)
        return tuple(opening)

    def _enter(self, steps: Steps, number: int) -> None:
        for word in steps[0]:
            if len(steps) > 1:
                self._longer.setdefault(word, []).append((steps[1:], number))
            else:
                self._single.setdefault(word, []).append(number)

    @staticmethod
    def _end(rest: Steps, place: int, reads: Sequence[str], small: Sequence[bool]) -> int:
        """The word after the phrase whose `rest` should follow at `place`; 0 where it does not."""
        for step in rest:
            skipped = 0
            while place < len(reads) and reads[place] not in step and small[place] and skipped < MOST_SMALL:
                place += 1
                skipped += 1
            if place >= len(reads) or reads[place] not in step:
                return 0
            place += 1
        return place


def _plain(name: str, groups: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The single words of a group."""
    return frozenset(word for phrase in members(name, groups) for word in phrase[0])


def sentences(words: Words) -> tuple[int, ...]:
    """The number of the sentence of each word."""
    numbers: list[int] = []
    sentence = 0
    for word in words.words:
        numbers.append(sentence)
        # Dots in a row are a pause: "i cant... breathe".
        if _SENTENCE_ENDS.intersection(word.stop) and not word.stop.startswith(("..", "…")):
            sentence += 1
    return tuple(numbers)
