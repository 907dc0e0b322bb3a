"""What a kiosk adds to every screen: its foot line, and keys on the screen where a field wants letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from botox_faq.tui.bars import Link
from botox_faq.tui.booking import BookingScreen
from botox_faq.tui.kiosk.attract import AttractScreen
from botox_faq.tui.kiosk.bar import KioskBar
from botox_faq.tui.kiosk.chat import DONE, PAGE_DOWN, PAGE_UP, KioskChat
from botox_faq.tui.kiosk.keyboard import DELETE, SEND, Keyboard
from botox_faq.tui.kiosk.pin import PinScreen
from botox_faq.tui.paging import MORE

if TYPE_CHECKING:
    from botox_faq.content.wording import Wording

DONE_KEY = "F9"
"""The key that ends a visit where no number can be typed."""


def dress(screen: Screen[Any], wording: Wording) -> KioskBar:
    """Give a screen that has come to the front what it lacks; return its foot line."""
    bars = screen.query(KioskBar)
    if bars:
        return bars.first()
    bar = bar_of(screen, wording)
    screen.mount(bar)
    if isinstance(screen, BookingScreen):
        screen.mount(Keyboard(wording.kiosk), before="#foot")
    return bar


def bar_of(screen: Screen[Any], wording: Wording) -> KioskBar:
    """The foot line of a screen, with what can be done there."""
    kiosk = wording.kiosk
    if isinstance(screen, AttractScreen | PinScreen):
        return KioskBar(kiosk)
    if isinstance(screen, KioskChat):
        up = _way("screen.page(-1)", PAGE_UP, kiosk.page_up)
        down = _way("screen.page(1)", PAGE_DOWN, kiosk.page_down)
        return KioskBar(kiosk, pages=(up, down), done=DONE, by_number=True)
    if isinstance(screen, BookingScreen):  # it has a way to read on itself
        return KioskBar(kiosk, done=DONE_KEY)
    return KioskBar(kiosk, pages=(_way("screen.more", MORE, wording.booking.more),), done=DONE_KEY)


def _way(action: str, key: str, says: str) -> Link:
    link = Link(action, key)
    link.label(says)
    return link


async def write_into(screen: BookingScreen, means: str) -> None:
    """Do what a key on the screen means in the form's field."""
    screen.field.focus()
    if means == DELETE:
        screen.field.action_delete_left()
    elif means == SEND:
        await screen.field.action_submit()
    else:
        screen.field.insert_text_at_cursor(means)
