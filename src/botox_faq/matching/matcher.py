"""A question in, a verdict out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from botox_faq.matching.cutting import cut
from botox_faq.matching.features import letter_units, stems_of, word_units
from botox_faq.matching.lanes import Lanes
from botox_faq.matching.signals import confidence, covered, signals
from botox_faq.matching.spelling import Lexicon
from botox_faq.matching.stemming import stemmed
from botox_faq.matching.trained import Block, Phrased, Trained, packed, unpacked
from botox_faq.matching.verdict import Explanation, Match, Verdict
from botox_faq.matching.words import Words

_OFFERED = 5


class Matcher:
    """Finds the entry that a question means."""

    def __init__(self, entries: Sequence[Phrased], vocabulary: Lexicon, negatives: Sequence[str] = ()) -> None:
        # Training needs numpy (58 ms to import); a matcher from a cache does not.
        from botox_faq.matching.learning import learned

        self._set_up(learned(entries, vocabulary, negatives), vocabulary)

    @classmethod
    def from_bytes(cls, data: bytes, entries: Sequence[Phrased], vocabulary: Lexicon) -> Matcher:
        """What `to_bytes` kept. ValueError when it is broken, of another method, or not of these entries."""
        matcher = cls.__new__(cls)
        trained = unpacked(data)
        if trained.ids != [entry.id for entry in entries]:
            raise ValueError("trained on other entries")
        matcher._set_up(trained, vocabulary)
        return matcher

    def to_bytes(self) -> bytes:
        """What was trained, to be kept and given to `from_bytes`."""
        return packed(self._trained)

    def _set_up(self, trained: Trained, vocabulary: Lexicon) -> None:
        self._trained = trained
        self._shorthand = vocabulary.shorthand
        self._stems = dict(zip(trained.known, trained.stems, strict=True))
        self._synonyms = {tuple(other.split()): tuple(meant.split()) for other, meant in trained.synonyms}
        self._exact: dict[str, int] = {}
        for phrasing, entry in zip(trained.phrasings, trained.phrasing_entries, strict=True):
            self._exact.setdefault(phrasing, entry)
        self._words = _Index(trained.words, trained.classes)
        self._letters = _Index(trained.letters, trained.classes)
        self._rarest = max(trained.words.idf, default=1.0)
        self._of_entry: list[list[int]] = [[] for _ in trained.ids]
        for place, entry in enumerate(trained.phrasing_entries):
            self._of_entry[entry].append(place)
        self._of_topic: dict[str, list[int]] = {}
        for entry, topic in enumerate(trained.topics):
            self._of_topic.setdefault(topic, []).append(entry)

    @property
    def known(self) -> list[str]:
        """The words of the phrasings, each as often as it stands there: what a `Reader` repairs towards."""
        words = zip(self._trained.known, self._trained.known_counts, strict=True)
        return [word for word, times in words for _ in range(times)]

    def match(self, words: Words, after: str | None = None) -> Verdict:
        """Decide which entry `words` mean; `after` is the id of the entry last answered."""
        return self._match([word.read for word in words.words])

    def _match(self, read: list[str]) -> Verdict:
        if not read:
            return Verdict("unknown", rule="empty")
        lines = self._trained.calibration
        exact = self._exact.get(" ".join(read))
        stems = self._stems_of(read)
        scores = self._scores(stems, read)
        chances = _chances(scores)
        order = sorted(range(len(self._trained.ids)), key=lambda entry: (-round(scores[entry], 3), entry))
        if exact is not None:
            order.remove(exact)
            order.insert(0, exact)
        best = order[0]
        coverage = self._coverage(stems)
        siblings = self._of_topic[self._trained.topics[best]]
        chance = sum(chances[entry] for entry in siblings)
        near = self._nearest(stems, siblings)[0]
        sure = confidence(lines.weights, signals(chance, scores[best], coverage, near))
        own = chances[best] or 1e-9
        matches = tuple(
            Match(self._trained.ids[entry], round(min(1.0, sure * min(1.0, chances[entry] / own)), 4))
            for entry in order[:_OFFERED]
        )
        if exact is not None:
            matches = (Match(matches[0].entry, 1.0), *matches[1:])
            return Verdict("answer", matches, 1.0, lines.answer, "exact")
        if len(scores) > len(self._trained.ids) and scores[-1] > scores[best]:
            return Verdict("unknown", matches, coverage, lines.answer, "like what must not be answered")
        if sure >= lines.answer:
            return Verdict("answer", matches, coverage, lines.answer, "sure enough")
        if sure >= lines.choice:
            return Verdict("choices", matches, coverage, lines.answer, "not sure enough")
        return Verdict("unknown", matches, coverage, lines.answer, "nothing near")

    def suggest(self, text: str, limit: int = 5) -> tuple[Match, ...]:
        """The entries that unfinished `text` may become, best first."""
        read = [word.read for word in cut(text, self._shorthand)]
        if not read:
            return ()
        scores = self._scores(self._stems_of(read), read, finished=text[-1:].isspace())
        chances = _chances(scores)
        best = sorted(range(len(self._trained.ids)), key=lambda at: (-round(scores[at], 3), at))[:limit]
        return tuple(Match(self._trained.ids[at], round(chances[at], 4)) for at in best if chances[at] > 0.02)

    def explain(self, words: Words, after: str | None = None) -> Explanation:
        """The verdict with what each word contributed to its best match."""
        return Explanation(words.read_as, self.match(words, after), ())

    def _stem(self, word: str) -> str:
        return self._stems.get(word) or stemmed(word)

    def _stems_of(self, read: Sequence[str]) -> list[str]:
        return stems_of(read, self._stem, self._synonyms)

    def _scores(self, stems: Sequence[str], read: Sequence[str], finished: bool = True) -> list[float]:
        """A logit for every class."""
        letters = [unit for word in read[:-1] for unit in letter_units(word)]
        letters += letter_units(read[-1], finished)
        scores = list(self._trained.bias)
        for index, units in ((self._words, word_units(stems)), (self._letters, letters)):
            share, sums = index.says(units)
            share *= self._trained.scale
            scores = [score + share * one for score, one in zip(scores, sums, strict=True)]
        return scores

    def _coverage(self, stems: Sequence[str]) -> float:
        rows = [self._words.place.get(stem) for stem in stems]
        return covered([None if row is None else self._words.idf[row] for row in rows], self._rarest)

    def _nearest(self, stems: Sequence[str], entries: Sequence[int]) -> tuple[float, str]:
        """How alike the words of the nearest phrasing of `entries` are (0 to 1), and the phrasing."""
        rows = Counter(self._words.place[unit] for unit in word_units(stems) if unit in self._words.place)
        weight = {row: times * self._words.idf[row] for row, times in rows.items()}
        own = math.sqrt(sum(one * one for one in weight.values()))
        best = (0.0, "")
        for entry in entries:
            for place in self._of_entry[entry]:
                units = self._trained.phrasing_units[place]
                shared = sum(weight[unit] * self._words.idf[unit] for unit in units if unit in weight)
                if shared:
                    theirs = math.sqrt(sum(self._words.idf[unit] ** 2 for unit in units))
                    alike = shared / (own * theirs)
                    if alike > best[0]:
                        best = (alike, self._trained.phrasings[place])
        return round(min(best[0], 1.0), 4), best[1]


class _Index:
    """One block of units, ready to be looked up."""

    def __init__(self, block: Block, classes: int) -> None:
        self.place = {unit: place for place, unit in enumerate(block.units)}
        self.idf = block.idf
        self._lanes = Lanes(classes, block.planes)

    def says(self, units: Sequence[str]) -> tuple[float, list[int]]:
        """What `units` say for each class, and the factor that brings their length to one."""
        rows = Counter(self.place[unit] for unit in units if unit in self.place)
        length = math.sqrt(sum((times * self.idf[row]) ** 2 for row, times in rows.items()))
        return (1 / length if rows else 0.0), self._lanes.total(rows)


def _chances(scores: Sequence[float]) -> list[float]:
    top = max(scores, default=0.0)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]
