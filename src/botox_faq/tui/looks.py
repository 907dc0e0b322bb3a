"""The looks that a visitor can choose at a kiosk: classes of the app, by which style sheets and widgets go."""

from __future__ import annotations

from textual.dom import DOMNode

LARGE = "-large"
"""What is to be read is drawn in letters three rows high."""

ROOMY = "-roomy"
"""What can be touched is three rows high."""


def is_large(node: DOMNode) -> bool:
    """Whether the visitor asked for bigger text."""
    return node.app.has_class(LARGE)


def is_roomy(node: DOMNode) -> bool:
    """Whether the visitor asked for bigger buttons."""
    return node.app.has_class(ROOMY)
