"""Phrasings of different entries that ask the same: a visitor who types one of them may be given either answer.

Likeness is measured as the matcher sees questions: shorthand and contractions written out, endings and synonyms taken
together; then the cosine of the weighed words and pairs of neighbours (0 nothing in common, 1 the same).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from botox_faq.content import Content, Vocabulary
from botox_faq.content.checks import Places
from botox_faq.content.findings import Findings
from botox_faq.content.yaml_tree import Path
from botox_faq.matching.cutting import words_in
from botox_faq.matching.features import stems_of, synonym_pairs, synonyms_of, word_units
from botox_faq.matching.stemming import stemmed

TOO_LIKE = 0.8
_TELLING = 15
"""Two phrasings are compared where they share a word or pair that at most so many phrasings have: 0.3 s for the shipped
5,500, 3.6 s with 400 instead, and the same pairs are found."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One way to ask an entry's question, and where it stands."""

    entry: str
    file: str
    path: Path
    text: str


def phrasings(content: Content, places: Places) -> list[Asked]:
    """Every question and phrasing of the entries."""
    out = []
    for entry in content.entries:
        file, path = places[entry.id]
        out.append(Asked(entry.id, file, (*path, "question"), entry.question))
        out += [Asked(entry.id, file, (*path, "phrasings", at), text) for at, text in enumerate(entry.phrasings)]
    return out


def clashes(asked: Sequence[Asked], vocabulary: Vocabulary) -> Iterator[tuple[Asked, Asked, float]]:
    """Yield pairs of phrasings of different entries that are too like each other, with their likeness."""
    units = [Counter(word_units(stems)) for stems in _stems(asked, vocabulary)]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, counted in enumerate(units):
        for unit in counted:
            holders[unit].append(number)
    weight = {unit: math.log(len(units) / len(held)) + 1 for unit, held in holders.items()}
    lengths = [math.sqrt(sum((times * weight[unit]) ** 2 for unit, times in one.items())) for one in units]
    pairs = {pair for held in holders.values() if 1 < len(held) <= _TELLING for pair in combinations(held, 2)}
    for one, other in sorted(pairs):
        if asked[one].entry == asked[other].entry:
            continue
        shared = units[one].keys() & units[other].keys()
        dot = sum(units[one][unit] * units[other][unit] * weight[unit] ** 2 for unit in shared)
        like = dot / (lengths[one] * lengths[other])
        if like >= TOO_LIKE:
            yield asked[one], asked[other], min(like, 1.0)


def check_clashes(content: Content, places: Places, found: Findings) -> None:
    """Note each clash at the later of its two places."""
    for one, other, like in clashes(phrasings(content, places), content.vocabulary):
        line = found.trees[one.file].place(one.path).line
        same = like > 0.999
        found.add(
            other.file, other.path, "same-phrasing" if same else "near-phrasing",
            f"{other.text!r} ({other.entry}) asks the same as {one.text!r} ({one.entry}, {one.file}:{line}), "
            f"likeness {like:.2f}",
            "Keep it where it belongs and change or drop the other",
            "error" if same else "warning",
        )  # fmt: skip


def _stems(asked: Sequence[Asked], vocabulary: Vocabulary) -> list[list[str]]:
    synonyms = synonyms_of(synonym_pairs(vocabulary.synonyms, stemmed))
    return [stems_of(words_in(one.text, vocabulary.shorthand), stemmed, synonyms) for one in asked]
