"""Short follow-ups ("why?", "and how long?") read with the question last answered."""

from __future__ import annotations

from collections.abc import Sequence

MOST_WORDS = 6
MOST_BARE = 3
_LINK_WORDS = "and but so then also ok okay well"
_LIGHT_WORDS = """
a about after again all always and any anything are at be because before but by can could do does else ever every
exactly for from get good happens has have how i if in is it its just long longer many me mean more much my need
no normal not now of often ok okay on or really safe same so soon still that the then there they this those to
too usually well what when where which who why will with would you
"""
_SAY_NOTHING_WORDS = "any good just me my no now okay ok really so the well you"
_BARE_WORDS = """
am and are be but can could did do does else everyone for he how i is it me my no not of ok okay or really she so that
the then there they this those to too was we were what why will with would you
"""
_BARE = frozenset(_BARE_WORDS.split())
_LINKS = frozenset(_LINK_WORDS.split())
_SAY_NOTHING = frozenset(_SAY_NOTHING_WORDS.split())
_LIGHT = frozenset(_LIGHT_WORDS.split())


def follows_up(words: Sequence[str]) -> bool:
    """Whether `words` make little sense alone: short, and opened by a link or made of light words only."""
    if not 0 < len(words) <= MOST_WORDS or _SAY_NOTHING.issuperset(words):
        return False
    return words[0] in _LINKS or all(word in _LIGHT for word in words)


def goes_on(words: Sequence[str]) -> bool:
    """Whether `words` open with a link ("and how long?"), which only a follow-up does."""
    return bool(words) and words[0] in _LINKS


def says_too_little(words: Sequence[str]) -> bool:
    """Whether `words` ("is it?", "why not") are few and name nothing that an answer could be about."""
    return len(words) <= MOST_BARE and all(word in _BARE for word in words)


def read_together(words: Sequence[str], question: Sequence[str]) -> list[str]:
    """A follow-up with the question that it follows; links at its start say nothing."""
    said = list(words)
    while len(said) > 1 and said[0] in _LINKS:
        del said[0]
    return [*said, *question]
