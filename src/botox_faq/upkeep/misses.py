"""Questions that visitors wanted the clinic to know of: like ones together, so that the most wanted come first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from botox_faq.content import Vocabulary
from botox_faq.matching.cutting import cut
from botox_faq.matching.stemming import stemmed
from botox_faq.store.tallies import Told

KEPT = timedelta(days=90)
"""How long the words of a question are kept."""
LIKE = 0.5
"""Share of two questions' stems that they must have in common to be taken together."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Like questions, the first told first; `number` is the first one's and names them all."""

    told: tuple[Told, ...]

    @property
    def number(self) -> int:
        """What to call it by: `botox-faq misses promote NUMBER`."""
        return self.told[0].id

    @property
    def questions(self) -> tuple[str, ...]:
        """The different wordings, in the order in which they were told."""
        return tuple(dict.fromkeys(one.text for one in self.told))

    @property
    def nearest(self) -> Told:
        """The one that came nearest to an entry."""
        return max(self.told, key=lambda one: one.score)


def grouped(told: Iterable[Told], vocabulary: Vocabulary) -> list[Miss]:
    """Take like questions together; the most often told first."""
    groups: list[tuple[frozenset[str], list[Told]]] = []
    for one in told:
        stems = _stems(one.text, vocabulary)
        fitting = next((members for leader, members in groups if _alike(stems, leader) >= LIKE), None)
        if fitting is None:
            groups.append((stems, [one]))
        else:
            fitting.append(one)
    return sorted((Miss(tuple(members)) for _, members in groups), key=lambda one: (-len(one.told), one.number))


def too_old(told: Iterable[Told], today: date) -> list[int]:
    """The ids of questions that have been kept long enough."""
    return [one.id for one in told if one.day <= today - KEPT]


def _stems(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(stemmed(word.read) for word in cut(text, vocabulary.shorthand))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0
