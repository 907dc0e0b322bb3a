"""Where a phrase of the rules stands in a message. Every step is bounded; nothing is tried twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from botox_faq.content.safety_notation import Element, parse
from botox_faq.safety.lexicon import MOST_SMALL, Lexicon, Message, Numbered

NEAR = 5
"""Words that may stand between the two sides of a "+"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: from word `start` to before `end`; `used` are the words that it names, the rest are gaps."""

    start: int
    end: int
    used: frozenset[int]
    phrase: str


Step = tuple[int, int, bool]
"""The number of what must come next, the words that may stand before it (0: small ones), whether it must not come."""


class Phrases:
    """Some phrases of the rules, ready to be looked for."""

    def __init__(self, texts: Iterable[str], lexicon: Lexicon) -> None:
        self._phrases = [_Phrase(*numbered) for text in texts for numbered in _numbered(text, lexicon)]
        self._by_need: dict[int, list[int]] = {}
        for place, phrase in enumerate(self._phrases):
            self._by_need.setdefault(phrase.rarest, []).append(place)
        self._needs = self._by_need.keys()

    def find(self, message: Message) -> Iterator[Hit]:
        """Yield every place where one of the phrases stands."""
        absent = ~message.present
        # Few of the thousands of phrases have a word in a message: half of the time is saved by not asking the others.
        for place in sorted(one for number in self._needs & message.places.keys() for one in self._by_need[number]):
            phrase = self._phrases[place]
            if not phrase.needs & absent:
                yield from phrase.find(message)


def _numbered(text: str, lexicon: Lexicon) -> list[Numbered]:
    """A line of the rules with numbers for its elements; a lexicon that was kept knows them already."""
    found = lexicon.numbered.get(text)
    if found is None:
        found = lexicon.numbered[text] = [
            (pattern.text, pattern.first, [[_step(element, lexicon) for element in part] for part in pattern.parts])
            for pattern in parse(text)
        ]
    return found


def _step(element: Element, lexicon: Lexicon) -> Step:
    return (lexicon.number(element), element.gap, element.none)


class _Phrase:
    __slots__ = ("_first", "_parts", "_text", "needs", "rarest")

    def __init__(self, text: str, first: bool, parts: list[list[Step]]) -> None:
        self._text = text
        self._first = first
        self._parts = parts
        needed = [number for part in parts for number, _, none in part if not none]
        self.needs = sum(1 << number for number in set(needed))
        # Words are numbered as the rules first name them, those that many phrases share before those of one.
        self.rarest = max(needed)

    def find(self, message: Message) -> Iterator[Hit]:
        hits = [list(self._sequences(part, message)) for part in self._parts]
        if self._first:
            hits[0] = [hit for hit in hits[0] if message.opening[hit.start]]
        if len(hits) == 1:
            yield from hits[0]
            return
        for first in hits[0]:
            whole: Hit | None = first
            for others in hits[1:]:
                whole = whole and self._nearest(whole, others, message)
            if whole:
                yield whole

    def _nearest(self, hit: Hit, others: list[Hit], message: Message) -> Hit | None:
        """`hit` together with the nearest of `others`, if one is near enough."""
        best: tuple[int, Hit] | None = None
        for other in others:
            between = max(other.start - hit.end, hit.start - other.end)
            if between > NEAR or hit.used & other.used or not message.together(hit.start, other.start):
                continue
            if best is None or between < best[0]:
                best = (between, other)
        if best is None:
            return None
        start, end = min(hit.start, best[1].start), max(hit.end, best[1].end)
        return Hit(start, end, hit.used | best[1].used, self._text)

    def _sequences(self, steps: list[Step], message: Message) -> Iterator[Hit]:
        for start, end in message.places[steps[0][0]]:
            ends = {end: frozenset(range(start, end))}
            for step in steps[1:]:
                ends = _extended(ends, step, message)
            for last in sorted(ends)[:1]:
                yield Hit(start, last, ends[last], self._text)


def _extended(ends: dict[int, frozenset[int]], step: Step, message: Message) -> dict[int, frozenset[int]]:
    """The ends of what was found so far after one more step, each with the words used."""
    number, gap, none = step
    places = message.places.get(number, ())
    if none:
        return {end: used for end, used in ends.items() if not any(start == end for start, _ in places)}
    out: dict[int, frozenset[int]] = {}
    for end, used in ends.items():
        first = bisect_left(places, (end, end))
        for start, after in places[first:]:
            if start - end > (gap or MOST_SMALL):
                break
            near = message.together(end - 1, start) if gap else message.only_small(end, start)
            if near and after not in out:
                out[after] = used | frozenset(range(start, after))
    return out
