"""Pictures of the kiosk for docs/: python scripts/kiosk_screenshots.py [FOLDER]"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from screenshots import for_every_viewer
from textual.pilot import Pilot

from botox_faq.assistant import cache_folder
from botox_faq.content import find_faq
from botox_faq.tui.kiosk.app import KioskApp
from botox_faq.tui.kiosk.backstage import Backstage

ROOT = Path(__file__).parents[1]
SIZES = ((80, 24), (120, 40))
NOW = datetime(2026, 3, 4, 10, 30, tzinfo=ZoneInfo("Europe/London"))


async def visit(pilot: Pilot[Any], app: KioskApp, folder: Path, size: tuple[int, int]) -> None:
    """Go from screen to screen and take a picture of each."""

    async def take(name: str) -> None:
        await pilot.pause(0.5)
        svg = for_every_viewer(app.export_screenshot(title=app.window_title))
        (folder / f"kiosk-{name}{'-wide' if size[0] > 80 else ''}.svg").write_text(svg, "utf-8")

    async def ask(text: str) -> None:
        await pilot.press(*("space" if letter == " " else letter for letter in text), "enter")

    async def begin(look: str = "") -> None:
        await pilot.press(*look.split(), "enter")
        await pilot.pause(0.5)

    async def done() -> None:
        await pilot.press("f9")
        await pilot.pause(0.5)

    await take("attract")
    await begin("slash")
    await ask("how offen shud i get it")
    await take("roomy")
    await pilot.click("KioskChat #keys")
    await pilot.press(*"how")
    await take("keys")
    await done()
    await begin("plus")
    await ask("how offen shud i get it")
    await take("large")
    await ask("93")
    await pilot.pause(0.5)
    await pilot.press("1")
    await pilot.press(*"Maria")
    await take("large-booking")
    await done()
    await begin("plus asterisk")
    await ask("my throat is swelling")
    await take("large-urgent")
    await done()
    await begin()
    await ask("how offen shud i get it")
    await take("answer")
    later = app.time() + 300
    app.time = lambda: later
    await take("warning")
    await pilot.press("f3")
    await take("booking")
    await pilot.press("escape")
    await pilot.pause(0.3)
    await ask("my throat is swelling")
    await take("urgent")


async def main(folder: Path) -> None:
    """Take all pictures, of all sizes."""
    with tempfile.TemporaryDirectory() as data:
        for size in SIZES:
            backstage = Backstage(find_faq(), Path(data), cache=cache_folder())
            app = KioskApp(backstage, clock=lambda _: NOW)
            async with app.run_test(size=size) as pilot:
                await visit(pilot, app, folder, size)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"))
