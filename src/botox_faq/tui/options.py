"""What can be chosen right now: a list of numbered lines to click, or to walk through with Tab."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message

from botox_faq.tui.legible import Legible

if TYPE_CHECKING:
    from botox_faq.conversation import Option

ONE_COLUMN = 9
"""Options that are listed one below the other; more go in two columns."""


class OptionLine(Horizontal, can_focus=True):
    """One option: its number, and beside it what it does."""

    DEFAULT_CSS = """
    OptionLine {
        width: 1fr;
        height: auto;
        .number { width: auto; height: auto; color: $accent; text-style: bold; }
        .label { width: 1fr; height: auto; }
        &:hover { background: $panel; }
        &:focus { background: $panel; }
        &:focus .label { text-style: bold underline; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", show=False),
        Binding("up", "screen.focus_previous", show=False),
        Binding("down", "screen.focus_next", show=False),
    ]

    class Taken(Message):
        """This option was chosen by a click or with Enter."""

        def __init__(self, option: Option) -> None:
            super().__init__()
            self.option = option

    def __init__(self, option: Option, digits: int = 1) -> None:
        super().__init__()
        self.option = option
        self.digits = digits

    def compose(self) -> ComposeResult:
        """The number, right-aligned in the room that the longest takes, and the label."""
        yield Legible(f"{self.option.number:>{self.digits}}  ", classes="number")
        yield Legible(self.option.label, classes="label")

    def on_click(self) -> None:
        """A click or a tap takes the option."""
        self.action_take()

    def action_take(self) -> None:
        """Tell the screen that this option was chosen."""
        self.post_message(self.Taken(self.option))


class Options(Vertical):
    """All options of the latest reply."""

    DEFAULT_CSS = """
    Options {
        height: auto;
        margin: 0 0 1 9;
        .row { height: auto; max-width: 70; }
    }
    """

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self.options = options

    def compose(self) -> ComposeResult:
        """The lines of options."""
        digits = len(str(len(self.options)))
        for row in rows(self.options):
            with Horizontal(classes="row"):
                yield from (OptionLine(option, digits) for option in row)


def rows(options: Sequence[Option]) -> Iterator[Sequence[Option]]:
    """Yield the options line by line: a long list in two columns, a short one in one.

    In a short list "not what I meant" shares its line with "more": both are about the answer above.
    """
    if len(options) > ONE_COLUMN:
        yield from (options[place : place + 2] for place in range(0, len(options), 2))
        return
    *others, last = options
    if last.number == 0 and others and others[-1].action == "more":
        yield from ((option,) for option in others[:-1])
        yield others[-1], last
    else:
        yield from ((option,) for option in options)
