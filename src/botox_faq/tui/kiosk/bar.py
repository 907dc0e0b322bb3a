"""The line at the foot of every screen of a kiosk: staff can help, the way to read on, and the way to be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from botox_faq.tui.bars import Link
from botox_faq.tui.legible import Legible
from botox_faq.tui.looks import is_large

if TYPE_CHECKING:
    from botox_faq.content.wording import Kiosk


class KioskBar(Horizontal):
    """Always there and always as high: the warning takes its words' place, so that it never covers an answer.

    `pages` are the ways to read on, shown while there is more than the window holds; `done` is the key of the way to
    be done, None where there is no visit. `by_number` says whether numbers can be typed here.
    """

    DEFAULT_CSS = """
    KioskBar {
        dock: bottom;
        height: 1;
        align-horizontal: center;
        background: $panel;
        color: $foreground;
        .column { height: 1; max-width: 84; padding: 0 2; }
        #kiosk-says { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        #kiosk-warns { width: 1fr; display: none; }
        #kiosk-done { width: auto; padding: 0 1; background: $accent; color: $on-accent; }
        .page { display: none; background: $surface; color: $foreground; margin: 0 1 0 0; }
    }
    KioskBar.-warning {
        background: $warning;
        color: $background;
        text-style: bold;
        #kiosk-says, .page { display: none; }
        #kiosk-warns { display: block; }
    }
    """

    def __init__(
        self, words: Kiosk, *, pages: Sequence[Link] = (), done: str | None = None, by_number: bool = False
    ) -> None:
        super().__init__()
        self.words = words
        self.pages = pages
        rest = f"{words.staff} {words.by_number}" if by_number else words.staff
        self.says = Static(rest, id="kiosk-says", markup=False)
        self.warns = Legible(id="kiosk-warns")
        self.done = Link("app.done", done or "", id="kiosk-done")
        self.done.label(words.done)
        self.done.display = done is not None
        self._shown = 0

    def compose(self) -> ComposeResult:
        """What it says on the left, the ways on the right."""
        with Horizontal(classes="column"):
            yield self.says
            yield self.warns
            for page in self.pages:
                page.add_class("page")
                yield page
            yield self.done

    def warn(self, seconds: int) -> None:
        """Count down; 0 is no warning."""
        if seconds == self._shown:
            return
        self._shown = seconds
        self.set_class(bool(seconds), "-warning")
        words = self.words.still_there_large if is_large(self) else self.words.still_there
        self.warns.update(words.format(seconds=seconds) if seconds else "")
