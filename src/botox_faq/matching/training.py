"""A multinomial logistic regression over phrasings, trained through their likeness to one another.

There are far fewer phrasings than units (stems, letter runs), so it is solved in its dual form: what is learned is
how much each phrasing speaks for each class, and a unit's weights are the sum of what its phrasings say.
"""

from __future__ import annotations

import math
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# One thread adds up in one order, and two that wait for each other on a busy machine took ten times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from botox_faq.matching.lanes import BIAS as LANE_BIAS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

RIDGE = 0.05
"""Strength of the pull towards zero; between 0.02 and 0.2 the public sets differ by a point."""
CONSTANT = 0.1
"""Likeness that any two phrasings have: it lets a class have a bias."""
_RANK = 64
_CURVATURE = 0.1
"""The safe bound is 1/2 (Böhning 1992); a tenth takes five times fewer steps and never failed to settle here."""
_OFTEN = 40
_CHUNK = 1 << 18
_PAIRS = 1 << 22


@dataclass(frozen=True, slots=True)
class Sparse:
    """A sparse matrix as cells sorted by row; `starts` holds where each row begins, and the end."""

    starts: Ints
    columns: Ints
    values: Floats
    width: int

    def first(self, rows: int) -> Sparse:
        """The first `rows` rows."""
        cells = self.starts[rows]
        return Sparse(self.starts[: rows + 1], self.columns[:cells], self.values[:cells], self.width)

    def times(self, dense: Floats) -> Floats:
        """This matrix times `dense`."""
        out = np.zeros((len(self.starts) - 1, dense.shape[1]), np.float32)
        rows = max(1, _CHUNK * (len(self.starts) - 1) // (max(1, len(self.columns)) * max(1, dense.shape[1])))
        for low in range(0, len(out), rows):
            high = min(low + rows, len(out))
            cells = slice(self.starts[low], self.starts[high])
            filled = np.flatnonzero(self.starts[low + 1 : high + 1] > self.starts[low:high])
            if len(filled):
                product = dense[self.columns[cells]] * self.values[cells, None]
                out[low + filled] = np.add.reduceat(product, self.starts[low + filled] - self.starts[low])
        return out

    def turned(self) -> Sparse:
        """Rows for columns."""
        order = np.argsort(self.columns, kind="stable")
        rows = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        counts = np.bincount(self.columns, minlength=self.width)
        starts = np.concatenate([[0], np.cumsum(counts)])
        return Sparse(starts, rows[order], self.values[order], len(self.starts) - 1)

    def likeness(self) -> Floats:
        """This matrix times its transpose."""
        turned, rows = self.turned(), len(self.starts) - 1
        counts = np.diff(turned.starts)
        often = np.flatnonzero(counts >= _OFTEN)
        gram = np.zeros((rows, rows), np.float32)
        for chunk in np.array_split(often, len(often) // 1024 + 1):
            dense = np.zeros((rows, len(chunk)), np.float32)
            for place, column in enumerate(chunk):
                cells = slice(turned.starts[column], turned.starts[column + 1])
                dense[turned.columns[cells], place] = turned.values[cells]
            gram += dense @ dense.T
        flat = gram.reshape(-1)
        for count in range(1, _OFTEN):
            starts = turned.starts[:-1][counts == count]
            for some in np.array_split(starts, len(starts) * count * count // _PAIRS + 1):
                cells = some[:, None] + np.arange(count)
                at, value = turned.columns[cells], turned.values[cells]
                np.add.at(flat, at[:, :, None] * rows + at[:, None, :], value[:, :, None] * value[:, None, :])
        return gram


def sparse(rows: Sequence[Sequence[tuple[int, float]]], width: int) -> Sparse:
    """A sparse matrix from its rows' (column, value) cells."""
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    columns = np.array([column for row in rows for column, _ in row], np.int64)
    return Sparse(starts, columns, np.array([value for row in rows for _, value in row], np.float32), width)


def unit_length(spoken: Sparse, alike: Floats) -> tuple[Sparse, Floats]:
    """Questions as words, scaled to unit length by how alike words are, and how alike the questions are."""
    towards = spoken.times(alike)
    rows = np.repeat(np.arange(len(towards)), np.diff(spoken.starts))
    square = np.bincount(rows, towards[rows, spoken.columns] * spoken.values, minlength=len(towards))
    length = np.sqrt(np.maximum(square, 1e-12)).astype(np.float32)
    scaled = Sparse(spoken.starts, spoken.columns, spoken.values / length[rows], spoken.width)
    return scaled, scaled.times((towards / length[:, None]).T.copy())


def rarity(documents: Sequence[Sequence[str]]) -> dict[str, float]:
    """How telling each unit is: its inverse document frequency."""
    holding = Counter(unit for document in documents for unit in dict.fromkeys(document))
    # Rounded to 1/256, so that no machine's logarithm makes a difference.
    return {
        unit: round(256 * (math.log((1 + len(documents)) / (1 + count)) + 1)) / 256 for unit, count in holding.items()
    }


def weighed(document: Sequence[str], idf: dict[str, float], place: dict[str, int]) -> list[tuple[int, float]]:
    """A document's known units as (place, weight), of unit length together."""
    counts = Counter(unit for unit in document if unit in place)
    length = math.sqrt(sum((times * idf[unit]) ** 2 for unit, times in counts.items())) or 1.0
    return [(place[unit], times * idf[unit] / length) for unit, times in counts.items()]


def fit(gram: Floats, labels: Ints, classes: int, steps: int, start: Floats | None = None) -> Floats:
    """How much each row speaks for each class: rows by classes.

    Newton's method with a fixed curvature, its inverse known exactly along the 64 strongest directions and roughly
    along the rest (Frangella, Tropp and Udell 2023), quickened after Nesterov. A class counts by the root of its size.
    """
    rows = len(gram)
    sizes = np.bincount(labels, minlength=classes)
    root = ((rows / classes / np.maximum(sizes, 1)) ** 0.25)[labels].astype(np.float32)[:, None]
    curved = (gram + np.float32(CONSTANT)) * root * root.T
    strengths, directions = _strongest(curved)
    rest = np.float32(1 / (_CURVATURE * strengths[-1] + RIDGE))
    gain = (1 / (_CURVATURE * strengths + RIDGE)).astype(np.float32)[:, None] - rest
    wanted = np.zeros((rows, classes), np.float32)
    wanted[np.arange(rows), labels] = 1
    speaks = np.zeros((rows, classes), np.float32) if start is None else start / root
    scores = speaks if start is None else (curved @ speaks) / root
    before, scores_before = speaks, scores
    momentum = 1.0
    for _ in range(steps):
        following = (1 + math.sqrt(1 + 4 * momentum * momentum)) / 2
        share, momentum = np.float32((momentum - 1) / following), following
        ahead, ahead_scores = speaks + share * (speaks - before), scores + share * (scores - scores_before)
        chances = np.exp(ahead_scores - ahead_scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        slope = root * (chances - wanted) + np.float32(RIDGE) * ahead
        change = -(rest * slope + directions @ (gain * (directions.T @ slope)))
        before, scores_before = speaks, scores
        speaks, scores = ahead + change, ahead_scores + (curved @ change) / root
    return speaks * root


def _strongest(matrix: Floats) -> tuple[Floats, Floats]:
    """The strongest eigenvalues of a symmetric matrix, strongest first, and their directions."""
    rank = min(_RANK, len(matrix))
    start = np.random.default_rng(0).standard_normal((len(matrix), min(len(matrix), rank + 10)))
    basis = np.linalg.qr(matrix @ start.astype(np.float32))[0]
    basis = np.linalg.qr(matrix @ basis)[0]
    values, vectors = np.linalg.eigh(basis.T @ (matrix @ basis))
    return values[::-1][:rank], (basis @ vectors)[:, ::-1][:, :rank]


def planes(numbers: Floats) -> bytes:
    """Rows of numbers within 16 bits as `lanes.Lanes` stores them."""
    stored = (np.rint(numbers).astype(np.int32) + LANE_BIAS).astype("<u2")
    return np.stack([stored & 255, stored >> 8], axis=1).astype(np.uint8).tobytes()
