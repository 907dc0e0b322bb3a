"""The keys of a screen, over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from botox_faq.tui.bars import Link

if TYPE_CHECKING:
    from botox_faq.content.wording import Chat


class HelpScreen(ModalScreen[None]):
    """`keys` are pairs of a key's name and the field of `Chat` that says what it does."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,enter,space,q", "dismiss", show=False)]

    def __init__(self, keys: Sequence[tuple[str, str]], chat: Chat) -> None:
        super().__init__()
        self.keys = keys
        self.chat = chat

    def compose(self) -> ComposeResult:
        """A title, a line for each key, and a way out."""
        with Vertical(id="sheet"):
            yield Static(self.chat.help_title, id="title", markup=False)
            for key, says in self.keys:
                with Horizontal(classes="key"):
                    yield Static(key, classes="name", markup=False)
                    yield Static(getattr(self.chat, says), classes="says", markup=False)
            close = Link("screen.dismiss", "Esc", id="close")
            close.label(self.chat.close)
            yield close
