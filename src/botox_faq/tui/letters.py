"""Letters three rows high, painted with half blocks: a program can't change a terminal's font, so it draws its own.

A dot is a column wide and half a row high. The font is letters.txt, to be read and mended by eye: above each block
stand its letters, below them their dots, five above the base line and one for what hangs below it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

from rich.cells import cell_len
from textual.content import Content, Span

Dots = tuple[str, ...]
"""A letter's rows of dots, from above: "#" is ink, "." paper."""

ROWS = 3
"""Rows of the window that a line of large letters takes."""

SPACE = ".."
HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}
"""Half blocks by the two dots of a cell: every console font has them."""


@lru_cache(maxsize=1)
def font() -> Mapping[str, Dots]:
    """Return every letter's dots."""
    letters: dict[str, Dots] = {}
    for block in Path(__file__).with_name("letters.txt").read_text("utf-8").strip().split("\n\n"):
        names, *rows = (line.split() for line in block.split("\n"))
        letters |= zip(names, zip(*rows, strict=True), strict=True)
    return letters


@lru_cache(maxsize=1)
def _painted_font() -> Mapping[str, Dots]:
    return {letter: _painted(dots) for letter, dots in font().items()}


def _painted(dots: Dots) -> Dots:
    """Three rows of half blocks, with the gap to the next letter."""
    pairs = zip(dots[::2], dots[1::2], strict=True)
    return tuple("".join(HALVES[a + b] for a, b in zip(upper, lower, strict=True)) + " " for upper, lower in pairs)


def paint(letter: str) -> Dots:
    """Return a letter's three rows: without its accent where only that is unknown, else as plain text in between."""
    if letter == " ":
        return (SPACE.replace(".", " "),) * ROWS
    known = _painted_font()
    if letter in known:
        return known[letter]
    parts = [one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one)]
    if parts and all(one in known for one in parts):
        return tuple("".join(rows) for rows in zip(*(known[one] for one in parts), strict=True))
    blank = " " * (cell_len(letter) + 1)
    return blank, letter + " ", blank


def width_of(text: str) -> int:
    """Columns that a text takes in one line of large letters."""
    return sum(cell_len(rows[0]) for rows in _letters(text))


def enlarge(text: Content, width: int) -> list[Content]:
    """Return the rows of `text` in large letters, `width` columns wide at most, in its own styles.

    Lines end between two words; only a word that is longer than a line is cut. An empty line is one row.
    """
    rows: list[Content] = []
    for line in _lines(text.plain, max(width, 1)):
        rows += _rows(text[line]) if line.start < line.stop else [Content("")]
    return rows


def one_line(text: str, cursor: int, width: int) -> list[Content]:
    """Return the rows of one line of large letters, `width` columns wide, with the cursor in sight."""
    text += " "
    begin = next(n for n in range(cursor + 1) if n == cursor or width_of(text[n : cursor + 1]) <= width)
    return list(_rows(Content(text[begin:]).stylize("reverse", cursor - begin, cursor - begin + 1)))


def _rows(line: Content) -> Iterator[Content]:
    """One line of large letters: a style that spans letters spans their columns in each row."""
    letters = list(_letters(line.plain))
    for row in range(ROWS):
        starts = [*accumulate((len(rows[row]) for rows in letters), initial=0)]
        spans = [Span(starts[span.start], starts[span.end], span.style) for span in line.spans]
        yield Content("".join(rows[row] for rows in letters), spans)


def _letters(text: str) -> Iterator[Dots]:
    """The letters of a text, painted; of several blanks in a row, which align small text, one counts."""
    for before, letter in pairwise("." + text):
        yield ("",) * ROWS if before == letter == " " else paint(letter)


def _lines(text: str, width: int) -> Iterator[slice]:
    """Where the lines of a text begin and end."""
    begin = 0
    for paragraph in text.split("\n"):
        end = begin + len(paragraph)
        yield from _broken(text, begin, end, width)
        begin = end + 1


def _broken(text: str, begin: int, end: int, width: int) -> Iterator[slice]:
    """The lines of one paragraph, which begins and ends there."""
    stop = begin
    for word in re.compile(r"\S+").finditer(text, begin, end):
        if stop > begin and width_of(text[begin : word.end()]) > width:
            yield slice(begin, stop)
            begin = word.start()
        stop = word.end()
        while width_of(text[begin:stop]) > width and stop - begin > 1:
            fits = next(n for n in range(stop - 1, begin, -1) if n == begin + 1 or width_of(text[begin:n]) <= width)
            yield slice(begin, fits)
            begin = fits
    yield slice(begin, stop)
