"""Reading on where a text is longer than the window: by key, by a digit, by a touch."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen, ScreenResultType

from botox_faq.tui.letters import ROWS
from botox_faq.tui.looks import is_large

MORE, BACK, ON = "8", "9", "0"
"""The digits that read on, go back and go on, on every screen without a prompt."""

OVERLAP = 2
"""Rows that are seen on two pages: enough for no large letter to be cut on both."""


class Paged(Screen[ScreenResultType]):
    """A screen that is read page by page; `reading` is what scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]
    reading: VerticalScroll

    @property
    def is_longer(self) -> bool:
        """Whether there is more to read than the window shows at once."""
        return self.is_mounted and self.reading.max_scroll_y > 0

    def action_page(self, step: int) -> None:
        """One page up (-1) or down (1)."""
        rows = max(1, self.reading.scrollable_content_region.height - OVERLAP)
        if is_large(self):
            rows -= rows % ROWS if rows > ROWS else 0  # lines that were whole stay so
        self.reading.scroll_relative(y=step * rows, animate=False)

    async def action_more(self) -> None:
        """One page down; from the last, back to the first."""
        if self.reading.scroll_offset.y < self.reading.max_scroll_y:
            self.action_page(1)
        else:
            self.reading.scroll_home(animate=False)
