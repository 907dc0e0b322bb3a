"""How alike questions are: by the stems and pairs they share, and by the letters of their words."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from botox_faq.matching.features import RELATED_WEIGHT, is_related, letter_units, word_units
from botox_faq.matching.trained import Block

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Speaks: TypeAlias = Floats | csr_array
"""How much each of some questions speaks for each class: rows by classes."""
Said = Iterator[tuple[slice, Floats]]
"""What units say for each class, some units at a time."""
LETTERS_LENGTH = np.float32(math.sqrt(0.6))
"""Length of a question's letter runs beside its word units: the letters' likeness counts 0.6."""
_ROWS = 4096
"""Questions whose letter runs are looked at together, a hundred each: 5 MB."""


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions as rows, once by word units (of unit length), once by letters (of `LETTERS_LENGTH`).

    `spoken` holds the words of each question, `spelled` the letter runs of each word: questions share words, so what
    letters say is told once a word.
    """

    stemmed: csr_array
    spoken: csr_array
    spelled: csr_array

    def take(self, rows: Ints) -> Questions:
        """The questions of the given rows."""
        return Questions(self.stemmed[rows], self.spoken[rows], self.spelled)

    def alike(self, speaks: Floats) -> Floats:
        """What each question hears where `speaks` is what each says: their likeness, 0 to 2, times `speaks`."""
        words = self.stemmed @ (self.stemmed.T @ speaks)
        letters = self.spoken @ (self.spelled @ (self.spelled.T @ (self.spoken.T @ speaks)))
        return np.asarray(words + letters, np.float32)

    def layers(self, speaks: Speaks, member: csr_array) -> tuple[tuple[csr_array, Speaks, csr_array], ...]:
        """For word units and for letter runs: who has them, what those say, and which class they belong to."""
        by_word = self.spoken.T
        return (
            (self.stemmed.T.tocsr(), speaks, member),
            (self.spelled.T.tocsr(), by_word @ speaks, by_word @ member),
        )

    def hears(self, words: Said, letters: Said) -> Floats:
        """What each question hears from what word units and letter runs say."""
        return np.asarray(_heard(self.stemmed, words) + _heard(self.spoken @ self.spelled, letters), np.float32)


def questions(
    words: Sequence[Sequence[str]], stems: Sequence[Sequence[str]], size: int, room: int
) -> tuple[Questions, Block, Block]:
    """Questions to compare; the first `size` make the units: stems, their pairs and letter runs.

    Of stems with their pairs, and of letter runs, there are at most `room` each: pairs and then what few questions
    have are left out.
    """
    units, counts = _counted(map(word_units, stems))
    holding = np.bincount(counts[:size].indices, minlength=len(units))
    pairs = np.array([" " in unit for unit in units], bool)
    kept = _most(np.where(pairs | (holding == 0), holding, holding + size), room)
    idf = rarity(holding[kept], size)
    idf[[is_related(units[at]) for at in kept]] *= np.float32(RELATED_WEIGHT)
    stemmed = (counts[:, kept] * idf).tocsr()
    stemmed = _scaled(stemmed, _lengths(stemmed))
    word_block = Block([units[at] for at in kept], idf.tolist())

    known, spoken = _counted(words)
    runs, counts = _counted(map(letter_units, known))
    holding = np.zeros(len(runs), np.int64)
    for rows in _chunks(size):
        holding += np.bincount((spoken[rows] @ counts).indices, minlength=len(runs))
    kept = _most(holding, room)
    idf = rarity(holding[kept], size)
    spelled = (counts[:, kept] * idf).tocsr()
    lengths = np.concatenate([_lengths(spoken[rows] @ spelled) for rows in _chunks(len(words))])
    spoken = _scaled(spoken, np.asarray(lengths / LETTERS_LENGTH, np.float32))
    return Questions(stemmed, spoken, spelled), word_block, Block([runs[at] for at in kept], idf.tolist())


def rarity(holding: Ints, size: int) -> Floats:
    """How telling each unit is that so many of `size` questions hold: inverse document frequency."""
    # Rounded to 1/256, so that no machine's logarithm makes a difference.
    idf = np.rint(256 * (np.log((1 + size) / (1 + holding)) + 1)) / 256
    return np.asarray(idf, np.float32)


def _most(numbers: Ints, room: int) -> Ints:
    """Places of the largest of `numbers` above zero, at most `room`; of those alike, all or none."""
    least = np.partition(numbers, -room - 1)[-room - 1] + 1 if len(numbers) > room else 1
    return np.flatnonzero(numbers >= max(least, 1))


def _counted(documents: Iterable[Sequence[str]]) -> tuple[list[str], csr_array]:
    """The units of `documents`, in the order in which they first stand, and how often each document holds each."""
    place: dict[str, int] = {}
    starts, columns = [0], array("i")
    for document in documents:
        columns.extend([place.setdefault(unit, len(place)) for unit in document])
        starts.append(len(columns))
    times = np.ones(len(columns), np.float32)
    counts = csr_array((times, np.array(columns, np.int32), np.array(starts, np.int32)), (len(starts) - 1, len(place)))
    counts.sum_duplicates()
    return list(place), counts


def _lengths(rows: csr_array) -> Floats:
    return np.asarray(np.sqrt(rows.power(2).sum(axis=1)), np.float32)


def _scaled(rows: csr_array, length: Floats) -> csr_array:
    """Rows divided by `length`."""
    share = 1 / np.maximum(length, np.float32(1e-6))
    return csr_array((rows.data * np.repeat(share, np.diff(rows.indptr)), rows.indices, rows.indptr), rows.shape)


def _heard(rows: csr_array, said: Said) -> Floats:
    columns = rows.tocsc()
    heard: Floats = sum(columns[:, part] @ numbers for part, numbers in said)
    return heard


def _chunks(size: int) -> Iterator[slice]:
    return (slice(low, min(low + _ROWS, size)) for low in range(0, size, _ROWS))
