"""The kiosk's screens: one visit after the other, locked, and heard at the desk."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual import events

from botox_faq.kiosk.clock import IDLE, WARNING, idle_time
from botox_faq.kiosk.pin import hash_pin
from botox_faq.tui.booking import BookingScreen
from botox_faq.tui.kiosk import backstage as backstage_module
from botox_faq.tui.kiosk.app import where
from botox_faq.tui.kiosk.attract import AttractScreen
from botox_faq.tui.kiosk.pin import PinScreen
from botox_faq.tui.kiosk.words import words_on
from botox_faq.tui.urgent import UNREAD, UrgentScreen
from tests.tui.kiosk import Open

PIN = hash_pin("246810", bytes(16))


@pytest.fixture
def own_faq(faq: Path, tmp_path: Path) -> Path:
    """A copy of the content to change."""
    return Path(shutil.copytree(faq, tmp_path / "faq"))


# --- attract ---


async def test_the_attract_screen_names_no_medicine(kiosk: Open, content: Any) -> None:
    async with kiosk() as hall:
        assert "Questions about lines and wrinkles?" in hall.prose
        for name in content.vocabulary.medicine:
            assert name not in hall.prose.lower()


@pytest.mark.parametrize("key", ["enter", "space", "5", "x", "f1", "up", "escape"])
async def test_any_key_begins_a_visit(kiosk: Open, key: str) -> None:
    async with kiosk() as hall:
        await hall.press(key)
        assert hall.chat
        assert hall.state == "visit"


async def test_a_click_begins_a_visit(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.pilot.click(offset=(2, 2))
        await hall.settle()
        assert hall.state == "visit"


async def test_the_first_letter_typed_is_not_lost(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.press("h")
        assert hall.chat.ask.prompt.text == "h"


async def test_the_greeting_names_no_medicine_until_the_visitor_does(kiosk: Open, content: Any) -> None:
    async with kiosk() as hall:
        await hall.begin()
        words = set(hall.prose.lower().replace("?", " ").split())
        assert not words & set(content.vocabulary.medicine)
        await hall.ask("what is botox")
        assert "botox" in hall.prose.lower()


@pytest.mark.parametrize("screen", ["attract", "chat", "booking", "urgent", "help"])
async def test_staff_can_do_this_for_you_stands_on_every_screen(kiosk: Open, screen: str) -> None:
    async with kiosk() as hall:
        if screen != "attract":
            await hall.begin()
        if screen == "urgent":
            await hall.ask("I can't breathe")
            assert isinstance(hall.app.screen, UrgentScreen)
        elif screen in ("booking", "help"):
            await hall.press({"booking": "f3", "help": "f1"}[screen])
        assert "Staff can do this for you." in hall.prose


# --- the clock ---


async def test_the_warning_counts_down_beside_the_answer_and_any_key_extends(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.ask("how often should i have it")
        answer = hall.rows[:-1]
        await hall.pass_time(idle_time(words_on(hall.app.screen)) - 0.1)
        assert hall.state == "visit"
        await hall.pass_time(0.1)
        assert "This clears in 30 seconds" in hall.prose
        assert hall.rows[:-1] == answer  # nothing of the answer is covered or has moved
        await hall.pass_time(10)
        assert "This clears in 20 seconds" in hall.prose
        await hall.press("down")
        assert hall.state == "visit"
        assert "This clears" not in hall.prose


async def test_time_that_runs_out_wipes(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.ask("my own secret words")
        await hall.pass_time(IDLE + 200)
        await hall.pass_time(WARNING)
        assert isinstance(hall.app.screen, AttractScreen)
        assert "secret" not in hall.text


async def test_the_warning_can_be_extended_more_than_ten_times(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        for _ in range(12):
            await hall.pass_time(IDLE + 200)
            assert hall.state == "warning"
            await hall.press("up")
            assert hall.state == "visit"


async def test_booking_and_urgent_have_longer(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.press("f3")
        assert isinstance(hall.app.screen, BookingScreen)
        await hall.pass_time(2 * idle_time(words_on(hall.app.screen)) - 0.1)
        assert hall.state == "visit"
        await hall.pass_time(0.1)
        assert hall.state == "warning"


async def test_longer_answers_give_longer_time(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        at_first = words_on(hall.app.screen)
        await hall.ask("how often should i have it")
        assert words_on(hall.app.screen) > at_first + 30


async def test_a_trembling_mouse_is_nobody_but_a_moving_one_is(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()

        async def move(x: int) -> None:
            hall.app.post_message(events.MouseMove(None, x, 5, 1, 0, 0, False, False, False, x, 5))
            await hall.pilot.pause()

        await move(20)
        await hall.pass_time(IDLE + 200)
        for x in (21, 20, 21):
            await move(x)
        assert hall.state == "warning"
        await move(40)
        assert hall.state == "visit"


async def test_a_paste_is_input_too(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.pass_time(IDLE + 200)
        await hall.paste("does it hurt")
        assert hall.state == "visit"


# --- the end of a visit ---


@pytest.mark.parametrize("way", ["key", "click", "forget"])
async def test_being_done_wipes_at_once(kiosk: Open, way: str) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.ask("my own secret words")
        if way == "key":
            await hall.press("f9")
        elif way == "click":
            await hall.click_text("I'm done")
        else:
            await hall.ask("forget")
        assert isinstance(hall.app.screen, AttractScreen)
        await hall.begin()
        assert "secret" not in hall.text


async def test_being_done_closes_whatever_is_open(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.press("f3")
        await hall.press("f9")
        assert isinstance(hall.app.screen, AttractScreen)
        assert len(hall.app.screen_stack) == 2


async def test_the_next_visitor_begins_with_the_look_of_the_first(kiosk: Open) -> None:
    async with kiosk() as hall:
        theme = hall.app.theme
        await hall.begin()
        await hall.press("f4")
        assert hall.app.theme != theme
        await hall.press("f9")
        assert hall.app.theme == theme


async def test_undo_does_not_bring_the_last_visitor_back(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.paste("secret words")
        await hall.press("f9")
        await hall.begin()
        hall.chat.ask.prompt.undo()
        assert hall.chat.ask.prompt.text == ""


async def test_a_request_saved_after_the_wipe_is_shown_to_nobody(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.press("f3")
        form = hall.app.screen
        assert isinstance(form, BookingScreen)
        await hall.press("f9")
        form._saved(None)  # type: ignore[arg-type]
        await hall.settle()
        assert isinstance(hall.app.screen, AttractScreen)


async def test_a_reply_that_comes_in_the_middle_of_the_wipe_opens_nothing(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        talk = hall.chat.talk
        assert talk is not None
        await hall.press("f9")
        talk.show_urgent(["Call 999 now."], "")
        await talk.open_booking()
        await talk.announce("late", "words of the last visitor")
        await hall.settle()
        assert isinstance(hall.app.screen, AttractScreen)
        await hall.begin()
        assert hall.state == "visit"


# --- staff ---


async def test_staff_leave_with_chord_and_pin(kiosk: Open) -> None:
    async with kiosk(pin=PIN) as hall:
        await hall.press("ctrl+x", "ctrl+e")
        assert isinstance(hall.app.screen, PinScreen)
        await hall.type("246810")
        await hall.press("enter")
        await hall.settle()
        assert hall.app.return_code == 0


async def test_wrong_pins_are_slowed_and_opening_the_screen_again_forgives_nothing(kiosk: Open) -> None:
    async with kiosk(pin=PIN) as hall:
        for _ in range(4):
            await hall.press("ctrl+x", "ctrl+e")
            await hall.type("111111")
            await hall.press("enter")
            await hall.settle()
            said = hall.prose
            await hall.press("escape")
        assert "Wait 5 seconds" in said
        await hall.press("ctrl+x", "ctrl+e")
        await hall.type("246810")
        await hall.press("enter")
        await hall.settle()
        assert "Wait" in hall.prose  # even the right one waits
        await hall.pass_time(5)
        await hall.type("246810")
        await hall.press("enter")
        await hall.settle()
        assert hall.app.return_code == 0


async def test_the_pin_screen_does_not_stay_and_does_not_show_the_pin(kiosk: Open) -> None:
    async with kiosk(pin=PIN) as hall:
        await hall.press("ctrl+x", "ctrl+e")
        await hall.type("2468")
        assert "2468" not in hall.text
        await hall.pass_time(IDLE + 100)
        await hall.pass_time(WARNING)
        assert isinstance(hall.app.screen, AttractScreen)


async def test_without_a_pin_nobody_leaves(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.press("ctrl+x", "ctrl+e")
        assert "No PIN is set" in hall.prose
        await hall.press("enter")
        await hall.settle()
        assert isinstance(hall.app.screen, PinScreen)


# --- locked ---


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c", "ctrl+p", "ctrl+z", "ctrl+backslash", "ctrl+s", "f5", "f12"])
async def test_no_other_key_does_anything(kiosk: Open, key: str) -> None:
    async with kiosk() as hall:
        await hall.begin()
        before, stack = hall.rows, list(hall.app.screen_stack)
        await hall.press(key)
        assert hall.rows == before
        assert hall.app.screen_stack == stack


async def test_nothing_can_be_selected_or_copied(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.paste("secret words")
        hall.chat.ask.prompt.select_all()
        await hall.press("ctrl+c", "ctrl+x", "super+c")
        assert hall.app.clipboard == ""
        assert not hall.app.ALLOW_SELECT


# --- the desk ---


async def test_an_urgent_reply_rings_the_desk_once_a_visit_without_words(kiosk: Open, now: datetime) -> None:
    async with kiosk() as hall:
        for _ in range(2):
            await hall.begin()
            await hall.ask("I can't breathe")
            assert isinstance(hall.app.screen, UrgentScreen)
            hall.app.screen.since -= UNREAD
            await hall.press("1")
            await hall.press("f9")
            await hall.keep_up()
        rings = hall.store.tallies.rings()
        assert [(ring.kiosk, ring.at) for ring in rings] == [("hall", now), ("hall", now)]
        assert b"breathe" not in b"".join(path.read_bytes() for path in hall.app.backstage.data.glob("requests*"))


async def test_the_bell_rings_while_the_urgent_reply_is_still_shown(kiosk: Open) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.ask("I can't breathe")
        await hall.settle()
        assert [ring.kiosk for ring in hall.store.tallies.rings()] == ["hall"]


async def test_visits_are_counted_by_kind_without_words(kiosk: Open, now: datetime) -> None:
    async with kiosk() as hall:
        await hall.begin()
        await hall.ask("how often should i have it")
        await hall.ask("which bicycle has nine secret wheels")
        await hall.ask("I can't breathe")
        await hall.press("f9")
        await hall.keep_up()
        counts = {}
        for one in hall.store.tallies.counts():
            counts[one.what] = counts.get(one.what, 0) + one.number
            assert one.day == now.date()
            assert "secret" not in one.detail
        assert counts == {"visits": 1, "answered": 1, "missed": 1, "urgent": 1}


# --- when something breaks ---


async def test_a_store_that_cannot_be_written_sends_visitors_to_the_desk_and_comes_back(kiosk: Open) -> None:
    async with kiosk() as hall:
        data = hall.app.backstage.data
        assert data is not None
        await hall.begin()
        assert "Book an assessment" in hall.prose
        shutil.rmtree(data)
        data.write_text("in the way of a folder")
        await hall.keep_up()
        assert "Please ask at the desk" in hall.rows[0]
        await hall.press("f3")
        assert "We can't take requests here just now" in hall.prose
        data.unlink()
        await hall.keep_up()
        await hall.keep_up()
        assert "Book an assessment" in hall.rows[0]
        await hall.press("f3")
        assert isinstance(hall.app.screen, BookingScreen)


async def test_a_full_disk_sends_visitors_to_the_desk(kiosk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with kiosk() as hall:
        await hall.begin()
        monkeypatch.setattr(backstage_module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000}))
        await hall.keep_up()
        assert "Please ask at the desk" in hall.rows[0]


async def test_counts_and_rings_wait_for_a_store_that_comes_back(kiosk: Open) -> None:
    async with kiosk() as hall:
        data = hall.app.backstage.data
        assert data is not None
        shutil.rmtree(data)
        data.write_text("in the way of a folder")
        await hall.begin()
        await hall.ask("I can't breathe")
        await hall.press("f9")
        await hall.keep_up()
        data.unlink()
        await hall.keep_up()
        await hall.keep_up()
        assert len(hall.store.tallies.rings()) == 1
        assert "visits" in {one.what for one in hall.store.tallies.counts()}


async def test_new_content_is_used_from_the_next_visit_on(kiosk: Open, own_faq: Path) -> None:
    async with kiosk(folder=own_faq) as hall:
        await hall.begin()
        rename(own_faq, "Sunny Clinic")
        hall.app.look_for_content()
        await hall.settle()
        assert "Example Clinic" in hall.prose
        await hall.press("f9")
        hall.app.look_for_content()
        await hall.settle()
        assert "Sunny Clinic" in hall.prose


async def test_broken_content_changes_nothing_and_the_desk_is_told_once(kiosk: Open, own_faq: Path) -> None:
    async with kiosk(folder=own_faq) as hall:
        (own_faq / "clinic.yaml").write_text("name: [")
        for _ in range(2):
            hall.app.look_for_content()
            await hall.settle()
        await hall.keep_up()
        assert "Example Clinic" in hall.prose
        assert [ring.kiosk for ring in hall.store.tallies.rings()] == [
            "hall: new content has errors, see botox-faq check"
        ]
        assert any("content refused" in line and ".yaml:" in line for line in hall.log)


async def test_a_restart_with_broken_content_uses_the_last_good(kiosk: Open, own_faq: Path) -> None:
    async with kiosk(folder=own_faq) as hall:
        rename(own_faq, "Sunny Clinic")
        hall.app.look_for_content()
        await hall.settle()
    (own_faq / "clinic.yaml").write_text("name: [")
    async with kiosk(folder=own_faq) as hall:
        assert "Sunny Clinic" in hall.prose


def test_a_crash_is_told_by_place_and_type_alone() -> None:
    try:
        raise ValueError("my own secret words")
    except ValueError as error:
        said = where(error)
    assert said.startswith("ValueError at test_kiosk.py:")
    assert "secret" not in said


def rename(folder: Path, name: str) -> None:
    """Give the clinic another name."""
    path = folder / "clinic.yaml"
    path.write_text(path.read_text("utf-8").replace("Example Clinic", name), "utf-8")
