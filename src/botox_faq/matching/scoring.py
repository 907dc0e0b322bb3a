"""Words to a score for every class: what a matcher and a classifier have in common."""

from __future__ import annotations

from collections.abc import Sequence

from botox_faq.matching.features import letter_units, stems_of, synonyms_of, word_units
from botox_faq.matching.index import Index
from botox_faq.matching.stemming import stemmed
from botox_faq.matching.trained import Trained


class Scorer:
    """What was trained, ready to score. `words` are its stems and their pairs, each with its place and weight."""

    def __init__(self, trained: Trained) -> None:
        self.words = Index(trained.words, trained.classes)
        self._letters = Index(trained.letters, trained.classes)
        self._stems = dict(zip(trained.known, trained.stems, strict=True))
        self._synonyms = synonyms_of(trained.synonyms)
        self._bias, self._scale = trained.bias, trained.scale

    def stem(self, word: str) -> str:
        """The stem of a word."""
        return self._stems.get(word) or stemmed(word)

    def stems(self, read: Sequence[str]) -> list[str]:
        """The stems of a question's words, synonyms as the first of their group."""
        return stems_of(read, self.stem, self._synonyms)

    def scores(self, stems: Sequence[str], read: Sequence[str], finished: bool = True) -> list[float]:
        """A logit for every class; the last word of an unfinished question may be half typed."""
        letters = [unit for word in read[:-1] for unit in letter_units(word)]
        letters += (unit for word in read[-1:] for unit in letter_units(word, finished))
        scores = list(self._bias)
        for index, units in ((self.words, word_units(stems)), (self._letters, letters)):
            share, sums = index.says(units)
            share *= self._scale
            scores = [score + share * one for score, one in zip(scores, sums, strict=True)]
        # Rounded: a tie goes to the order of the file, also where machines differ by a hair.
        return [round(score, 2) for score in scores]
