"""What the words of a question are compared by: stems, neighbouring stems, and runs of letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from botox_faq.matching.cutting import words_in
from botox_faq.matching.english import base_forms, light_words, related_words
from botox_faq.matching.stemming import stemmed

Stem = Callable[[str], str]
Synonyms = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]
"""By its first stem, what means the first of its group: runs of stems and what they mean, longest first."""

RELATED_WEIGHT = 0.4
"""What a shared meaning weighs beside a shared stem; 0.6 helps ten phrasings an entry, and hurts forty."""
_MEANING = "~"
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
    """Words with contractions written out and irregular forms as their base form: "dont" is "do not", "worn" "wear"."""
    bases = base_forms()
    return [bases.get(part, part) for word in words for part in _CONTRACTIONS.get(word, (word,))]


def synonym_pairs(groups: Iterable[Sequence[str]], stem: Stem) -> list[list[str]]:
    """The owner's groups of synonyms as pairs (other, first of its group), as stems with blanks between."""
    return [
        [" ".join(map(stem, written_out(words_in(text)))) for text in (other, group[0])]
        for group in groups
        for other in group[1:]
    ]


def synonyms_of(pairs: Iterable[Sequence[str]]) -> Synonyms:
    """What `synonym_pairs` gives, ready to be looked up; of two alike the later counts."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for other, meant in {tuple(other.split()): tuple(meant.split()) for other, meant in pairs if other}.items():
        table.setdefault(other[0], []).append((other, meant))
    return {first: sorted(runs, key=lambda run: -len(run[0])) for first, runs in table.items()}


def stems_of(words: Iterable[str], stem: Stem, synonyms: Synonyms) -> list[str]:
    """Words written out to stems; runs of them that are a synonym (longest first) to the group's first."""
    stems = [stem(word) for word in written_out(words)]
    out: list[str] = []
    place = 0
    while place < len(stems):
        for other, meant in synonyms.get(stems[place], ()):
            if tuple(stems[place : place + len(other)]) == other:
                out += meant
                place += len(other)
                break
        else:
            out.append(stems[place])
            place += 1
    return out


def word_units(stems: Sequence[str]) -> list[str]:
    """Stems, pairs of neighbours with the edges of the question marked, and what the stems are related to."""
    pairs = (f"{one} {other}" for one, other in pairwise(["^", *stems, "$"]))
    return [*stems, *pairs, *(unit for stem in stems for unit in related_units(stem))]


def related_units(stem: str) -> tuple[str, ...]:
    """The everyday meanings that a stem shares with other words: "receiv", "get" and "arriv" have one in common."""
    return _related().get(stem, ())


def is_related(unit: str) -> bool:
    """Whether a unit is one of `related_units`."""
    return unit[0] == _MEANING


@lru_cache(maxsize=1)
def _related() -> dict[str, tuple[str, ...]]:
    bases = base_forms()
    meanings: dict[str, list[str]] = {}
    for words in related_words():
        stems = dict.fromkeys(stemmed(bases.get(word, word)) for word in words)
        for stem in stems:
            meanings.setdefault(stem, []).append(_MEANING + words[0])
    return {stem: tuple(dict.fromkeys(units)) for stem, units in meanings.items()}


def letter_units(word: str, finished: bool = True) -> list[str]:
    """The runs of 2 to 5 characters inside one word, its edges marked with "_"; none of a word that carries nothing."""
    if finished and word in light_words():
        return []
    edged = f"_{word}_" if finished else f"_{word}"
    return [edged[at : at + size] for size in (2, 3, 4, 5) for at in range(len(edged) - size + 1)]
