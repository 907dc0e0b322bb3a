"""Keys on the screen, for those who have only a touch: letters, digits and signs, three rows high."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message

from botox_faq.tui.legible import Legible

if TYPE_CHECKING:
    from botox_faq.content.wording import Kiosk

LETTERS = ("qwertyuiop", "asdfghjkl@", "zxcvbnm.")
DIGITS = ("1234567890", "+-._@?!,'/", "():;&%")
OTHER, DELETE, SEND = "other", "delete", "send"
"""What the keys mean that write nothing."""


class ScreenKey(Legible):
    """One key."""

    @dataclass
    class Pressed(Message):
        """The key was touched; `means` is what it writes, or `OTHER`, `DELETE` or `SEND`."""

        means: str

    def __init__(self, means: str, label: str = "") -> None:
        super().__init__(label or means, classes="wide" if label else "")
        self.means = means

    def drawn(self, width: int) -> list[Content]:
        """A letter is drawn large; for a word there is no room."""
        return super().drawn(width) if len(self.words) == 1 else [self.words]

    def on_click(self) -> None:
        """A touch presses it."""
        self.post_message(self.Pressed(self.means))


class Keyboard(Vertical):
    """Three rows of keys: letters, or digits and signs."""

    DEFAULT_CSS = """
    Keyboard {
        height: 9;
        align-horizontal: center;
        background: $surface;
        .keys { height: 3; max-width: 84; padding: 0 2; }
        .-digits { display: none; }
        ScreenKey {
            width: 1fr;
            height: 3;
            padding: 1 0;
            margin: 0 1 0 0;
            text-align: center;
            text-style: bold;
            background: $panel;
        }
        .keys.-between ScreenKey { background: $background; }
        ScreenKey.wide { width: 9; }
        ScreenKey:hover { background: $accent; color: $on-accent; }
    }
    Keyboard.-shows-digits .-digits { display: block; }
    Keyboard.-shows-digits .-letters { display: none; }
    """

    def __init__(self, words: Kiosk) -> None:
        super().__init__()
        self.words = words

    def compose(self) -> ComposeResult:
        """Both sets of keys; one of them is shown."""
        for name, rows in (("-letters", LETTERS), ("-digits", DIGITS)):
            for number, row in enumerate(rows):
                with Horizontal(classes=f"keys {name} {'-between' if number == 1 else ''}"):
                    yield from map(ScreenKey, row)
                    if number == len(rows) - 1:
                        yield from self._wide()

    def _wide(self) -> Iterator[ScreenKey]:
        yield ScreenKey(OTHER, self.words.key_other)
        yield ScreenKey(" ", self.words.key_space)
        yield ScreenKey(DELETE, self.words.key_delete)
        yield ScreenKey(SEND, self.words.key_send)

    def on_screen_key_pressed(self, event: ScreenKey.Pressed) -> None:
        """Turn to the other set here; what is to be written goes on to whoever has the field."""
        if event.means == OTHER:
            event.stop()
            self.toggle_class("-shows-digits")
