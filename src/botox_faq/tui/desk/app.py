"""The desk as a program of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from botox_faq.content import Content
from botox_faq.tui.app import ChatApp, sturdy_driver
from botox_faq.tui.desk.screen import DeskScreen

if TYPE_CHECKING:
    from botox_faq.store.store import Store

SORRY = "Something went wrong and the desk had to close. Every change that it showed is kept."


def run_desk(content: Content, open_store: Callable[[], Store], name: str, now: Callable[[], datetime]) -> int:
    """Run the desk in this terminal and return the exit code."""
    app = ChatApp(lambda: DeskScreen(content, open_store, name, now), driver_class=sturdy_driver())
    app.run()
    if app.return_code == 1:
        print(SORRY, file=sys.stderr)
    return app.return_code or 0
