"""What was learned, looked up: a question's units to a score for every class."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from botox_faq.matching.lanes import Lanes
from botox_faq.matching.trained import Block


class Index:
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


def chances_of(scores: Sequence[float]) -> list[float]:
    """Logits as probabilities."""
    top = max(scores, default=0.0)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]
