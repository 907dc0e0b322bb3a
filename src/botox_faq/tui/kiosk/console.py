"""Text as the bare Linux console can show it: its fonts have Latin-1, half blocks and little else."""

from __future__ import annotations

KNOWN = frozenset("\u2580\u2584\u2588\u258c\u2590")
"""Half and full blocks: every console font has them, because the PC's first one had."""

INSTEAD = str.maketrans(
    {
        "\u00b7": "-", "\u2022": "-", "\u2013": "-", "\u2014": "-", "\u2026": ".", "\u2018": "'", "\u2019": "'",
        "\u201c": '"', "\u201d": '"', "\u2502": "|", "\u2500": "-", "\u2581": "_",
        "\u2582": "\u2584", "\u2583": "\u2584",
        "\u2585": "\u2584", "\u2586": "\u2588", "\u2587": "\u2588", "\u258d": "\u258c", "\u258e": "|", "\u258f": "|",
    }
)  # fmt: skip


def for_console(text: str) -> str:
    """Return `text` with every glyph that a console font lacks replaced by one of the same width that it has."""
    if text.isascii():
        return text
    plain = text.translate(INSTEAD)
    return "".join(letter if letter <= "\u00ff" or letter in KNOWN else "?" for letter in plain)
