"""An urgent reply has the screen to itself, and can't be dismissed unread."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from botox_faq.tui import urgent
from botox_faq.tui.digits import large, number_to_ring
from botox_faq.tui.themes import THEMES
from botox_faq.tui.urgent import UrgentScreen
from tests.tui.conftest import Open, Window
from tests.tui.fake import FakeVisit

SIZES = [(60, 20), (80, 24), (120, 40)]


async def read(window: Window) -> None:
    """Let the two seconds pass."""
    screen = window.app.screen
    assert isinstance(screen, UrgentScreen)
    screen.since -= urgent.UNREAD
    await window.settle()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_it_is_alone_on_the_screen_and_complete(open_chat: Open, size: tuple[int, int], theme: str) -> None:
    async with open_chat(size) as window:
        window.app.theme = theme
        await window.ask("my throat feels tight")
        assert "Call 999 now." in window.text
        assert "If you are in the clinic, tell the staff now." in window.prose
        assert "1  It is happening now" in window.text
        assert "2  I was asking in general" in window.text
        for word in ("Book", "F3", "You ", "Example Clinic", "Answer"):
            assert word not in window.text


async def test_a_fast_typist_dismisses_nothing(open_chat: Open, visit: Callable[[], FakeVisit]) -> None:
    async with open_chat() as window:
        await window.ask("my throat feels tight")
        await window.press("enter", "2", "1", "escape", "space")
        await window.click_text("I was asking in general")
        assert isinstance(window.app.screen, UrgentScreen)
        assert visit().said == ["my throat feels tight"]


async def test_in_general_answers_under_the_safety_line(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.ask("my throat feels tight")
        await read(window)
        await window.press("2")
        assert "You      my throat feels tight" in window.text
        assert window.prose.index("If you have this now, call 999.") < window.prose.index("Most people")


async def test_the_ways_on_can_be_clicked(open_chat: Open, visit: Callable[[], FakeVisit]) -> None:
    async with open_chat() as window:
        await window.ask("my throat feels tight")
        await read(window)
        await window.click_text("I was asking in general")
        assert visit().said[-1] == "2"


async def test_while_it_is_happening_the_number_stays_in_sight(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.ask("my throat feels tight")
        for _ in range(2):
            await read(window)
            await window.press("1")
            assert isinstance(window.app.screen, UrgentScreen)
            assert "Call 999 now." in window.text
            assert window.text.count("Please call now.") == 1
            assert "If you are in the clinic" in window.prose


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Call 999 now.", "999"),
        ("Please call Samaritans on 116 123 now.", "116 123"),
        ("Call NHS 111 now.", "111"),
        ("Call the clinic now on +44 20 7946 0123.", None),
        ("The clinic is closed.", None),
    ],
)
def test_only_a_short_number_is_painted_large(sentence: str, number: str | None) -> None:
    assert number_to_ring(sentence) == number


def test_large_digits_need_no_glyph_of_a_font() -> None:
    painted = large("116 123")
    assert set(painted.plain) <= {" ", "\n"}
    assert len(painted.plain.splitlines()) == 5
    assert max(map(len, painted.plain.splitlines())) <= 58
