"""What tells how sure a match is, and the confidence made of it."""

from __future__ import annotations

import math
from collections.abc import Sequence


def signals(chance: float, strength: float, coverage: float, nearest: float, own: float) -> tuple[float, ...]:
    """The signals of one match, each of the order of 1.

    `chance`: probability of the best match's topic; `strength`: score of the best match (a logit); `coverage`:
    share of the question's weight that the phrasings know; `nearest`: likeness (0 to 1) of its nearest phrasing; `own`:
    share of the weight that the topic's own phrasings know ("what age can you start drawing a pension" is like
    questions about age, but for a word of another topic).
    """
    kept = min(max(chance, 1e-4), 1 - 1e-4)
    return (1.0, math.log(kept / (1 - kept)) / 4, min(max(strength, -2.0), 8.0) / 4, coverage, nearest, own)


def confidence(weights: Sequence[float], values: Sequence[float]) -> float:
    """0 to 1, rounded so that machines that differ in the last bit decide alike."""
    total = sum(weight * value for weight, value in zip(weights, values, strict=True))
    return round(1 / (1 + math.exp(-min(max(total, -30.0), 30.0))), 4)


def familiarity(values: Sequence[float]) -> float:
    """How much a question with these signals is like the phrasings at all, whichever it means.

    Strength counts once, coverage three times, the nearest phrasing twice: learned weights, trained to tell right
    from wrong, lean on the lead, which says little about a question from elsewhere (4 points of AUROC on HINT3).
    """
    _, _, strength, coverage, nearest, _ = values
    return round(strength * 4 + 3 * coverage + 2 * nearest, 3)


def covered(known: Sequence[float], unknown: Sequence[float], rarest: float) -> float:
    """The share of a question's weight that is known.

    `known` are the weights of the known words; `unknown` says how telling each other word is: 1 weighs as much as the
    `rarest` known one.
    """
    weight = sum(known)
    every = weight + rarest * sum(unknown)
    return round(weight / every, 4) if every else 0.0
