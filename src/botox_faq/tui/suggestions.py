"""Questions that fit what is being typed, under the prompt."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from botox_faq.tui.looks import is_large, is_roomy

ROWS = 5


class Suggestion(Static):
    """One suggested question."""

    DEFAULT_CSS = """
    Suggestion {
        width: 100%;
        max-width: 84;
        height: 1;
        padding: 0 2 0 9;
        color: $quiet;
        text-wrap: nowrap;
        &:hover { background: $panel; color: $foreground; }
        &.-marked { background: $panel; color: $foreground; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.question = ""

    def on_click(self) -> None:
        """A click or a tap takes the question."""
        if self.question:
            self.post_message(Suggestions.Taken(self.question))

    def draw(self, question: str, marked: bool) -> None:
        """Show `question`, marked when Enter would take it; an empty one leaves the row blank."""
        self.question = question
        self.set_class(marked, "-marked")
        self.update(f"{'>' if marked else ' '} {question}" if question else "")


class Suggestions(Vertical):
    """Up to five questions. It keeps its height while it is open, so that the prompt stays where it is."""

    DEFAULT_CSS = """
    Suggestions {
        display: none;
        height: 6;
        align-horizontal: center;
        &.-open { display: block; }
    }
    """

    class Taken(Message):
        """A suggested question was chosen with the mouse."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = [Suggestion() for _ in range(ROWS)]
        self.questions: tuple[str, ...] = ()
        self.marked: int | None = None

    def compose(self) -> ComposeResult:
        """The rows, empty at first."""
        yield from self.rows

    @property
    def chosen(self) -> str | None:
        """The question that Enter would take: none until an arrow key has marked one."""
        return None if self.marked is None else self.questions[self.marked]

    def offer(self, questions: Sequence[str]) -> None:
        """Show these questions, none marked."""
        self.questions = tuple(questions[: self.room])
        self.marked = None
        self._draw()
        if self.questions:
            self.add_class("-open")

    def close(self) -> None:
        """Show nothing and take no room."""
        self.questions = ()
        self.marked = None
        self._draw()
        self.remove_class("-open")

    def move(self, step: int) -> None:
        """Mark the next question; beyond either end none is marked."""
        places: list[int | None] = [None, *range(len(self.questions))]
        self.marked = places[(places.index(self.marked) + step) % len(places)]
        self._draw()

    @property
    def room(self) -> int:
        """How many rows the window leaves for suggestions."""
        if is_large(self):
            return 0  # small print
        if is_roomy(self):
            return 2
        return ROWS if self.app.size.height >= 24 else 3

    def _draw(self) -> None:
        for place, row in enumerate(self.rows):
            row.draw(self.questions[place] if place < len(self.questions) else "", place == self.marked)
