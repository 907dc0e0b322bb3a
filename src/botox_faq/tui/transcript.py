"""What was said so far, the newest at the top of the window and what came before it above."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from botox_faq.tui.legible import Legible
from botox_faq.tui.looks import is_large

if TYPE_CHECKING:
    from botox_faq.conversation import Option
    from botox_faq.tui.options import Options

KEPT = 10
"""Exchanges that stay mounted, each a question and its answer: older ones cost memory and are read by nobody."""

MARGIN = 9
"""Columns for the labels."""

LONGEST_LINE = 70
"""Columns of text that are read with ease."""


class Line(Legible):
    """A label in the margin and the text beside it. One widget, where three would take 60 KiB more a message.

    In large letters the label stands small above the text, and the visitor's own words stay small.
    """

    DEFAULT_CSS = """
    Line {
        height: auto;
        margin: 0 0 1 0;
        &.you { color: $quiet; }
        &.safety { background: $safety; color: $warning; text-style: bold; }
    }
    """

    def __init__(self, label: str, text: Content | str, *, classes: str = "") -> None:
        self.label = label
        self.text = text if isinstance(text, Content) else Content(text)
        super().__init__(self.text, classes=classes)

    def hanging(self, width: int) -> list[Content]:
        """The lines of the text for a widget of a width, with the label before the first."""
        style = "bold $accent" if self.has_class("answer") else ""
        if is_large(self) and not self.has_class("you"):
            return [*([Content.styled(self.label, style)] if self.label else []), *self.drawn(width)]
        label = Content.styled(self.label.ljust(MARGIN), style)
        lines = self.text.wrap(max(1, min(width - MARGIN, LONGEST_LINE)))
        return [(label if place == 0 else Content(" " * MARGIN)) + line for place, line in enumerate(lines)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        return len(self.hanging(width))

    def render(self) -> Content:
        """The lines, for the width that the widget has now."""
        return Content("\n").join(self.hanging(self.content_size.width))


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

    async def settle(self) -> None:
        """Become history: options that would no longer be understood go away."""
        self.remove_class("-latest")
        if self.options is not None:
            await let_go(self.options)
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
            await self.exchanges[-1].settle()
        exchange = Exchange(*lines)
        self.exchanges.append(exchange)
        if len(self.exchanges) > KEPT:
            await let_go(self.exchanges.popleft())
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


async def let_go(widget: Widget) -> None:
    """Remove a widget and what it has painted, which a cache of Textual's holds on to (10 MB in 200 exchanges)."""
    gone = [widget, *widget.walk_children(Widget)]
    await widget.remove()
    for one in gone:
        one.refresh()
