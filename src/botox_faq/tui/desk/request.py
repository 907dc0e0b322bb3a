"""One request, whole: what was left, what became of it, and what can be done now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from botox_faq.booking.contact import country, in_words
from botox_faq.booking.request import NEXT, TIMED, NotPossible, Request, State
from botox_faq.booking.times import due_in_words
from botox_faq.content import Clinic
from botox_faq.content import Content as Faq
from botox_faq.store import Changed, StoreUnavailable, UnknownRequest
from botox_faq.tui.booking_parts import Press
from botox_faq.tui.desk.dialogs import SureDialog, TimeDialog
from botox_faq.tui.too_small import HORIZONTAL, VERTICAL

if TYPE_CHECKING:
    from botox_faq.store.store import AuditLine, Store

MOVES: tuple[tuple[str, str, State], ...] = (
    ("c", "Confirm", "booked"),
    ("o", "Offer", "offered"),
    ("d", "Decline", "declined"),
    ("x", "Cancel", "cancelled"),
    ("u", "Unreachable", "unreachable"),
    ("w", "Waiting again", "waiting"),
)
"""Key, what it is called, and the state that it leads to."""


class RequestScreen(Screen[None]):
    """Shows a request and changes it. What someone else has changed meanwhile is shown, never overwritten."""

    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
        Binding("l", "called", show=False),
        *(Binding(key, f"move('{state}')", show=False) for key, _, state in MOVES),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
    ]

    def __init__(self, reference: str, content: Faq, store: Store, name: str, now: Callable[[], datetime]) -> None:
        """`name` is who stands in the history for what is done here."""
        super().__init__()
        self.reference = reference
        self.faq = content
        self.store = store
        self.name_of_staff = name
        self.now = now
        self.request: Request | None = None

    def compose(self) -> ComposeResult:
        """The request on a page that scrolls, and what can be done below it."""
        with Horizontal(classes="head"):
            yield Static(Content.styled(self.reference, "bold"), classes="title")
            yield Static("", id="state", markup=False)
            yield Press("Esc", "Back", id="leave")
        yield Static("", id="said", markup=False)
        with VerticalScroll(id="whole", can_focus=False):
            yield Static("", id="facts", markup=False)
            with Horizontal(id="preparing"):
                yield Static("", id="questions", markup=False)
                yield Static("", id="read", markup=False)
            yield Static("", id="history", markup=False)
        with Horizontal(classes="foot"):
            for key, label, state in MOVES:
                yield Press(key.upper(), label, id=state)
            yield Press("L", "Rang", id="called")

    async def on_mount(self) -> None:
        """Read the request."""
        self.facts, self.questions, self.read, self.history, self.said, self.state = (
            self.query_one(f"#{name}", Static) for name in ("facts", "questions", "read", "history", "said", "state")
        )
        self.presses = {str(press.id): press for press in self.query(Press)}
        await self.show("")

    async def show(self, said: str) -> None:
        """Read the request anew and draw it, with `said` above it."""
        try:
            request, history, same = await asyncio.to_thread(self._found)
        except (StoreUnavailable, UnknownRequest) as error:
            self.said.update(str(error) if isinstance(error, StoreUnavailable) else "This request has been deleted.")
            self.said.display = True
            return
        self.request = request
        clinic, now = self.faq.clinic, self.now()
        self.said.update(said)
        self.said.display = bool(said)
        due = f", {due_in_words(request.due, now)}" if request.state == "waiting" else ""
        self.state.update(f"{request.state}{due}")
        self.facts.update(facts(request, same, clinic))
        self.questions.update(listing("Questions to bring", request.questions))
        titles = {entry.id: entry.question for entry in self.faq.entries}
        self.read.update(listing("Read here", [titles.get(one, one) for one in request.read]))
        self.query_one("#preparing").display = bool(request.questions or request.read)
        self.history.update(past(history, ZoneInfo(clinic.timezone)))
        for _, _, state in MOVES:
            self.presses[state].display = state in NEXT[request.state]

    def _found(self) -> tuple[Request, list[AuditLine], list[Request]]:
        request = self.store.get(self.reference)
        same = [one for one in self.store.of_contact(request.contact.value) if one.reference != self.reference]
        return request, self.store.history(self.reference), same

    # --- what reception does ---

    @on(Press.Pressed)
    async def pressed(self, event: Press.Pressed) -> None:
        """Something in the foot line was clicked."""
        if event.press.id == "leave":
            self.action_leave()
        elif event.press.id == "called":
            await self.action_called()
        else:
            self.action_move(event.press.id or "")

    def action_move(self, state: str) -> None:
        """Ask for the time, or whether that is sure, and change the state."""
        request = self.request
        found = next((one for one in MOVES if one[2] == state), None)
        if request is None or found is None or found[2] not in NEXT[request.state]:
            return
        _, label, to = found

        async def answered(answer: datetime | bool | None) -> None:
            if answer:
                await self.change(to, answer if isinstance(answer, datetime) else None)

        if to in TIMED:
            self.app.push_screen(TimeDialog(f"{label} for when?", self.faq.clinic, self.now, request.time), answered)
        elif to == "waiting":
            self.call_later(answered, True)
        else:
            self.app.push_screen(SureDialog(f"{label} {self.reference}?"), answered)

    async def change(self, to: State, time: datetime | None) -> None:
        """Change the state, unless someone else was faster."""
        assert self.request is not None
        version = self.request.version
        await self._do(lambda: self.store.change(self.reference, to, self.name_of_staff, self.now(), time, version))

    async def action_called(self) -> None:
        """Note an attempt to ring."""
        if self.request is not None:
            version = self.request.version
            await self._do(lambda: self.store.note_call(self.reference, self.name_of_staff, self.now(), version))

    async def _do(self, act: Callable[[], Request]) -> None:
        try:
            await asyncio.to_thread(act)
        except Changed as error:
            await self.show(f"Someone else changed this first: it is now {error.newer.state}. Nothing was overwritten.")
        except (StoreUnavailable, NotPossible) as error:
            await self.show(str(error))
        except UnknownRequest:
            await self.show("")
        else:
            await self.show("")

    def action_scroll(self, lines: int) -> None:
        """Read on where the request is longer than the window."""
        self.query_one("#whole").scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Back to the list."""
        self.dismiss(None)


def facts(request: Request, same: Sequence[Request], clinic: Clinic) -> Content:
    """Who, how and when, one fact a line."""
    zone = ZoneInfo(clinic.timezone)
    message = {True: "; may leave a message", False: "; don't leave a message", None: ""}[request.may_leave_message]
    days = ", ".join(_WEEK[day] for day in request.days) or "any day"
    lines = [
        ("Name", request.first_name or "(none given)"),
        (request.contact.kind.capitalize(), in_words(request.contact, country(clinic)) + message),
        ("Suits", f"{days}; {'any time' if request.part == 'any' else request.part}"),
        ("Left", f"{request.made.astimezone(zone):%a %d %b %H:%M}"),
        ("Answer by", f"{request.due.astimezone(zone):%a %d %b %H:%M}"),
    ]
    if request.time:
        lines.append(("Time", f"{request.time.astimezone(zone):%A %d %B %Y, %H:%M}"))
    if request.calls:
        lines.append(("Rung", f"{request.calls} time{'s' * (request.calls != 1)}"))
    if same:
        lines.append(("Same contact", ", ".join(f"{one.reference} ({one.state})" for one in same)))
    parts = [Content.assemble((name.ljust(14), "$quiet"), value) for name, value in lines]
    return Content("\n").join(parts)


def listing(title: str, texts: Sequence[str]) -> Content:
    """A title and a list below it; nothing where the list is empty."""
    if not texts:
        return Content("")
    return Content("\n").join([Content.styled(title, "$quiet"), *(Content(f"- {one}") for one in texts)])


def past(history: Sequence[AuditLine], zone: ZoneInfo) -> Content:
    """What happened when, and who did it."""
    lines = [Content.styled("History", "$quiet")]
    for one in history:
        time = f" for {datetime.fromisoformat(one.detail).astimezone(zone):%a %d %b %H:%M}" if one.detail else ""
        lines.append(Content(f"{one.at.astimezone(zone):%a %d %b %H:%M}  {one.action}{time}, {one.by}"))
    return Content("\n").join(lines)


_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
