"""The desk as a program of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from botox_faq.content import Content
from botox_faq.tui.app import ChatApp, sturdy_driver
from botox_faq.tui.desk.screen import DeskScreen

if TYPE_CHECKING:
    from botox_faq.store.store import Store


class DeskApp(ChatApp):
    """The worklist, and the requests that open over it."""

    CSS_PATH = "desk.tcss"

    def __init__(
        self,
        content: Content,
        open_store: Callable[[], Store],
        name: str,
        now: Callable[[], datetime],
        **options: Any,
    ) -> None:
        """`open_store` is called in a worker; `name` is who stands in the history for what is done here."""
        super().__init__(lambda: DeskScreen(content, open_store, name, now), **options)


def run_desk(content: Content, open_store: Callable[[], Store], name: str, now: Callable[[], datetime]) -> int:
    """Run the desk in this terminal and return the exit code; what ended it before its time is raised."""
    app = DeskApp(content, open_store, name, now, driver_class=sturdy_driver())
    failure = app.run() or app.failure
    if failure is not None:
        raise failure
    return app.return_code or 0
