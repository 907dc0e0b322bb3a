"""Common English words, which spelling repair leaves alone.

The lists are SCOWL's, American and British together: up to size 35 what is left alone (english-words.txt, 40,000),
size 10 what a slip may have meant (english-frequent.txt, 4,000); their terms are in english-words-licence.txt. The
long list is searched as it lies on disk: building a set of it would cost 6 ms at every start.
"""

from functools import lru_cache
from pathlib import Path
from string import ascii_lowercase

_LIST = Path(__file__).with_name("english-words.txt")
_FREQUENT = Path(__file__).with_name("english-frequent.txt")


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
