"""A question in, a verdict out."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from botox_faq.matching.cutting import cut, plain
from botox_faq.matching.deciding import UNWANTED, Evidence, decided
from botox_faq.matching.english import telling
from botox_faq.matching.features import word_units, written_out
from botox_faq.matching.following import follows_up, goes_on, read_together, says_too_little
from botox_faq.matching.index import chances_of
from botox_faq.matching.scoring import Scorer
from botox_faq.matching.signals import confidence, covered, familiarity, signals
from botox_faq.matching.spelling import Lexicon, Reader, shorthand_of
from botox_faq.matching.splitting import without_courtesy
from botox_faq.matching.trained import Phrased, Trained, one_thread, packed, unpacked
from botox_faq.matching.verdict import Explanation, Match, Part, Verdict
from botox_faq.matching.words import Words

_KEPT = 5
_LEAST_SUGGESTED = 0.02
_MOST_EXPLAINED = 60
_COMPLETIONS = 3
_NEVER = -30.0
_SMALL_TALK = "smalltalk"
_NOES = frozenset({"not", "never"})
_WISHES = frozenset(
    {"want", "need", "wish", "like", "going", "go", "book", "have", "get", "interested", "plan", "ready"}
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A question as it is compared: its words, their stems, a logit for every class, the entry it is exactly,
    and how many of the words are guesses."""

    read: tuple[str, ...]
    stems: list[str]
    scores: list[float]
    exact: int | None
    guessed: int


class Matcher:
    """Finds the entry that a question means."""

    def __init__(self, entries: Sequence[Phrased], vocabulary: Lexicon, negatives: Sequence[str] = ()) -> None:
        one_thread()
        # Training needs numpy and scipy (150 ms to import); a matcher from a cache does not.
        from botox_faq.matching.learning import learned

        self._set_up(learned(entries, vocabulary, negatives), vocabulary)

    @classmethod
    def from_bytes(cls, data: bytes | memoryview, entries: Sequence[Phrased], vocabulary: Lexicon) -> Matcher:
        """What `to_bytes` kept. ValueError when it is broken, of another method, or not of these entries."""
        matcher = cls.__new__(cls)
        trained = unpacked(data)
        if trained.ids != [entry.id for entry in entries]:
            raise ValueError("trained on other entries")
        matcher._set_up(trained, vocabulary)
        return matcher

    def to_bytes(self) -> bytes:
        """What was trained, to be kept and given to `from_bytes`."""
        return packed(self._trained)

    def _set_up(self, trained: Trained, vocabulary: Lexicon) -> None:
        self._trained = trained
        self._place = {entry: place for place, entry in enumerate(trained.ids)}
        self._shorthand = shorthand_of(vocabulary)
        self._medicine = frozenset(vocabulary.medicine)
        self._used = dict(zip(trained.known, trained.known_counts, strict=True))
        self._in_order = sorted(trained.known)
        self._negatives = frozenset(trained.negatives)
        self._elsewhere = frozenset(trained.elsewhere)
        self._lengths: dict[int, float] = {}
        self._topic_units: dict[str, frozenset[int]] = {}
        self._exact: dict[str, int] = {}
        for phrasing, entry in zip(trained.phrasings, trained.phrasing_entries, strict=True):
            self._exact.setdefault(phrasing, entry)
        self._scorer = Scorer(trained)
        self._rarest = max(trained.words.idf, default=1.0)
        self._of_entry: list[list[int]] = [[] for _ in trained.ids]
        for place, entry in enumerate(trained.phrasing_entries):
            self._of_entry[entry].append(place)
        self._of_topic: dict[str, list[int]] = {}
        for entry, topic in enumerate(trained.topics):
            self._of_topic.setdefault(topic, []).append(entry)

    @property
    def known(self) -> list[str]:
        """The words of the phrasings, each as often as it stands there: what a `Reader` repairs towards."""
        words = zip(self._trained.known, self._trained.known_counts, strict=True)
        return [word for word, times in words for _ in range(times)]

    def match(self, words: Words, after: str | None = None) -> Verdict:
        """Decide which entry `words` mean; `after` is the id of the entry last answered.

        A short follow-up is read together with that entry's question, and never answered with the same entry.
        """
        read = [word.read for word in words.words]
        guessed = sum(word.guessed for word in words.words)
        alone = self._judged(self._found(read, guessed))
        if alone.rule == "exact":
            return alone
        if " ".join(plain(word.typed) for word in words.words) in self._negatives:
            # As it was typed, too: repair knows the words of the phrasings, and bends "sushi" to "such".
            return replace(alone, decision="unknown", rule=UNWANTED)
        if after in self._place and follows_up(read):
            before = self._place[after]
            together = read_together(read, self._trained.phrasings[self._of_entry[before][0]].split())
            verdict = self._judged(self._found(together, guessed), besides=before)
            surer = (
                not goes_on(read) and alone.decision == "answer" and alone.matches[0].score >= verdict.matches[0].score
            )
            if verdict.decision == "answer" and says_too_little(read):
                verdict = replace(verdict, decision="choices", rule="says too little")
            if verdict.decision != "unknown" and not surer:
                return replace(verdict, rule=f"read after {after}: {verdict.rule}")
        asked = without_courtesy(read)
        return alone if len(asked) == len(read) else self._judged(self._found(asked, guessed))

    def suggest(self, text: str, limit: int = 5, reader: Reader | None = None) -> tuple[Match, ...]:
        """The entries that unfinished `text` may become, best first; its last word may be half typed.

        A `reader` mends the words before it.
        """
        words = cut(text, self._shorthand)
        begun = words.pop().read if words and text[-1:].isalnum() else ""
        finished = text[: words[-1].end] if words else ""
        read = reader.read(finished).read_as.split() if reader else [word.read for word in words]
        if not read and not begun:
            return ()
        scores = self._unfinished([*read, begun]) if begun else self._scorer.scores(self._scorer.stems(read), read)
        chances = chances_of(scores)
        matches = [Match(self._trained.ids[at], round(chances[at], 4)) for at in self._best_first(scores)[:limit]]
        return tuple(match for match in matches if match.score >= _LEAST_SUGGESTED)

    def explain(self, words: Words, after: str | None = None) -> Explanation:
        """The verdict, and what made it: each word's part in the best match, and the nearest phrasing."""
        read = [word.read for word in words.words]
        verdict = self.match(words, after)
        if not verdict.matches:
            return Explanation(words.read_as, verdict, (), "")
        best = self._place[verdict.matches[0].entry]
        score = self._scorer.scores(self._scorer.stems(read), read)[best]
        parts = []
        for at, word in enumerate(words.words[:_MOST_EXPLAINED]):
            rest = [*read[:at], *read[at + 1 :]]
            without = self._scorer.scores(self._scorer.stems(rest), rest)[best] if rest else self._trained.bias[best]
            known = self._coverage(self._found([word.read], 0))[0] == 1
            parts.append(Part(word.typed, word.read, known, round(score - without, 2)))
        return Explanation(words.read_as, verdict, tuple(parts), self._nearest(self._scorer.stems(read), [best])[1])

    def _unfinished(self, read: list[str]) -> list[float]:
        """Scores of a question whose last word is still being typed: the mean over the words it may become."""
        begun = read[-1]
        words = self._completions(begun) if len(begun) > 1 else []
        if not words:
            return self._scorer.scores(self._scorer.stems(read), read, finished=False)
        several = [self._scorer.scores(self._scorer.stems([*read[:-1], word]), [*read[:-1], word]) for word in words]
        return [round(sum(scores) / len(several), 3) for scores in zip(*several, strict=True)]

    def _completions(self, begun: str) -> list[str]:
        """The most used known words that begin so."""
        first = bisect_left(self._in_order, begun)
        found = []
        for word in islice(self._in_order, first, None):
            if not word.startswith(begun):
                break
            found.append(word)
        return sorted(found, key=lambda word: -self._used[word])[:_COMPLETIONS]

    def _found(self, read: Sequence[str], guessed: int) -> _Found:
        stems = self._scorer.stems(read)
        return _Found(tuple(read), stems, self._scorer.scores(stems, read), self._exact.get(" ".join(read)), guessed)

    def _judged(self, found: _Found, besides: int | None = None) -> Verdict:
        """The verdict on what was found; the entry `besides` is left out."""
        if not found.read:
            return Verdict("unknown", rule="empty")
        trained, scores = self._trained, list(found.scores)
        if besides is not None:
            scores[besides] = _NEVER
        order = [entry for entry in self._best_first(scores) if entry != besides]
        if not order:
            return Verdict("unknown", rule="nothing to choose from")
        exact = found.exact is not None and besides is None
        if found.exact is not None and exact:
            order.remove(found.exact)
            order.insert(0, found.exact)
        best = order[0]
        chances = chances_of(scores)
        topic = self._of_topic[trained.topics[best]]
        coverage, own = self._coverage(found, trained.topics[best])
        chance, nearest = sum(chances[entry] for entry in topic), self._nearest(found.stems, topic)[0]
        values = signals(chance, scores[best], coverage, nearest, own)
        sure = 1.0 if exact else confidence(trained.calibration.weights, values)
        evidence = Evidence(
            exact=exact,
            sure=sure,
            familiar=familiarity(values),
            coverage=coverage,
            named=not self._medicine.isdisjoint(found.read),
            unwanted=besides is None and self._unwanted(found, chances, chance),
            declined=self._declined(found.read, best),
            small_talk=trained.topics[best] == _SMALL_TALK,
            bare=says_too_little(found.read),
        )
        decision, rule = decided(evidence, trained.calibration)
        share = sure / max(chances[best], 1e-9)
        matches = [Match(trained.ids[best], sure)]
        matches += (Match(trained.ids[one], round(min(sure, share * chances[one]), 4)) for one in order[1:_KEPT])
        return Verdict(decision, tuple(matches), coverage, trained.calibration.answer, rule, evidence.familiar)

    def _unwanted(self, found: _Found, chances: Sequence[float], chance: float) -> bool:
        """Whether a question is a negative, or more likely one of them than of its best match's topic."""
        if " ".join(found.read) in self._negatives:
            return True
        return len(chances) > len(self._trained.ids) and chances[-1] > chance

    def _best_first(self, scores: Sequence[float]) -> list[int]:
        """Entries by score, in a tie by the order of the file."""
        return sorted(range(len(self._trained.ids)), key=lambda entry: (-scores[entry], entry))

    def _declined(self, read: Sequence[str], best: int) -> bool:
        """Whether the question says "not want", "not book" and the like, and no phrasing of the entry does."""
        said = written_out(read)
        pairs = [f"not {then}" for no, then in pairwise(said) if no in _NOES and then in _WISHES]
        if not pairs:
            return False
        phrasings = (self._trained.phrasings[place] for place in self._of_entry[best])
        return not any(pair in " ".join(written_out(one.split())) for one in phrasings for pair in pairs)

    def _coverage(self, found: _Found, topic: str = "") -> tuple[float, float]:
        """The share of a question's weight that the phrasings know, and the share that those of `topic` know.

        Each guess counts as one more unknown word.
        """
        words = {self._scorer.stem(word): word for word in written_out(found.read)}
        rows = {stem: self._scorer.words.place.get(stem) for stem in found.stems}
        known = {stem: row for stem, row in rows.items() if row is not None and row not in self._elsewhere}
        unknown = [telling(words.get(stem, stem)) for stem in found.stems if stem not in known] + [1.0] * found.guessed
        coverage = covered(
            [self._scorer.words.idf[known[stem]] for stem in found.stems if stem in known], unknown, self._rarest
        )
        units = self._units_of(topic)
        own = sum(self._scorer.words.idf[row] for row in known.values() if row in units)
        every = sum(self._scorer.words.idf[row] for row in known.values())
        return coverage, round(coverage * own / every, 4) if every else 0.0

    def _units_of(self, topic: str) -> frozenset[int]:
        """The word units of a topic's phrasings."""
        if topic not in self._topic_units:
            places = (place for entry in self._of_topic.get(topic, ()) for place in self._of_entry[entry])
            self._topic_units[topic] = frozenset(unit for at in places for unit in self._trained.phrasing_units[at])
        return self._topic_units[topic]

    def _nearest(self, stems: Sequence[str], entries: Sequence[int]) -> tuple[float, str]:
        """How alike the words of the nearest phrasing of `entries` are (0 to 1), and the phrasing."""
        rows = Counter(self._scorer.words.place[unit] for unit in word_units(stems) if unit in self._scorer.words.place)
        weight = {row: times * self._scorer.words.idf[row] for row, times in rows.items()}
        own = math.sqrt(sum(one * one for one in weight.values()))
        best = (0.0, "")
        for entry in entries:
            for place in self._of_entry[entry]:
                units = self._trained.phrasing_units[place]
                shared = sum(weight[unit] * self._scorer.words.idf[unit] for unit in units if unit in weight)
                if shared:
                    alike = shared / (own * self._length(place))
                    if alike > best[0]:
                        best = (alike, self._trained.phrasings[place])
        return round(min(best[0], 1.0), 4), best[1]

    def _length(self, place: int) -> float:
        """The length of a phrasing as a row of word units."""
        if place not in self._lengths:
            squares = (self._scorer.words.idf[unit] ** 2 for unit in self._trained.phrasing_units[place])
            self._lengths[place] = math.sqrt(sum(squares))
        return self._lengths[place]
