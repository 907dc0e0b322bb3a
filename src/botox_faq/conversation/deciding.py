"""What a message asks: an entry, choices, small talk, several questions, or nothing that the clinic wrote about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from botox_faq.content import Smalltalk
from botox_faq.matching import Verdict, Words, split

if TYPE_CHECKING:
    from botox_faq.conversation.assistant import Assistant

MOST_PARTS = 3
TIE = 0.02
"""Two scores this near are a tie."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One question's outcome: exactly one of `entry`, `smalltalk`, `choices`, `parts`, or none of them (unknown).

    `next_best` are the entries to offer when the answer was not meant; `nearest` and `score` the best match.
    """

    words: Words = field(default_factory=lambda: Words("", ()))
    entry: str | None = None
    smalltalk: Smalltalk | None = None
    choices: tuple[str, ...] = ()
    parts: tuple[Decided, ...] = ()
    next_best: tuple[str, ...] = ()
    nearest: str | None = None
    score: float = 0.0


def decide(assistant: Assistant, words: Words, after: str | None) -> Decided:
    """Read `words` as one question, or as several where each of two or more is answered by its own entry."""
    whole = _one(assistant, words, after)
    pieces = split(words)[:MOST_PARTS]
    if len(pieces) < 2:
        return whole
    parts = [_one(assistant, piece, after) for piece in pieces]
    answered = {part.entry: part for part in parts if part.entry}
    if len(answered) > 1:
        return Decided(words, parts=tuple(answered.values()), nearest=whole.nearest, score=whole.score)
    if answered and not whole.entry:
        return next(iter(answered.values()))
    return whole


def _one(assistant: Assistant, words: Words, after: str | None) -> Decided:
    verdict = assistant.matcher.match(words, after)
    ids = [match.entry for match in verdict.matches]
    entries = tuple(one for one in ids if one in assistant.entries)
    best, score = (verdict.matches[0].entry, verdict.matches[0].score) if ids else (None, 0.0)
    nearest = next(iter(entries), None)
    if verdict.decision == "answer" and best is not None:
        if best in assistant.smalltalk:
            return Decided(words, smalltalk=assistant.smalltalk[best], nearest=nearest, score=score)
        chosen = _preferred(assistant, verdict)
        others = tuple(one for one in entries if one != chosen)
        return Decided(words, entry=chosen, next_best=others, nearest=chosen, score=score)
    if verdict.decision == "choices" and entries:
        return Decided(words, choices=entries, nearest=nearest, score=score)
    return Decided(words, nearest=nearest, score=score)


def _preferred(assistant: Assistant, verdict: Verdict) -> str:
    """The best match; in a tie a refer before an answer, and the article (first in order) before the rest."""
    best = verdict.matches[0]
    tied = [one.entry for one in verdict.matches if best.score - one.score <= TIE and one.entry in assistant.entries]
    if verdict.rule == "exact":
        return best.entry
    return next((one for one in tied if assistant.entries[one].kind == "refer"), best.entry)
