"""The line above the conversation and the line below it: always there, on every window."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


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

    def compose(self) -> ComposeResult:
        """The name on the left, the keys on the right."""
        with Horizontal(classes="column"):
            yield self.clinic
            yield self.keys
            yield self.menu
            yield self.book

    def fill(self, clinic: str, keys: str, menu: str, book: str) -> None:
        """Show the words, once they have been read."""
        self.clinic.update(Content.styled(clinic, "bold"))
        self.keys.label(keys)
        self.menu.label(menu)
        self.book.label(book)


class FootBar(Horizontal):
    """Help for those who feel unwell, and what this chat is not."""

    def __init__(self) -> None:
        super().__init__()
        self.unwell = Link("screen.unwell", id="unwell")
        self.small_print = Static("", id="small-print", markup=False)

    def compose(self) -> ComposeResult:
        """The way to the warning signs on the left, the small print on the right."""
        with Horizontal(classes="column"):
            yield self.unwell
            yield self.small_print

    def fill(self, unwell: str, small_print: str) -> None:
        """Show the words, once they have been read."""
        self.unwell.label(unwell)
        self.small_print.update(small_print)

    def hint(self, text: str) -> None:
        """Show a passing word in place of the small print."""
        self.small_print.update(text)
