"""A multinomial logistic regression over phrasings, trained through their likeness to one another.

There are far fewer phrasings than units (stems, letter runs), so it is solved in its dual form: what is learned is
how much each phrasing speaks for each class, and a unit's weights are the sum of what its phrasings say.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from botox_faq.matching.lanes import BIAS as LANE_BIAS
from botox_faq.matching.sparse import Floats, Ints

RIDGE = 0.05
"""Strength of the pull towards zero; between 0.02 and 0.2 the public sets differ by a point."""
CONSTANT = 0.1
"""Likeness that any two phrasings have: it lets a class have a bias."""
_SMOOTHING = 0.1
_RANK = 64
_CURVATURE = 0.1
"""Bolder than the safe bound of 1/2 (Böhning 1992), for five times fewer steps; doubled whenever the loss rises."""


def fit(
    times: Callable[[Floats], Floats], labels: Ints, classes: int, steps: int, start: Floats | None = None
) -> Floats:
    """How much each row speaks for each class: rows by classes. `times` multiplies by how alike the rows are.

    Newton's method with a fixed curvature, its inverse known exactly along the 64 strongest directions and roughly
    along the rest (Frangella, Tropp and Udell 2023), quickened after Nesterov. A class counts by the root of its size.
    """
    rows = len(labels)
    sizes = np.bincount(labels, minlength=classes)
    root = ((rows / classes / np.maximum(sizes, 1)) ** 0.25)[labels].astype(np.float32)[:, None]

    def curved(dense: Floats) -> Floats:
        weighed = root * dense
        product: Floats = root * (times(weighed) + np.float32(CONSTANT) * weighed.sum(axis=0))
        return product

    strengths, directions = _strongest(curved, rows)
    wanted = np.zeros((rows, classes), np.float32)
    wanted[np.arange(rows), labels] = 1
    speaks = np.zeros((rows, classes), np.float32) if start is None else start / root
    scores = speaks if start is None else curved(speaks) / root
    before, scores_before = speaks, scores
    curvature, momentum, least = _CURVATURE, 1.0, math.inf
    for _ in range(steps):
        following = (1 + math.sqrt(1 + 4 * momentum * momentum)) / 2
        share, momentum = np.float32((momentum - 1) / following), following
        ahead, ahead_scores = speaks + share * (speaks - before), scores + share * (scores - scores_before)
        chances = np.exp(ahead_scores - ahead_scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        hits = np.log(np.maximum(chances[np.arange(rows), labels], 1e-30))
        loss = float(RIDGE / 2 * np.sum(ahead * ahead_scores * root) - np.sum(root[:, 0] ** 2 * hits))
        if loss > least * (1 + 1e-5):
            curvature, momentum, least = curvature * 2, 1.0, math.inf
            speaks, scores = before, scores_before
            continue
        least = loss
        rest = np.float32(1 / (curvature * strengths[-1] + RIDGE))
        gain = (1 / (curvature * strengths + RIDGE)).astype(np.float32)[:, None] - rest
        slope = root * (chances - wanted) + np.float32(RIDGE) * ahead
        change = -(rest * slope + directions @ (gain * (directions.T @ slope)))
        before, scores_before = speaks, scores
        speaks, scores = ahead + change, ahead_scores + curved(change) / root
    return np.asarray(speaks * root, np.float32)


def against_the_rest(sums: Floats) -> Floats:
    """What units say after complement naive Bayes (Rennie and others 2003), from each unit's sum in each class.

    It weighs a unit by how seldom the other classes have it. Added to what the regression learned, it steadies classes
    with few or noisy phrasings (HINT3 sofmattress: 2 points).
    """
    others = sums.sum(axis=1, keepdims=True) - sums
    others = others * (100 / np.maximum(others.sum(axis=0), 1e-6)) + np.float32(_SMOOTHING)
    said = -np.log(others / others.sum(axis=0))
    return np.asarray(said - said.mean(axis=1, keepdims=True), np.float32)


def _strongest(times: Callable[[Floats], Floats], size: int) -> tuple[Floats, Floats]:
    """The strongest eigenvalues of a symmetric matrix, strongest first, and their directions."""
    rank = min(_RANK, size)
    start = np.random.default_rng(0).standard_normal((size, min(size, rank + 10))).astype(np.float32)
    basis = np.linalg.qr(times(start))[0]
    basis = np.linalg.qr(times(basis))[0]
    values, vectors = np.linalg.eigh(basis.T @ times(basis))
    return values[::-1][:rank], (basis @ vectors)[:, ::-1][:, :rank]


def planes(numbers: Floats) -> bytes:
    """Rows of numbers within 16 bits as `lanes.Lanes` stores them."""
    stored = (np.rint(numbers).astype(np.int32) + LANE_BIAS).astype("<u2")
    return np.stack([stored & 255, stored >> 8], axis=1).astype(np.uint8).tobytes()
