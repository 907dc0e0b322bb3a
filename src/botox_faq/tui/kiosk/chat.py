"""The chat's screen as a kiosk shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import events, on

from botox_faq.tui.chat import ChatScreen, system_clock
from botox_faq.tui.kiosk.backstage import Backstage
from botox_faq.tui.kiosk.talk import KioskTalk

CODES = {
    "91": "screen.help", "92": "screen.menu", "93": "screen.book", "94": "app.next_theme", "95": "app.roomy",
    "99": "app.done",
}  # fmt: skip
"""What the function keys do, for those who have only digits: F1 is 91, F9 is 99. No list is as long."""


class KioskChat(ChatScreen):
    """One visitor's chat, ready at once. `letter` is what began it, and begins the first question."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (*ChatScreen.KEYS[:-1],)

    def __init__(self, backstage: Backstage, letter: str = "", clock: Callable[[str], datetime] | None = None) -> None:
        super().__init__(lambda: backstage.assistant, data=backstage.data, clock=clock or system_clock)
        self.backstage = backstage
        self.letter = letter

    def get_ready(self) -> None:
        """Nothing to load: the assistant is there already."""

    @on(events.Mount)
    async def greet(self) -> None:
        """Greet at once."""
        self.talk = talk = KioskTalk(self.backstage, self, self.transcript, self.clock)
        await self.fill(talk.content)
        await talk.greet()
        self.ask.look_up = talk.look_up
        self.ask.prompt.focus()
        if self.letter:
            self.ask.prompt.insert(self.letter)
        self.label_booking()

    async def say(self, text: str, shown: str = "") -> None:
        """Put a message to the visit; two digits that no list has do what a function key does."""
        if not shown and (action := CODES.get(text.strip())):
            await self.run_action(action)
        else:
            await super().say(text, shown)

    def label_booking(self) -> None:
        """While requests can't be kept, the booking button says who can help."""
        if not isinstance(self.talk, KioskTalk):
            return  # not composed yet
        if not self.talk.takes_requests:
            self.top.book.label(self.talk.content.wording.kiosk.ask_desk)
        else:
            self.top.on_resize()
