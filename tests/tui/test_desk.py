"""The desk: the worklist by itself up to date, requests opened, changed, and never overwritten."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from botox_faq.booking.contact import Contact
from botox_faq.store import StoreUnavailable, open_store
from botox_faq.tui.booking_parts import Press
from botox_faq.tui.desk.app import DeskApp
from botox_faq.tui.desk.request import RequestScreen
from tests.sample_clinic import NOW, content, request
from tests.tui.painted import text_of

HOUR = timedelta(hours=1)


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "data")
    yield store
    store.close()


def desk(store, name="Sam"):
    """The app, and the times it rang the bell."""
    app = DeskApp(content(), lambda: open_store(store.path.parent), name, lambda: NOW)
    rung: list[bool] = []
    app.bell = lambda: rung.append(True)  # type: ignore[method-assign]
    return app, rung


async def settle(pilot) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until(pilot, says: str, seconds: float = 2.0) -> str:
    """Wait until the screen says something, at most so many seconds."""
    for _ in range(int(seconds / 0.05)):
        await pilot.pause(0.05)
        if says in text_of(pilot.app):
            return text_of(pilot.app)
    raise AssertionError(f"{says!r} did not appear:\n{text_of(pilot.app)}")


def rows(app) -> list[str]:
    return [line.reference for line in app.screen.list.lines]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_what_is_due_first_is_on_top_and_overdue_is_said_in_words(store, size):
    later = store.add(request(due=NOW + 5 * HOUR), "1").reference
    late = store.add(request(due=NOW - 3 * HOUR), "2").reference
    app, _ = desk(store)
    async with app.run_test(size=size) as pilot:
        shown = await until(pilot, "overdue by 3 hours")
        assert rows(app) == [late, later]
        assert "in 5 hours" in shown
        assert "To do 2" in shown


async def test_details_are_hidden_until_a_request_is_opened(store):
    kept = store.add(request(contact=Contact("email", "maria@clinic.example")), "1")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await until(pilot, kept.reference)
        assert "Maria" not in shown
        assert "maria" not in shown
        await pilot.press("enter")
        shown = await until(pilot, "maria@clinic.example")
        assert "Maria" in shown
        assert "Does it hurt?" in shown
        assert "How often should I have it?" in shown


async def test_a_request_is_confirmed_with_a_time_that_is_read_back(store):
    kept = store.add(request(), "1")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, kept.reference)
        await pilot.press("enter")
        await until(pilot, "Maria")
        await pilot.press("c", *"thu 18:30")
        assert "Thursday 05 March 2026, 18:30. The clinic is closed" in text_of(app)
        await pilot.press(*["backspace"] * 5, *"14:30", "enter")
        await until(pilot, "booked for Thu 05 Mar 14:30, Sam")
        assert store.get(kept.reference).state == "booked"


async def test_by_mouse_alone(store):
    kept = store.add(request(), "1")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, kept.reference)
        await pilot.click("Worklist", offset=(5, 0))
        await until(pilot, "Maria")
        await pilot.click("#declined")
        await until(pilot, "Decline " + kept.reference)
        await pilot.click("#yes")
        await until(pilot, "declined, Sam")
        await pilot.click("#leave")
        await until(pilot, "Closed 1")
        await pilot.click("#filter-5")
        assert rows(app) == [kept.reference]


async def test_only_what_is_possible_is_offered(store):
    kept = store.add(request(), "1")
    store.change(kept.reference, "unreachable", "Sam", NOW)
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Closed 1")
        await pilot.press("5", "enter")
        await until(pilot, "Maria")
        shown = {str(press.id) for press in app.screen.query(Press) if press.display}
        assert shown == {"booked", "waiting", "called", "leave"}
        await pilot.press("d")
        assert isinstance(app.screen, RequestScreen)
        await pilot.press("w")
        await until(pilot, "waiting, Sam")


async def test_nothing_irrevocable_without_a_yes(store):
    kept = store.add(request(), "1")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, kept.reference)
        await pilot.press("enter")
        await until(pilot, "Maria")
        await pilot.press("d", "escape")
        await settle(pilot)
        assert store.get(kept.reference).state == "waiting"


async def test_attempts_to_ring_are_noted(store):
    kept = store.add(request(), "1")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, kept.reference)
        await pilot.press("enter")
        await until(pilot, "Maria")
        await pilot.press("l")
        await until(pilot, "1 time")
        await pilot.press("escape")
        await until(pilot, "1x")


async def test_the_second_of_two_desks_is_told_and_shown_the_newer_state(store):
    kept = store.add(request(), "1")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, kept.reference)
        await pilot.press("enter")
        await until(pilot, "Maria")
        store.change(kept.reference, "booked", "Kim", NOW, NOW + 48 * HOUR)
        await pilot.press("d", "enter")
        shown = await until(pilot, "Someone else changed this first: it is now booked")
        assert "booked for Thu 05 Mar 10:00, Kim" in shown
        assert store.get(kept.reference).state == "booked"


async def test_the_same_contact_twice_is_shown_as_linked(store):
    one = store.add(request(), "1")
    two = store.add(request(), "2")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "1 of 2")
        await pilot.press("enter")
        await until(pilot, "Same contact")
        other = two if app.screen.reference == one.reference else one
        assert f"{other.reference} (waiting)" in text_of(app)


async def test_a_new_request_appears_by_itself_and_rings_unless_switched_off(store):
    app, rung = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Nothing here.")
        first = await asyncio.to_thread(store.add, request(), "1")
        await until(pilot, first.reference)
        assert len(rung) == 1
        await pilot.press("b")
        second = await asyncio.to_thread(store.add, request(), "2")
        await until(pilot, second.reference)
        assert "Bell off" in text_of(app)
        assert len(rung) == 1


async def test_the_marked_request_stays_marked_when_others_arrive(store):
    store.add(request(due=NOW + 2 * HOUR), "1")
    kept = store.add(request(due=NOW + 3 * HOUR), "2")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, kept.reference)
        await pilot.press("down")
        sooner = await asyncio.to_thread(store.add, request(due=NOW + HOUR), "3")
        await until(pilot, sooner.reference)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.reference == kept.reference


@pytest.mark.parametrize("typed", ["zo", "020 7946 0777", "0777", "zoe@"])
async def test_search_by_name_and_contact(store, typed):
    store.add(request(), "1")
    phone = Contact("phone", "+442079460777")
    wanted = store.add(
        request(first_name="Zoë")
        if typed == "zo"
        else request(contact=phone)
        if typed[0] == "0"
        else request(contact=Contact("email", "zoe@clinic.example")),
        "2",
    )
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, wanted.reference)
        await pilot.press("slash", *typed)
        assert rows(app) == [wanted.reference]
        await pilot.press("escape")
        assert len(rows(app)) == 2


async def test_search_by_reference_through_all_states(store):
    kept = store.add(request(), "1")
    store.add(request(), "2")
    store.change(kept.reference, "declined", "Sam", NOW)
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Closed 1")
        await pilot.press("slash", *kept.reference.lower().replace("-", ""), "enter", "enter")
        await pilot.pause()
        assert app.screen.reference == kept.reference


async def test_an_alarm_stands_there_until_someone_has_gone_to_look(store):
    app, rung = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Nothing here.")
        await asyncio.to_thread(store.tallies.ring, "Kiosk [entrance]", NOW)
        shown = await until(pilot, "Kiosk [entrance] showed an urgent message at 10:00")
        assert "Please go and" in shown
        assert rung
        await pilot.press("s")
        await settle(pilot)
        assert "urgent message" not in text_of(app)
        assert store.tallies.rings() == []


async def test_a_store_that_fails_is_said_and_the_list_stays(store, monkeypatch):
    kept = store.add(request(), "1")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, kept.reference)

        def fails():
            raise StoreUnavailable("The disk is full.", "Make room.")

        working = app.screen.store.stamp
        app.screen.store.stamp = fails
        shown = await until(pilot, "The disk is full. Make room.")
        assert kept.reference in shown
        app.screen.store.stamp = working
        for _ in range(60):
            await pilot.pause(0.05)
            if "disk" not in text_of(app):
                return
        raise AssertionError(text_of(app))


async def test_a_visitors_words_are_never_markup(store):
    nasty = "[@click=app.quit]x[/] [/ [red]"
    kept = store.add(request(first_name=nasty, questions=(nasty,)), "1")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, kept.reference)
        await pilot.press("enter")
        shown = await until(pilot, nasty)
        assert shown.count(nasty) == 2


async def test_what_is_over_its_time_is_deleted_as_the_desk_starts(store):
    store.add(request(made=NOW - timedelta(days=91)), "1")
    app, _ = desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "All 0")
        assert store.all() == []


async def test_ten_thousand_lines_draw_only_what_is_in_sight(store):
    from botox_faq.store.store import Line

    app, _ = desk(store)
    lines = [
        Line(f"C{n:05}", "waiting", "Maria", "phone", "+442079460123", "2026-03-04T09:00:00Z", None,
             "2026-03-03T09:00:00Z", 0, 1)
        for n in range(10_000)
    ]  # fmt: skip
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Nothing here.")
        app.screen.seen_new(lines, ())
        await pilot.pause()
        await pilot.press("end")
        assert "C09999" in text_of(app)
        await pilot.press("pageup", "home")
        assert "C00000" in text_of(app)
