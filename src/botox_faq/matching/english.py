"""What everyone knows of English: common words, their forms, and what people type for short.

The lists of common words are SCOWL's, American and British together: up to size 35 what is left alone
(english-words.txt, 40,000), size 10 what a slip may have meant (english-frequent.txt, 4,000); their terms are in
english-words-licence.txt. The long list is searched as it lies on disk: building a set of it would cost 6 ms at every
start. The other lists are our own: forms of a word, words that carry nothing, words that may mean the same.
"""

from functools import lru_cache
from pathlib import Path
from string import ascii_lowercase

_LIST = Path(__file__).with_name("english-words.txt")
_FREQUENT = Path(__file__).with_name("english-frequent.txt")
_FORMS = Path(__file__).with_name("english-forms.txt")
_LIGHT = Path(__file__).with_name("english-light.txt")
_RELATED = Path(__file__).with_name("english-related.txt")

SHORTHAND = {
    "2day": "today", "2nite": "tonight", "4ever": "forever", "4eva": "forever", "any1": "anyone", "appt": "appointment",
    "approx": "approximately", "asap": "as soon as possible", "bcoz": "because", "bcos": "because", "coz": "because",
    "cud": "could", "cuz": "because", "dunno": "do not know", "every1": "everyone", "gr8": "great", "hr": "hour",
    "hrs": "hours", "hw": "how", "info": "information", "kinda": "kind of", "l8r": "later", "m8": "mate",
    "mins": "minutes", "mth": "month", "mths": "months", "nxt": "next", "outta": "out of", "ppl": "people",
    "prob": "problem", "probs": "problems", "shud": "should", "some1": "someone", "sorta": "sort of", "thru": "through",
    "tonite": "tonight", "wat": "what", "wats": "what is", "wk": "week", "wks": "weeks", "wot": "what",
    "wots": "what is", "wud": "would", "yr": "year", "yrs": "years",
}  # fmt: skip
"""What people type for short everywhere; a clinic's own shorthand comes before it."""


@lru_cache(maxsize=1)
def _sorted_lines() -> bytes:
    return b"\n" + _LIST.read_bytes()


@lru_cache(maxsize=4096)
def is_common(word: str) -> bool:
    """Whether `word` (lower case, no apostrophes) is a common English word."""
    if not word.isascii():
        return False
    lines, sought = _sorted_lines(), word.encode()
    low, high = 0, len(lines) - 1
    while low < high:
        middle = lines.rfind(b"\n", 0, (low + high) // 2 + 1)
        middle = max(middle, low)
        end = lines.find(b"\n", middle + 1)
        found = lines[middle + 1 : end]
        if found == sought:
            return True
        if found < sought:
            low = end
        else:
            high = middle
    return False


@lru_cache(maxsize=1)
def light_words() -> frozenset[str]:
    """Words that carry nothing of their own: pronouns, auxiliaries, adverbs and what frames a question."""
    return frozenset(_LIGHT.read_text("ascii").split())


@lru_cache(maxsize=1)
def frequent_words() -> frozenset[str]:
    """The 4,000 most frequent words of English."""
    return frozenset(_FREQUENT.read_text("ascii").split())


def frequent_one_slip_from(word: str) -> list[str]:
    """The most frequent words one insertion, omission, replacement or swap away from `word`, sorted."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = {left + right[1:] for left, right in cuts if right}
    near |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    near |= {left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase}
    near |= {left + letter + right for left, right in cuts for letter in ascii_lowercase}
    return sorted(near & frequent_words())


@lru_cache(maxsize=1)
def base_forms() -> dict[str, str]:
    """Irregular forms, American spellings and written numbers to one form: "worn" to "wear", "three" to "3"."""
    bases: dict[str, str] = {}
    for line in _FORMS.read_text("ascii").splitlines():
        base, *forms = line.split()
        for form in forms:
            bases.setdefault(form, base)
    return bases


def related_words() -> list[list[str]]:
    """Groups of everyday words that may mean the same or go together; a word may stand in several."""
    return [line.split() for line in _RELATED.read_text("ascii").splitlines()]


def telling(word: str) -> float:
    """How much `word` tells of what a question is about, 0 to 1, where no phrasing has it.

    "How often ought I to come" asks nothing new by "ought", "unclog a toilet" does. Numbers tell little as well.
    """
    if word in light_words() or word.isdigit():
        return 0.1
    return 0.7 if word in frequent_words() else 1.0
