"""Common English words, which spelling repair leaves alone.

The list is SCOWL up to size 35, American and British together (english-words.txt; its terms are in
english-words-licence.txt). It is searched as it lies on disk: building a set of it would cost 6 ms at every start.
"""

from functools import lru_cache
from pathlib import Path

_LIST = Path(__file__).with_name("english-words.txt")


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
