"""How a sign is meant: as something that somebody has now, or as a question, a fear, a story, an idiom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from botox_faq.content.safety_rules import Cue, Negation, Reading, SafetyRules, Sign
from botox_faq.safety.lexicon import Lexicon, Message
from botox_faq.safety.patterns import Hit, Phrases

BESIDE = 3
"""Words that may stand between a cue and the sign it is beside."""


@dataclass(frozen=True, slots=True)
class Unreal:
    """Why a sign does not count: `reading` gives what it gives; None is a plain no ("no rash")."""

    reading: Reading | None
    hit: Hit


@dataclass(frozen=True, slots=True)
class Context:
    """Everything in one message that tells how its signs are meant."""

    message: Message
    readings: Sequence[tuple[Reading, Hit]]
    cues: dict[str, list[Hit]]
    negations: Sequence[Hit]
    ends: frozenset[int]
    told: frozenset[str]
    """Cues that an earlier message of the visit gave."""


class Meaning:
    """The readings, cues and negations of the rules, ready to be looked for."""

    def __init__(self, rules: SafetyRules, lexicon: Lexicon) -> None:
        self._readings = [(reading, Phrases(reading.says, lexicon)) for reading in rules.readings]
        self._cues = [(cue, Phrases(cue.says, lexicon)) for cue in rules.cues]
        self._reach = {cue.id: cue.reach for cue in rules.cues}
        self._blockers = {cue.id: Phrases(cue.not_after, lexicon) for cue in rules.cues if cue.not_after}
        negation: Negation = rules.negation
        self._negation = Phrases(negation.says, lexicon)
        self._no_negation = Phrases(negation.not_these, lexicon)
        self._ends = Phrases(negation.ends, lexicon)
        self._words = negation.words

    def read(self, message: Message, told: frozenset[str]) -> Context:
        """Find everything that tells how the signs of a message are meant; `told` are cues from before."""
        readings = [(reading, hit) for reading, phrases in self._readings for hit in phrases.find(message)]
        cues = {cue.id: self._cue_hits(cue, phrases, message) for cue, phrases in self._cues}
        excused = frozenset(place for hit in self._no_negation.find(message) for place in hit.used)
        return Context(
            message,
            readings,
            cues,
            [hit for hit in self._negation.find(message) if not hit.used <= excused],
            frozenset(hit.start for hit in self._ends.find(message)),
            told,
        )

    def _cue_hits(self, cue: Cue, phrases: Phrases, message: Message) -> list[Hit]:
        hits = list(phrases.find(message))
        if hits and cue.id in self._blockers:
            blocked = {hit.end for hit in self._blockers[cue.id].find(message)}
            hits = [hit for hit in hits if hit.start not in blocked]
        return hits

    def unreal(self, sign: Sign, hit: Hit, context: Context) -> Unreal | None:
        """Return why `sign`, found at `hit`, is not something that somebody has now; None when it is."""
        for reading, other in context.readings:
            if reading.covers == "itself" and 2 * len(hit.used & other.used) >= len(hit.used):
                return Unreal(reading, other)
        if no := self._negated(hit, context):
            return Unreal(None, no)
        for reading, other in context.readings:
            if reading.covers == "itself" or not (sign.id in reading.about if reading.about else not sign.firm):
                continue
            if self._covers(reading, other, hit, context.message) and not self._void(reading, other, hit, context):
                return Unreal(reading, other)
        return None

    def alone(self, context: Context) -> list[Reading]:
        """The readings that give something with no sign, unless a cue that reaches the whole message voids them."""
        return [
            reading
            for reading, _ in context.readings
            if reading.alone
            and not any(context.cues[name] for name in reading.unless if self._reach[name] == "message")
        ]

    def _negated(self, hit: Hit, context: Context) -> Hit | None:
        for no in context.negations:
            if no.used & hit.used or not context.message.together(no.start, hit.start):
                continue
            if hit.start < no.start < hit.end:
                return no
            if no.end <= hit.start <= no.end + self._words and self._reaches(no.end, hit.start, context):
                return no
        return None

    @staticmethod
    def _reaches(start: int, end: int, context: Context) -> bool:
        """Whether a "no" before word `start` reaches word `end`: nothing ends it, and commas only list with "or"."""
        if context.ends.intersection(range(start, end)):
            return False
        return _continues(start, end, context.message)

    @staticmethod
    def _covers(reading: Reading, other: Hit, hit: Hit, message: Message) -> bool:
        if reading.covers == "message":
            return True
        if reading.covers == "clause":
            return not {message.clauses[place] for place in hit.used}.isdisjoint(
                message.clauses[place] for place in other.used
            )
        if not message.together(other.start, hit.start):
            return False
        if reading.covers == "sentence":
            return True
        return hit.end > other.start and hit.start >= other.start and _continues(other.end, hit.start, message)

    def _void(self, reading: Reading, other: Hit, hit: Hit, context: Context) -> bool:
        """Whether one of the cues that `reading` yields to is near enough to the sign.

        What stands beside the sign only counts after the words of a reading that covers what follows it: "i have a
        fear of choking" says that there is a fear, "i fear i have double vision" that there is double vision.
        """
        if context.told.intersection(reading.unless):
            return True
        for name in reading.unless:
            reach = self._reach[name]
            for cue in context.cues[name]:
                apart = reach != "beside" or not cue.used & other.used
                after = reach != "beside" or reading.covers != "after" or cue.start >= other.end
                if apart and after and self._near(cue, hit, reach, context.message):
                    return True
        return False

    @staticmethod
    def _near(cue: Hit, hit: Hit, reach: str, message: Message) -> bool:
        if reach == "message":
            return True
        if not message.together(cue.start, hit.start):
            return False
        return reach == "sentence" or (cue.start < hit.end and hit.start - cue.end <= BESIDE)


def _continues(start: int, end: int, message: Message) -> bool:
    """Whether what was begun before word `start` goes on at word `end`: a comma between must be that of a list."""
    commas = [place for place in range(start - 1, end) if place in message.commas]
    return not commas or bool({"or", "nor"}.intersection(message.reads[commas[0] + 1 : end + 3]))
