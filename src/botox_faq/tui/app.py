"""The Textual app: themes, a sturdy terminal, and an end that shows nobody's words."""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from textual.app import App
from textual.driver import Driver
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme
from textual.worker import WorkerFailed

from botox_faq.tui.themes import DARK, THEMES, next_theme

if TYPE_CHECKING:
    from botox_faq.conversation import Assistant


class ChatApp(App[Exception]):
    """Shows the screen that `first` makes; its result is the error that kept it from starting, if one did."""

    ENABLE_COMMAND_PALETTE = False
    # Set before the first style sheet is read: a theme that changes later has all of them read again.
    theme = Reactive(DARK.name)

    def __init__(self, first: Callable[[], Screen[Any]], **options: Any) -> None:
        super().__init__(**options)
        # Textual would print a traceback with local variables, and so with a visitor's words.
        self.error_console = Console(file=StringIO())
        self.first = first
        self.failure: Exception | None = None

    def get_default_screen(self) -> Screen[Any]:
        """The first screen, with no empty one beneath it."""
        return self.first()

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The themes that there are to choose from: these three and none of Textual's own."""
        return {theme.name: theme for theme in THEMES}

    def on_mount(self) -> None:
        """End in good order when the terminal goes or the system asks for it: the terminal is restored."""
        if threading.current_thread() is threading.main_thread():
            loop = asyncio.get_running_loop()
            for asked in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(asked, self.exit, None, 128 + asked)

    def _handle_exception(self, error: Exception) -> None:
        """Remember what ended the app, for the command line to report by its type and place."""
        self.failure = error.error if isinstance(error, WorkerFailed) else error  # type: ignore[assignment]
        super()._handle_exception(error)

    def action_next_theme(self) -> None:
        """Dark, light, high contrast, and round again."""
        self.theme = next_theme(self.theme)


def run_chat(faq: Path | None, data: Path | None) -> int:
    """Run the chat in this terminal and return the exit code.

    `faq` is the folder of the content, `data` that of the store; None means the usual place. What ended the chat
    before its time is raised: `ContentError`, or whatever went wrong.
    """
    from botox_faq.tui.chat import ChatScreen

    def load() -> Assistant:
        from botox_faq.assistant import cache_folder, load_assistant
        from botox_faq.content import find_faq

        assistant = load_assistant(find_faq(faq), cache_folder())
        # The first misspelt word loads what repairs it, 40 ms: here it keeps nobody waiting.
        assistant.reader.read("wrinkels")
        return assistant

    shown: list[ChatScreen] = []

    def first() -> ChatScreen:
        shown.append(ChatScreen(load, data=data))
        return shown[-1]

    app = ChatApp(first, driver_class=sturdy_driver())
    failure = app.run() or app.failure
    from botox_faq.passing_on import keep_counts

    for screen in shown:
        if screen.talk is not None:
            keep_counts(screen.talk.visit, data)
    if failure is not None:
        raise failure
    return app.return_code or 0


def sturdy_driver() -> type[Driver] | None:
    """The driver that no byte can end; None, Textual's own choice, where terminals are of another kind."""
    if sys.platform == "win32":
        return None
    from botox_faq.tui.driver import SturdyDriver

    return SturdyDriver
