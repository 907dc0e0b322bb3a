"""A question in, a verdict out."""

from __future__ import annotations

import json
import math
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Protocol

from botox_faq.matching.cutting import cut
from botox_faq.matching.features import letter_units, stems_of, word_units
from botox_faq.matching.lanes import Lanes
from botox_faq.matching.spelling import Lexicon
from botox_faq.matching.verdict import Match, Verdict
from botox_faq.matching.words import Words

METHOD = "1"
"""Changes with anything that changes what is trained: part of a cache's name."""


class Phrased(Protocol):
    """What matching needs of an entry (content.model.Entry has it)."""

    @property
    def id(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def phrasings(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a verdict is what it is, for a content owner."""

    words: tuple[tuple[str, float], ...]
    verdict: Verdict
    read_as: str


@lru_cache(maxsize=1)
def _snowball() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


class Matcher:
    """Finds the entry that a question means."""

    def __init__(
        self, entries: Sequence[Phrased], vocabulary: Lexicon, negatives: Sequence[str] = ()
    ) -> None:
        self._set_up(entries, vocabulary, _trained(entries, vocabulary, negatives))

    @classmethod
    def from_bytes(cls, data: bytes, entries: Sequence[Phrased], vocabulary: Lexicon) -> Matcher:
        """What `to_bytes` kept. ValueError when it is broken, of another method, or not of these entries."""
        matcher = cls.__new__(cls)
        try:
            matcher._set_up(entries, vocabulary, _unpacked(data))
        except (KeyError, IndexError, TypeError, UnicodeDecodeError) as error:
            raise ValueError("not a trained matcher") from error
        if matcher._ids != [entry.id for entry in entries]:
            raise ValueError("trained on other entries")
        return matcher

    def to_bytes(self) -> bytes:
        """What was trained, to be kept and given to `from_bytes`."""
        return _packed(self._state)

    def _set_up(self, entries: Sequence[Phrased], vocabulary: Lexicon, state: dict[str, Any]) -> None:
        self._state = state
        self._entries = entries
        self._shorthand = vocabulary.shorthand
        self._ids: list[str] = state["ids"]
        self.known: dict[str, int] = dict(zip(state["known"].split("\n"), state["known_counts"], strict=True))
        self._stem_of = dict(zip(self.known, state["stems"].split("\n"), strict=True))
        self._synonyms = {tuple(group.split()): meant for group, meant in state["synonyms"]}
        self._exact = dict(zip(state["exact"].split("\n"), state["exact_entries"], strict=True))
        self._units = [
            {unit: at for at, unit in enumerate(state[block].split("\n"))} for block in ("words", "letters")
        ]
        self._idf = [state["words_idf"], state["letters_idf"]]
        self._lanes = [Lanes(len(self._ids), state[f"{block}_planes"]) for block in ("words", "letters")]
        self._scale: float = state["scale"]
        self._bias: list[float] = state["bias"]

    def _stem(self, word: str) -> str:
        stem = self._stem_of.get(word)
        if stem is None:
            stem = self._stem_of[word] = str(_snowball().stemWord(word)) if word.isascii() else word
        return stem

    def match(self, words: Words, after: str | None = None) -> Verdict:
        """Decide which entry `words` mean; `after` is the id of the entry last answered."""
        read = [word.read for word in words.words]
        if not read:
            return Verdict("unknown", rule="empty")
        exact = self._exact.get(" ".join(read))
        chances = self._chances(self._scores(read))
        coverage = self._coverage(read)
        if exact is not None:
            chances[exact] = 1.0
        best = sorted(range(len(chances)), key=lambda at: (-chances[at], at))[:5]
        matches = tuple(Match(self._ids[at], chances[at]) for at in best)
        if exact is not None:
            return Verdict("answer", matches, 1.0, 0.5, "exact")
        sure = matches[0].score * coverage
        if sure >= 0.45:
            return Verdict("answer", matches, coverage, 0.45, "sure")
        if sure >= 0.15:
            return Verdict("choices", matches, coverage, 0.45, "close")
        return Verdict("unknown", matches, coverage, 0.45, "nothing near")

    def suggest(self, text: str, limit: int = 5) -> tuple[Match, ...]:
        """The entries that unfinished `text` may become, best first."""
        read = [word.read for word in cut(text, self._shorthand)]
        if not read:
            return ()
        scores = self._scores(read, finished=text[-1:].isspace())
        chances = self._chances(scores)
        best = sorted(range(len(chances)), key=lambda at: (-chances[at], at))[:limit]
        return tuple(Match(self._ids[at], chances[at]) for at in best if chances[at] > 0.02)

    def explain(self, words: Words, after: str | None = None) -> Explanation:
        """The verdict with what each word contributed to its best match."""
        return Explanation((), self.match(words, after), words.read_as)

    def _scores(self, read: Sequence[str], finished: bool = True) -> list[float]:
        stems = stems_of(read, self._stem, self._synonyms)
        letters = [unit for word in read[:-1] for unit in letter_units(word)]
        letters += letter_units(read[-1], finished)
        scores = list(self._bias)
        for units, idf, lanes, found in zip(
            self._units, self._idf, self._lanes, (word_units(stems), letters), strict=True
        ):
            rows = Counter(units[unit] for unit in found if unit in units)
            length = math.sqrt(sum((times * idf[row]) ** 2 for row, times in rows.items()))
            if rows:
                share = self._scale / length
                scores = [a + b * share for a, b in zip(scores, lanes.total(rows), strict=True)]
        return scores

    def _chances(self, scores: list[float]) -> list[float]:
        top = max(scores, default=0.0)
        shares = [math.exp(score - top) for score in scores]
        total = sum(shares)
        return [round(share / total, 6) for share in shares]

    def _coverage(self, read: Sequence[str]) -> float:
        units, idf = self._units[0], self._idf[0]
        rarest = max(idf, default=1.0)
        known = total = 0.0
        for stem in stems_of(read, self._stem, self._synonyms):
            row = units.get(stem)
            weight = rarest if row is None else idf[row]
            total += weight
            known += 0.0 if row is None else weight
        return round(known / total, 6) if total else 0.0


def _trained(entries: Sequence[Phrased], vocabulary: Lexicon, negatives: Sequence[str]) -> dict[str, Any]:
    from botox_faq.matching import training

    snowball = _snowball()
    read: list[list[str]] = []
    labels: list[int] = []
    exact: dict[str, int] = {}
    for at, entry in enumerate(entries):
        for phrasing in dict.fromkeys((entry.question, *entry.phrasings)):
            words = [word.read for word in cut(phrasing, vocabulary.shorthand)]
            if words and exact.setdefault(" ".join(words), at) == at:
                read.append(words)
                labels.append(at)
    known = Counter(word for words in read for word in words)
    stems = {word: str(snowball.stemWord(word)) if word.isascii() else word for word in known}

    def stem(word: str) -> str:
        return stems.get(word) or str(snowball.stemWord(word))

    synonyms: list[tuple[str, str]] = []
    for first, *others in vocabulary.synonyms:
        meant = " ".join(stem(word.read) for word in cut(first))
        synonyms += ((" ".join(stem(word.read) for word in cut(other)), meant) for other in others)
    table = {tuple(group.split()): meant for group, meant in synonyms}
    blocks = [
        training.weighed([word_units(stems_of(words, stem, table)) for words in read]),
        training.weighed([[unit for word in words for unit in letter_units(word)] for words in read]),
    ]
    gram = sum(training.likeness(x) for _, _, x in blocks)
    speaks = training.fit(gram, training.np.array(labels, dtype=training.np.int64), len(entries))
    said = [training.weights(x, speaks) * training.np.array(idf)[:, None] for _, idf, x in blocks]
    scale = max(float(abs(one).max()) for one in said) / 32767
    state: dict[str, Any] = {
        "ids": [entry.id for entry in entries],
        "known": "\n".join(known),
        "known_counts": list(known.values()),
        "stems": "\n".join(stems[word] for word in known),
        "synonyms": synonyms,
        "exact": "\n".join(exact),
        "exact_entries": list(exact.values()),
        "scale": scale,
        "bias": [float(one) for one in training.BIAS * speaks.sum(axis=0)],
    }
    for name, (units, idf, _), one in zip(("words", "letters"), blocks, said, strict=True):
        state[name] = "\n".join(units)
        state[f"{name}_idf"] = idf
        state[f"{name}_planes"] = training.planes(one / scale)
    return state


_MAGIC = b"botox-faq matcher\n"
_BINARY = ("words_planes", "letters_planes")


def _packed(state: dict[str, Any]) -> bytes:
    blobs = [bytes(state[name]) for name in _BINARY]
    rest = {name: value for name, value in state.items() if name not in _BINARY}
    head = json.dumps({"method": METHOD, "sizes": [len(blob) for blob in blobs], **rest}).encode()
    body = array("Q", [len(head)]).tobytes() + head + b"".join(blobs)
    return _MAGIC + blake2b(body, digest_size=16).digest() + body


def _unpacked(data: bytes) -> dict[str, Any]:
    digest_from = len(_MAGIC)
    body = memoryview(data)[digest_from + 16 :]
    if (
        data[:digest_from] != _MAGIC
        or blake2b(body, digest_size=16).digest() != data[digest_from : digest_from + 16]
    ):
        raise ValueError("not a trained matcher, or a broken one")
    size = int.from_bytes(body[:8], "little")
    state: dict[str, Any] = json.loads(bytes(body[8 : 8 + size]))
    if state["method"] != METHOD:
        raise ValueError("trained by another method")
    at = 8 + size
    for name, length in zip(_BINARY, state["sizes"], strict=True):
        state[name] = body[at : at + length]
        at += length
    return state
