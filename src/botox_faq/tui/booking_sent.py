"""What a visitor sees, and takes along, once the request is kept."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from botox_faq.booking.page import Option
from botox_faq.booking.qr import draw
from botox_faq.booking.reply_by import say_when
from botox_faq.booking.request import Request
from botox_faq.booking.slip import slip_code
from botox_faq.content import Content as Faq
from botox_faq.tui.booking_parts import Code, OptionRow
from botox_faq.tui.legible import Legible
from botox_faq.tui.paging import MORE, Paged
from botox_faq.tui.too_small import HORIZONTAL, VERTICAL, TooSmall


class SentScreen(Paged[None]):
    """The reference, by when reception answers, what to bring, and a code for the visitor's phone."""

    CSS_PATH = "booking.tcss"
    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,1", "done", show=False),
        Binding("2", "code", show=False),
        Binding(MORE, "more", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, request: Request, content: Faq, now: datetime) -> None:
        super().__init__()
        self.request = request
        self.faq = content
        self.now = now
        self.reading = VerticalScroll(id="body", can_focus=False)

    def compose(self) -> ComposeResult:
        """The text on the left and, where the window is wide enough, the code on the right."""
        words = self.faq.wording.booking
        due = say_when(self.request.due, self.now, self.faq.clinic, self.faq.wording)
        with Horizontal(id="head"), Horizontal(classes="column"):
            yield Static(Content.styled(self.faq.clinic.name, "bold"), id="title", markup=False)
        with Horizontal(id="page"), Horizontal(classes="column"):
            with self.reading:
                yield Legible(Content.styled(words.sent_title, "bold"), id="question")
                reference = Content.styled(self.request.reference, "bold $accent")
                yield Legible(Content.assemble((words.reference + "   ", "$quiet"), reference), id="reference")
                yield Legible(words.reply_by.format(when=due), classes="line")
                bring = "\n".join((words.bring_title, *(f"- {one}" for one in words.bring)))
                yield Legible(bring, classes="line")
                yield Legible(words.no_hurry, classes="line")
                with Vertical(id="rows"):
                    yield OptionRow(1, Option(words.to_questions))
                    yield OptionRow(2, Option(words.show_code))
            with Vertical(id="slip"):
                yield Code(draw(slip_code(self.request, self.faq.clinic)), id="code")
                yield Static(words.slip_code, id="code-says", markup=False)
        yield TooSmall()

    def on_mount(self) -> None:
        """Enter goes back to the questions."""
        self.query_one(TooSmall).fill(self.faq.wording.chat.too_small)
        rows = list(self.query(OptionRow))
        self.show_row = rows[1]
        rows[0].focus(scroll_visible=False)  # the reference comes first

    @on(OptionRow.Taken)
    def taken(self, event: OptionRow.Taken) -> None:
        """A line was clicked, or Enter was pressed on it."""
        if event.number == 1:
            self.action_done()
        else:
            self.action_code()

    def action_done(self) -> None:
        """Back to the questions."""
        self.dismiss(None)

    def action_code(self) -> None:
        """Show the code in place of the text, or the text again: a narrow window has no room for both."""
        words = self.faq.wording.booking
        self.toggle_class("-code")
        self.reading.scroll_home(animate=False)
        self.show_row.fill(Option(words.hide_code if self.has_class("-code") else words.show_code))
