"""The two questions that the desk asks: is that sure, and for when?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from botox_faq.booking.times import outside_hours, read_time
from botox_faq.content import Clinic
from botox_faq.tui.booking_parts import Field, Press


class SureDialog(ModalScreen[bool]):
    """Asks before something that can't be undone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "answer(True)", show=False),
        Binding("escape,n", "answer(False)", show=False),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question), classes="question")
            with Horizontal(classes="answers"):
                yield Press("Enter", "Yes", id="yes")
                yield Press("Esc", "No", id="no")

    @on(Press.Pressed)
    def pressed(self, event: Press.Pressed) -> None:
        """An answer was clicked."""
        self.action_answer(event.press.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Answer the question."""
        self.dismiss(answer)


class TimeDialog(ModalScreen[datetime | None]):
    """Asks for a date and time, and reads back what was understood before it is taken."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, question: str, clinic: Clinic, now: Callable[[], datetime], time: datetime | None) -> None:
        """`time` is what stands in the field to begin with: the time that was offered, if any."""
        super().__init__()
        self.question = question
        self.clinic = clinic
        self.now = now
        local = time.astimezone(ZoneInfo(clinic.timezone)) if time else None
        self.first = f"{local:%Y-%m-%d %H:%M}" if local else ""

    def compose(self) -> ComposeResult:
        """The question, the field, what was understood, and the two ways on."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question), classes="question")
            yield Field(self.first, placeholder="thu 14:30, tomorrow 9:00, 2026-03-05 14:30", id="time")
            yield Static("", id="read", markup=False)
            with Horizontal(classes="answers"):
                yield Press("Enter", "Take it", id="yes")
                yield Press("Esc", "Leave it", id="no")

    def on_mount(self) -> None:
        """Read back what stands there already."""
        self.read_back(self.first)

    @on(Input.Changed)
    def changed(self, event: Input.Changed) -> None:
        """Read back what is typed, as it is typed."""
        self.read_back(event.value)

    def read_back(self, typed: str) -> None:
        """Say what is understood, and what speaks against it."""
        said = self.query_one("#read", Static)
        time = read_time(typed, self.now(), self.clinic)
        if isinstance(time, str):
            said.update(time if typed.strip() else "")
        elif time <= self.now():
            said.update(f"{time:%A %d %B %Y, %H:%M}. That time has passed.")
        else:
            closed = " The clinic is closed then." if outside_hours(time, self.clinic) else ""
            said.update(f"{time:%A %d %B %Y, %H:%M}.{closed}")

    @on(Input.Submitted)
    def take(self) -> None:
        """Take the time, if there is one to take."""
        time = read_time(self.query_one("#time", Field).value, self.now(), self.clinic)
        if isinstance(time, datetime) and time > self.now():
            self.dismiss(time)

    @on(Press.Pressed)
    def pressed(self, event: Press.Pressed) -> None:
        """A way on was clicked."""
        if event.press.id == "yes":
            self.take()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
