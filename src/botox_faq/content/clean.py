"""Text made harmless: what a visitor types and what YAML holds pass through here before anything reads them."""

import unicodedata

LONGEST_MESSAGE = 1_000
"""Characters of a message that are read; a longer paste is cut and the visitor is told."""

# Controls, formats (bidi overrides, zero-width), surrogates, private use and unassigned code points.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# Persian, Urdu and the Indic scripts spell words with these two joiners; between letters they are harmless.
_JOINERS = frozenset("\u200c\u200d")


def clean_text(text: str) -> str:
    """Return `text` without anything that could command a terminal or reorder what is read.

    Newline and tab stay (a carriage return becomes a newline), and so do joiners between two letters or marks.
    The result is in Unicode's NFC form.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.isascii() and text.isprintable():
        return text
    kept = []
    for place, character in enumerate(text):
        if (
            character in "\n\t"
            or unicodedata.category(character) not in _DROPPED
            or (character in _JOINERS and _joins(text, place))
        ):
            kept.append(character)
    return "".join(kept)


def clean_message(text: str) -> tuple[str, bool]:
    """Return a visitor's message in one line, cleaned and cut to `LONGEST_MESSAGE`, and whether it was cut."""
    # Cleaning a 100 kB paste to keep 1,000 characters of it would be wasted: cut with room for what is dropped.
    head = clean_text(text[: LONGEST_MESSAGE * 4])
    line = " ".join(head.split())
    return line[:LONGEST_MESSAGE], len(line) > LONGEST_MESSAGE or len(text) > LONGEST_MESSAGE * 4


def _joins(text: str, place: int) -> bool:
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and all(unicodedata.category(one)[0] in "LM" and not one.isascii() for one in around)
