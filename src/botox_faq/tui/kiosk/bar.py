"""The line at the foot of every screen of a kiosk: staff can help, and the way to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from botox_faq.tui.bars import Link

if TYPE_CHECKING:
    from botox_faq.content.wording import Kiosk


class KioskBar(Horizontal):
    """Always there and always as high: the warning takes its words' place, so that it never covers an answer."""

    DEFAULT_CSS = """
    KioskBar {
        dock: bottom;
        height: 1;
        align-horizontal: center;
        background: $panel;
        color: $foreground;
        .column { height: 1; max-width: 84; padding: 0 2; }
        #kiosk-says { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        #kiosk-done { width: auto; padding: 0 1; background: $accent; color: $on-accent; }
    }
    KioskBar.-warning { background: $warning; color: $background; text-style: bold; }
    """

    def __init__(self, words: Kiosk, *, with_done: bool) -> None:
        super().__init__()
        self.words = words
        self.rest = f"{words.staff} {words.by_number}" if with_done else words.staff
        self.says = Static(self.rest, id="kiosk-says", markup=False)
        self.done = Link("app.done", "99", id="kiosk-done")
        self.done.label(words.done)
        self.done.display = with_done
        self._shown = 0

    def compose(self) -> ComposeResult:
        """What it says on the left, the way out on the right."""
        with Horizontal(classes="column"):
            yield self.says
            yield self.done

    def warn(self, seconds: int) -> None:
        """Count down; 0 is no warning."""
        if seconds == self._shown:
            return
        self._shown = seconds
        self.set_class(bool(seconds), "-warning")
        self.says.update(Content(self.words.still_there.format(seconds=seconds) if seconds else self.rest))
