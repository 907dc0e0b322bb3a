"""The way out of the kiosk, for staff."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from botox_faq.kiosk.pin import LONGEST, is_pin, wait_after
from botox_faq.tui.legible import Legible
from botox_faq.tui.paging import BACK

if TYPE_CHECKING:
    from botox_faq.content.wording import Kiosk


class Tries:
    """Wrong PINs in a row, for as long as the kiosk runs: opening the screen again forgives nothing."""

    def __init__(self) -> None:
        self.failures = 0
        self._open_at = 0.0

    def wait(self, now: float) -> int:
        """Whole seconds until the next try counts."""
        return max(0, ceil(self._open_at - now))

    def failed(self, now: float) -> None:
        """One more wrong PIN."""
        self.failures += 1
        self._open_at = now + wait_after(self.failures)


class PinScreen(ModalScreen[bool]):
    """Asks for the PIN; the result is True when it is the one. `kept` is its hash, None when none was set."""

    CSS_PATH = "pin.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(False)", show=False)]

    def __init__(self, words: Kiosk, kept: str | None, tries: Tries, time: Callable[[], float]) -> None:
        super().__init__()
        self.words = words
        self.kept = kept
        self.tries = tries
        self.time = time

    def compose(self) -> ComposeResult:
        """A title, the field, and what there is to say."""
        with Vertical(id="sheet"):
            yield Legible(self.words.pin_title, id="title")
            self.field = Input(password=True, id="pin", max_length=LONGEST, select_on_focus=False)
            yield self.field
            self.says = Legible(self.words.pin_hint if self.kept else self.words.pin_none, id="says")
            yield self.says

    def on_mount(self) -> None:
        """Type at once."""
        self.field.focus()

    @on(Input.Submitted)
    async def entered(self, event: Input.Submitted) -> None:
        """Compare, after as long as the tries so far call for."""
        event.stop()
        self.field.value = ""
        if event.value == BACK:  # too short to be a PIN
            self.dismiss(False)
            return
        wait = self.tries.wait(self.time())
        if wait == 0 and self.kept and await asyncio.to_thread(is_pin, event.value, self.kept):
            self.dismiss(True)
            return
        if wait == 0:
            self.tries.failed(self.time())
            wait = self.tries.wait(self.time())
        says = self.words.pin_wait.format(seconds=wait) if wait else self.words.pin_wrong
        self.says.update(says if self.kept else self.words.pin_none)
