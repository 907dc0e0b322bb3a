"""What the words of a question are compared by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

CONTRACTIONS: dict[str, tuple[str, ...]] = {
    short: tuple(long.split())
    for short, long in {
        "whats": "what is", "hows": "how is", "whens": "when is", "wheres": "where is", "whos": "who is",
        "whys": "why is", "thats": "that is", "theres": "there is", "im": "i am", "ive": "i have",
        "id": "i would", "ill": "i will", "youre": "you are", "youve": "you have", "youll": "you will",
        "theyre": "they are", "weve": "we have", "isnt": "is not", "arent": "are not", "wasnt": "was not",
        "dont": "do not", "doesnt": "does not", "didnt": "did not", "cant": "can not", "cannot": "can not",
        "couldnt": "could not", "wont": "will not", "wouldnt": "would not", "shouldnt": "should not",
        "havent": "have not", "hasnt": "has not", "hadnt": "had not", "aint": "is not", "gonna": "going to",
        "wanna": "want to", "gotta": "got to", "lemme": "let me", "its": "it is", "itll": "it will",
    }.items()
}  # fmt: skip

Stem = Callable[[str], str]


def stems_of(words: Iterable[str], stem: Stem, synonyms: Mapping[tuple[str, ...], str]) -> list[str]:
    """Words to stems: contractions written out, synonyms (by their stems, longest first) as their first."""
    stems = [stem(part) for word in words for part in CONTRACTIONS.get(word, (word,))]
    if not synonyms:
        return stems
    longest = max(map(len, synonyms))
    out: list[str] = []
    place = 0
    while place < len(stems):
        for length in range(min(longest, len(stems) - place), 0, -1):
            if (meant := synonyms.get(tuple(stems[place : place + length]))) is not None:
                out += meant.split()
                place += length
                break
        else:
            out.append(stems[place])
            place += 1
    return out


def word_units(stems: Sequence[str]) -> list[str]:
    """Stems, and pairs of neighbours with the edges of the question marked."""
    edged = ["^", *stems, "$"]
    return [*stems, *(f"{one} {other}" for one, other in zip(edged, edged[1:], strict=False))]


def letter_units(word: str, finished: bool = True) -> list[str]:
    """The runs of 2 to 5 characters inside one word, its edges marked with "_"."""
    edged = f"_{word}_" if finished else f"_{word}"
    return [
        edged[start : start + length] for length in (2, 3, 4, 5) for start in range(len(edged) - length + 1)
    ]
