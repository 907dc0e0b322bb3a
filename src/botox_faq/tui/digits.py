"""Numbers to ring in figures five rows high, painted with blanks so that no font can lack them."""

from __future__ import annotations

import re

from textual.content import Content

from botox_faq.tui.letters import font

_ROWS = 5
_SPACE = ("...",) * _ROWS
_NUMBER = re.compile(r"(?<![\d+])\d{2,3}(?: \d{2,3})?(?![\d ]*\d)")


def number_to_ring(sentence: str) -> str | None:
    """Return the short number in a sentence ("999", "116 123"); None where there is none or it is a long one."""
    found = _NUMBER.search(sentence)
    return found[0] if found else None


def large(number: str) -> Content:
    """Return digits and spaces as five rows of painted blanks, each dot two columns wide."""
    figures = [_SPACE if digit == " " else font()[digit] for digit in number]
    rows = (".".join(figure[row] for figure in figures) for row in range(_ROWS))
    return Content("\n").join(
        Content.assemble(*(("  ", "reverse" if dot == "#" else "") for dot in row)) for row in rows
    )
