"""An urgent reply has the screen to itself."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from botox_faq.tui import too_small
from botox_faq.tui.options import OptionLine

if TYPE_CHECKING:
    from botox_faq.content import Content
    from botox_faq.conversation import Option, Reply

UNREAD = 2.0
"""Seconds in which keys and clicks are ignored: a fast typist's Enter dismisses nothing unread."""


class UrgentScreen(Screen["Option"]):
    """What to do now, in large letters, and nothing else; returns the option that the visitor took."""

    CSS_PATH = "urgent.tcss"
    HORIZONTAL_BREAKPOINTS = too_small.HORIZONTAL
    VERTICAL_BREAKPOINTS = too_small.VERTICAL
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.quit", show=False)]

    def __init__(self, reply: Reply, options: Sequence[Option], content: Content) -> None:
        super().__init__()
        self.reply = reply
        self.options = {str(option.number): option for option in options}
        self.content = content
        self.since = monotonic()

    def compose(self) -> ComposeResult:
        """The first sentence large, the rest below it, then the two ways on."""
        first, _, rest = (self.reply.answer or "").strip().partition("\n")
        with VerticalScroll(id="frame", can_focus=False), Vertical(id="sheet"):
            yield Static(first, id="first", markup=False)
            if rest:
                yield Static(rest.strip(), id="rest", markup=False)
            with Vertical(id="ways"):
                yield from map(OptionLine, self.options.values())

    def on_mount(self) -> None:
        """The clock starts when the screen is seen."""
        self.since = monotonic()
        self.set_focus(None)

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
    def take(self, event: OptionLine.Taken) -> None:
        """An option was clicked, or taken with Enter."""
        if not self.unread:
            self.dismiss(event.option)
