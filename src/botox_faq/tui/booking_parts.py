"""The parts of the booking form's pages: a line to choose, a field to type in, a word to click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from botox_faq.booking.page import Option
from botox_faq.content.clean import clean_message

_BLACK_ON_WHITE = Style(color="#000000", bgcolor="#ffffff")

LABEL_WIDTH = 17
"""Columns for the label of a line that has a value beside it."""


class OptionRow(Horizontal, can_focus=True):
    """One numbered line: to tick, to choose, or to change. A long text hangs beside its number."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "take", show=False)]

    @dataclass
    class Taken(Message):
        """The line was clicked, or Enter was pressed on it."""

        number: int

    def __init__(self, number: int, option: Option) -> None:
        super().__init__()
        self.number = number
        self.option = option
        self.mark = Static("", markup=False, classes="mark")
        self.label = Static("", markup=False, classes="label")
        self.fill(option)

    def compose(self) -> ComposeResult:
        """The number and its mark, then the words."""
        yield self.mark
        yield self.label

    def fill(self, option: Option) -> None:
        """Show the option as it stands now. What was typed comes in here: it is never read as markup."""
        self.option = option
        tick = {None: "", True: "[x] ", False: "[ ] "}[option.ticked]
        self.mark.update(Content(f"{self.number:<4}") + Content.styled(tick, "not bold $foreground"))
        label = Content.styled(option.label.ljust(LABEL_WIDTH), "$quiet") if option.value else Content(option.label)
        self.label.update(label + Content(option.value))

    def on_click(self) -> None:
        """A click or a tap takes the line."""
        self.action_take()

    def action_take(self) -> None:
        """Tell the screen that this line was taken."""
        self.post_message(self.Taken(self.number))


class Code(Widget):
    """A QR code in black on white, whatever the theme. Drawn cell by cell: a Static trims the light edge."""

    def __init__(self, rows: tuple[str, ...] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.fill(rows)

    def fill(self, rows: tuple[str, ...]) -> None:
        """Show these rows of cells; none hide it."""
        self.cells = rows
        self.set_class(bool(rows), "-filled")
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as the code."""
        return len(self.cells[0]) if self.cells else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the code."""
        return len(self.cells)

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        return Strip([Segment(self.cells[y], _BLACK_ON_WHITE)] if y < len(self.cells) else [])


class Field(Input):
    """One line to type in. A paste is cleaned and cut like every message; Textual would drop a long one."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(clean_message(event.text)[0])


class Press(Static):
    """A word that can be clicked; its key does the same."""

    @dataclass
    class Pressed(Message):
        """The word was clicked."""

        press: Press

    def __init__(self, key: str = "", label: str = "", *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self.key = key
        self.label(label)

    def label(self, text: str) -> None:
        """Show `text`, after the key where there is one."""
        self.update(Content.assemble((self.key, "bold"), " " if self.key else "", text))

    def on_click(self) -> None:
        """A click or a tap presses it."""
        self.post_message(self.Pressed(self))
