"""The kiosk for every body: looks that a visitor can choose, digits alone, and the bare console."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from botox_faq.tui.bars import Link
from botox_faq.tui.booking import BookingScreen
from botox_faq.tui.booking_sent import SentScreen
from botox_faq.tui.kiosk.attract import AttractScreen
from botox_faq.tui.kiosk.console import KNOWN, for_console
from botox_faq.tui.kiosk.keyboard import DELETE, OTHER, ScreenKey
from botox_faq.tui.kiosk.planting import until
from botox_faq.tui.options import OptionLine
from botox_faq.tui.themes import CONTRAST
from botox_faq.tui.urgent import UrgentScreen
from tests.tui.kiosk import Open


async def test_looks_are_offered_on_the_attract_screen_and_begin_no_visit(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.press("asterisk")
        assert hall.app.theme == CONTRAST.name
        await hall.click_text("Bigger buttons")
        assert hall.app.has_class("-roomy")
        assert isinstance(hall.app.screen, AttractScreen)
        assert hall.state == "attract"


async def test_looks_are_reset_by_the_wipe(kiosk: Open) -> None:
    async with kiosk() as hall:
        before = hall.app.theme
        await hall.press("asterisk", "slash")
        await hall.begin()
        await hall.press("f9")
        assert hall.app.theme == before
        assert not hall.app.has_class("-roomy")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_roomy_targets_are_three_rows_high(kiosk: Open, size: tuple[int, int]) -> None:
    async with kiosk(size) as hall:
        await hall.press("slash")
        await hall.begin()
        await hall.ask("how often should i have it")
        targets = [*hall.app.screen.query(OptionLine), *hall.app.screen.query(Link)]
        assert len(targets) > 5
        assert all(target.region.height >= 3 for target in targets if target.display)


async def test_a_visit_by_digits_alone(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.press("5")
        await hall.press("backspace") if hall.chat.ask.prompt.text else None
        await hall.press("1", "enter")
        assert "Answer" in hall.prose
        await hall.press("9", "2", "enter")
        assert "topic" in hall.prose.lower()
        await hall.press("9", "3", "enter")
        form = hall.app.screen
        assert isinstance(form, BookingScreen)
        await hall.press("1")
        await hall.press("enter")  # no name: a phone number is enough
        await hall.press(*"02079460999", "enter")
        while form.form.step != "summary":
            page = form.form.page()
            await hall.press("0" if page.kind == "several" else "1")
        rows = len(form.form.page().options)
        await hall.press(str(rows - 1))
        await hall.press("0")
        await until(lambda: isinstance(hall.app.screen, SentScreen))
        assert isinstance(hall.app.screen, SentScreen)
        await hall.press("1")
        await hall.press("9", "9", "enter")
        assert isinstance(hall.app.screen, AttractScreen)


async def test_urgent_is_answered_by_digits_and_tells_by_words_not_by_colour(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.ask("I can't breathe")
        assert isinstance(hall.app.screen, UrgentScreen)
        assert "999" in hall.prose
        assert "1 It is happening now" in hall.prose


def test_the_console_shows_only_what_its_fonts_have() -> None:
    assert for_console("one · two … ‘three’ ▃█▀") == "one - two . 'three' ▄█▀"
    assert for_console("naïve £30") == "naïve £30"


@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF), max_size=50))
def test_the_console_text_has_only_known_glyphs_and_keeps_ascii(text: str) -> None:
    shown = for_console(text)
    assert all(letter <= "\u00ff" or letter in KNOWN for letter in shown)
    assert len(shown) == len(text)
    ascii_only = text.encode("ascii", "ignore").decode()
    assert for_console(ascii_only) == ascii_only


def test_what_takes_the_place_of_a_glyph_is_as_wide() -> None:
    for glyph in "·•–—…‘’“”│─▁▂▃▅▆▇":
        assert cell_len(for_console(glyph)) == cell_len(glyph) == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_request_by_touch_alone_with_keys_on_the_screen(kiosk: Open, size: tuple[int, int]) -> None:
    async with kiosk(size) as hall:

        async def touch(key: str) -> None:
            (found,) = [one for one in hall.app.screen.query(ScreenKey) if one.means == key and one.region.height]
            assert found.region.height >= 3
            assert await hall.pilot.click(found)
            await hall.settle()

        async def go_on() -> None:
            await hall.click_text("Next")
            await hall.app.tick()
            await hall.settle()

        await hall.click_text("Bigger buttons")
        await hall.click_text("touch the screen")
        await hall.click_text("Book")
        await hall.click_text("Yes")
        form = hall.app.screen
        assert isinstance(form, BookingScreen)
        await hall.app.tick()
        await hall.settle()
        for letter in "anna":
            await touch(letter)
        await touch(DELETE)
        assert form.form.draft.name == "ann"
        await go_on()
        await touch(OTHER)
        for digit in "02079460999":
            await touch(digit)
        await go_on()
        assert form.form.step == "days", hall.text
        await go_on()
        await hall.click_text("Any time")
        await go_on()
        await hall.click_text("No, just try again")
        assert form.form.step == "summary", hall.text
        for row in form.rows[-2:]:
            row.scroll_visible(animate=False)
            await hall.settle()
            assert row.region.height >= 3
            await hall.pilot.click(row, offset=(6, 1))
            await hall.settle()
        await until(lambda: isinstance(hall.app.screen, SentScreen))
        await hall.settle()
        await hall.click_text("I'm done")
        assert isinstance(hall.app.screen, AttractScreen)
