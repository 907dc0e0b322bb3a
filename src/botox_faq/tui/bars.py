"""The line above the conversation and the line below it: always there, on every window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from botox_faq.content.wording import Chat


class Link(Static):
    """A word to click that does what its key does."""

    DEFAULT_CSS = """
    Link {
        width: auto;
        padding: 0 1;
        color: $quiet;
        &:hover { color: $foreground; text-style: underline; }
    }
    """

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
    """The clinic's name, and the keys that work everywhere; booking stands out.

    Like the foot it is empty until its words have been read: what is painted first is painted soonest.
    """

    DEFAULT_CSS = """
    TopBar {
        height: 1;
        align-horizontal: center;
        background: $panel;
        .column { height: 1; }
        #clinic { width: 1fr; text-wrap: nowrap; }
        #book { background: $accent; color: $on-accent; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.book = Link("screen.book", "F3", id="book")
        self.chat: Chat | None = None

    async def fill(self, name: str, chat: Chat) -> None:
        """Show the clinic's name and what the keys do."""
        self.chat = chat
        clinic = Static(Content.styled(name, "bold"), id="clinic", markup=False)
        keys, menu = Link("screen.help", "F1"), Link("screen.menu", "F2")
        keys.label(chat.keys)
        menu.label(chat.menu)
        self._label_book()
        await self.mount(Horizontal(clinic, keys, menu, self.book, classes="column"))

    def on_resize(self) -> None:
        """A narrow window leaves room for one word."""
        self._label_book()

    def _label_book(self) -> None:
        if self.chat is not None:
            self.book.label(self.chat.book if self.app.size.width >= 80 else self.chat.book_short)


class FootBar(Horizontal):
    """Help for those who feel unwell, and what this chat is not."""

    DEFAULT_CSS = """
    FootBar {
        height: 1;
        align-horizontal: center;
        .column { height: 1; }
        #unwell { padding: 0; color: $warning; text-style: underline; }
        #small-print { width: 1fr; color: $quiet; text-align: right; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.small_print = Static("", id="small-print", markup=False)
        self.said = ""

    async def fill(self, unwell: str, small_print: str) -> None:
        """Show the way to the warning signs on the left, the small print on the right."""
        link = Link("screen.unwell", id="unwell")
        link.label(unwell)
        self.said = small_print
        self.small_print.update(small_print)
        await self.mount(Horizontal(link, self.small_print, classes="column"))

    def hint(self, text: str) -> None:
        """Show a passing word in place of the small print; the small print again for none."""
        self.small_print.update(text or self.said)
