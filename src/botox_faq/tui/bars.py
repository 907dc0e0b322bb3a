"""The line above the conversation and the line below it: always there, on every window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from botox_faq.content.wording import Chat


class Link(Static):
    """A word to click that does what its key does."""

    def __init__(self, action: str, key: str = "", *, id: str | None = None) -> None:
        super().__init__("", id=id, classes="link", markup=False)
        self.does = action
        self.key = key

    def label(self, text: str) -> None:
        """Show `text`, after the key where there is one."""
        self.update(Content.assemble((self.key, "bold"), " " if self.key else "", text))

    async def on_click(self) -> None:
        """Do what the key does."""
        await self.run_action(self.does)


class TopBar(Horizontal):
    """The clinic's name, and the keys that work everywhere; booking stands out."""

    def __init__(self) -> None:
        super().__init__()
        self.clinic = Static("", id="clinic", markup=False)
        self.keys = Link("screen.help", "F1")
        self.menu = Link("screen.menu", "F2")
        self.book = Link("screen.book", "F3", id="book")
        self.chat: Chat | None = None

    def compose(self) -> ComposeResult:
        """The name on the left, the keys on the right."""
        with Horizontal(classes="column"):
            yield self.clinic
            yield self.keys
            yield self.menu
            yield self.book

    def fill(self, name: str, chat: Chat) -> None:
        """Show the words, once they have been read."""
        self.chat = chat
        self.clinic.update(Content.styled(name, "bold"))
        self.keys.label(chat.keys)
        self.menu.label(chat.menu)
        self._label_book()

    def on_resize(self) -> None:
        """A narrow window leaves room for one word."""
        self._label_book()

    def _label_book(self) -> None:
        if self.chat is not None:
            self.book.label(self.chat.book if self.app.size.width >= 80 else self.chat.book_short)


class FootBar(Horizontal):
    """Help for those who feel unwell, and what this chat is not."""

    def __init__(self) -> None:
        super().__init__()
        self.unwell = Link("screen.unwell", id="unwell")
        self.small_print = Static("", id="small-print", markup=False)
        self.said = ""

    def compose(self) -> ComposeResult:
        """The way to the warning signs on the left, the small print on the right."""
        with Horizontal(classes="column"):
            yield self.unwell
            yield self.small_print

    def fill(self, unwell: str, small_print: str) -> None:
        """Show the words, once they have been read."""
        self.unwell.label(unwell)
        self.said = small_print
        self.small_print.update(small_print)

    def hint(self, text: str) -> None:
        """Show a passing word in place of the small print; the small print again for none."""
        self.small_print.update(text or self.said)
