"""The notation of the phrases in safety.yaml, made for a clinician to read and to write.

    short of breath          these words, one after the other (small words such as "really" may stand between)
    choke~                   the word with its endings: choke, chokes, choked, choking
    {cannot} .. {swallow}    a word of the group `cannot`, then one of `swallow`, with up to four words between
    {cannot} ... {swallow}   the same with up to nine words between
    arm|leg|{hand}|left-side one of these; a hyphen joins the words of one that has several
    {lid} + {droop}          both, in either order, with up to five words between
    im {young} !{unit}       the next word is none of `unit`
    ^ can|could {medicine}   only at the beginning of a clause (words of the group `lead-in` may stand before)
    last year / years ago    either phrase

Gaps and `+` stay within a sentence. A group lists words, phrases and other groups ("{arm}").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

GAPS = {"..": 4, "...": 9}
_VOWELS = "aeiou"


Phrase = tuple[frozenset[str], ...]
"""Words in a row, each with the forms that it may have."""


class NotationError(ValueError):
    """A phrase that cannot be read; the message says why and how to mend it."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: any of `phrases` or of the `groups`, at most `gap` words after the last.

    `gap` 0 is directly after. `none`: these must not come next, and nothing is consumed.
    """

    phrases: frozenset[Phrase]
    groups: frozenset[str]
    gap: int = 0
    none: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Sequences of elements that must all be found near each other; `text` is how it was written.

    `first`: only where a clause begins.
    """

    text: str
    parts: tuple[tuple[Element, ...], ...]
    first: bool = False


def forms(word: str) -> frozenset[str]:
    """Return `word` with its endings: choke, chokes, choked, choking. Irregular ones are written out."""
    if word.endswith("e"):
        return frozenset({word, word + "s", word + "d", word[:-1] + "ing"})
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return frozenset({word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"})
    stem = word + word[-1] if _doubles(word) else word
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return frozenset({word, plural, stem + "ed", stem + "ing"})


def _doubles(word: str) -> bool:
    """Whether the last letter doubles before an ending, as in dropped: one vowel, then one consonant."""
    vowels = [letter in _VOWELS for letter in word]
    return sum(vowels) == 1 and len(word) > 2 and vowels[-2] and not vowels[-1] and word[-1] not in "wxy"


def parse(text: str) -> tuple[Pattern, ...]:
    """Read what stands in one line: the phrases between " / ". Raises NotationError."""
    return tuple(_pattern(phrase.strip()) for phrase in text.split(" / "))


def _pattern(text: str) -> Pattern:
    first = text.startswith("^ ")
    try:
        parts = tuple(_part(part.split()) for part in text.removeprefix("^ ").split(" + "))
    except NotationError as error:
        raise NotationError(f'"{text}": {error}') from None
    return Pattern(text, parts, first)


def _part(tokens: Sequence[str]) -> tuple[Element, ...]:
    elements: list[Element] = []
    gap = 0
    for token in tokens:
        if token in GAPS:
            if gap or not elements:
                raise NotationError("a gap stands between two words, not at the start or beside another")
            gap = GAPS[token]
            continue
        elements.append(_element(token, gap))
        gap = 0
    if gap or not any(not element.none for element in elements):
        raise NotationError("each part needs a word, and a gap needs a word after it")
    if elements[0].none:
        raise NotationError('"!" can only follow a word')
    return tuple(elements)


@cache
def _element(token: str, gap: int) -> Element:
    none = token.startswith("!")
    phrases: set[Phrase] = set()
    groups: set[str] = set()
    for option in token.removeprefix("!").split("|"):
        if option.startswith("{") and option.endswith("}") and len(option) > 2:
            groups.add(option[1:-1])
        else:
            phrases.add(tuple(map(_word, option.split("-"))))
    return Element(frozenset(phrases), frozenset(groups), gap, none)


@cache
def _word(option: str) -> frozenset[str]:
    base = option.removesuffix("~")
    if not base.isalnum() or base != base.lower():
        raise NotationError(f'"{option}" is no word; write it in lower case, without an apostrophe')
    return forms(base) if option.endswith("~") else frozenset({base})


def members(name: str, groups: Mapping[str, Sequence[str]], inside: tuple[str, ...] = ()) -> Iterator[Phrase]:
    """Yield the phrases of a group, groups within it opened. Raises NotationError."""
    if name in inside:
        raise NotationError(f'"{{{name}}}" contains itself')
    if name not in groups:
        raise NotationError(f'there is no group "{name}"')
    for pattern in (pattern for text in groups[name] for pattern in parse(text)):
        if len(pattern.parts) > 1 or any(element.gap or element.none for element in pattern.parts[0]):
            raise NotationError(f'"{pattern.text}": a group holds words and phrases, no gaps, "+" or "!"')
        yield from _opened(pattern.parts[0], groups, (*inside, name))


def _opened(
    elements: tuple[Element, ...], groups: Mapping[str, Sequence[str]], inside: tuple[str, ...]
) -> Iterator[Phrase]:
    """Yield every way to say `elements` in a row."""
    if not elements:
        yield ()
        return
    heads = list(elements[0].phrases)
    for group in elements[0].groups:
        heads += members(group, groups, inside)
    for tail in _opened(elements[1:], groups, inside):
        yield from (head + tail for head in heads)
