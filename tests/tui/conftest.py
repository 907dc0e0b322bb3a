"""A chat to drive: a fake assistant, no animation, no blinking, and the window's text to look at."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from botox_faq.content import Content
from botox_faq.tui.app import ChatApp
from botox_faq.tui.chat import ChatScreen
from tests.tui.fake import FakeAssistant, FakeVisit

CELL = 12.2
"""Width of a cell in Textual's pictures."""

SCROLLBAR = frozenset("▁▂▃▄▅▆▇█")


class Window:
    """The chat in a window: what it shows, and how to type into it."""

    def __init__(self, app: ChatApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def chat(self) -> ChatScreen:
        """The chat's screen, whatever is open over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ChatScreen))

    @property
    def rows(self) -> list[str]:
        """The window's rows as they are painted."""
        return painted_rows(self.app.export_screenshot(), self.app.size.width, self.app.size.height)

    @property
    def text(self) -> str:
        """All rows in one text."""
        return "\n".join(self.rows)

    @property
    def prose(self) -> str:
        """What is painted, without its line breaks, its layout and the scrollbar."""
        return " ".join(word for word in self.text.split() if not set(word) <= SCROLLBAR)

    async def settle(self) -> None:
        """Wait until all that was set going is done and painted."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text key by key."""
        names = {" ": "space", "?": "question_mark", "'": "apostrophe"}
        await self.pilot.press(*(names.get(letter, letter) for letter in text))

    async def ask(self, text: str) -> None:
        """Put a text into the prompt and press Enter."""
        self.chat.ask.prompt.insert(text)
        await self.pilot.press("enter")
        await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys and wait."""
        await self.pilot.press(*keys)
        await self.settle()

    async def click_text(self, text: str) -> None:
        """Click where a text is painted."""
        row = next(number for number, line in enumerate(self.rows) if text in line)
        await self.pilot.click(offset=(self.rows[row].index(text) + 1, row))
        await self.settle()


def painted_rows(svg: str, width: int, height: int) -> list[str]:
    """Rebuild the rows of a window from Textual's picture of it."""
    grid = [[" "] * width for _ in range(height)]
    pattern = (
        r'<text class="[^"]*-r\d+" x="([\d.]+)" y="[\d.]+"[^>]*clip-path="url\(#[^)]*-line-(\d+)\)">([^<]*)</text>'
    )
    for x, row, drawn in re.findall(pattern, svg):
        column = round(float(x) / CELL)
        for letter in html.unescape(drawn).replace("\xa0", " "):
            if column < width and int(row) < height:
                grid[int(row)][column] = letter
            column += 1
    return ["".join(row).rstrip() for row in grid]


Open = Callable[..., AbstractAsyncContextManager[Window]]


@pytest.fixture
def fake(content: Content) -> FakeAssistant:
    """The assistant behind the chat."""
    return FakeAssistant(content)


@pytest.fixture
def visit(fake: FakeAssistant) -> Callable[[], FakeVisit]:
    """The visit that the chat made."""
    return lambda: fake.visits[-1]


@pytest.fixture
def open_chat(fake: FakeAssistant, now: datetime, tmp_path: Path) -> Open:
    """Open the chat in a window of a size, ready to type into."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (80, 24), load: Callable[[], Any] = lambda: fake, ready: bool = True
    ) -> AsyncIterator[Window]:
        app = ChatApp(lambda: ChatScreen(load, data=tmp_path, clock=lambda _: now))
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            window = Window(app, pilot)
            window.chat.ask.prompt.cursor_blink = False
            if ready:
                await window.settle()
            yield window

    return opened


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the assistant is kept between the tests of the kiosk."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def kiosk(faq: Path, tmp_path: Path, cache: Path, now: datetime) -> Callable[..., Any]:
    """Open a kiosk with a store of its own, in a window of a size, with the shipped content or that of a folder."""
    from tests.tui.kiosk import open_kiosk  # it builds on the window above

    def opened(size: tuple[int, int] = (80, 24), folder: Path = faq, **options: Any) -> Any:
        return open_kiosk(folder, tmp_path / "data", cache, now, size, **options)

    return opened
