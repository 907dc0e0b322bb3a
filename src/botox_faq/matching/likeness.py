"""How alike questions are: by the stems and pairs they share, and by the letters of their words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from botox_faq.matching.features import letter_units, word_units
from botox_faq.matching.sparse import Floats, Ints, Sparse, sparse
from botox_faq.matching.trained import Block


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions as rows of unit length, once by word units, once by letters.

    `spoken` holds the words of each question, `spelled` the letter runs of each word: questions share words, so what
    letters say is told once a word.
    """

    stemmed: Sparse
    spoken: Sparse
    spelled: Sparse

    def take(self, rows: Ints) -> Questions:
        """The questions of the given rows."""
        return Questions(self.stemmed.take(rows), self.spoken.take(rows), self.spelled)

    def says(self, speaks: Floats) -> tuple[Floats, Floats]:
        """What each word unit and each letter run says, where `speaks` is what each question does."""
        return self.stemmed.turned().times(speaks), self.spelled.turned().times(self.spoken.turned().times(speaks))

    def hears(self, says: tuple[Floats, Floats]) -> Floats:
        """What each question hears from what units say."""
        return self.stemmed.times(says[0]) + self.spoken.times(self.spelled.times(says[1]))

    def likeness(self) -> Floats:
        """How alike each two questions are: 0 to 2."""
        letters = self.spoken.times(self.spoken.times(self.spelled.likeness()).T.copy())
        return self.stemmed.likeness() + letters


def questions(
    words: Sequence[Sequence[str]], stems: Sequence[Sequence[str]], size: int, least: int
) -> tuple[Questions, Block, Block]:
    """Questions to compare; the first `size` make the units, of which those in fewer than `least` are left out."""
    stemmed, word_block = _stemmed(stems, size, least)
    runs = {word: Counter(letter_units(word)) for one in words for word in one}
    idf = rarity([[run for word in one for run in runs[word]] for one in words[:size]], least)
    place = {run: at for at, run in enumerate(idf)}
    spelled = sparse(
        [[(place[run], n * idf[run]) for run, n in of.items() if run in place] for of in runs.values()], len(place)
    )
    word_at = {word: at for at, word in enumerate(runs)}
    spoken = sparse([[(word_at[w], float(n)) for w, n in Counter(one).items()] for one in words], len(word_at))
    letters = _unit_length(spoken, spelled)
    return Questions(stemmed, letters, spelled), word_block, Block(list(idf), list(idf.values()))


def _stemmed(stems: Sequence[Sequence[str]], size: int, least: int) -> tuple[Sparse, Block]:
    units = [word_units(one) for one in stems]
    idf = rarity(units[:size], least)
    place = {unit: at for at, unit in enumerate(idf)}
    rows = sparse([_weighed(one, idf, place) for one in units], len(place))
    return rows, Block(list(idf), list(idf.values()))


def rarity(documents: Sequence[Sequence[str]], least: int) -> dict[str, float]:
    """How telling each unit is, its inverse document frequency; units in fewer than `least` documents left out."""
    holding = Counter(unit for document in documents for unit in dict.fromkeys(document))
    # Rounded to 1/256, so that no machine's logarithm makes a difference.
    return {
        unit: round(256 * (math.log((1 + len(documents)) / (1 + count)) + 1)) / 256
        for unit, count in holding.items()
        if count >= least
    }


def _weighed(document: Sequence[str], idf: dict[str, float], place: dict[str, int]) -> list[tuple[int, float]]:
    """A document's known units as (place, weight), of unit length together."""
    counts = Counter(unit for unit in document if unit in place)
    length = math.sqrt(sum((times * idf[unit]) ** 2 for unit, times in counts.items())) or 1.0
    return [(place[unit], times * idf[unit] / length) for unit, times in counts.items()]


def _unit_length(spoken: Sparse, spelled: Sparse) -> Sparse:
    """`spoken` scaled so that each question's letters have unit length."""
    square = np.zeros(len(spoken.starts) - 1)
    for at in range(len(square)):
        cells = slice(spoken.starts[at], spoken.starts[at + 1])
        letters = spelled.take(spoken.columns[cells])
        values = letters.values * np.repeat(spoken.values[cells], np.diff(letters.starts))
        sums = np.bincount(letters.columns, values) if len(values) else np.zeros(1)
        square[at] = sums @ sums
    length = np.sqrt(np.maximum(square, 1e-12)).astype(np.float32)
    values = np.asarray(spoken.values / np.repeat(length, np.diff(spoken.starts)), np.float32)
    return Sparse(spoken.starts, spoken.columns, values, spoken.width)
