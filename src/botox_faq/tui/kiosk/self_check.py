"""A visit with a marker in every place that words can get to, a wipe, and a search for what is left."""

from __future__ import annotations

import asyncio
import gc
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size
from textual.pilot import Pilot

from botox_faq.tui.kiosk.app import KioskApp
from botox_faq.tui.kiosk.attract import AttractScreen
from botox_faq.tui.kiosk.backstage import Backstage
from botox_faq.tui.kiosk.planting import PLACES, Markers, plant, until

SIZE = (100, 30)
TERMINAL_FORGETS = {
    "the terminal's clipboard": "\x1b]52;c;\a",
    "the terminal's selection": "\x1b]52;p;\a",
    "the scrollback": "\x1b[3J",
    "the window's title": "\x1b]0;",
}
"""What must be written to the terminal after the wipe, because it can't be looked into."""


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
    # The request was sent, so it is there to be found; nothing else is.
    seen.append((f"{len(files)} files of the data folder, but for the request", kept - {"request"}))
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
