"""Short follow-ups ("why?", "and how long?") read with the question last answered."""

from __future__ import annotations

from collections.abc import Sequence

MOST_WORDS = 6
_LINK_WORDS = "and but so then also ok okay well"
_LIGHT_WORDS = """
a about after again all always and any anything are at be because before but by can could do does else ever every
exactly for from get good happens has have how i if in is it its just long longer many me mean more much my need
no normal not now of often ok okay on or really safe same so soon still that the then there they this those to
too usually well what when where which who why will with would you
"""
_LINKS = frozenset(_LINK_WORDS.split())
_LIGHT = frozenset(_LIGHT_WORDS.split())


def follows_up(words: Sequence[str]) -> bool:
    """Whether `words` make little sense alone: short, and opened by a link or made of light words only."""
    if not 0 < len(words) <= MOST_WORDS:
        return False
    return words[0] in _LINKS or all(word in _LIGHT for word in words)


def read_together(words: Sequence[str], question: Sequence[str]) -> list[str]:
    """A follow-up with the question that it follows; links at its start say nothing."""
    said = list(words)
    while len(said) > 1 and said[0] in _LINKS:
        del said[0]
    return [*said, *question]
