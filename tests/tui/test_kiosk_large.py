"""Bigger text at the kiosk: offered, reset, switched in the middle of a visit, and all that is read is drawn so."""

from __future__ import annotations

from textual.widget import Widget

from botox_faq.tui.booking import BookingScreen
from botox_faq.tui.help import HelpScreen
from botox_faq.tui.kiosk.attract import AttractScreen
from botox_faq.tui.kiosk.keyboard import DELETE, OTHER, SEND, ScreenKey
from botox_faq.tui.kiosk.pin import PinScreen
from botox_faq.tui.looks import LARGE, ROOMY
from botox_faq.tui.themes import CONTRAST
from tests.large_print import read_large
from tests.tui.kiosk import Hall, Open


def large(hall: Hall) -> str:
    """What the window says in large letters."""
    return read_large([row[: hall.app.size.width - 2] for row in hall.rows])


def typed(hall: Hall, field: Widget) -> str:
    """What stands in a field in large letters."""
    window = field.content_region
    return read_large([row[window.x : window.right] for row in hall.rows[window.y : window.bottom]])


async def test_it_is_offered_on_the_first_screen_goes_with_other_looks_and_is_reset_by_the_wipe(kiosk: Open) -> None:
    async with kiosk() as hall:
        assert "+ Bigger text" in hall.prose
        await hall.press("plus", "asterisk", "slash")
        assert isinstance(hall.app.screen, AttractScreen)
        assert hall.app.has_class(LARGE, ROOMY)
        assert hall.app.theme == CONTRAST.name
        assert "Questions about lines and wrinkles?" in large(hall)
        await hall.begin()
        assert "Ask in your own words" in large(hall)
        await hall.press("f9")
        assert not hall.app.has_class(LARGE)
        assert "Questions about lines and wrinkles?" in hall.prose


async def test_it_can_be_switched_in_the_middle_of_a_visit(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.ask("how often should i have it")
        before = hall.prose
        await hall.ask("96")
        assert "How often is" in large(hall)
        assert "how often should i have it" in hall.prose  # the visitor's own line stays small
        await hall.ask("96")
        assert hall.prose == before


async def test_what_is_typed_is_drawn_large_too(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.press("plus")
        await hall.begin()
        await hall.type("is it sore")
        assert "is it sore" in typed(hall, hall.chat.ask.prompt)
        hall.chat.ask.prompt.text = ""
        await hall.press("f3")
        await hall.press("1")
        await hall.type("Anna")
        assert "Anna" in typed(hall, hall.app.screen.field)  # type: ignore[attr-defined]


async def test_the_warning_is_drawn_large_and_moves_nothing(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.press("plus")
        await hall.begin()
        await hall.ask("how often should i have it")
        answer = hall.rows[:-3]
        await hall.pass_time(1000)
        assert "Still here? 30" in read_large([row[:60] for row in hall.rows])
        assert hall.rows[:-3] == answer


# --- by digits alone ---


async def test_every_screen_can_be_left_by_digits_and_says_how(kiosk: Open) -> None:
    async with kiosk(pin="x") as hall:
        await hall.begin()
        await hall.ask("91")
        assert isinstance(hall.app.screen, HelpScreen)
        assert "97 Enter" in hall.prose
        assert "0 Close" in hall.prose
        await hall.press("0")
        hall.app.ask_pin()
        await hall.settle()
        assert isinstance(hall.app.screen, PinScreen)
        assert "9 and Enter" in hall.prose
        await hall.press("9", "enter")
        await hall.ask("93")
        assert isinstance(hall.app.screen, BookingScreen)
        assert "9 Leave" in hall.prose
        await hall.press("1")
        assert "9 Back" in hall.prose
        await hall.press("9", "enter")
        assert hall.app.screen.form.step == "adult"
        await hall.press("9")
        assert hall.app.screen is hall.chat


async def test_a_digit_alone_in_a_field_is_no_name_and_an_asterisk_deletes(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.ask("93")
        form = hall.app.screen
        assert isinstance(form, BookingScreen)
        await hall.press("1", "enter", *"0207", "asterisk", "asterisk", "asterisk", "asterisk", "9", "enter")
        assert form.form.step == "name"
        assert form.form.draft.contact == form.form.draft.name == ""


async def test_a_list_with_more_lines_than_digits_is_turned(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        for question in ("which bicycle has nine wheels", "who painted the red bicycle", "is a bicycle a fish"):
            await hall.ask(question)
            await hall.press("1", "enter")
        await hall.ask("93")
        form = hall.app.screen
        assert isinstance(form, BookingScreen)
        await hall.press("1", "enter", *"02079460999", "enter", "0", "1")
        assert form.form.step == "questions"
        count = len(form.form.questions)
        assert [row.digit for row in form.rows] == list("1234567")
        await hall.press("8")
        assert [row.number for row in form.rows] == list(range(8, count + 1))
        await hall.press("1")
        assert form.form.questions[7] in form.form.draft.questions
        await hall.press("0")
        assert form.form.step == "sharing"


# --- by touch alone ---


async def touch(hall: Hall, means: str) -> None:
    """Touch a key on the screen."""
    (found,) = [one for one in hall.app.screen.query(ScreenKey) if one.means == means and one.region.height]
    assert found.region.height >= 3
    assert await hall.pilot.click(found)
    await hall.settle()


async def test_a_question_is_asked_with_keys_on_the_screen(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.press("slash")
        await hall.begin()
        keys = hall.app.screen.query("#keys").first()
        assert keys.region.height >= 3
        await hall.pilot.click(keys)
        await hall.settle()
        for letter in "hoow":
            await touch(hall, letter)
        await touch(hall, DELETE)
        await touch(hall, DELETE)
        for letter in "w often":
            await touch(hall, letter)
        await touch(hall, OTHER)
        await touch(hall, "?")
        assert hall.chat.ask.prompt.text == "how often?"
        assert not hall.chat.ask.suggestions.questions
        await touch(hall, SEND)
        assert "Answer" in hall.prose
        assert not hall.chat.writes


async def test_page_buttons_are_there_only_where_there_is_something_to_page(kiosk: Open) -> None:
    async with kiosk((120, 40)) as hall:
        await hall.press("slash")
        await hall.begin()
        await hall.ask("hello")
        await hall.pass_time(0.1)
        assert "98 Down" not in hall.prose or hall.chat.transcript.max_scroll_y > 0
        await hall.ask("menu")
        await hall.pass_time(0.1)
        down = next(one for one in hall.app.screen.query(".page") if "98" in str(one.render()))
        assert down.region.height >= 3
        before = hall.chat.transcript.scroll_offset.y
        await hall.click_text("98 Down")
        assert hall.chat.transcript.scroll_offset.y > before
