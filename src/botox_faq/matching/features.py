"""What the words of a question are compared by: stems, neighbouring stems, and runs of letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

Stem = Callable[[str], str]
Synonyms = Mapping[tuple[str, ...], tuple[str, ...]]

_WRITTEN_OUT = {
    "whats": "what is", "hows": "how is", "whens": "when is", "wheres": "where is", "whos": "who is",
    "whys": "why is", "thats": "that is", "theres": "there is", "im": "i am", "ive": "i have",
    "id": "i would", "ill": "i will", "youre": "you are", "youve": "you have", "youll": "you will",
    "theyre": "they are", "weve": "we have", "isnt": "is not", "arent": "are not", "wasnt": "was not",
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "cant": "can not", "cannot": "can not",
    "couldnt": "could not", "wont": "will not", "wouldnt": "would not", "shouldnt": "should not",
    "havent": "have not", "hasnt": "has not", "hadnt": "had not", "aint": "is not", "gonna": "going to",
    "wanna": "want to", "gotta": "got to", "lemme": "let me", "its": "it is", "itll": "it will",
}  # fmt: skip
_CONTRACTIONS = {short: tuple(long.split()) for short, long in _WRITTEN_OUT.items()}


def written_out(words: Iterable[str]) -> list[str]:
    """Words with contractions written out: "dont" is "do not"."""
    return [part for word in words for part in _CONTRACTIONS.get(word, (word,))]


def stems_of(words: Iterable[str], stem: Stem, synonyms: Synonyms) -> list[str]:
    """Words written out to stems; runs of them that are a synonym (longest first) to the group's first."""
    stems = [stem(word) for word in written_out(words)]
    longest = max(map(len, synonyms), default=0)
    out: list[str] = []
    place = 0
    while place < len(stems):
        for length in range(min(longest, len(stems) - place), 0, -1):
            if (meant := synonyms.get(tuple(stems[place : place + length]))) is not None:
                out += meant
                place += length
                break
        else:
            out.append(stems[place])
            place += 1
    return out


def word_units(stems: Sequence[str]) -> list[str]:
    """Stems, and pairs of neighbours with the edges of the question marked."""
    return [*stems, *(f"{one} {other}" for one, other in pairwise(["^", *stems, "$"]))]


def letter_units(word: str, finished: bool = True) -> list[str]:
    """The runs of 2 to 5 characters inside one word, its edges marked with "_"."""
    edged = f"_{word}_" if finished else f"_{word}"
    return [edged[at : at + size] for size in (2, 3, 4, 5) for at in range(len(edged) - size + 1)]
