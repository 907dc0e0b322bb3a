"""A multinomial logistic regression over phrasings, trained through their likeness to one another.

There are far fewer phrasings than units (stems, letter runs), so it is solved in its dual form: weights are sums of
phrasings, and what is learned is how much each phrasing speaks for each entry.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from botox_faq.matching.lanes import BIAS as LANE_BIAS

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

RIDGE = 0.05
"""Strength of the pull towards zero; 0.05 to 0.4 differ by a point on the public sets."""
BIAS = 0.1
STEPS = 40
_DENSE_FROM = 48


@dataclass(frozen=True, slots=True)
class Sparse:
    """A sparse matrix, its cells sorted by column, then row."""

    rows: Ints
    columns: Ints
    values: Floats
    shape: tuple[int, int]


def weighed(documents: Sequence[Sequence[str]]) -> tuple[list[str], list[float], Sparse]:
    """Units, their weights (how telling each is), and the documents as rows of unit length."""
    holding = Counter(unit for document in documents for unit in dict.fromkeys(document))
    units = list(holding)
    place = {unit: at for at, unit in enumerate(units)}
    # Rounded to 1/256, so that no machine's log makes a difference.
    idf = [round(256 * (math.log((1 + len(documents)) / (1 + holding[unit])) + 1)) / 256 for unit in units]
    cells: list[tuple[int, int, float]] = []
    for row, document in enumerate(documents):
        counts = Counter(document)
        length = math.sqrt(sum((times * idf[place[unit]]) ** 2 for unit, times in counts.items())) or 1.0
        cells += ((place[unit], row, times * idf[place[unit]] / length) for unit, times in counts.items())
    cells.sort()
    table = np.array(cells, dtype=np.float64).reshape(-1, 3)
    sparse = Sparse(
        table[:, 1].astype(np.int64), table[:, 0].astype(np.int64), table[:, 2], (len(documents), len(units))
    )
    return units, idf, sparse


def likeness(x: Sparse) -> Floats:
    """`x` times its transpose: how alike each two rows are."""
    rows, columns = x.shape
    counts = np.bincount(x.columns, minlength=columns)
    starts = np.concatenate([[0], np.cumsum(counts)])
    gram = np.zeros(rows * rows)
    for count in np.unique(counts):
        if not 0 < count < _DENSE_FROM:
            continue
        cells = starts[:-1][counts == count][:, None] + np.arange(count)
        at, value = x.rows[cells], x.values[cells]
        pairs = (at[:, :, None] * rows + at[:, None, :]).ravel()
        gram += np.bincount(pairs, (value[:, :, None] * value[:, None, :]).ravel(), minlength=rows * rows)
    gram = gram.reshape(rows, rows)
    often = np.flatnonzero(counts >= _DENSE_FROM)
    for chunk in np.array_split(often, len(often) // 1024 + 1):
        chosen = np.isin(x.columns, chunk)
        dense = np.zeros((rows, len(chunk)))
        dense[x.rows[chosen], np.searchsorted(chunk, x.columns[chosen])] = x.values[chosen]
        gram += dense @ dense.T
    return gram


def fit(gram: Floats, labels: Ints, classes: int) -> Floats:
    """How much each row speaks for each class: rows by classes.

    Newton's method with a fixed bound on the curvature (Böhning 1992), quickened after Nesterov.
    """
    gram = gram + BIAS
    wanted = np.eye(classes)[labels]
    step = np.linalg.inv(0.5 * gram + RIDGE * np.eye(len(gram)))
    speaks = before = np.zeros(wanted.shape)
    scores = scores_before = np.zeros(wanted.shape)
    momentum = 1.0
    for _ in range(STEPS):
        following = (1 + math.sqrt(1 + 4 * momentum * momentum)) / 2
        share = (momentum - 1) / following
        momentum = following
        ahead = speaks + share * (speaks - before)
        ahead_scores = scores + share * (scores - scores_before)
        chances = np.exp(ahead_scores - ahead_scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        slope = chances - wanted + RIDGE * ahead
        change = -step @ slope
        before, scores_before = speaks, scores
        speaks = ahead + change
        scores = ahead_scores - 2 * (slope + RIDGE * change)
    return speaks


def weights(x: Sparse, speaks: Floats) -> Floats:
    """What each unit (column of `x`) says for each class."""
    out = np.zeros((x.shape[1], speaks.shape[1]))
    starts = np.flatnonzero(np.concatenate([[True], x.columns[1:] != x.columns[:-1]]))
    chunk = max(1, 2_000_000 // max(1, speaks.shape[1]))
    bounds = [0]
    for start in starts:
        if start - bounds[-1] >= chunk:
            bounds.append(int(start))
    bounds.append(len(x.columns))
    for low, high in zip(bounds, bounds[1:], strict=False):
        inside = starts[(starts >= low) & (starts < high)]
        if len(inside):
            product = x.values[low:high, None] * speaks[x.rows[low:high]]
            out[x.columns[inside]] = np.add.reduceat(product, inside - low, axis=0)
    return out


def planes(numbers: Floats) -> bytes:
    """Rows of numbers within 16 bits as `lanes.Lanes` stores them."""
    stored = (np.rint(numbers).astype(np.int32) + LANE_BIAS).astype("<u2")
    return np.stack([stored & 255, stored >> 8], axis=1).astype(np.uint8).tobytes()
