"""Where the visitor types: one to three rows that grow with the question."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from botox_faq.tui.legible import typed_row
from botox_faq.tui.letters import ROWS
from botox_faq.tui.looks import is_large

# A TextArea, because every key in an Input lays out the whole screen (41 ms with 1,000 messages, here 4 ms),
# and because a long question stays readable in three rows.


SENDS = ("enter", "shift+enter", "ctrl+j")
"""Keys that send. A line feed is what Enter leaves in the terminal before the program has taken it over."""


class Prompt(TextArea):
    """The question being typed: no line breaks, no control codes, at most 1,000 characters."""

    DEFAULT_CSS = """
    Prompt {
        width: 1fr;
        height: auto;
        max-height: 3;
        background: $surface;
        padding: 0;
        .text-area--placeholder { color: $quiet; }
        &:light .text-area--cursor { background: $input-cursor-background; color: $input-cursor-foreground; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
    ]

    class Sent(Message):
        """Enter was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Moved(Message):
        """An arrow key that the prompt has no use for itself: -1 up, 1 down."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Completed(Message):
        """Tab was pressed while there was something to take."""

    class Left(Message):
        """Escape was pressed."""

    class Full(Message):
        """Something did not fit: a paste was cut, or a key came when the prompt was full."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)
        self.choosing = False  # suggestions are open: Tab takes one instead of moving on

    def send(self) -> None:
        """Hand over what was typed and be empty again; undo does not bring it back."""
        self.post_message(self.Sent(self.text))
        self.text = ""

    def type(self, letter: str) -> None:
        """Take a letter that was typed elsewhere."""
        if self.room > 0:
            self.insert(letter)

    def render_line(self, y: int) -> Strip:
        """In the large look one line of large letters; while there are none, the hint stands small in the middle."""
        if not is_large(self) or y >= ROWS:
            return super().render_line(y)
        if not self.text:
            return super().render_line(0 if y == 1 else ROWS)
        return typed_row(self, y, self.text, self.cursor_location[1])  # the text has one line

    @on(TextArea.Changed)
    @on(TextArea.SelectionChanged)
    def redraw(self) -> None:
        """Paint all three rows: the editor would only paint the one that it has changed."""
        if is_large(self):
            self.refresh()

    async def on_key(self, event: events.Key) -> None:
        """Keys that mean something else here than in an editor."""
        message = self._meaning(event)
        if message is not None:
            event.stop()
            event.prevent_default()
            self.post_message(message)
        elif event.key in SENDS:
            event.stop()
            event.prevent_default()
            self.send()

    def _meaning(self, event: events.Key) -> Message | None:
        if event.key == "escape":
            return self.Left()
        if event.key == "tab" and self.choosing:
            return self.Completed()
        if event.key == "up" and (self.choosing or self.cursor_at_first_line):
            return self.Moved(-1)
        if event.key == "down" and (self.choosing or self.cursor_at_last_line):
            return self.Moved(1)
        if event.is_printable and self.room <= 0:
            return self.Full()
        return None

    @property
    def room(self) -> int:
        """How many characters still fit."""
        # Late here and below: the content's package takes 50 ms to import, a fifth of the first paint.
        from botox_faq.content import LONGEST_MESSAGE

        return LONGEST_MESSAGE - len(self.text) + len(self.selected_text)

    async def on_paste(self, event: events.Paste) -> None:
        """Take a paste as one line of plain text, and no more of it than there is room for."""
        from botox_faq.content import LONGEST_MESSAGE, clean_text

        event.stop()
        event.prevent_default()
        # Joining white space and dropping codes only shortens: four times the longest is enough to clean.
        head = event.text[: LONGEST_MESSAGE * 4]
        pasted, room = " ".join(clean_text(head).split()), self.room
        self.replace(pasted[:room], *self.selection, maintain_selection_offset=False)
        if len(pasted) > room or len(head) < len(event.text):
            self.post_message(self.Full())
