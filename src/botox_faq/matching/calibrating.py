"""Confidence learned from phrasings that were held out, and the lines drawn on it for this content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from botox_faq.matching.signals import confidence, familiarity
from botox_faq.matching.trained import Calibration

MOST_WRONG = 0.09
"""Share of held-out questions that may be answered wrongly."""
_KEPT = 0.97
_PULL = 1.0


@dataclass(frozen=True, slots=True)
class Trial:
    """A question whose answer is known, asked of a matcher that never saw it.

    `right`: the best match is the one meant; `offered`: one of the first three is; `stranger`: none should be.
    """

    signals: tuple[float, ...]
    right: bool
    offered: bool
    stranger: bool


def calibrated(trials: Sequence[Trial]) -> Calibration:
    """Weights and lines from questions that were held out."""
    if not trials:
        return Calibration([-3.0, 2.0, 1.0, 1.0, 1.0, 1.0], 0.5, 3.0)
    weights = _logistic(
        np.array([trial.signals for trial in trials], np.float64),
        np.array([trial.right for trial in trials], np.float64),
    )
    sure = [confidence(weights, trial.signals) for trial in trials]
    answer = _line(sure, trials)
    kept = sorted(familiarity(trial.signals) for trial in trials if trial.offered)
    familiar = kept[int(len(kept) * (1 - _KEPT))] if kept else 0.0
    return Calibration(weights, answer, familiar)


def _logistic(x: NDArray[np.float64], y: NDArray[np.float64]) -> list[float]:
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - y) + _PULL * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + _PULL * np.eye(x.shape[1])
        weights = weights - np.linalg.solve(curve, slope)
    return [round(float(weight), 4) for weight in weights]


def _line(sure: Sequence[float], trials: Sequence[Trial]) -> float:
    """The lowest confidence from which at most `MOST_WRONG` of the held-out questions are answered wrongly."""
    asked = [(score, trial.right) for score, trial in zip(sure, trials, strict=True) if not trial.stranger]
    wrong, line = 0, 1.0
    for score, right in sorted(asked, key=lambda one: -one[0]):
        wrong += not right
        if wrong > MOST_WRONG * len(asked):
            break
        line = score
    return line
