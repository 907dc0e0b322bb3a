"""A real terminal to run the program in: tmux draws, the test types, clicks and reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from uuid import uuid4

TMUX = shutil.which("tmux")
ATTRACT = "Questions about lines and wrinkles?"
"""What a kiosk says between two visits."""

PATIENCE = 20.0
"""Seconds until something that should appear is given up."""


KEYS = ("qwertyuiop", "asdfghjkl@", "zxcvbnm.", "1234567890")
"""What stands in the rows of a kiosk's keys on the screen."""


def key_on(rows: Sequence[str], letter: str) -> tuple[int, int]:
    """Column and row, from 0, of a key on the screen."""
    for row, line in enumerate(rows):
        if any(letter in keys and line.replace(" ", "").startswith(keys) for keys in KEYS):
            return line.index(letter), row
    raise AssertionError(f"no key {letter}\n" + "\n".join(rows))


class Terminal:
    """One program in one window of a tmux server of its own."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        kind: str = "tmux-256color",
    ) -> None:
        """`kind` is what the program finds in TERM."""
        self._socket = f"botox-faq-{uuid4().hex[:8]}"
        width, height = size
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("TMUX", "TEXTUAL", "NO_COLOR"))
        }
        settings = [part for name, value in (env or {}).items() for part in ("-e", f"{name}={value}")]
        self._environment = kept
        begin = ("-f", os.devnull, "start-server", ";", "set-option", "-g", "default-terminal", kind, ";")
        new = ("new-session", "-d", "-x", str(width), "-y", str(height))
        self._tmux(*begin, *new, *settings, *command)
        self._tmux("set-option", "-g", "remain-on-exit", "on")
        self._tmux("set-option", "-g", "status", "off")

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        subprocess.run([str(TMUX), "-L", self._socket, "kill-server"], capture_output=True, check=False)

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            [str(TMUX), "-L", self._socket, *arguments],
            capture_output=True,
            check=True,
            env=self._environment,
            encoding="utf-8",
        )
        return done.stdout

    # --- what it shows ---

    @property
    def rows(self) -> list[str]:
        """The window's rows."""
        return self._tmux("capture-pane", "-p").split("\n")

    @property
    def painted(self) -> str:
        """The window with the codes of its colours."""
        return self._tmux("capture-pane", "-p", "-e")

    @property
    def text(self) -> str:
        """The window's text, without its layout."""
        return " ".join(" ".join(self.rows).split())

    def wait_for(self, *texts: str) -> str:
        """Wait until all these texts are shown; return the window's text."""
        return self.wait_until(lambda text: all(one in text for one in texts), " and ".join(texts))

    def wait_until_gone(self, text: str) -> str:
        """Wait until a text is no longer shown."""
        return self.wait_until(lambda shown: text not in shown, f"no {text}")

    def wait_until(self, holds: Callable[[str], bool], wanted: str) -> str:
        """Wait until the window's text satisfies `holds`."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if holds(text := self.text):
                return text
            time.sleep(0.05)
        raise AssertionError(f"waited in vain for: {wanted}\n" + "\n".join(self.rows))

    def wait_until_still(self) -> None:
        """Wait until the window has not changed for a while: suggestions come while one types."""
        before = ""
        while before != (before := self.text):
            time.sleep(0.3)

    # --- what is done to it ---

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        if text:
            self._tmux("send-keys", "-l", text)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names: Enter, Tab, Down, F3, C-q ..."""
        for key in keys:
            self._tmux("send-keys", key)

    def send(self, data: bytes) -> None:
        """Send raw bytes, as a terminal would."""
        self._tmux("send-keys", "-H", *(f"{byte:02x}" for byte in data))

    def ask(self, text: str) -> None:
        """Type a question and press Enter."""
        self.type(text)
        self.press("Enter")

    def click(self, text: str) -> None:
        """Click in the middle of where a text is shown, lowest on the screen."""
        self.wait_for(text)
        row, line = next((number, line) for number, line in reversed([*enumerate(self.rows, 1)]) if text in line)
        self.click_at(line.index(text) + len(text) // 2 + 1, row)

    def click_at(self, column: int, row: int) -> None:
        """Click in a cell, counted from 1."""
        self.send(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m".encode())

    # --- its process ---

    @property
    def process(self) -> int:
        """The program's process id."""
        return int(self._tmux("display-message", "-p", "#{pane_pid}"))
