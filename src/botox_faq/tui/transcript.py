"""What was said so far, the newest at the top of the window and what came before it above."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from botox_faq.conversation import Option
    from botox_faq.tui.options import Options

KEPT = 20
"""Exchanges that stay mounted. An answer costs about 30 KiB; older ones are of no use on a screen."""


class Line(Horizontal):
    """A label in the margin and the text beside it."""

    DEFAULT_CSS = """
    Line {
        height: auto;
        margin: 0 0 1 0;
        .label { width: 9; color: $quiet; }
        .text { width: 1fr; max-width: 70; height: auto; }
        &.you .text { color: $quiet; }
        &.answer .label { color: $accent; text-style: bold; }
        &.safety .text { background: $safety; color: $warning; text-style: bold; padding: 0 1; }
    }
    """

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

    DEFAULT_CSS = """
    Exchange {
        height: auto;
        &.-latest { min-height: 100%; }
    }
    """

    def __init__(self, *lines: Line) -> None:
        super().__init__(*lines, classes="column -latest")
        self.options: Options | None = None

    async def offer(self, options: Sequence[Option]) -> None:
        """Show what can be chosen after this reply."""
        if options:
            from botox_faq.tui.options import Options  # late, like all that the first paint does not show

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

    DEFAULT_CSS = """
    Transcript {
        height: 1fr;
        align-horizontal: center;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        padding: 1 0 0 0;
    }
    """

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
