"""The kiosk's app: one gate for all input, one clock, and the wipe."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from time import monotonic
from typing import Any, ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import AwaitMount

from botox_faq.kiosk.clock import Clock
from botox_faq.kiosk.keys import Chord, allowed
from botox_faq.tui.app import ChatApp
from botox_faq.tui.booking import BookingScreen
from botox_faq.tui.booking_sent import SentScreen
from botox_faq.tui.chat import system_clock
from botox_faq.tui.kiosk import dressing, wiping
from botox_faq.tui.kiosk.attract import AttractScreen
from botox_faq.tui.kiosk.backstage import Backstage
from botox_faq.tui.kiosk.bar import KioskBar
from botox_faq.tui.kiosk.chat import KioskChat
from botox_faq.tui.kiosk.driver import KioskDriver
from botox_faq.tui.kiosk.keyboard import ScreenKey
from botox_faq.tui.kiosk.pin import PinScreen, Tries
from botox_faq.tui.kiosk.talk import Done, Rung
from botox_faq.tui.kiosk.watchdog import Watchdog
from botox_faq.tui.kiosk.words import words_on
from botox_faq.tui.legible import Legible
from botox_faq.tui.looks import LARGE, ROOMY
from botox_faq.tui.paging import Paged
from botox_faq.tui.themes import CONTRAST, DARK
from botox_faq.tui.urgent import UrgentScreen

TICK = 0.25
"""Seconds between two looks at the clock."""

KEEP_UP = 15.0
"""Seconds between two looks at the store."""

LOOK_FOR_CONTENT = 5.0
"""Seconds between two looks at the content's files while nobody is there."""

JITTER = 3
"""Cells that the mouse must move to count as somebody there: a worn mouse trembles over one or two for hours."""

BELOW = 2
"""Screens that a visit begins with: the empty one, and the one to be switched."""

SLOW_SCREENS = (BookingScreen, SentScreen, UrgentScreen)


class KioskApp(ChatApp, inherit_bindings=False):
    """attract → visit → warning → wipe → attract, until staff type the PIN.

    `pin` returns the hash of the PIN, or None. `theme` is what every visit begins with. `time` is a clock in seconds
    that never goes back; `clock` returns the present time in a time zone.
    """

    CSS_PATH = "kiosk.tcss"
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f9", "done", show=False, priority=True)]

    def __init__(
        self,
        backstage: Backstage,
        *,
        pin: Callable[[], str | None] = lambda: None,
        time: Callable[[], float] = monotonic,
        clock: Callable[[str], datetime] = system_clock,
        theme: str = DARK.name,
        **options: Any,
    ) -> None:
        super().__init__(Screen, **options)  # an empty one, under all others: the lowest can't be switched
        self.backstage = backstage
        self.pin = pin
        self.time = time
        self.clock = clock
        self.theme = self.first_theme = theme
        self.visit_clock = Clock()
        self.tries = Tries()
        self.chord = Chord()
        self.bar: KioskBar | None = None
        self.crash = ""
        self.wiping = False
        self.watchdog = Watchdog()
        self.threads = ThreadPoolExecutor(wiping.THREADS, "kiosk")
        self._mouse_counted = (0, 0)

    # --- starting and ending ---

    def on_mount(self) -> None:
        """Begin to look at the clock, the store and the content; take no orders from the terminal's signals."""
        asyncio.get_running_loop().set_default_executor(self.threads)
        self.screen_change_signal.subscribe(self, self.dress)
        self.set_interval(TICK, self.tick)
        self.set_interval(KEEP_UP, self.keep_up)
        self.set_interval(LOOK_FOR_CONTENT, self.look_for_content)
        if threading.current_thread() is threading.main_thread():
            for asked in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
                signal.signal(asked, signal.SIG_IGN)
        self.write(wiping.FORGET_TERMINAL)
        self.push_screen(self.attract())
        if self.watchdog.every is not None:
            self.set_interval(self.watchdog.every, self.watchdog.beat)
        self.call_after_refresh(self.watchdog.ready)
        self.keep_up()

    def _handle_exception(self, error: Exception) -> None:
        """Note where it happened, without the message: that may hold a visitor's words."""
        self.crash = where(error)
        super()._handle_exception(error)

    def notify(self, *args: Any, **options: Any) -> None:
        """Show no notices: they belong to the app, and their timers would keep them after the wipe."""

    def write(self, codes: str) -> None:
        """Send control codes to the terminal."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(codes)
            self._driver.flush()

    @property
    def window_title(self) -> str:
        """What the terminal's window is called."""
        return self.backstage.assistant.content.clinic.name

    def today(self) -> Any:
        """The day at the clinic."""
        return self.clock(self.backstage.assistant.content.clinic.timezone).date()

    # --- input ---

    async def on_event(self, event: events.Event) -> None:
        """Let only what a visitor may do reach the screens, and notice that somebody is there."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            if self.is_input(event):
                self.visit_clock.touch(self.time())
                if self.bar is not None:
                    self.bar.warn(0)
            if isinstance(event, events.Key) and not self.key(event):
                return
            if self.focused is not None and not self.focused.is_attached:
                self.screen.set_focus(None)  # it is going: a key sent to it would be lost
        await super().on_event(event)

    def is_input(self, event: events.Event) -> bool:
        """Whether an event means that somebody is there."""
        if not isinstance(event, events.MouseMove):
            return True
        x, y = self._mouse_counted
        if abs(event.screen_x - x) + abs(event.screen_y - y) < JITTER:
            return False
        self._mouse_counted = int(event.screen_x), int(event.screen_y)
        return True

    def key(self, event: events.Key) -> bool:
        """Whether a key may go on; the staff's chord opens their screen."""
        if self.chord.pressed(event.key, self.time()):
            self.ask_pin()
        return allowed(event.key, event.character) and self.visit_clock.state != "wipe"

    def ask_pin(self) -> None:
        """Ask staff for the PIN; the right one ends the kiosk in good order."""

        def answered(right: bool | None) -> None:
            if right:
                self.watchdog.stopping()
                self.exit(None, 0)

        asked = any(isinstance(screen, PinScreen) for screen in self.screen_stack)
        if not asked and self.visit_clock.state != "wipe":
            words = self.backstage.assistant.content.wording.kiosk
            self.visit_clock.begin(self.time())  # so that it is wiped like everything else
            self.push_screen(PinScreen(words, self.pin(), self.tries, self.time), answered)

    # --- the visit ---

    def push_screen(self, screen: Any, *args: Any, **options: Any) -> Any:
        """Open a screen, unless the visit that it belongs to is over: a reply may come in the middle of the wipe."""
        if self.visit_clock.state in ("attract", "wipe") and not isinstance(screen, AttractScreen):
            return AwaitMount(self.screen, [])
        return super().push_screen(screen, *args, **options)

    def attract(self) -> AttractScreen:
        """The screen between two visits."""
        return AttractScreen(self.backstage.assistant.content)

    @on(AttractScreen.Begun)
    async def begin(self, event: AttractScreen.Begun) -> None:
        """Somebody touched the attract screen: a fresh screen for a new visit."""
        if isinstance(self.screen, AttractScreen) and self.visit_clock.state == "attract":
            self.visit_clock.begin(self.time())
            self.backstage.count("visits")
            await self.switch_screen(KioskChat(self.backstage, event.letter, self.clock))

    def dress(self, screen: Screen[Any]) -> None:
        """Give a screen that has come to the front what a kiosk adds to it."""
        self.bar = dressing.dress(screen, self.backstage.assistant.content.wording)

    @on(ScreenKey.Pressed)
    async def write_key(self, event: ScreenKey.Pressed) -> None:
        """Write what was touched into the form's field."""
        if isinstance(self.screen, BookingScreen) and self.screen.field.display:
            await dressing.write_into(self.screen, event.means)

    async def tick(self) -> None:
        """Look at the clock: warn, count down, wipe."""
        self.look_at_size()
        if self.visit_clock.state == "attract":
            return
        if isinstance(self.screen, BookingScreen) and hasattr(self.screen, "field"):
            self.screen.set_class(self.screen.field.display, "-writes")
        slow = isinstance(self.screen, SLOW_SCREENS)
        state = self.visit_clock.tick(self.time(), words_on(self.screen), slow)
        if self.bar is not None:
            self.bar.warn(self.visit_clock.left(self.time()))
            self.bar.set_class(isinstance(self.screen, Paged) and self.screen.is_longer, "-longer")
        if state == "wipe" and not self.wiping:  # the timer and "I'm done" may both come here
            self.wiping = True
            try:
                await self.wipe()
            finally:
                self.wiping = False

    def look_at_size(self) -> None:
        """Notice a size that was missed: a window resized in the middle of a wipe left "too small" on the screen."""
        if isinstance(self._driver, KioskDriver):
            self._driver.look_at_size()
        if self.screen.size != self.size:
            self.screen.post_message(events.Resize(self.size, self.size))

    def action_contrast(self) -> None:
        """High contrast, and back."""
        self.theme = CONTRAST.name if self.theme != CONTRAST.name else DARK.name

    def action_roomy(self) -> None:
        """Large targets, and back."""
        self.toggle_class(ROOMY)

    def action_larger(self) -> None:
        """Large letters, and back."""
        self.toggle_class(LARGE)
        self.draw_letters()
        if isinstance(self.screen, KioskChat):
            self.screen.transcript.turn()

    def draw_letters(self) -> None:
        """Draw what is on the screens in the letters of the look."""
        for screen in self.screen_stack:
            for text in screen.query(Legible):
                text.refresh(layout=True)

    def action_done(self) -> None:
        """The visitor is done: everything goes at once."""
        if self.visit_clock.state != "attract":
            self.visit_clock.done()
            self.call_later(self.tick)

    @on(Done)
    def asked_to_forget(self) -> None:
        """The visitor asked to be forgotten."""
        self.action_done()

    async def wipe(self) -> None:
        """Back to the attract screen with nothing left of the visit."""
        if self._driver is not None and hasattr(self._driver, "forget"):
            self._driver.forget()
        while len(self.screen_stack) > BELOW:
            await self.pop_screen()
        wiping.let_go_of_screens()
        await self.switch_screen(self.attract())
        wiping.wipe(self)
        self.visit_clock.wiped()
        self.keep_up()

    def reset_look(self) -> None:
        """The look that a visit begins with."""
        self.theme = self.first_theme
        self.remove_class(ROOMY, LARGE)
        self.draw_letters()

    # --- behind the screens ---

    @on(Rung)
    def ring(self) -> None:
        """The bell does not wait for the next look at the store."""
        self.keep_up()

    @work
    async def keep_up(self) -> None:
        """Keep counts, ring the bell, watch the store."""
        await self.backstage.keep_up(self.today())
        if isinstance(self.screen, KioskChat):
            self.screen.label_booking()

    @work
    async def look_for_content(self) -> None:
        """Between visits, read the content anew when it has changed."""
        attracts = self.visit_clock.state == "attract"
        if attracts and await self.backstage.read_anew() and isinstance(self.screen, AttractScreen):
            await self.switch_screen(self.attract())


def where(error: BaseException) -> str:
    """Return an error's type and place, innermost last; never its message, which may hold a visitor's words."""
    error = getattr(error, "error", error)  # of a worker that failed
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    places = " > ".join(f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {places or 'an unknown place'}"
