"""Keys on the screen, for those who have only a touch: letters and digits, three rows high."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

LETTERS = ("qwertyuiop", "asdfghjkl@", "zxcvbnm.")
DIGITS = ("1234567890", "+-._@", "")
OTHER, DELETE = "123 abc", "<--"


class ScreenKey(Static):
    """One key."""

    @dataclass
    class Pressed(Message):
        """The key was touched; `means` is its letter, or `OTHER` or `DELETE`."""

        means: str

    def __init__(self, means: str) -> None:
        super().__init__(means, markup=False, classes="wide" if len(means) > 1 else "")
        self.means = means

    def on_click(self) -> None:
        """A touch presses it."""
        self.post_message(self.Pressed(self.means))


class Keyboard(Vertical):
    """Three rows of keys: letters, or digits and signs."""

    DEFAULT_CSS = """
    Keyboard {
        dock: bottom;
        height: 9;
        margin: 0 0 3 0;
        max-width: 84;
        padding: 0 2;
        background: $surface;
        .keys { height: 3; }
        .-digits { display: none; }
        ScreenKey { width: 1fr; max-width: 8; height: 3; padding: 1 0; text-align: center; text-style: bold; }
        ScreenKey.wide { max-width: 14; background: $panel; }
        ScreenKey:hover { background: $panel; }
    }
    Keyboard.-shows-digits .-digits { display: block; }
    Keyboard.-shows-digits .-letters { display: none; }
    """

    def compose(self) -> ComposeResult:
        """Both sets of keys; one of them is shown."""
        for name, rows in (("-letters", LETTERS), ("-digits", DIGITS)):
            for number, row in enumerate(rows):
                with Horizontal(classes=f"keys {name}"):
                    yield from map(ScreenKey, row)
                    if number == len(rows) - 1:
                        yield ScreenKey(OTHER)
                        yield ScreenKey(DELETE)

    def on_screen_key_pressed(self, event: ScreenKey.Pressed) -> None:
        """Turn to the other set here; what is to be written goes on to whoever has the field."""
        if event.means == OTHER:
            event.stop()
            self.toggle_class("-shows-digits")
