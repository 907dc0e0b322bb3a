"""Questions with slips of the keyboard, the same at each run: to see that typing in a hurry costs no answer."""

from __future__ import annotations

import re
from random import Random

SLIPS = 2
"""Words of a question that get one slip each, as many as people are seen to make in a hurry."""
_SHORTEST = 4
"""Letters; a slip in a shorter word often makes another word."""
_BESIDE = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl",
    "p": "o", "a": "qsz", "s": "adw", "d": "sfe", "f": "dgr", "g": "fht", "h": "gjy", "j": "hku", "k": "jli",
    "l": "ko", "z": "xa", "x": "zcs", "c": "xvd", "v": "cbf", "b": "vng", "n": "bmh", "m": "nj",
}  # fmt: skip


def mistyped(text: str, seed: int = 0) -> str:
    """`text` with one slip in up to two of its longer words: a neighbouring key, or a letter left out, doubled or
    exchanged with the next.
    """
    random = Random(f"{seed} {text}")
    places = [found.span() for found in re.finditer(r"[a-z]+", text.lower()) if len(found.group()) >= _SHORTEST]
    for start, end in sorted(random.sample(places, min(SLIPS, len(places))), reverse=True):
        text = text[:start] + _slipped(text[start:end], random) + text[end:]
    return text


def _slipped(word: str, random: Random) -> str:
    at = random.randrange(1, len(word) - 1)
    kind = random.randrange(4)
    if kind == 0:
        return word[:at] + random.choice(_BESIDE[word[at].lower()]) + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
