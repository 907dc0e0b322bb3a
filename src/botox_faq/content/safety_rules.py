"""safety.yaml as frozen dataclasses: warning signs, how people say them, and what is said back.

How the phrases are written is told in `safety_notation`; how they are applied, in the room `safety`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from botox_faq.content.model import Limit, Region, Strict, Text, record

Tier = Literal["emergency", "crisis", "same-day", "under-18", "prompt", "part"]
"""What a sign asks for; `part` counts only together with others."""

Phrases = Annotated[tuple[Text, ...], Limit(min_length=1)]


@record
class Number(Strict):
    """A public service as it is named after "Call": its number, or what to look for; and who says so."""

    number: Text
    source: Text


@record
class Numbers(Strict):
    """The public services of one region."""

    emergency: Number
    urgent_line: Number
    crisis_line: Number
    poisons_line: Number


@record
class Texts(Strict):
    """What is said about warning signs. `$name` is the clinic's or the region's."""

    emergency: Text
    overdose: Text  # an emergency with the poisons line
    same_day_open: Text  # the clinic answers its phone now
    same_day_closed: Text
    crisis: Text
    under_18: Text
    prompt: Text  # safety line of a sign for the clinic within a working day
    line: Text  # safety line of fears, general and ambiguous questions
    fear: Text  # the kind answer to needle fear and nerves, after the line
    signs: Text  # asked what the signs are: before the list
    fail_safe: Text  # a complaint after treatment that nobody wrote an answer for
    unwell: Text  # the fixed item "Unwell after treatment?"
    is_now: Text  # choice 1 under an urgent screen
    is_general: Text  # choice 2
    after_now: Text  # said when 1 is chosen
    after_general: Text  # said when 2 is chosen and no question is left to answer


@record
class Sign(Strict):
    """A warning sign: what it is in plain words, what it asks for, how people say it, and who says so.

    `after_treatment`: counts only where treatment was mentioned. `when_asked`: whether a general question or a
    fear about it gets the safety line. `firm`: only readings that name it in `about`, or that take its very words
    for something else, make it unreal. `text`: which screen an emergency gets.
    """

    id: Text
    flag: Text
    tier: Tier
    title: Text
    source: Text
    says: Phrases
    after_treatment: bool = False
    when_asked: Literal["line", "nothing"] = "line"
    firm: bool = False
    text: Literal["emergency", "overdose"] = "emergency"


@record
class Together(Strict):
    """Signs that mean more together, over the whole visit: one of each group of `all` makes it `tier`."""

    id: Text
    flag: Text
    tier: Tier
    title: Text
    source: Text
    all: Annotated[tuple[Phrases, ...], Limit(min_length=2)]


@record
class Cue(Strict):
    """Words that tell how a sign is meant: that it is now, that treatment happened, that somebody is a child.

    `reach`: how near to the sign the words count as an exception from a reading.
    """

    id: Text
    title: Text
    says: Phrases
    reach: Literal["beside", "sentence", "message"] = "sentence"
    not_after: tuple[Text, ...] = ()  # words that make it no cue when they stand right before it


@record
class Reading(Strict):
    """Words that make a sign something else than a symptom that somebody has now.

    `covers`: itself (the very words), after (what follows in the sentence), clause, sentence or message. `about`: only
    these signs. `unless`: cues that void it. `gives`: nothing, a line, a line with a kind answer to fear, or the
    list of signs. `alone`: it gives that with no sign in the message, too.
    """

    id: Text
    title: Text
    says: Phrases
    covers: Literal["itself", "after", "clause", "sentence", "message"]
    gives: Literal["nothing", "line", "fear", "signs"] = "line"
    about: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    alone: bool = False


@record
class SafetyRules(Strict):
    """All of safety.yaml."""

    numbers: dict[Region, Numbers]
    texts: Texts
    groups: dict[str, Phrases]
    signs: tuple[Sign, ...]
    together: tuple[Together, ...]
    readings: tuple[Reading, ...]
    cues: tuple[Cue, ...]
    negation: Negation


@record
class Negation(Strict):
    """How far "no" and "not" reach: over what follows, up to a word that ends it."""

    says: Phrases
    not_these: Phrases  # "not only", "no idea": no negation
    ends: Phrases
    words: int  # at most so many words
