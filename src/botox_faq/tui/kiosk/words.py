"""How many words a visitor has to read on the screen as it is now."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen
from textual.widgets import Static


def words_on(screen: Screen[Any]) -> int:
    """Return the words of the texts that can be seen; of one that is partly scrolled away, its share."""
    window = screen.region
    total = 0.0
    for text in screen.query(Static):
        region = text.region
        if text.is_on_screen and region.height:
            seen = region.intersection(window).height / region.height
            total += seen * len(str(text.content).split())
    return round(total)
