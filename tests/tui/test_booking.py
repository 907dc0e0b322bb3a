"""The booking form on the screen: by keyboard, by mouse, on every size, and when the store fails."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.content import Content

from botox_faq.booking.form import Result
from botox_faq.conversation.reply import Reply
from botox_faq.store import StoreUnavailable, open_store
from botox_faq.tui.booking import BookingScreen
from botox_faq.tui.booking_parts import OptionRow, Press
from botox_faq.tui.booking_sent import SentScreen
from botox_faq.tui.themes import THEMES
from tests.sample_clinic import NOW, WORDS, content
from tests.tui.painted import codes_on, text_of

KEPT = ("Can I drive home after it?", "Does it show [red]at work[/red]?")


class Demo(App[None]):
    """An app with nothing but the form."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, store=None, theme="dark", check=lambda text: None, kept=(), draft=None, **clinic) -> None:
        super().__init__()
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme
        factory = store if callable(store) else lambda: store
        self.form = BookingScreen(content(**clinic), factory, kept, ("how-often",), lambda: NOW, check, draft)
        self.result: Result | None = None

    def on_mount(self) -> None:
        self.push_screen(self.form, lambda result: setattr(self, "result", result))


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "data")
    yield store
    store.close()


class Failing:
    """A store whose disk is full until it is mended."""

    def __init__(self, store) -> None:
        self.store = store
        self.broken = True

    def __call__(self):
        return self

    def add(self, request, token):
        if self.broken:
            raise StoreUnavailable("The disk is full.", "Make room.")
        return self.store.add(request, token)

    def close(self) -> None:
        """Nothing to close."""


async def settle(pilot) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def to_summary(pilot, name="Maria", contact="020 7946 0123") -> None:
    await pilot.press("1", *name, "enter", *contact, "enter", "0", "1", "0")
    if pilot.app.form.form.step == "sharing":
        await pilot.press("1")
    if pilot.app.form.form.step == "message":
        await pilot.press("1")
    assert pilot.app.form.form.step == "summary"


async def click(pilot, label: str) -> None:
    await pilot.pause()
    for row in pilot.app.screen.query(OptionRow):
        if row.option.label == label:
            row.scroll_visible(animate=False)
            await pilot.pause()
            await pilot.click(row)
            return
    raise AssertionError(f"no line {label!r}: {text_of(pilot.app)}")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_a_request_by_keyboard_alone(store, size):
    app = Demo(store, kept=KEPT)
    async with app.run_test(size=size) as pilot:
        assert WORDS.adult_title in text_of(app)
        await pilot.press("enter")
        await pilot.press(*"Maria", "enter", *"020 7946 0123", "enter")
        await pilot.press("enter", "down", "down", "space", "0")  # Monday and Wednesday
        await pilot.press("down", "enter")  # morning
        await pilot.press("0", "enter", "down", "enter")  # questions: as kept; share; leave a message
        assert WORDS.summary_title in text_of(app)
        await pilot.press("0", "1", "0")  # the summary has more lines than digits: consent is on its second leaf
        await settle(pilot)
        (kept,) = store.all()
        assert kept.reference in text_of(app)
        assert "Wednesday" in text_of(app)
        assert (kept.first_name, kept.days, kept.part, kept.questions) == ("Maria", (0, 2), "morning", KEPT)
        assert kept.may_leave_message is True
        await pilot.press("enter")
        assert app.result == Result(kind="sent", request=kept)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_request_by_mouse_but_for_the_letters(store, size):
    app = Demo(store, kept=KEPT[:1])
    async with app.run_test(size=size) as pilot:
        await click(pilot, WORDS.answer_yes)
        await pilot.press(*"Maria")
        await pilot.click("#next")
        await pilot.press(*"maria@clinic.example")
        await pilot.click("#next")
        await click(pilot, "Tuesday")
        await pilot.click("#next")
        await click(pilot, WORDS.part_evening)
        await click(pilot, WORDS.suggested[4])
        await pilot.click("#next")
        await click(pilot, WORDS.sharing_yes)
        consent = app.form.form.page().options[-2].label
        await click(pilot, consent)
        await click(pilot, WORDS.send)
        await settle(pilot)
        (kept,) = store.all()
        assert (kept.days, kept.part, kept.questions) == ((1,), "evening", (KEPT[0], WORDS.suggested[4]))
        await click(pilot, WORDS.to_questions)
        assert app.result is not None
        assert app.result.kind == "sent"


async def test_errors_stand_beside_the_field_and_what_was_typed_stays(store):
    app = Demo(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", *"Maria", "enter", *"020 79", "enter")
        assert WORDS.contact_phone in text_of(app)
        assert app.form.field.value == "020 79"
        await pilot.press("4")
        assert WORDS.contact_phone not in text_of(app)
        await pilot.press("escape")
        assert app.form.field.value == "Maria"


async def test_consent_is_asked_for_where_it_is_missing(store):
    app = Demo(store)
    async with app.run_test(size=(60, 20)) as pilot:
        await to_summary(pilot)
        await click(pilot, WORDS.send)
        await pilot.pause()
        assert WORDS.consent_missing in text_of(app)
        assert store.all() == []


async def test_a_line_of_the_summary_is_changed_and_leads_back(store):
    app = Demo(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_summary(pilot)
        await click(pilot, WORDS.row_name)
        await pilot.press(*" B", "enter")
        assert "Maria B" in text_of(app)
        assert WORDS.summary_title in text_of(app)


async def test_under_18_closes_booking_and_stores_nothing(store):
    app = Demo(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        assert "18 or over" in text_of(app)
        await pilot.press("enter")
        assert app.result == Result(kind="under-18")
    assert not store.path.exists()


async def test_a_store_that_fails_is_told_kindly_and_nothing_typed_is_lost(store):
    failing = Failing(store)
    app = Demo(failing)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_summary(pilot)
        await pilot.press("7", "0")
        await settle(pilot)
        assert "ask at the desk" in text_of(app)
        assert "disk" not in text_of(app)
        assert "Maria" in text_of(app)
        assert not isinstance(app.screen, SentScreen)
        failing.broken = False
        await click(pilot, WORDS.again)
        await settle(pilot)
        assert store.all()[0].reference in text_of(app)


async def test_leaving_after_a_failure_keeps_the_draft_for_a_second_try(store):
    app = Demo(Failing(store))
    async with app.run_test(size=(80, 24)) as pilot:
        await to_summary(pilot)
        await pilot.press("7", "0")
        await settle(pilot)
        for _ in range(20):
            if app.result is None:
                await pilot.press("escape")
        assert app.result is not None
        draft = app.result.draft
        assert app.result.kind == "left"
    again = Demo(store, draft=draft)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        assert again.form.field.value == "Maria"


async def test_pressing_send_twice_makes_one_request(store):
    app = Demo(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_summary(pilot)
        await pilot.press("7", "0", "0", "enter")
        await settle(pilot)
        assert len(store.all()) == 1


async def test_an_urgent_name_ends_the_form_and_is_not_kept(store):
    urgent = Reply(question="", kind="urgent", tier="crisis", answer="Call.")
    app = Demo(store, check=lambda text: urgent if "die" in text else None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", *"i want to die", "enter")
        assert app.result is not None
        assert (app.result.kind, app.result.reply) == ("urgent", urgent)
        assert app.result.draft is not None
        assert app.result.draft.name == ""


async def test_a_word_of_care_is_shown_and_the_form_goes_on(store):
    careful = Reply(question="", kind="unknown", safety_line="If you feel faint, tell staff.")
    app = Demo(store, check=lambda text: careful)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", *"Faint", "enter")
        assert app.form.form.step == "contact"
        assert careful.safety_line in text_of(app)


@pytest.mark.parametrize(
    "typed", ["[red]x[/red]", "[@click=app.quit]x[/]", "[/", "[link='x]y", "a\x1b[31mb", "a\u202eb", "x" * 100_000]
)
async def test_a_paste_is_shown_as_text_and_nothing_else(store, typed):
    from textual import events

    app = Demo(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        app.form.field.post_message(events.Paste(typed))
        await pilot.pause()
        shown = app.form.field.value
        assert len(shown) <= 1_000
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        await pilot.press("enter")
        if len(shown) > 60:
            assert WORDS.name_long in text_of(app)
            return
        await pilot.press(*"020 7946 0123", "enter", "0", "1", "0", "1")
        assert shown in text_of(app)
        await pilot.press("7", "0")
        await settle(pilot)
        assert store.all()[0].first_name == shown


@pytest.mark.parametrize("theme", [one.name for one in THEMES])
async def test_the_slips_code_is_read_off_the_screen(store, theme):
    app = Demo(store, theme=theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_summary(pilot)
        await pilot.press("7", "0")
        await settle(pilot)
        assert codes_on(app) == [f"{store.all()[0].reference} +442079460123"]


@pytest.mark.parametrize("theme", [one.name for one in THEMES])
async def test_the_longest_link_is_read_off_an_80_by_24_screen(theme):
    link = "https://clinic.example/book?" + "x" * 50
    assert len(link) == 78
    app = Demo(theme=theme, routes=("link", "request"), link=link)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "1")
        await pilot.pause()
        assert codes_on(app) == [link]
        assert link[:30] in text_of(app)
        await pilot.press("escape", "2")
        assert WORDS.name_title in text_of(app)


async def test_the_code_has_room_on_a_small_screen_when_asked_for(store):
    app = Demo(store)
    async with app.run_test(size=(60, 20)) as pilot:
        await to_summary(pilot)
        await pilot.press("7", "0")
        await settle(pilot)
        assert codes_on(app) == []
        await pilot.press("2")
        await pilot.pause()
        assert codes_on(app) == [f"{store.all()[0].reference} +442079460123"]


async def test_the_way_back_is_always_in_sight_and_can_be_clicked(store):
    app = Demo(store)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("1")
        await pilot.click("#back")
        assert app.form.form.step == "adult"
        await pilot.click("#back")
        assert app.result is not None
        assert app.result.kind == "left"


async def test_every_page_fits_80_by_24_without_scrolling(store):
    app = Demo(store, kept=KEPT)
    async with app.run_test(size=(80, 24)) as pilot:
        steps = ["1", "Maria", "020 7946 0123", "0", "1", "0", "1", "1"]
        for step in steps:
            await pilot.pause()
            assert app.form.reading.max_scroll_y == 0, app.form.form.step
            await pilot.press(*([step] if len(step) == 1 else [*step, "enter"]))
        await pilot.pause()
        assert app.form.form.step == "summary"
        assert app.form.reading.max_scroll_y == 0


def test_words_to_click_are_never_markup():
    press = Press("B", "[/oops")
    assert "[/oops" in str(Content(str(press.words)))
