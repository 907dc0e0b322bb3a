"""One message and the signs so far in; a finding out. Pure, and never raises on any words.

Two ways to read a message watch each other. The rules name a sign by its words; the examples know what messages
with a sign are like. A sign that no rule names is found by its likeness, and a rule that took something else for a
sign is doubted. On messages of authors who had seen neither, the rules alone found 83% and raised 7% false alarms;
benchmarks/safety.py tells what both do together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from botox_faq.content.safety_rules import Tier
from botox_faq.matching import Classifier, Words
from botox_faq.safety.lexicon import sentences
from botox_faq.safety.rule_reader import TEXT_OF, RuleReader, raised, strictest
from botox_faq.safety.visit import Finding, Level, Signs, TextName

URGENT: dict[str, Tier] = {"emergency": "emergency", "same_day": "same-day", "crisis": "crisis", "under_18": "under-18"}
"""The kinds of examples that call for an urgent reply, and the tier of each."""
SURE = 0.38
"""How like urgent messages one must be to be urgent though no rule says so."""
SURER = 0.7
"""The same where the rules found nothing at all, or a sign for the clinic within a day."""
DOUBTED = 0.045
"""How like them one must be at least for a sign that the rules found to be an alarm, and no question."""
LIKELY = 0.5
"""How like messages of a milder kind one must be to be read as one of them."""
KNOWN, WELL_KNOWN = 0.5, 0.8
"""The shares of a message's words that the examples must know to say anything of it, and to doubt a sign in it."""
STRICTER = 1.5
"""How much likelier than emergency same-day must be: of two readings the stricter."""

NEVER_DOUBTED = ("crisis", "under-18")
"""What the rules name by few and plain words."""
CRISIS = "self-harm"
"""The sign of the rules whose screen is the crisis line's."""
_LIKE = "like-"
"""Begins the name under which the record of a visit keeps a tier that was found by likeness."""


class SafetyReader:
    """Reads messages with the rules and with what was learned from the examples."""

    def __init__(self, rules: RuleReader, examples: Classifier) -> None:
        self.rules = rules
        self.examples = examples

    def read(self, words: Words, so_far: Signs) -> Finding:
        """Return what the message means, and the record of the visit with it."""
        finding = self.rules.read(words, so_far)
        if finding.signs.added and (before := _alike_before(so_far)):
            finding = _at(strictest(before, finding), finding)
        known = self.examples.knows(words)
        if known < KNOWN:
            return finding
        chances = self.examples.chances(words)
        if finding.urgent:
            if CRISIS in finding.signs.added and chances["crisis"] > chances["emergency"]:
                return _at("crisis", finding)  # whatever else it says: "not waking up" names a collapse, too
            first = not (so_far.seen or so_far.asked or so_far.listed)
            doubtful = first and known >= WELL_KNOWN and finding.level not in NEVER_DOUBTED
            return _doubted(finding) if doubtful and self._unlike(words, chances) else finding
        if urgent(chances) > (SURER if finding.level in ("none", "prompt") else SURE):
            return _alike(finding, chances)
        return _milder(finding, chances)

    def _unlike(self, words: Words, chances: Mapping[str, float]) -> bool:
        """Whether neither a message nor a sentence of it is like urgent ones."""
        if urgent(chances) >= DOUBTED:
            return False
        return all(urgent(self.examples.chances(one)) < DOUBTED for one in _each_sentence(words))


def urgent(chances: Mapping[str, float]) -> float:
    """How like urgent messages one is, 0 to 1."""
    return sum(chances[kind] for kind in URGENT)


def _each_sentence(words: Words) -> Iterator[Words]:
    numbers = sentences(words)
    for number in dict.fromkeys(numbers):
        yield Words("", tuple(word for word, at in zip(words.words, numbers, strict=True) if at == number))


def _alike_before(so_far: Signs) -> list[Tier]:
    """The tiers that earlier messages of the visit were found to be by likeness."""
    return [tier for kind, tier in URGENT.items() if _LIKE + kind in so_far.seen]


def _at(tier: Tier, finding: Finding) -> Finding:
    """What was found, at another tier."""
    return finding if finding.level == tier else replace(finding, level=cast(Level, tier), text=TEXT_OF[tier])


def _doubted(finding: Finding) -> Finding:
    """A sign by its words in a message that is unlike all urgent ones: asked about first, then answered."""
    signs = finding.signs
    record = replace(signs, seen=signs.seen - signs.added, added=frozenset(), asked=signs.added, listed=True)
    return Finding("line", record, finding.rule, "line", f"unlike urgent messages, though: {finding.because}")


def _alike(finding: Finding, chances: Mapping[str, float]) -> Finding:
    """A message like urgent ones, the sign of which no rule names."""
    kind = max(URGENT, key=lambda one: chances[one] * (STRICTER if one == "emergency" else 1))
    tier = raised(URGENT[kind], finding.signs)
    name = _LIKE + kind
    record = replace(
        finding.signs,
        seen=finding.signs.seen | {name},
        added=finding.signs.added | {name},
        asked=frozenset(),
        listed=True,
    )
    return Finding(cast(Level, tier), record, name, TEXT_OF[tier], _why(kind, chances))


def _milder(finding: Finding, chances: Mapping[str, float]) -> Finding:
    """A message that no rule has a line for, if it is like those that get one."""
    if finding.level != "none" and finding.rule != "body part":
        return finding
    if chances["prompt"] > LIKELY:
        return Finding("prompt", finding.signs, _LIKE + "prompt", "prompt", _why("prompt", chances))
    if chances["complaint"] > LIKELY:
        return Finding("fail-safe", finding.signs, "complaint", "fail_safe", _why("complaint", chances))
    lines: dict[str, TextName] = {"asked": "line", "fear": "fear"}
    kind = max(lines, key=lambda one: chances[one])
    if sum(chances[one] for one in lines) > LIKELY:
        return Finding("line", replace(finding.signs, listed=True), _LIKE + kind, lines[kind], _why(kind, chances))
    return finding


def _why(kind: str, chances: Mapping[str, float]) -> str:
    return f"like the examples of {kind} ({chances[kind]:.0%})"
