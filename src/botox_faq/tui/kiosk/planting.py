"""A visit that leaves a word of its own in every place that words can get to."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from typing import Any, TypeVar

from textual import events
from textual.screen import Screen

from botox_faq.tui.booking import BookingScreen
from botox_faq.tui.booking_parts import Code
from botox_faq.tui.booking_sent import SentScreen
from botox_faq.tui.kiosk.app import KioskApp
from botox_faq.tui.kiosk.chat import KioskChat
from botox_faq.tui.kiosk.pin import PinScreen
from botox_faq.tui.urgent import UNREAD, UrgentScreen

Kind = TypeVar("Kind", bound=Screen[Any])

PLACES = (
    "question", "kept question", "undo", "suggestions", "paste", "input", "selection", "urgent", "name", "contact",
    "request", "PIN", "QR code", "clipboard", "notice", "title",
)  # fmt: skip


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


async def plant(app: KioskApp, markers: Markers) -> None:
    """Visit as many places as there are, with a word for each."""
    type_keys(app, "enter")
    chat = await shown(app, KioskChat)
    await until(lambda: bool(chat.transcript.exchanges))
    prompt, transcript = chat.ask.prompt, chat.transcript

    async def ask(text: str) -> None:
        before = transcript.exchanges[-1]
        prompt.focus()
        type_keys(app, *text)
        await until(lambda: prompt.text == text)
        type_keys(app, "enter")
        await until(lambda: transcript.exchanges[-1] is not before or app.screen is not chat)
        await asyncio.sleep(0.1)

    await ask(f"how often {markers.of('question')}")
    await ask(f"bicycle {markers.of('kept question')} wheel lamp")
    await ask("1")
    type_keys(app, *f"how long does {markers.of('suggestions')}")
    await until(lambda: bool(chat.ask.suggestions.questions))
    prompt.text = ""
    await ask(f"how long does {markers.of('suggestions')}")
    click(app, 20, 3)
    app.action_larger()  # from here on what is read and typed is drawn in large letters
    await _leave_booking(app, markers)
    await _send_booking(app, markers)
    await until(lambda: app.screen is chat)
    await ask(f"my throat is swelling {markers.of('urgent')}")
    for choice in "12":
        urgent = await shown(app, UrgentScreen)
        await asyncio.sleep(0.1)
        urgent.since -= UNREAD  # as if it had been there long enough to be read
        type_keys(app, choice)
        await until(lambda: app.screen is not urgent)  # noqa: B023
    await until(lambda: app.screen is chat)
    app.ask_pin()
    pin = await shown(app, PinScreen)
    type_keys(app, *markers.of("PIN"))
    await until(lambda: pin.field.value == markers.of("PIN"))
    type_keys(app, "escape")
    await until(lambda: app.screen is chat)
    await chat.mount(Code((markers.of("QR code"),)))
    app.copy_to_clipboard(markers.of("clipboard"))
    app.notify(markers.of("notice"), markup=False)
    app.title = markers.of("title")
    await _edit(app, chat, markers)


async def _open_form(app: KioskApp) -> BookingScreen:
    type_keys(app, "f3")
    screen = await shown(app, BookingScreen)
    await until(lambda: bool(screen.rows) or screen.field.display)
    return screen


async def _fill(app: KioskApp, screen: BookingScreen, name: str, contact: str) -> None:
    """Go through the form, from wherever it stands to the contact, and past it."""
    while True:
        step = screen.form.step
        if screen.field.display:
            screen.field.value = ""
            screen.field.focus()
            text = name if step == "name" else contact
            type_keys(app, *text)
            await until(lambda: screen.field.value == text)  # noqa: B023
            type_keys(app, "enter")
        else:
            type_keys(app, str(1 + screen.form.clinic.routes.index("request")) if step == "routes" else "1")
        await until(lambda: screen.form.step != step)  # noqa: B023
        if step == "contact":
            return


async def _leave_booking(app: KioskApp, markers: Markers) -> None:
    """Fill in the form as far as the contact and leave it, to be kept for another try."""
    screen = await _open_form(app)
    await _fill(app, screen, markers.of("name"), f"{markers.of('contact')}@clinic.example")
    while app.screen is screen:
        step = screen.form.step
        type_keys(app, "escape")
        await until(lambda: app.screen is not screen or screen.form.step != step)  # noqa: B023


async def _send_booking(app: KioskApp, markers: Markers) -> None:
    """Fill in the form to its end and send it."""
    screen = await _open_form(app)
    await _fill(app, screen, markers.of("request"), f"{markers.of('request')}@clinic.example")
    while screen.form.step != "summary":
        step, page = screen.form.step, screen.form.page()
        type_keys(app, "0" if page.kind == "several" else str(len(page.options)))
        await until(lambda: screen.form.step != step)  # noqa: B023
    rows = len(screen.form.page().options)
    type_keys(app, str(rows - 1))
    await until(lambda: screen.form.draft.consent)
    type_keys(app, "0")
    await shown(app, SentScreen)
    type_keys(app, "1")


async def _edit(app: KioskApp, chat: KioskChat, markers: Markers) -> None:
    """Leave words in the prompt, marked, and others to undo."""
    prompt = chat.ask.prompt
    prompt.focus()
    app.post_message(events.Paste(markers.of("undo")))
    await until(lambda: markers.of("undo") in prompt.text)
    prompt.select_all()
    type_keys(app, "backspace")
    await until(lambda: not prompt.text)
    app.post_message(events.Paste(markers.of("paste") + " "))
    typed = f"{markers.of('input')} {markers.of('selection')}"
    type_keys(app, *typed)
    await until(lambda: prompt.text.endswith(typed))
    prompt.select_all()


def type_keys(app: KioskApp, *keys: str) -> None:
    """Press keys, each a letter or a key's name."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


def click(app: KioskApp, x: int, y: int) -> None:
    """Press and release the mouse in a cell."""
    for kind in (events.MouseDown, events.MouseUp):
        app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))


async def shown(app: KioskApp, kind: type[Kind]) -> Kind:
    """Wait until a screen of this kind is in front, and return it."""
    await until(lambda: isinstance(app.screen, kind) and app.screen.is_mounted)
    assert isinstance(app.screen, kind)
    return app.screen


async def until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait until something is true."""
    for _ in range(int(seconds / 0.02)):
        if true():
            await asyncio.sleep(0.02)
            return
        await asyncio.sleep(0.02)
    raise TimeoutError("the kiosk did not get where the check wanted it")
