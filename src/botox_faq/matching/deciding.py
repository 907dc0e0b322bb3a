"""From what is known about the best match to a decision, and the rule that made it, in a content owner's words."""

from __future__ import annotations

from dataclasses import dataclass

from botox_faq.matching.trained import Calibration
from botox_faq.matching.verdict import Decision

UNWANTED = "like what must not be answered"
"""The rule for a question that is a negative, or more like one than like any entry."""
LEAST_COVERAGE = 0.8
"""Share of a question's weight that must be known before it is answered: "how do you unclog a toilet" is 0.68."""
LEAST_COVERAGE_NAMED = 0.5
"""The same where the question names the medicine, and so is no question about something else."""

LEAST_SMALL_TALK = 0.9
"""Confidence from which a message is small talk: taking a real question for a greeting is worse than asking back."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about a question's best match.

    `sure`: its confidence; `familiar`: see `signals.familiarity`; `coverage`: share of the question's weight that the
    phrasings know; `named`: the question names the medicine; `unwanted`: it is more like what must not be answered;
    `declined`: it says no to something that the match's phrasings never say no to; `small_talk`: the match is small
    talk; `bare`: the question names nothing that an answer could be about.
    """

    exact: bool
    sure: float
    familiar: float
    coverage: float
    named: bool
    unwanted: bool
    declined: bool
    small_talk: bool
    bare: bool


def decided(evidence: Evidence, lines: Calibration) -> tuple[Decision, str]:
    """The decision and the name of its rule."""
    enough = evidence.coverage >= (LEAST_COVERAGE_NAMED if evidence.named else LEAST_COVERAGE)
    if evidence.exact:
        return "answer", "exact"
    if evidence.unwanted:
        return "unknown", UNWANTED
    if evidence.familiar < lines.familiar:
        return "unknown", "nothing near"
    if evidence.sure < (max(lines.answer, LEAST_SMALL_TALK) if evidence.small_talk else lines.answer):
        return "choices", "not sure enough"
    if evidence.bare and not evidence.small_talk:
        return "choices", "says too little"
    if evidence.declined:
        return "choices", "says no to it"
    if not enough:
        return "choices", "too many words that no phrasing has"
    return "answer", "sure enough"
