"""What was said so far, the newest at the top of the window and what came before it above."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from botox_faq.tui.options import Options

if TYPE_CHECKING:
    from botox_faq.conversation import Option

KEPT = 20
"""Exchanges that stay mounted. An answer costs about 30 KiB; older ones are of no use on a screen."""


class Line(Horizontal):
    """A label in the margin and the text beside it."""

    def __init__(self, label: str, text: Content | str, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.label = Static(label, classes="label", markup=False)
        self.text = Static(text if isinstance(text, Content) else Content(text), classes="text", markup=False)

    def compose(self) -> ComposeResult:
        """Label, then text."""
        yield self.label
        yield self.text


class Exchange(Vertical):
    """What the visitor said and what was said back; only the latest one's options are live."""

    def __init__(self, *lines: Line) -> None:
        super().__init__(*lines, classes="column -latest")
        self.options: Options | None = None

    async def offer(self, options: Sequence[Option]) -> None:
        """Show what can be chosen after this reply."""
        if options:
            self.options = Options(options)
            await self.mount(self.options)

    def settle(self) -> None:
        """Become history: options that would no longer be understood go away."""
        self.remove_class("-latest")
        if self.options is not None:
            self.options.remove()
            self.options = None


class Transcript(VerticalScroll, can_focus=False):
    """All exchanges. The latest fills the window from its first line on; the earlier ones are above."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.exchanges: deque[Exchange] = deque()

    async def begin(self, *lines: Line) -> Exchange:
        """Start an exchange, settle the one before, and let go of the oldest."""
        if self.exchanges:
            self.exchanges[-1].settle()
        exchange = Exchange(*lines)
        self.exchanges.append(exchange)
        if len(self.exchanges) > KEPT:
            await self.exchanges.popleft().remove()
        await self.mount(exchange)
        self.turn()
        return exchange

    def turn(self) -> None:
        """Bring the first line of the latest exchange to the top."""
        if self.exchanges:
            latest = self.exchanges[-1]
            self.call_after_refresh(self.scroll_to_widget, latest, top=True, duration=0.2)

    async def clear(self) -> None:
        """Forget everything that was said."""
        self.exchanges.clear()
        await self.remove_children()
