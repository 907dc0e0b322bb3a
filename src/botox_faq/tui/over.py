"""Screens that open over the chat, each imported when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botox_faq.booking.draft import Draft
    from botox_faq.content import Content
    from botox_faq.content.wording import Chat
    from botox_faq.conversation import Visit
    from botox_faq.tui.booking import BookingScreen
    from botox_faq.tui.help import HelpScreen
    from botox_faq.tui.urgent import UrgentScreen


def urgent_screen(lines: Sequence[str], visit: Visit, content: Content) -> UrgentScreen:
    """What to do now, a sentence a line, with the visit's options as the ways on."""
    from botox_faq.tui.urgent import UrgentScreen

    return UrgentScreen(lines, visit.options, content.wording.chat.too_small)


def booking_screen(
    content: Content, visit: Visit, data: Path | None, now: Callable[[], datetime], draft: Draft | None
) -> BookingScreen:
    """The form, with what the visit kept; the store in the folder `data` is opened when it saves."""
    from botox_faq.store import open_store
    from botox_faq.tui.booking import BookingScreen

    return BookingScreen(
        content,
        lambda: open_store(data),
        visit.kept,
        visit.read_entries,
        now,
        lambda text: visit.check(text, now()),
        draft,
    )


def help_screen(keys: Sequence[tuple[str, str]], chat: Chat) -> HelpScreen:
    """The keys of a screen, each with what it does."""
    from botox_faq.tui.help import HelpScreen

    return HelpScreen(chat.help_title, keys, chat.close)
