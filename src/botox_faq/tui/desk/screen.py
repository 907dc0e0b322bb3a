"""The desk's first screen: the worklist, kept up to date by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from botox_faq.content import Content as Faq
from botox_faq.store import StoreUnavailable
from botox_faq.tui.booking_parts import Field, Press
from botox_faq.tui.desk.filters import FILTERS, counted, listed
from botox_faq.tui.desk.request import RequestScreen
from botox_faq.tui.desk.worklist import HEADINGS, WIDTHS, Worklist, stored
from botox_faq.tui.too_small import HORIZONTAL, VERTICAL, TooSmall

if TYPE_CHECKING:
    from botox_faq.store.store import Line, Store
    from botox_faq.store.tallies import Ring

EVERY = 1.0
"""Seconds between two looks at the store; what is new is shown within two."""


class DeskScreen(Screen[None]):
    """Lists requests, the one due first on top, and opens them."""

    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"filter({number - 1})", show=False) for number in range(1, len(FILTERS) + 1)),
        Binding("slash", "search", show=False),
        Binding("escape", "clear", show=False),
        Binding("b", "bell", show=False),
        Binding("s", "seen", show=False),
        Binding("t", "app.next_theme", show=False),
        Binding("q", "app.quit", show=False),
    ]

    def __init__(self, content: Faq, open_store: Callable[[], Store], name: str, now: Callable[[], datetime]) -> None:
        """`open_store` is called in a worker; `name` is who stands in the history for what is done here."""
        super().__init__()
        self.faq = content
        self.open_store = open_store
        self.staff = name
        self.now = now
        self.store: Store | None = None
        self.lines: Sequence[Line] = ()
        self.rings: Sequence[Ring] = ()
        self.filter = 0
        self.searched = ""
        self.bell = True
        self._stamp: int | None = None
        self._known: set[str] | None = None
        self._tidied: date | None = None
        self._looking = False
        self._drawn: datetime | None = None

    def compose(self) -> ComposeResult:
        """The clinic and the bell, filters and search, and the list."""
        with Horizontal(classes="head"):
            yield Static(Content.styled(f"{self.faq.clinic.name}  requests", "bold"), classes="title")
            yield Press("B", "", id="bell")
        yield Static("", id="said", markup=False)
        with Horizontal(id="ring"):
            yield Static("", id="ring-says", markup=False)
            yield Press("S", "Seen to", id="seen")
        with Horizontal(id="filters"):
            for number, (label, _) in enumerate(FILTERS, 1):
                yield Press(str(number), label, id=f"filter-{number}")
        yield Field(id="search", placeholder="/  reference, name or contact")
        widths = (*WIDTHS, 0)
        yield Static("  " + "".join(f"{one:<{w}}" for one, w in zip(HEADINGS, widths, strict=True)), id="headings")
        yield Worklist(ZoneInfo(self.faq.clinic.timezone), self.now(), id="list")
        yield Static("", id="nothing", markup=False)
        yield Static("Enter opens · / searches · T colours · Q ends", id="keys", markup=False)
        yield TooSmall()

    def on_mount(self) -> None:
        """Begin to look at the store."""
        self.said, self.ring_says, self.nothing = (
            self.query_one(f"#{name}", Static) for name in ("said", "ring-says", "nothing")
        )
        self.list = self.query_one(Worklist)
        self.search = self.query_one("#search", Field)
        self.presses = {str(press.id): press for press in self.query(Press)}
        self.query_one(TooSmall).fill(self.faq.wording.chat.too_small)
        self.list.focus()
        self.draw()
        self.look()
        self.set_interval(EVERY, self.look)

    # --- the store ---

    def look(self) -> None:
        """Look whether anything has changed, unless the last look is not over yet."""
        if not self._looking:
            self._looking = True
            self._look()

    @work(thread=True)
    def _look(self) -> None:
        now = self.now()
        try:
            if self.store is None:
                self.store = self.open_store()
            if self._tidied != now.date():
                self.store.tidy(self.faq.clinic.retention, now)
                self._tidied = now.date()
            stamp = self.store.stamp()
            lines = self.store.worklist(now) if stamp != self._stamp else None
            rings = self.store.tallies.rings()
        except StoreUnavailable as error:
            self._stamp = None
            self._then(self.trouble, error)
        else:
            self._stamp = stamp
            self._then(self.seen_new, lines, rings)

    def _then(self, act: Callable[..., None], *values: object) -> None:
        """Act on what a worker found, unless the desk has closed meanwhile."""
        if self.app.is_running and self.is_attached:
            self.app.call_from_thread(act, *values)

    def trouble(self, error: StoreUnavailable) -> None:
        """Say what is wrong; the list stays as it was last seen."""
        self._looking = False
        self.said.update(str(error))
        self.said.display = True

    def seen_new(self, lines: Sequence[Line] | None, rings: Sequence[Ring]) -> None:
        """Show what a look at the store has found; ring for requests and alarms that are new."""
        self._looking = False
        self.said.display = False
        if lines is not None:
            waiting = {line.reference for line in lines if line.state == "waiting"}
            if self.bell and self._known is not None and waiting - self._known:
                self.app.bell()
            self._known = {line.reference for line in lines}
            self.lines = lines
        if len(rings) > len(self.rings):
            self.app.bell()
        now = self.now().replace(second=0, microsecond=0)
        if lines is not None or rings != self.rings or now != self._drawn:  # "in 3 minutes" changes by itself
            self.rings = rings
            self._drawn = now
            self.draw()

    # --- what is shown ---

    def draw(self) -> None:
        """Draw the list, the filters' counts, the bell and the alarms."""
        now = self.now()
        shown = listed(self.lines, self.filter, self.searched, stored(now))
        self.list.fill(shown, now)
        self.nothing.update("Nothing here." if self._known is not None and not shown else "")
        self.nothing.display = not shown
        numbers = counted(self.lines, stored(now))
        for place, ((label, _), number) in enumerate(zip(FILTERS, numbers, strict=True)):
            press = self.presses[f"filter-{place + 1}"]
            press.key = "" if self.has_class("-narrow") else str(place + 1)
            press.label(f"{label} {number}")
            press.set_class(place == self.filter and not self.searched, "-chosen")
        self.presses["bell"].label("Bell on" if self.bell else "Bell off")
        self.query_one("#ring").display = bool(self.rings)
        if self.rings:
            first = self.rings[0]
            at = first.at.astimezone(ZoneInfo(self.faq.clinic.timezone))
            more = f" and {len(self.rings) - 1} more" if len(self.rings) > 1 else ""
            self.ring_says.update(f"{first.kiosk} showed an urgent message at {at:%H:%M}{more}. Please go and look.")

    def on_resize(self) -> None:
        """A narrow window has no room for the filters' numbers."""
        self.call_after_refresh(self.draw)

    # --- what reception does ---

    @on(Worklist.Opened)
    def opened(self, event: Worklist.Opened) -> None:
        """Show a request whole; the list is read anew afterwards."""
        if self.store is not None:
            screen = RequestScreen(event.reference, self.faq, self.store, self.staff, self.now)
            self.app.push_screen(screen, lambda _: self.look())

    @on(Press.Pressed)
    async def pressed(self, event: Press.Pressed) -> None:
        """A filter, the bell or an alarm was clicked."""
        name = event.press.id or ""
        if name.startswith("filter-"):
            self.action_filter(int(name[-1]) - 1)
        elif name == "bell":
            self.action_bell()
        else:
            self.action_seen()

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Search as it is typed."""
        self.searched = event.value
        self.draw()

    @on(Input.Submitted)
    def searched_for(self) -> None:
        """Enter goes to the list."""
        self.list.focus()

    def action_filter(self, place: int) -> None:
        """Show the requests of a filter."""
        self.filter = place
        self.search.value = ""
        self.searched = ""
        self.draw()
        self.list.focus()

    def action_search(self) -> None:
        """Type what to search for."""
        self.search.focus()

    def action_clear(self) -> None:
        """Leave the search."""
        self.search.value = ""
        self.list.focus()

    def action_bell(self) -> None:
        """Switch the bell for new requests off or on; alarms ring always."""
        self.bell = not self.bell
        self.draw()

    def action_seen(self) -> None:
        """Someone has gone to look."""
        if self.rings:
            self._acknowledge(self.rings[0].id)

    @work(thread=True)
    def _acknowledge(self, ring: int) -> None:
        assert self.store is not None
        try:
            self.store.tallies.acknowledge(ring, self.staff, self.now())
            rings = self.store.tallies.rings()
        except StoreUnavailable as error:
            self._then(self.trouble, error)
        else:
            self._then(self.seen_new, None, rings)
