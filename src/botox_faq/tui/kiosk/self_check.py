"""A visit with a marker in every place that words can get to, a wipe, and a search for what is left."""

from __future__ import annotations

import asyncio
import gc
import secrets
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size
from textual.pilot import Pilot

from botox_faq.tui.booking import BookingScreen
from botox_faq.tui.booking_parts import Code
from botox_faq.tui.kiosk.app import KioskApp
from botox_faq.tui.kiosk.attract import AttractScreen
from botox_faq.tui.kiosk.backstage import Backstage
from botox_faq.tui.kiosk.chat import KioskChat
from botox_faq.tui.urgent import UNREAD, UrgentScreen

SIZE = (100, 30)
PLACES = (
    "question", "kept question", "undo", "suggestions", "paste", "input", "selection", "urgent", "name", "contact",
    "PIN", "QR code", "clipboard", "notice", "title",
)  # fmt: skip
TERMINAL_FORGETS = {
    "the terminal's clipboard": "\x1b]52;c;\a",
    "the terminal's selection": "\x1b]52;p;\a",
    "the scrollback": "\x1b[3J",
    "the window's title": "\x1b]0;",
}
"""What must be written to the terminal after the wipe, because it can't be looked into."""


class Markers:
    """One word for each place, that no text holds by chance.

    Kept in pieces: what searches must not be what is found.
    """

    def __init__(self) -> None:
        self._pieces = ["zq", *secrets.choice("bdfghjklmnp") + secrets.choice("bdfghjklmnp") + secrets.token_hex(3)]

    def of(self, place: str) -> str:
        """The marker of a place, as a new string."""
        return self.stem() + "x" + chr(ord("a") + PLACES.index(place))

    def stem(self) -> str:
        """What all markers begin with."""
        return "".join(self._pieces)

    def places_in(self, text: str) -> set[str]:
        """The places whose markers stand in `text`."""
        after = text.split(self.stem())[1:]
        letters = [rest[1] for rest in after if len(rest) > 1 and rest[0] == "x"]
        return {PLACES[ord(one) - ord("a")] for one in letters if 0 <= ord(one) - ord("a") < len(PLACES)} or (
            {"part of a marker"} if after else set()
        )


class MemoryDriver(Driver):
    """A terminal that is a list of what was written to it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.written: list[str] = []

    def write(self, data: str) -> None:
        """Keep what is written."""
        self.written.append(data)

    def start_application_mode(self) -> None:
        """Say how large this terminal is."""
        size = Size(*SIZE)
        self.send_message(events.Resize(size, size))

    def disable_input(self) -> None:
        """There is none."""

    def stop_application_mode(self) -> None:
        """Nothing to restore."""


@dataclass
class Report:
    """What was searched, and what was found."""

    lines: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Nothing was found."""
        return not self.found


def check_the_wipe(faq: Path, cache: Path | None, spoil: Callable[[KioskApp], None] = lambda app: None) -> Report:
    """Make a visit, wipe it, search, and return what came of it.

    The visit uses a data folder of its own, so nothing is mixed with requests. `spoil` may break something just
    before the wipe: so a test shows that the check would notice.
    """
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_check(faq, cache, Path(folder), spoil))


async def _check(faq: Path, cache: Path | None, data: Path, spoil: Callable[[KioskApp], None]) -> Report:
    log: list[str] = []
    backstage = Backstage(faq, data, cache=cache, name="self-check", note=log.append)
    app = KioskApp(backstage, driver_class=MemoryDriver)
    markers, report = Markers(), Report()

    async def visit(_: Pilot[Any]) -> None:
        # Not by the pilot: its 30-second timeouts would keep what was on the screen when they began.
        await plant(app, markers)
        spoil(app)
        driver = app._driver
        assert isinstance(driver, MemoryDriver)
        await asyncio.sleep(0.3)  # what was drawn so far is written
        driver.written.clear()
        app.action_done()
        await until(lambda: app.visit_clock.state == "attract" and isinstance(app.screen, AttractScreen))
        await asyncio.sleep(0.5)
        app.refresh()
        await asyncio.sleep(0.3)
        search(app, driver, markers, data, log, report)
        app.exit()

    await app.run_async(size=SIZE, auto_pilot=visit)
    if app.crash:
        report.found.append(f"the visit crashed: {app.crash}")
        report.lines.append(f"FOUND {report.found[-1]}")
    return report


async def plant(app: KioskApp, markers: Markers) -> None:
    """Visit as many places as there are, with a word for each."""

    async def write(text: str, *keys: str) -> None:
        for key in (*text, *keys):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await asyncio.sleep(0.15)

    await write("", "enter")
    await until(lambda: isinstance(app.screen, KioskChat))
    await asyncio.sleep(0.3)
    await write(f"how often {markers.of('question')}", "enter")
    await write(f"bicycle {markers.of('kept question')} wheel lamp", "enter")
    await write("1", "enter")
    await write(markers.of("undo"))
    await write("", *["backspace"] * len(markers.of("undo")))
    await write(f"how long does {markers.of('suggestions')}")
    await asyncio.sleep(0.2)
    await write("", "enter")
    click(app, 20, 3)
    await _book(app, write, markers)
    await write(f"my throat is swelling {markers.of('urgent')}", "enter")
    for choice in "12":
        await until(lambda: isinstance(app.screen, UrgentScreen))
        await asyncio.sleep(0.1)
        if isinstance(app.screen, UrgentScreen):
            app.screen.since -= UNREAD  # as if it had been there long enough to be read
        await write(choice)
    app.ask_pin()
    await asyncio.sleep(0.2)
    await write(markers.of("PIN"), "escape")
    await app.screen.mount(Code((markers.of("QR code"),)))
    app.copy_to_clipboard(markers.of("clipboard"))
    app.notify(markers.of("notice"), markup=False)
    app.title = markers.of("title")
    app.post_message(events.Paste(markers.of("paste") + " "))
    await write(f"{markers.of('input')} {markers.of('selection')}")
    if isinstance(app.screen, KioskChat):
        app.screen.ask.prompt.select_all()
    await asyncio.sleep(0.2)


async def _book(app: KioskApp, write: Callable[..., Any], markers: Markers) -> None:
    """Fill in the form as far as the contact and leave it there, to be kept for another try."""
    await write("", "f3")
    await until(lambda: isinstance(app.screen, BookingScreen))
    await asyncio.sleep(0.2)
    screen = app.screen
    assert isinstance(screen, BookingScreen)
    for _ in range(3):  # the age, then the route where there is a choice, to the first field
        if not screen.field.display:
            await write("1")
    if screen.field.display:
        await write(markers.of("name"), "enter")
        await write(f"{markers.of('contact')}@clinic.example")
    for _ in range(4):
        if app.screen is screen:
            await write("", "escape")


def search(app: KioskApp, driver: MemoryDriver, markers: Markers, data: Path, log: list[str], report: Report) -> None:
    """Look everywhere, and write down where and for what."""
    gc.collect()
    number, held = live_texts(markers)
    seen: list[tuple[str, set[str]]] = [(f"{number:,} live objects", held)]
    seen.append(("Textual's clipboard", markers.places_in(app.clipboard)))
    picture = app.export_screenshot()
    seen.append((f"the screen, {SIZE[0]} by {SIZE[1]}", markers.places_in(picture)))
    written = "".join(driver.written)
    seen.append((f"{len(written):,} characters written to the terminal after the wipe", markers.places_in(written)))
    seen.append((f"{len(log)} lines of the log", markers.places_in("\n".join(log))))
    files = [path for path in sorted(data.rglob("*")) if path.is_file()]
    kept = {place for path in files for place in markers.places_in(path.read_bytes().decode("latin-1"))}
    seen.append((f"{len(files)} files of the data folder", kept))
    report.lines.append(f"Put a marker in {len(PLACES)} places: {', '.join(PLACES)}. Wiped. Searched:")
    for where, places in seen:
        report.lines.append(f"  {where}: {'FOUND ' + ', '.join(sorted(places)) if places else 'nothing'}")
        report.found += sorted(places)
    for name, codes in TERMINAL_FORGETS.items():
        told = codes in written
        report.lines.append(f"  {name}: {'told to forget' if told else 'FOUND not told to forget'}")
        report.found += [] if told else [name]
    report.lines.append("Something of the visit is left." if report.found else "Nothing of the visit is left.")


def live_texts(markers: Markers) -> tuple[int, set[str]]:
    """Walk over every object that is alive; return how many, and the places whose markers are in their texts."""
    found: set[str] = set()
    stem, raw = markers.stem(), markers.stem().encode()
    own = {id(stem), id(raw)}
    number = 0
    for one in _all_objects():
        number += 1
        if type(one) is str or isinstance(one, str):
            if stem in one and id(one) not in own:
                found |= markers.places_in(one)
        elif isinstance(one, bytes | bytearray) and raw in one and id(one) not in own:
            found |= markers.places_in(bytes(one).decode("latin-1"))
    return number, found


def _all_objects() -> Iterator[object]:
    """Every object that the collector knows of, and whatever can be reached from those."""
    waiting = gc.get_objects()
    known = {id(one) for one in waiting} | {id(waiting)}
    while waiting:
        one = waiting.pop()
        yield one
        for other in gc.get_referents(one):
            if id(other) not in known:
                known.add(id(other))
                waiting.append(other)


def click(app: KioskApp, x: int, y: int) -> None:
    """Press and release the mouse in a cell."""
    for kind in (events.MouseDown, events.MouseUp):
        app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))


async def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until something is true."""
    for _ in range(int(seconds / 0.02)):
        if true():
            return
        await asyncio.sleep(0.02)
    raise TimeoutError("the kiosk did not get where the check wanted it")
