"""The prompt with the questions that it suggests: typing, choosing and sending in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static, TextArea

from botox_faq.tui.prompt import Prompt
from botox_faq.tui.suggestions import Suggestions

SUGGEST_AFTER = 0.08
"""Seconds without a key before questions are suggested: what is typed in one go is looked up once."""


class EnterKey(Static):
    """The key that sends, for those who have a mouse in hand."""

    class Clicked(Message):
        """It was clicked."""

    def __init__(self) -> None:
        super().__init__("Enter", id="enter", markup=False)

    def on_click(self) -> None:
        """A click is the key."""
        self.post_message(self.Clicked())


class Ask(Vertical):
    """Where the visitor asks. `look_up`, once set, returns the questions that unfinished text may become."""

    DEFAULT_CSS = """
    Ask {
        height: auto;
        align-horizontal: center;
        background: $surface;
        .column { height: auto; margin: 1 0; }
        #mark { width: 9; color: $accent; text-style: bold; }
        #enter { width: auto; margin: 0 0 0 1; padding: 0 1; color: $quiet; visibility: hidden; }
        #enter.-ready { visibility: visible; }
        #enter:hover { background: $accent; color: $on-accent; }
    }
    """

    class Asked(Message):
        """A question was sent, or a suggested one taken."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Scrolled(Message):
        """An arrow key with nothing to choose: the visitor wants to read. -1 is up, 1 down."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Choosing(Message):
        """The suggestions were opened or closed."""

        def __init__(self, open: bool) -> None:
            super().__init__()
            self.open = open

    def __init__(self) -> None:
        super().__init__()
        self.line = Horizontal(classes="column")
        self.prompt = Prompt(id="prompt")
        self.suggestions = Suggestions()
        self.enter = EnterKey()
        self.look_up: Callable[[str], Sequence[str]] | None = None
        self.pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The prompt after its mark; what there is no use for yet comes with `fill`."""
        with self.line:
            yield Static(">", id="mark", markup=False)
            yield self.prompt

    async def fill(self, placeholder: str) -> None:
        """Be of full use: with words, room for suggestions, and something to click."""
        self.prompt.placeholder = placeholder
        self.enter.set_class(bool(self.prompt.text), "-ready")
        await self.line.mount(self.enter)
        await self.mount(self.suggestions)

    @on(TextArea.Changed)
    def typed(self, event: TextArea.Changed) -> None:
        """Look for suggestions once the visitor pauses; a number is no question."""
        event.stop()
        if self.pause is not None:
            self.pause.stop()
        typed = self.prompt.text.strip()
        self.enter.set_class(bool(typed), "-ready")
        if not typed or typed.isdigit():
            self.close()
        elif self.look_up is not None:
            self.pause = self.set_timer(SUGGEST_AFTER, self.suggest)

    def suggest(self) -> None:
        """Offer the questions that fit what is typed."""
        if self.look_up is not None and (typed := self.prompt.text.strip()):
            self.suggestions.offer(self.look_up(typed))
            self._choosing(bool(self.suggestions.questions))

    def close(self) -> None:
        """Put the suggestions away until something is typed again."""
        if self.pause is not None:
            self.pause.stop()
        self.suggestions.close()
        self._choosing(False)

    def _choosing(self, choosing: bool) -> None:
        if choosing is not self.prompt.choosing:
            self.prompt.choosing = choosing
            self.post_message(self.Choosing(choosing))

    @on(EnterKey.Clicked)
    def enter_clicked(self) -> None:
        """Send what was typed."""
        self.prompt.send()

    @on(Prompt.Sent)
    def sent(self, event: Prompt.Sent) -> None:
        """Enter: take the marked suggestion, or send what was typed."""
        event.stop()
        self._ask(self.suggestions.chosen or event.text.strip())

    @on(Prompt.Completed)
    def completed(self, event: Prompt.Completed) -> None:
        """Tab: take the marked suggestion, or the first."""
        event.stop()
        self._ask(self.suggestions.chosen or self.suggestions.questions[0])

    @on(Suggestions.Taken)
    def taken(self, event: Suggestions.Taken) -> None:
        """A suggestion was clicked."""
        event.stop()
        self._ask(event.question)

    def _ask(self, question: str) -> None:
        self.prompt.text = ""
        self.close()
        if question:
            self.post_message(self.Asked(question))

    @on(Prompt.Moved)
    def moved(self, event: Prompt.Moved) -> None:
        """An arrow key: through the suggestions while they are open."""
        event.stop()
        if self.suggestions.questions:
            self.suggestions.move(event.step)
        else:
            self.post_message(self.Scrolled(event.step))

    @on(Prompt.Left)
    def left(self, event: Prompt.Left) -> None:
        """Escape: put the suggestions away."""
        event.stop()
        self.close()
