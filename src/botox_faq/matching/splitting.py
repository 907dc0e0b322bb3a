"""A message with several questions, cut into its parts."""

from __future__ import annotations

from collections.abc import Sequence

from botox_faq.matching.following import follows_up
from botox_faq.matching.words import Word, Words

MOST_PARTS = 3
_ASKING_WORDS = """
how what when where which who whom whose why is are am was were do does did can could will would shall should may
might has have had hows whats whens wheres whos whys isnt arent dont doesnt didnt cant couldnt wont wouldnt
shouldnt hasnt havent
"""
_ASKING = frozenset(_ASKING_WORDS.split())
_LINKS = frozenset(("and", "also", "plus", "or"))
_OPENERS = frozenset(("and", "also", "but", "hello", "hey", "hi", "ok", "okay", "please", "plus", "so", "then"))
_COURTESY = frozenset(("cheers", "hello", "hey", "hi", "hiya", "ok", "okay", "so", "thank", "thanks", "there", "you"))
_FEWEST_WORDS = 3


def without_courtesy(read: Sequence[str]) -> Sequence[str]:
    """Words without the "thanks" or "hi there" before a question."""
    asks = next((at for at, word in enumerate(read) if word not in _COURTESY), len(read))
    return read[asks:] if len(read) - asks >= _FEWEST_WORDS and read[asks] in _ASKING else read


def split(words: Words) -> tuple[Words, ...]:
    """The questions of a message, the first three of them; the message itself where it is one question."""
    parts: list[list[Word]] = [[]]
    for place, word in enumerate(words.words):
        begins = place + 1 < len(words.words) and words.words[place + 1].read in _ASKING
        if word.read in _LINKS and begins and len(parts[-1]) >= _FEWEST_WORDS:
            parts.append([])
            continue
        parts[-1].append(word)
        if any(mark in word.stop for mark in ".?!;\n") and len(parts[-1]) >= _FEWEST_WORDS:
            parts.append([])
    parts = [part for part in parts if part]
    questions = [part for part in parts if len(part) >= _FEWEST_WORDS and _asks(part)]
    if len(questions) < 2:
        return (words,)
    return tuple(_part(words.text, part) for part in questions[:MOST_PARTS])


def _asks(part: list[Word]) -> bool:
    """Whether a part is a question of its own: it has a question mark or begins as one, and is no "is that it"."""
    read = [word.read for word in part]
    if len(read) <= _FEWEST_WORDS and follows_up(read):
        return False
    while len(read) > 1 and read[0] in _OPENERS:
        del read[0]
    return "?" in part[-1].stop or read[0] in _ASKING


def _part(text: str, part: list[Word]) -> Words:
    return Words(text[part[0].start : part[-1].end + len(part[-1].stop)], tuple(part))
