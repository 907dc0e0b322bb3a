"""Starting the kiosk in this terminal, and ending it in good order."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from botox_faq.tui.kiosk.app import KioskApp
from botox_faq.tui.kiosk.backstage import Backstage
from botox_faq.tui.kiosk.driver import ConsoleDriver, KioskDriver
from botox_faq.tui.themes import CONTRAST, DARK

AGAIN = "Sorry, something went wrong. Nothing that was typed has been kept. Please ask at the desk."
CLEAR = "\x1b]52;c;\a\x1b]52;p;\a\x1b]0;\a\x1b[2J\x1b[3J\x1b[H"
"""Clipboards and title emptied, screen and scrollback cleared."""


def run_kiosk(
    faq: Path,
    data: Path | None,
    *,
    cache: Path | None,
    name: str,
    pin: Callable[[], str | None],
    note: Callable[[str], None],
    console: bool = False,
) -> int:
    """Run the kiosk until staff leave it (0), it crashes (1) or a signal ends it (128 and the signal's number).

    `name` is what the desk sees when it is rung, `pin` returns the PIN's hash, `note` takes a line for the log.
    `console`: show only glyphs that the Linux console has, in high contrast, as its 16 colours need.
    Raises ContentError where there is no content to begin with.
    """
    backstage = Backstage(faq, data, cache=cache, name=name, note=note)
    theme = CONTRAST if console else DARK
    app = KioskApp(backstage, pin=pin, theme=theme.name, driver_class=ConsoleDriver if console else KioskDriver)
    note("started")
    app.run()
    code = app.return_code or 0
    sys.stderr.write(CLEAR)
    if app.crash:
        note(f"crashed: {app.crash}")
        sys.stderr.write(f"{AGAIN}\n")
        code = code or 1
    else:
        note("left by staff" if code == 0 else f"ended with code {code}")
    sys.stderr.flush()
    return code
