"""The list of requests. It draws only the lines in sight, so 10,000 scroll like ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from botox_faq.booking.contact import Contact, redacted
from botox_faq.booking.times import due_in_words

if TYPE_CHECKING:
    from botox_faq.store.store import Line

WIDTHS = (9, 12, 20, 6, 9, 7)
HEADINGS = ("Request", "State", "When", "Name", "Contact", "Rung", "Linked")


class Worklist(ScrollView, can_focus=True):
    """Requests, one a line, details shortened. One line is marked; Enter or a second click opens it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"worklist--marked", "worklist--late"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "mark(-1)", show=False),
        Binding("down", "mark(1)", show=False),
        Binding("pageup", "mark_page(-1)", show=False),
        Binding("pagedown", "mark_page(1)", show=False),
        Binding("home", "mark_end(-1)", show=False),
        Binding("end", "mark_end(1)", show=False),
        Binding("enter", "open", show=False),
    ]

    @dataclass
    class Opened(Message):
        """A request is to be shown whole."""

        reference: str

    def __init__(self, zone: ZoneInfo, now: datetime, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.zone = zone
        self.now = now
        self.lines: Sequence[Line] = ()
        self.marked = 0

    def fill(self, lines: Sequence[Line], now: datetime) -> None:
        """Show these lines; the marked request stays marked where it is still among them."""
        before = self.lines[self.marked].reference if self.lines else None
        self.lines, self.now = lines, now
        places = {line.reference: place for place, line in enumerate(lines)}
        self.marked = places.get(before or "", min(self.marked, max(0, len(lines) - 1)))
        self.virtual_size = Size(self.size.width, len(lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the list, in the width of the widget."""
        place = y + self.scroll_offset.y
        width = self.size.width
        if place >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        line = self.lines[place]
        style = self.rich_style
        if place == self.marked:
            style = self.get_component_rich_style("worklist--marked")
            if self.has_focus:
                style += Style(bold=True)
        cells = texts(line, self.now, self.zone)
        segments = [Segment("  ", style)]
        for number, (cell, size) in enumerate(zip(cells, (*WIDTHS, width), strict=True)):
            late = number == 2 and cell.startswith("overdue")
            mark = style + Style(color=self.get_component_rich_style("worklist--late").color) if late else style
            segments.append(Segment(f"{cell[: size - 1]:<{size}}", mark))
        return Strip(segments).adjust_cell_length(width, style)

    def action_mark(self, step: int) -> None:
        """Mark another line, and bring it into sight."""
        if self.lines:
            self.marked = max(0, min(len(self.lines) - 1, self.marked + step))
            self.scroll_to_region(Region(0, self.marked, 1, 1), animate=False)
            self.refresh()

    def action_mark_page(self, direction: int) -> None:
        """A page up or down."""
        self.action_mark(direction * max(1, self.size.height - 1))

    def action_mark_end(self, direction: int) -> None:
        """To the first or the last line."""
        self.action_mark(direction * len(self.lines))

    def action_open(self) -> None:
        """Show the marked request whole."""
        if self.lines:
            self.post_message(self.Opened(self.lines[self.marked].reference))

    def on_click(self, event: events.Click) -> None:
        """A click marks a line; a click on the marked one opens it."""
        place = event.y + self.scroll_offset.y
        if place >= len(self.lines):
            return
        if place == self.marked:
            self.action_open()
        else:
            self.action_mark(place - self.marked)


def texts(line: Line, now: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """What a line says, in the order of HEADINGS. Nothing that identifies a person before the request is opened."""
    contact = Contact("phone" if line.contact_kind == "phone" else "email", line.contact)
    return (
        line.reference,
        line.state,
        _when(line, now, zone),
        f"{line.first_name[:1]}…" if line.first_name else "",
        redacted(contact),
        f"{line.calls}x" if line.calls else "",
        f"1 of {line.same}" if line.same > 1 else "",
    )


def _when(line: Line, now: datetime, zone: ZoneInfo) -> str:
    if line.state == "waiting":
        return due_in_words(datetime.fromisoformat(line.due), now)
    if line.time and line.state in ("offered", "booked"):
        return f"{datetime.fromisoformat(line.time).astimezone(zone):%a %d %b %H:%M}"
    return f"left {datetime.fromisoformat(line.made).astimezone(zone):%a %d %b}"


def stored(now: datetime) -> str:
    """A time as the store writes it, to compare with a line's."""
    return f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
