"""An urgent reply has the screen to itself."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from botox_faq.tui import too_small
from botox_faq.tui.digits import large, number_to_ring
from botox_faq.tui.legible import Legible
from botox_faq.tui.options import OptionLine
from botox_faq.tui.paging import MORE, Paged

if TYPE_CHECKING:
    from botox_faq.conversation import Option

UNREAD = 2.0
"""Seconds in which keys and clicks are ignored: a fast typist's Enter dismisses nothing unread."""


class UrgentScreen(Paged["Option"]):
    """What to do now and nothing else; returns the option that the visitor took.

    The first of `lines` is the heading. `small` is what too small a window says.
    """

    AUTO_FOCUS = ""
    CSS_PATH = "urgent.tcss"
    HORIZONTAL_BREAKPOINTS = too_small.HORIZONTAL
    VERTICAL_BREAKPOINTS = too_small.VERTICAL
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "app.quit", show=False),
        Binding(MORE, "more", show=False),
    ]

    def __init__(self, lines: Sequence[str], options: Sequence[Option], small: str = "") -> None:
        super().__init__()
        self.heading, *self.lines = lines
        self.options = {str(option.number): option for option in options}
        self.small = small
        self.since = monotonic()
        self.reading = VerticalScroll(id="frame", can_focus=False)
        number = number_to_ring(self.heading)
        self.number = Static(large(number), id="number", markup=False) if number else None

    def compose(self) -> ComposeResult:
        """The number to ring, the heading, the lines, then the ways on."""
        with self.reading, Vertical(id="sheet"):
            if self.number is not None:
                yield self.number
            yield Legible(self.heading, id="heading")
            for line in self.lines:
                yield Legible(line, classes="line")
            with Vertical(id="ways"):
                yield from (OptionLine(option) for option in self.options.values())
        yield too_small.TooSmall(self.small)

    def on_mount(self) -> None:
        """The two seconds begin when the screen is there."""
        self.since = monotonic()
        self.call_after_refresh(self.make_room)

    def make_room(self) -> None:
        """Where not all is seen at once, the painted number gives way to the ways on: the heading has it too."""
        if self.number is not None and self.is_longer:
            self.number.display = False

    @property
    def unread(self) -> bool:
        """Too little time has passed for anyone to have read this."""
        return monotonic() - self.since < UNREAD

    def on_key(self, event: events.Key) -> None:
        """A digit takes its option at once: there is no prompt here to send it from."""
        if not self.unread and event.character in self.options:
            event.stop()
            self.dismiss(self.options[event.character])

    @on(OptionLine.Taken)
    def taken(self, event: OptionLine.Taken) -> None:
        """An option was clicked, or taken with Enter."""
        if not self.unread:
            self.dismiss(event.option)
