"""Which of a few kinds a message is most like, learned from examples of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from botox_faq.matching.index import chances_of
from botox_faq.matching.scoring import Scorer
from botox_faq.matching.spelling import Lexicon
from botox_faq.matching.trained import Askable, Trained, one_thread, packed, unpacked
from botox_faq.matching.words import Words

MOST_UNITS = 12_000
"""Of stems and pairs, and of letter runs: four times as many make no difference but to the time that loading takes."""


class Classifier:
    """A matcher without its memory of each phrasing: it tells kinds apart and answers nothing."""

    def __init__(self, kinds: Mapping[str, Sequence[str]], others: Sequence[str], vocabulary: Lexicon) -> None:
        """`kinds` are the examples of each kind, at least one; `others` are of none of them."""
        one_thread()
        from botox_faq.matching.learning import learned

        entries = [Askable(kind, kind, texts[0], tuple(texts)) for kind, texts in kinds.items()]
        trained = learned(entries, vocabulary, others, judge=False, most_units=MOST_UNITS)
        kept = ("ids", "topics", "classes", "synonyms", "scale", "bias", "words", "letters")
        self._set_up(Trained(**{name: getattr(trained, name) for name in kept}))

    @classmethod
    def from_bytes(cls, data: bytes | memoryview) -> Classifier:
        """What `to_bytes` kept. ValueError when it is broken or of another method."""
        classifier = cls.__new__(cls)
        classifier._set_up(unpacked(data))
        return classifier

    def to_bytes(self) -> bytes:
        """What was learned, to be kept and given to `from_bytes`."""
        return packed(self._trained)

    def _set_up(self, trained: Trained) -> None:
        self._trained = trained
        self._scorer = Scorer(trained)

    def chances(self, words: Words) -> dict[str, float]:
        """How likely it is that a message is of each kind; what is left to 1 is for none of them.

        A word that spelling repair had to guess says nothing.
        """
        read = _sure(words)
        chances = chances_of(self._scorer.scores(self._scorer.stems(read), read))
        return dict(zip(self._trained.ids, chances, strict=False))

    def knows(self, words: Words) -> float:
        """The share of a message's words that the examples know, 0 to 1; 0 without words. Guesses are unknown."""
        stems = self._scorer.stems(_sure(words))
        known = sum(stem in self._scorer.words.place for stem in stems)
        guessed = len(words.words) - len(_sure(words))
        return known / (len(stems) + guessed) if known else 0.0

    def parts(self, words: Words, kind: str) -> list[tuple[str, float]]:
        """How much each word of a message speaks for a kind, the strongest first: what is missing without it."""
        place = self._trained.ids.index(kind)
        read = _sure(words)
        whole = self._score(read, place)
        parts = [
            (word, round(whole - self._score([*read[:at], *read[at + 1 :]], place), 2)) for at, word in enumerate(read)
        ]
        return sorted(parts, key=lambda part: -part[1])

    def _score(self, read: Sequence[str], place: int) -> float:
        return self._scorer.scores(self._scorer.stems(read), read)[place]


def _sure(words: Words) -> list[str]:
    return [word.read for word in words.words if not word.guessed]
