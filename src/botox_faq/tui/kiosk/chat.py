"""The chat's screen as a kiosk shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events, on

from botox_faq.tui.bars import Link
from botox_faq.tui.chat import ChatScreen, system_clock
from botox_faq.tui.kiosk.backstage import Backstage
from botox_faq.tui.kiosk.keyboard import DELETE, SEND, Keyboard, ScreenKey
from botox_faq.tui.kiosk.talk import KioskTalk

if TYPE_CHECKING:
    from botox_faq.content.wording import Kiosk, Wording

PAGE_UP, PAGE_DOWN, DONE = "97", "98", "99"
CODES = {
    "90": "screen.unwell", "91": "screen.help", "92": "screen.menu", "93": "screen.book", "94": "app.next_theme",
    "95": "app.roomy", "96": "app.larger", PAGE_UP: "screen.page(-1)", PAGE_DOWN: "screen.page(1)", DONE: "app.done",
}  # fmt: skip
"""What the function keys do, for those who have only digits: F1 is 91, F9 is 99. No list is as long."""


class KioskChat(ChatScreen):
    """One visitor's chat, ready at once. `letter` is what began it, and begins the first question."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Enter", "key_send"),
        ("Up Down", "key_suggestion"),
        ("Tab", "key_tab"),
        ("0-9 Enter", "key_number"),
        ("PgUp PgDn", "key_page"),
        ("92 Enter", "key_menu"),
        ("93 Enter", "key_book"),
        ("94 Enter", "key_theme"),
    )
    BY_NUMBER: ClassVar[tuple[tuple[str, str], ...]] = (
        ("95", "roomy"),
        ("96", "larger"),
        (PAGE_UP, "page_up"),
        (PAGE_DOWN, "page_down"),
        (DONE, "done"),
    )
    """Keys that only a kiosk has."""

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
        await self._mount_keys(talk.content.wording.kiosk)
        self.ask.prompt.focus()
        if self.letter:
            self.ask.prompt.insert(self.letter)
        self.label_booking()

    async def say(self, text: str, shown: str = "") -> None:
        """Put a message to the visit; two digits that no list has do what a function key does."""
        if self.writes:
            self.action_keys()
        if not shown and (action := CODES.get(text.strip())):
            await self.run_action(action)
        else:
            await super().say(text, shown)

    def keys(self, wording: Wording) -> list[tuple[str, str]]:
        """The keys of the chat, then the numbers that only a kiosk knows."""
        numbers = [(f"{number} Enter", getattr(wording.kiosk, does)) for number, does in self.BY_NUMBER]
        return [*super().keys(wording), ("90 Enter", wording.conversation.unwell), *numbers]

    # --- keys on the screen ---

    async def _mount_keys(self, words: Kiosk) -> None:
        opens = Link("screen.keys", id="keys")
        opens.label(words.keys)
        await self.ask.line.mount(opens, before=self.ask.enter)
        await self.mount(Keyboard(words), after=self.ask)

    @property
    def writes(self) -> bool:
        """Whether the keys on the screen are open."""
        return self.has_class("-writes")

    def action_keys(self) -> None:
        """Open the keys on the screen, or close them. Questions are suggested only where there is room for both."""
        self.toggle_class("-writes")
        self.ask.close()
        self.ask.look_up = None if self.writes or self.talk is None else self.talk.look_up
        self.ask.prompt.focus()

    @on(ScreenKey.Pressed)
    def write_key(self, event: ScreenKey.Pressed) -> None:
        """Write what was touched into the prompt."""
        event.stop()
        if event.means == SEND:
            self.ask.prompt.send()
        elif event.means == DELETE:
            self.ask.prompt.action_delete_left()
        else:
            self.ask.prompt.type(event.means)

    def label_booking(self) -> None:
        """While requests can't be kept, the booking button says who can help."""
        if not isinstance(self.talk, KioskTalk):
            return  # not composed yet
        if not self.talk.takes_requests:
            self.top.book.label(self.talk.content.wording.kiosk.ask_desk)
        else:
            self.top.on_resize()
