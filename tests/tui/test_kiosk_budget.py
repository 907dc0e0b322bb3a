"""The rows of every look, as docs/kiosk.md promises them, and that every kind of reply can be read within them."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from textual.widget import Widget

from botox_faq.conversation import Reply
from botox_faq.tui.booking import BookingScreen
from botox_faq.tui.kiosk.bar import KioskBar
from botox_faq.tui.kiosk.console import KNOWN, for_console
from botox_faq.tui.legible import Legible
from botox_faq.tui.looks import is_large
from botox_faq.tui.paging import Paged
from botox_faq.tui.themes import CONTRAST, DARK
from botox_faq.tui.urgent import UNREAD, UrgentScreen
from tests.large_print import read_large
from tests.tui.kiosk import Hall, Open

DOCS = Path(__file__).parents[2] / "docs" / "kiosk.md"
LOOKS = {
    "plain": (),
    "high contrast": ("asterisk",),
    "bigger buttons": ("slash",),
    "bigger text": ("plus",),
    "both": ("plus", "slash"),
    "--console": (),
}
"""The keys on the attract screen that each look takes."""

SIZES = ((80, 24), (120, 40))
KINDS = {
    "how often should i have it": ("answer", None),
    "should i have it if i am pregnant": ("refer", None),
    "stronger result": ("choices", None),
    "which bicycle has nine wheels": ("unknown", None),
    "hello": ("smalltalk", None),
    "menu": ("menu", None),
    "privacy": ("notice", None),
    "does it hurt and what does it cost": ("several", None),
    "book": ("booking", None),
    "I can't breathe": ("urgent", "emergency"),
    "i had it yesterday and my eye droops and hurts": ("urgent", "same-day"),
    "i want to kill myself": ("urgent", "crisis"),
    "i am 15 can i have it": ("urgent", "under-18"),
}
"""A message for each kind of reply, and each tier of an urgent one."""


def budget() -> dict[tuple[str, int], list[int]]:
    """The table in the docs: by look and rows of the window, the rows that each part takes or leaves to read."""
    found = {}
    for line in DOCS.read_text("utf-8").splitlines():
        cells = [cell.strip(" `") for cell in line.strip("|").split("|")]
        if cells[0] in LOOKS and all(map(str.isdigit, cells[1:])):
            found[cells[0], int(cells[1])] = [int(cell) for cell in cells[2:]]
    return found


BUDGET = budget()


def listen(hall: Hall) -> list[Reply]:
    """Hear what the visit replies from now on."""
    heard: list[Reply] = []
    visit = hall.chat.talk.visit  # type: ignore[union-attr]
    say = visit.say

    def listened(text: str, now: datetime) -> Reply:
        heard.append(say(text, now))
        return heard[-1]

    visit.say = listened  # type: ignore[method-assign]
    return heard


def squeezed(text: str) -> str:
    """A text without its white space, by which lines, columns and margins differ."""
    return re.sub(r"\s", "", text)


async def read_on(hall: Hall, *keys: str) -> str:
    """Page through what there is to its end; return all that could be read."""
    screen = hall.app.screen
    assert isinstance(screen, Paged)
    seen = ""
    for _ in range(100):
        window = screen.reading.scrollable_content_region
        rows = [row[window.x : window.right] for row in hall.rows[window.y : window.bottom]]
        seen += read_large(rows) + "".join(rows)
        assert all(letter <= "\xff" or letter in KNOWN for letter in for_console(hall.text))
        if screen.reading.scroll_offset.y >= screen.reading.max_scroll_y:
            return squeezed(seen)
        await hall.press(*keys)
    raise AssertionError("there is no end to it")


def rows_of(part: Widget) -> int:
    """The rows that a part of the screen takes, with what it keeps free around itself."""
    return part.outer_size.height + part.styles.margin.height


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("look", LOOKS)
async def test_every_kind_of_reply_keeps_to_the_budget(kiosk: Open, look: str, size: tuple[int, int]) -> None:
    async with kiosk(size, theme=CONTRAST.name if look == "--console" else DARK.name) as hall:
        await hall.press(*LOOKS[look])
        await hall.begin()
        heard = listen(hall)
        chat = hall.chat
        top, prompt, foot, line, left, urgent, form = BUDGET[look, size[1]]
        for message, kind in KINDS.items():
            chat.talk.visit.forget()  # type: ignore[union-attr]  # signs that were heard before would count
            await hall.ask(message)
            assert (heard[-1].kind, heard[-1].tier) == kind, message
            await hall.app.tick()
            await hall.settle()
            screen = hall.app.screen
            (bar,) = screen.query(KioskBar)
            assert rows_of(bar) == line
            if screen is chat:
                assert (rows_of(chat.top), rows_of(chat.ask), rows_of(chat.foot)) == (top, prompt, foot)
                assert chat.transcript.scrollable_content_region.height == left
                assert chat.transcript.exchanges[-1].region.y <= chat.transcript.content_region.y  # begins at the top
                await read_to_the_end(hall, "9", "8", "enter")
            elif isinstance(screen, UrgentScreen):
                assert screen.reading.scrollable_content_region.height == urgent
                await read_to_the_end(hall, "8")
                screen.since -= UNREAD
                await hall.press("2")
                assert hall.app.screen is chat
            else:
                assert isinstance(screen, BookingScreen)
                assert screen.reading.scrollable_content_region.height == form
                await read_to_the_end(hall, "8")
                await hall.press("9")
                assert hall.app.screen is chat


async def read_to_the_end(hall: Hall, *keys: str) -> None:
    """Read what is there by digits alone: every word of it has been in the window, and whole."""
    screen = hall.app.screen
    assert isinstance(screen, Paged)
    new = hall.chat.transcript.exchanges[-1] if screen is hall.chat else screen.reading
    seen = await read_on(hall, *keys)
    for text in new.query(Legible):
        said = text.words.plain.replace('"', "''") if is_large(text) and not text.has_class("you") else text.words.plain
        for word in said.split() if text.display else ():
            assert word in seen, (word, hall.text)
