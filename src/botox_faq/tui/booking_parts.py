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
from textual.widgets import Input

from botox_faq.booking.page import Option, Page
from botox_faq.content.clean import clean_message
from botox_faq.tui.legible import Legible, typed_row
from botox_faq.tui.letters import ROWS
from botox_faq.tui.looks import is_large

_BLACK_ON_WHITE = Style(color="#000000", bgcolor="#ffffff")

MOST = 7
"""Lines of a page that get a digit of their own: three digits mean the same on every page."""

LABEL_WIDTH = 17
"""Columns for the label of a line that has a value beside it."""


def leaves(page: Page) -> list[range]:
    """The places, from 1, of a page's lines, leaf by leaf: no more on each than there are digits for."""
    last = len(page.options)
    numbered = last - 1 if page.kind == "summary" else last  # its last line sends: that is to go on
    starts = [*range(1, numbered + 1, MOST)] or [1]
    return [*(range(start, start + MOST) for start in starts[:-1]), range(starts[-1], last + 1)]


class OptionRow(Horizontal, can_focus=True):
    """One numbered line: to tick, to choose, or to change. A long text hangs beside its number."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "take", show=False)]

    @dataclass
    class Taken(Message):
        """The line was clicked, or Enter was pressed on it."""

        number: int

    def __init__(self, number: int, option: Option, digit: str = "") -> None:
        super().__init__()
        self.number = number
        self.digit = digit or str(number)
        self.option = option
        self.mark = Legible(classes="mark")
        self.label = Legible(classes="label")
        self.fill(option)

    def compose(self) -> ComposeResult:
        """The number and its mark, then the words."""
        yield self.mark
        yield self.label

    def fill(self, option: Option) -> None:
        """Show the option as it stands now. What was typed comes in here: it is never read as markup."""
        self.option = option
        tick = {None: "", True: "[x] ", False: "[ ] "}[option.ticked]
        self.mark.update(Content(f"{self.digit:<4}") + Content.styled(tick, "not bold $foreground"))
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

    def render_line(self, y: int) -> Strip:
        """In the large look three rows high, like all that is to be read."""
        if is_large(self) and y < ROWS:
            return typed_row(self, y, self.value, self.cursor_position)
        return super().render_line(y)

    def on_key(self, event: events.Key) -> None:
        """A keypad has no key that deletes: its asterisk, which is in no name and no contact, does."""
        if event.character == "*":
            event.stop()
            event.prevent_default()
            self.action_delete_left()

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(clean_message(event.text)[0])


class Press(Legible):
    """A word that can be clicked; its key does the same."""

    @dataclass
    class Pressed(Message):
        """The word was clicked."""

        press: Press

    def __init__(self, key: str = "", label: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.key = key
        self.label(label)

    def label(self, text: str) -> None:
        """Show `text`, after the key where there is one."""
        self.update(Content.assemble((self.key, "bold"), " " if self.key else "", text))

    def on_click(self) -> None:
        """A click or a tap presses it."""
        self.post_message(self.Pressed(self))
