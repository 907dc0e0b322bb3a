"""What matching decided, with everything that explains it."""

from dataclasses import dataclass
from typing import Literal

Decision = Literal["answer", "choices", "unknown"]


@dataclass(frozen=True, slots=True)
class Match:
    """An entry with its score for one question: 0 (nothing in common) to 1 (as sure as it gets)."""

    entry: str
    score: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """answer: `matches[0]` is meant; choices: one of the first three may be; unknown: none is.

    `matches` are the best five, best first, ties in the order of the file. `coverage` is the share (0 to 1) of
    the question's weight that the phrasings know. `threshold` is the score from which a match is an answer.
    `rule` names the rule that decided, for `--explain`. `familiarity` says how much the question is like the phrasings
    at all, whichever it means (about 0 to 13): what tells questions that the content answers from others.
    """

    decision: Decision
    matches: tuple[Match, ...] = ()
    coverage: float = 0.0
    threshold: float = 0.0
    rule: str = ""
    familiarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """One word's part in the best match.

    `typed` and `read` as in `Word`; `known`: a phrasing has it; `weight`: how much the best match's score (a logit)
    would fall without it.
    """

    typed: str
    read: str
    known: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a verdict is what it is, for a content owner; `nearest` is the best match's most similar phrasing."""

    read_as: str
    verdict: Verdict
    parts: tuple[Part, ...]
    nearest: str
