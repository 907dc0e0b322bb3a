"""A booking on a touch screen: xterm in a large font, clicks by pixel, no key pressed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from botox_faq.store import open_store
from tests.end_to_end.terminal import ATTRACT
from tests.end_to_end.xterm import MISSING, Xterm

PHONE = "02079460999"


@pytest.fixture
def kiosk(tmp_path: Path, cache: Path) -> Iterator[Xterm]:
    """A kiosk on a screen of its own."""
    if MISSING:
        pytest.skip(f"{', '.join(MISSING)}: not installed")
    with Xterm(tmp_path, cache) as opened:
        yield opened


def test_touch_sized_clicks_make_a_booking(kiosk: Xterm, tmp_path: Path) -> None:
    kiosk.wait_for(ATTRACT)
    kiosk.touch("Bigger buttons")
    kiosk.touch("touch the screen")
    kiosk.wait_for("Type your question")
    kiosk.touch("Book an")
    kiosk.wait_for("18 or over")
    kiosk.touch("Yes")
    kiosk.wait_for("first name", "space")
    kiosk.touch_keys("anna")
    kiosk.touch("Next")
    kiosk.wait_for("How can we reach you?")
    kiosk.touch("123 abc")
    kiosk.wait_for("1 2 3 4 5")
    kiosk.touch_keys(PHONE)
    kiosk.touch("Next")
    for title, way in (
        ("Which days", "0 Next"),
        ("What time of day", "Any time"),
        ("Questions to bring", "0 Next"),
        ("If you can't pick up", "No, just try again"),
    ):
        kiosk.wait_for(title)
        kiosk.touch(way)
    kiosk.wait_for("Is this right?")
    for way in ("You may keep", "Send to reception"):
        for _ in range(5):
            if way in kiosk.text:
                break
            before = kiosk.text
            kiosk.touch("8 More")
            kiosk.wait_until(lambda: kiosk.text != before, "more")  # noqa: B023
        kiosk.touch(way)
    kiosk.wait_for("Reception has your request")
    store = open_store(tmp_path / "data")
    try:
        assert [(one.first_name, one.contact.value[-10:]) for one in store.all()] == [("anna", PHONE[1:])]
    finally:
        store.close()
    kiosk.touch("I'm done")
    kiosk.wait_for(ATTRACT)
