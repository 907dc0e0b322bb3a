"""The keys of a screen, over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen

from botox_faq.tui.bars import Link
from botox_faq.tui.legible import Legible
from botox_faq.tui.paging import MORE, ON, Paged


class HelpScreen(Paged[None], ModalScreen[None]):
    """`keys` are pairs of a key's name and what it does."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"escape,f1,enter,space,q,{ON}", "dismiss", show=False),
        Binding(MORE, "more", show=False),
    ]

    def __init__(self, title: str, keys: Sequence[tuple[str, str]], close: str) -> None:
        super().__init__()
        self.reading = VerticalScroll(id="sheet", can_focus=False)
        self.heading = title
        self.keys = keys
        self.close = close

    def compose(self) -> ComposeResult:
        """A title, a line for each key, and a way out."""
        with self.reading:
            yield Legible(self.heading, id="title")
            for key, says in self.keys:
                with Horizontal(classes="key"):
                    yield Legible(key, classes="name")
                    yield Legible(says, classes="says")
            close = Link("screen.dismiss", ON, id="close")
            close.label(self.close)
            yield close
