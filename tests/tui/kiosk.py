"""A kiosk to drive: the shipped content, a clock to set, and what the desk has heard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot

from botox_faq.store import open_store
from botox_faq.tui.kiosk.app import KioskApp
from botox_faq.tui.kiosk.backstage import Backstage
from botox_faq.tui.kiosk.chat import KioskChat
from botox_faq.tui.themes import DARK
from tests.tui.conftest import Window


class Hall(Window):
    """The kiosk in its window. Its clock stands still but for `pass_time`."""

    app: KioskApp

    def __init__(self, app: KioskApp, pilot: Pilot[Any], log: list[str]) -> None:
        super().__init__(app, pilot)
        self.log = log
        self.seconds = 1000.0
        app.time = lambda: self.seconds

    @property
    def chat(self) -> KioskChat:
        """The visit's screen."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, KioskChat))

    @property
    def state(self) -> str:
        """Where the visit's clock stands."""
        return self.app.visit_clock.state

    @property
    def store(self) -> Any:
        """The store, as the desk opens it."""
        return open_store(self.app.backstage.data)

    async def pass_time(self, seconds: float) -> None:
        """Let time pass in one go, and the kiosk look at the clock."""
        self.seconds += seconds
        await self.app.tick()
        await self.settle()

    async def begin(self) -> None:
        """Touch the attract screen."""
        await self.press("enter")

    async def paste(self, text: str) -> None:
        """Paste a text where the focus is."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def keep_up(self) -> None:
        """Let the kiosk look after its store."""
        self.app.keep_up()
        await self.settle()


Open = Callable[..., AbstractAsyncContextManager[Hall]]
"""What opens a kiosk: the fixture `kiosk`."""


@asynccontextmanager
async def open_kiosk(
    faq: Path,
    data: Path,
    cache: Path,
    now: datetime,
    size: tuple[int, int] = (80, 24),
    pin: str | None = None,
    theme: str = DARK.name,
) -> AsyncIterator[Hall]:
    """Open a kiosk in a window of a size."""
    log: list[str] = []
    backstage = Backstage(faq, data, cache=cache, name="hall", note=log.append)
    app = KioskApp(backstage, pin=lambda: pin, clock=lambda _: now, theme=theme)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        hall = Hall(app, pilot, log)
        await hall.settle()
        yield hall
