"""A multinomial logistic regression over phrasings, trained through their likeness to one another.

There are far fewer phrasings than units (stems, letter runs), so it is solved in its dual form: what is learned is
how much each phrasing speaks for each class, and a unit's weights are the sum of what its phrasings say.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np
from scipy.sparse import csr_array

from botox_faq.matching.likeness import Floats, Ints, Questions, Said, Speaks

RIDGE = 0.05
"""Strength of the pull towards zero; between 0.02 and 0.2 the public sets differ by a point."""
CONSTANT = 0.1
"""Likeness that any two phrasings have: it lets a class have a bias."""
_SMOOTHING = 0.1
_RANK = 32
_CURVATURE = 0.07
"""Bolder than the safe bound of 1/2 (Böhning 1992), for five times fewer steps; doubled whenever the loss rises."""
_CELLS = 1 << 18
"""Numbers worked on together, 1 MB: large contents leave no room for copies of everything."""
_CLASSES = 160


def fit(asked: Questions, labels: Ints, speaks: Floats, steps: int) -> Floats:
    """How much each of the questions `asked` speaks for each class: rows by classes. Starts from `speaks`, overwritten.

    Newton's method with a fixed curvature, its inverse known exactly along the 32 strongest directions and roughly
    along the rest (Frangella, Tropp and Udell 2023), quickened after Nesterov. A class counts by the root of its size.
    """
    rows, classes = speaks.shape
    sizes = np.bincount(labels, minlength=classes)
    root = ((rows / classes / np.maximum(sizes, 1)) ** 0.25)[labels].astype(np.float32)[:, None]

    def curved(dense: Floats, out: Floats) -> Floats:
        for low in range(0, dense.shape[1], _CLASSES):
            weighed = root * dense[:, low : low + _CLASSES]
            heard = asked.alike(weighed) + np.float32(CONSTANT) * weighed.sum(axis=0)
            np.multiply(root, heard, out=out[:, low : low + _CLASSES])
        return out

    strengths, directions = _strongest(lambda dense: curved(dense, np.empty_like(dense)), rows)
    speaks /= root
    ahead, slope = speaks.copy(), np.empty_like(speaks)
    curvature, momentum, least = _CURVATURE, 1.0, math.inf
    for _ in range(steps):
        loss = _slope(curved(ahead, slope), ahead, root, labels)
        if loss > least * (1 + 1e-5):
            curvature, momentum, least = curvature * 2, 1.0, math.inf
            ahead[:] = speaks
            continue
        least = loss
        rest = np.float32(1 / (curvature * strengths[-1] + RIDGE))
        gain = (1 / (curvature * strengths + RIDGE)).astype(np.float32)[:, None] - rest
        along = gain * (directions.T @ slope)
        following = (1 + math.sqrt(1 + 4 * momentum * momentum)) / 2
        share, momentum = np.float32((momentum - 1) / following), following
        for part in chunks(rows, classes):
            reached = ahead[part] - rest * slope[part] - directions[part] @ along
            ahead[part] = reached + share * (reached - speaks[part])
            speaks[part] = reached
    speaks *= root
    return speaks


def _slope(curved: Floats, ahead: Floats, root: Floats, labels: Ints) -> float:
    """The loss at `ahead`; `curved`, which is `ahead` times the likeness, is overwritten with the slope there."""
    loss = 0.0
    for part in chunks(*ahead.shape):
        place = np.arange(part.stop - part.start), labels[part]
        loss += RIDGE / 2 * float(np.vdot(ahead[part], curved[part]))
        chances = curved[part] / root[part]
        chances -= chances.max(axis=1, keepdims=True)
        np.exp(chances, out=chances)
        chances /= chances.sum(axis=1, keepdims=True)
        loss -= float(np.vdot(root[part] ** 2, np.log(np.maximum(chances[place], 1e-30))))
        chances[place] -= 1
        curved[part] = root[part] * chances + np.float32(RIDGE) * ahead[part]
    return loss


def said(units: csr_array, speaks: Speaks, member: csr_array) -> Said:
    """What units say for each class, some units at a time, where `speaks` is what those who have a unit learned to say.

    To that comes what complement naive Bayes says (Rennie and others 2003) of `member`, to which class they belong: it
    weighs a unit by how seldom the other classes have it. It steadies classes with few or noisy phrasings (HINT3
    sofmattress: 2 points).
    """
    sums = units @ member
    # Alone, and among thousands of classes, it says so little that the rounding of scores would swallow it.
    weight = np.float32(1 if isinstance(speaks, np.ndarray) else max(1, sums.shape[1] / 100))
    every = sums.sum(axis=1)[:, None]
    share = 100 / np.maximum(every.sum() - sums.sum(axis=0), 1e-6)
    for part in chunks(*sums.shape):
        against = -np.log((every[part] - sums[part].toarray()) * share + np.float32(_SMOOTHING))
        against -= against.mean(axis=1, keepdims=True)
        yield part, np.asarray(units[part] @ speaks + weight * against, np.float32)


def chunks(rows: int, width: int) -> Iterator[slice]:
    """All rows of a matrix, some at a time."""
    several = max(1, _CELLS // max(1, width))
    return (slice(low, min(low + several, rows)) for low in range(0, rows, several))


def _strongest(times: Callable[[Floats], Floats], size: int) -> tuple[Floats, Floats]:
    """The strongest eigenvalues of a symmetric matrix, strongest first, and their directions."""
    rank = min(_RANK, size)
    start = np.random.default_rng(0).standard_normal((size, min(size, rank + 10))).astype(np.float32)
    basis = np.linalg.qr(times(start))[0]
    basis = np.linalg.qr(times(basis))[0]
    values, vectors = np.linalg.eigh(basis.T @ times(basis))
    return values[::-1][:rank], (basis @ vectors)[:, ::-1][:, :rank]
