"""The kiosk's terminal driver: whatever comes in, only keys, pastes and the mouse reach the app, and not too fast."""

from __future__ import annotations

from time import monotonic
from typing import Any

from textual import events, messages
from textual._xterm_parser import XTermParser
from textual.geometry import Size
from textual.message import Message

from botox_faq.tui.driver import SturdyDriver
from botox_faq.tui.kiosk.console import for_console

HEARD = (events.Key, events.Paste, events.MouseEvent, messages.TerminalSupportsSynchronizedOutput)
"""All that a terminal may tell us. A forged report of the window's size (99999 columns) would take the memory, one
of the cursor's place would move every click, and a loss of focus would take the prompt's."""

BOLD_BLACK, BLACK = "\x1b[1;30;", "\x1b[30;"

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
LONGEST_PASTE = 3.0
"""Seconds in which a paste that has begun must end. One that never ends would swallow every key from then on."""

BURST, A_SECOND = 500, 250
"""Events let through at once, and in a second after that: a key takes 4 ms, so more than this only queues up."""


class Bucket:
    """Lets `BURST` through at once and `A_SECOND` from then on."""

    def __init__(self) -> None:
        self._level = float(BURST)
        self._at = 0.0

    def take(self, now: float) -> bool:
        """Whether one more may pass at `now`, in seconds."""
        self._level = min(float(BURST), self._level + (now - self._at) * A_SECOND)
        self._at = now
        if self._level < 1:
            return False
        self._level -= 1
        return True


class KioskDriver(SturdyDriver):
    """Hands on what a visitor can mean, and lets go of everything else."""

    in_console = False
    """Show only what the fonts of the Linux console have."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._bucket = Bucket()
        self._tail = ""
        self._pasting: float | None = None
        self._forget = False

    def write(self, data: str) -> None:
        """Write to the terminal what it can show."""
        super().write(for_console(data) if self.in_console else data)

    def forget(self) -> None:
        """Drop what has been read and not yet been understood: the visit is over."""
        self._forget = True

    def look_at_size(self) -> None:
        """Tell the app of the window's size once more where it has missed a change."""
        size = Size(*self._get_terminal_size())
        if size != self._app.size:
            self.send_message(events.Resize(size, size))

    def stuck(self, typed: str) -> bool:
        """Whether to begin reading afresh: after a visit, or because a paste never ends."""
        window = self._tail + typed
        self._tail = window[1 - len(PASTE_BEGINS) :]  # a mark may come in two parts
        begins, ends = window.rfind(PASTE_BEGINS), window.rfind(PASTE_ENDS)
        if begins > ends:
            self._pasting = monotonic()
        elif ends >= 0:
            self._pasting = None
        overdue = self._pasting is not None and monotonic() - self._pasting > LONGEST_PASTE
        if not (overdue or self._forget):
            return False
        self._tail, self._pasting, self._forget = "", None, False
        XTermParser._parse_extended_key.cache_clear()  # it keeps what was typed, and the parser with it
        return True

    def process_message(self, message: Message) -> None:
        """Hand on an event from the terminal, unless it is none of a visitor's, off the screen, or one too many."""
        if not isinstance(message, HEARD):
            return
        if isinstance(message, events.MouseEvent):
            width, height = self._app.size
            if not (0 <= message.x < width and 0 <= message.y < height):
                return
        if self._bucket.take(monotonic()):
            super().process_message(message)


class ConsoleDriver(KioskDriver):
    """The kiosk's driver on the bare Linux console."""

    in_console = True

    def write(self, data: str) -> None:
        """Write black without bold: the console shows bold as bright, and bright black is grey on a coloured ground."""
        super().write(data.replace(BOLD_BLACK, BLACK))
