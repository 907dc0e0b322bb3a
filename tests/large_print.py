"""Reads large letters back from the rows of a window, as a test's eyes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from botox_faq.tui.letters import ROWS, SPACE, font, paint

Columns = tuple[str, ...]


def columns(rows: Sequence[str]) -> list[Columns]:
    """The columns of three rows, of their blocks from above."""
    width = max(map(len, rows))
    return list(zip(*(row.ljust(width) for row in rows), strict=True))


BLANK = (" ",) * ROWS
GAP = 1 + len(SPACE)
"""Blank columns between two words, or more."""

LETTERS = {tuple(columns([row[:-1] for row in paint(letter)])): letter for letter in font()}


def read_large(rows: Sequence[str]) -> str:
    """What the rows say in large letters, line by line; all else is passed over."""
    lines, at = [], 0
    while at + ROWS <= len(rows):
        line = read_line(rows[at : at + ROWS])
        lines += [line] if line else []
        at += ROWS if line else 1
    return " ".join(lines)


def read_line(rows: Sequence[str]) -> str:
    """What three rows say, "" where there is anything but large letters in them."""
    said = "".join(_words(columns(rows))).strip()
    return "" if "\0" in said else said


def _words(painted: list[Columns]) -> Iterator[str]:
    for blank, run in groupby(painted, BLANK.__eq__):
        letter = tuple(run)
        if blank:
            yield " " if len(letter) >= GAP else ""
        else:
            yield LETTERS.get(letter, "\0")
