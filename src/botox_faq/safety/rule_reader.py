"""What the rules of safety.yaml find in a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from botox_faq.content.safety_rules import Reading, SafetyRules, Sign, Tier, Together
from botox_faq.matching.words import Words
from botox_faq.safety.lexicon import Lexicon, Message
from botox_faq.safety.meaning import Context, Meaning, Unreal
from botox_faq.safety.patterns import Hit, Phrases
from botox_faq.safety.visit import Finding, Level, Signs, TextName

_RANK: dict[Tier, int] = {"part": 0, "prompt": 1, "under-18": 2, "same-day": 3, "crisis": 4, "emergency": 5}
_RAISED: dict[Tier, Tier] = {"prompt": "same-day", "same-day": "emergency"}
_GIVES: dict[str, TextName] = {"line": "line", "fear": "fear", "signs": "signs"}
TEXT_OF: dict[Tier, TextName] = {
    "prompt": "prompt",
    "under-18": "under_18",
    "same-day": "same_day",
    "crisis": "crisis",
    "emergency": "emergency",
}
LONGEST_YES = 8
"""Words of a message that may be a plain yes."""


@dataclass(frozen=True, slots=True)
class _Found:
    sign: Sign
    hit: Hit
    unreal: Unreal | None


class RuleReader:
    """The rules of safety.yaml, compiled once; `read` is all there is to call."""

    def __init__(self, rules: SafetyRules, kept: Mapping[str, Any] | None = None) -> None:
        """`kept`: what `kept()` gave for the same rules before. KeyError where it was for others."""
        self._lexicon = Lexicon(rules.groups, kept)
        self._signs = [(sign, Phrases(sign.says, self._lexicon)) for sign in rules.signs]
        self._by_id = {sign.id: sign for sign in rules.signs}
        self._together = rules.together
        self._meaning = Meaning(rules, self._lexicon)

    def kept(self) -> dict[str, Any]:
        """What was made of the rules, as plain data for a cache."""
        return self._lexicon.kept()

    @property
    def words(self) -> frozenset[str]:
        """Every word of the rules: what spelling repair may bend a message towards."""
        return self._lexicon.words

    def read(self, words: Words, so_far: Signs) -> Finding:
        """Return what the message means, and the record of the visit with it."""
        message = self._lexicon.read(words)
        context = self._meaning.read(message, frozenset({"treated"} if so_far.treated else ()))
        record = replace(
            so_far,
            added=frozenset(),
            asked=frozenset(),
            listed=False,
            treated=so_far.treated or bool(context.cues["treated"]),
            outside=so_far.outside or bool(context.cues["outside"]),
            child=so_far.child or bool(context.cues["child"]),
        )
        found = self._found(message, context, record)
        real = [one for one in found if not one.unreal]
        if not real:
            real = self._said_yes(message, context, so_far)
        if real or (so_far.listed and _only(context.cues["yes"], message)):
            return self._has(real, record)
        return self._asks(found, context, record)

    def _found(self, message: Message, context: Context, record: Signs) -> list[_Found]:
        """Every sign in the message, once, as real if any of its places is."""
        out: list[_Found] = []
        for sign, phrases in self._signs:
            if sign.after_treatment and not record.treated:
                continue
            best: _Found | None = None
            for hit in phrases.find(message):
                if hit.used <= message.guessed:
                    continue
                unreal = self._meaning.unreal(sign, hit, context)
                if best is None or unreal is None:
                    best = _Found(sign, hit, unreal)
                if unreal is None:
                    break
            if best:
                out.append(best)
        return out

    def _said_yes(self, message: Message, context: Context, so_far: Signs) -> list[_Found]:
        """The signs that the last message asked about, when this one says that they are there now."""
        if not so_far.asked or not context.cues["happening"]:
            return []
        hit = context.cues["happening"][0]
        signs = [sign for sign, _ in self._signs if sign.id in so_far.asked]
        return [_Found(sign, hit, None) for sign in signs]

    def _has(self, real: list[_Found], record: Signs) -> Finding:
        """Somebody has a sign: the strictest tier of all that the visit has seen."""
        added = frozenset(one.sign.id for one in real) - record.seen
        record = replace(record, seen=record.seen | added, added=added)
        if not real:
            return Finding("emergency", replace(record, listed=True), "yes", "emergency", "a yes to the signs listed")
        together = [one for one in self._together if _all_seen(one, record.seen)]
        every: list[Sign | Together] = [
            *together,
            *(self._by_id[name] for name in sorted(record.seen) if name in self._by_id),
        ]
        worst = max(every, key=lambda one: _RANK[_tier(one, record)])
        tier = _tier(worst, record)
        because = "; ".join(f"{one.sign.title} ({one.sign.flag}): {one.hit.phrase}" for one in real)
        if tier == "part":
            level: Level = "fail-safe" if record.treated else "none"
            return Finding(level, record, worst.id, "fail_safe" if record.treated else None, because)
        text = worst.text if isinstance(worst, Sign) and worst.text == "overdose" else TEXT_OF[tier]
        return Finding(tier, replace(record, listed=True), worst.id, text, because)

    def _asks(self, found: list[_Found], context: Context, record: Signs) -> Finding:
        """Nobody has a sign: a safety line for a question or a fear, the fail-safe for a complaint, or nothing."""
        about = [
            one
            for one in found
            if one.unreal and one.unreal.reading and one.unreal.reading.gives != "nothing"
            and one.sign.when_asked == "line"
        ]  # fmt: skip
        asked = frozenset(one.sign.id for one in about)
        readings = [one.unreal.reading for one in about if one.unreal and one.unreal.reading]
        readings += self._meaning.alone(context)
        if readings:
            reading = max(readings, key=lambda one: ("line", "signs", "fear").index(one.gives))
            record = replace(record, asked=asked, listed=True)
            return Finding("line", record, reading.id, _GIVES[reading.gives], _why(reading, about))
        if record.treated and (context.cues["complaint"] or context.cues["body"]):
            rule = "complaint" if context.cues["complaint"] else "body part"
            return Finding("fail-safe", record, rule, "fail_safe", f"treatment happened, and a {rule}")
        return Finding("none", record)


def _why(reading: Reading, about: Iterable[_Found]) -> str:
    signs = ", ".join(one.sign.title for one in about)
    return f"{reading.title}{': ' if signs else ''}{signs}"


def _all_seen(one: Together, seen: frozenset[str]) -> bool:
    return all(seen.intersection(group) for group in one.all)


def _tier(one: Sign | Together, record: Signs) -> Tier:
    """The tier of a sign in this visit."""
    return raised(one.tier, record)


def raised(tier: Tier, record: Signs) -> Tier:
    """`tier`, one higher for a child, and one higher after an injection outside a clinic."""
    for higher in (record.child, record.outside):
        if higher:
            tier = _RAISED.get(tier, tier)
    return tier


def strictest(tiers: Iterable[Tier], finding: Finding) -> Tier:
    """The strictest of some tiers and of what was found."""
    found: list[Tier] = [tier for tier in _RANK if tier == finding.level]
    return max([*tiers, *found], key=lambda tier: _RANK[tier])


def _only(hits: list[Hit], message: Message) -> bool:
    """Whether a short message says nothing but what `hits` say."""
    said = frozenset(place for hit in hits for place in hit.used)
    rest = [place for place in range(len(message.reads)) if place not in said and not message.small[place]]
    return bool(hits) and not rest and len(message.reads) <= LONGEST_YES
