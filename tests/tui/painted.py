"""What a camera sees of a screen: its cells painted in their colours, two rows of dots a cell."""

from __future__ import annotations

import numpy as np
import zxingcpp
from textual.app import App

HALVES = {"▀": (1, 0), "▄": (0, 1), "█": (1, 1)}
DOT = 6
"""Pixels a dot: a module of a code is one dot wide."""


def text_of(app: App) -> str:
    """The screen as lines of text."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


def codes_on(app: App) -> list[str]:
    """What a QR reader finds on the screen as it is painted."""
    strips = app.screen._compositor.render_strips()
    dots = np.zeros((2 * len(strips), app.size.width), dtype=np.uint8)
    for y, strip in enumerate(strips):
        x = 0
        for segment in strip:
            style = segment.style
            ink, paper = (_light(style.color, 220), _light(style.bgcolor, 0)) if style else (220, 0)
            for cell in segment.text:
                upper, lower = HALVES.get(cell, (0, 0))
                if x < app.size.width:
                    dots[2 * y, x] = ink if upper else paper
                    dots[2 * y + 1, x] = ink if lower else paper
                x += 1
    picture = np.kron(dots, np.ones((DOT, DOT), dtype=np.uint8))
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def _light(color, otherwise: int) -> int:
    triplet = color.get_truecolor() if color is not None and not color.is_default else None
    return int(0.3 * triplet.red + 0.6 * triplet.green + 0.1 * triplet.blue) if triplet else otherwise
